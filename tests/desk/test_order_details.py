"""The order screen's view: the answer in plain words, what may come back, what happened."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from storedesk.desk.caller_proof import Said, askable, matching
from storedesk.desk.covered_details import covered_email, covered_phone
from storedesk.desk.moments import Look
from storedesk.desk.order_details import derive_order
from storedesk.desk.order_views import Shown
from storedesk.domain import records as r
from storedesk.storage.desk_order_reads import OrderRecord
from storedesk.storage.read_records import HandoverRecord, PickupRecord
from tests.desk.conftest import uid, utc

NOON = "2026-11-23 12:00"
Looks = Callable[[str], Look]
Pickups = Callable[..., PickupRecord]


def bought(returned: int = 0, cancelled: int = 0) -> r.OrderLine:
    return r.OrderLine(
        uid("o"), 1, "goods", 11, "ALV", "Alva", "", "piece", 2, cancelled, returned, 0, 0, 2500
    )


def collected(count: int) -> tuple[r.FulfilmentLine, ...]:
    return (r.FulfilmentLine(uid("f"), 1, 11, 2, 0, 2, 0, "", 2, count, 0),)


def record(*parts: PickupRecord, lines: tuple[r.OrderLine, ...] = (), **columns: Any) -> OrderRecord:
    order = r.Order(
        uid("o"), "48207", 1, "", utc("2026-11-20 09:00"), "SE", "SEK", 1, "open", "captured",
        None, 0, 0, "maria", None, 1,
    )._replace(**columns)  # fmt: skip
    return OrderRecord(order, lines, (), parts, (), (), (), (), {1: "Göteborg"}, {3: "Elin"})


@pytest.mark.parametrize(
    ("state", "kind"), [("ready", "ready"), ("picking", "being_picked"), ("cancelled", "cancelled")]
)
def test_each_part_of_an_order_has_its_answer(look: Looks, pickup: Pickups, state: str, kind: str) -> None:
    (answer,) = derive_order(record(pickup(state=state)), look(NOON), 1).answers
    assert (answer.kind, answer.place) == (kind, "Göteborg")


def test_a_promise_of_yesterday_is_told_as_late(look: Looks, pickup: Pickups) -> None:
    (answer,) = derive_order(record(pickup()), look("2026-11-24 12:00"), 1).answers
    assert answer.kind == "late"


def test_an_order_that_no_place_has_yet_speaks_for_itself(look: Looks) -> None:
    assert [a.kind for a in derive_order(record(), look(NOON), 1).answers] == ["waits"]
    assert [a.kind for a in derive_order(record(state="cancelled"), look(NOON), 1).answers] == ["cancelled"]


def test_only_what_has_left_the_counter_and_not_come_back_can_be_returned(
    look: Looks, pickup: Pickups
) -> None:
    def returnable(part: PickupRecord, returned: int) -> int:
        view = derive_order(record(part, lines=(bought(returned),)), look(NOON), 1)
        return view.lines[0].returnable

    assert returnable(pickup(collected(0)), 0) == 0
    assert returnable(pickup(collected(2)), 0) == 2
    assert returnable(pickup(collected(2)), 1) == 1
    assert returnable(pickup(collected(1)), 2) == 0


def test_goods_that_no_place_handed_over_can_be_returned_but_for_what_was_cancelled(look: Looks) -> None:
    view = derive_order(record(lines=(bought(cancelled=1),), state="closed"), look(NOON), 1)
    assert view.lines[0].returnable == 1
    gone = derive_order(record(lines=(bought(),), state="cancelled"), look(NOON), 1)
    assert gone.lines[0].returnable == 0


def test_what_happened_is_told_from_the_latest_to_the_first(look: Looks, pickup: Pickups) -> None:
    ready, left = utc("2026-11-21 10:00"), utc("2026-11-22 10:00")
    fact = r.Handover("h", uid("f"), uid("o"), 1, left, "GBG-1", 3, "code", "", "", "", "", "[]", "plain")
    note = r.TimelineEntry("t", uid("o"), utc("2026-11-22 11:00"), "contact_logged", "GBG-1", 3, "{}")
    full = dataclasses.replace(
        record(pickup(state="collected", ready_at=ready, ended_at=left)),
        timeline=(note,),
        handovers=(HandoverRecord(fact, "Elin"),),
    )
    told = derive_order(full, look(NOON), 1).timeline
    assert [one.kind for one in told] == ["contact_logged", "handed_over", "ready", "ordered"]
    assert (told[0].who, told[1].where) == ("Elin", "Göteborg")


def test_several_parts_are_told_by_what_is_in_them(look: Looks, pickup: Pickups) -> None:
    both = (pickup(collected(0), state="ready"), pickup(collected(0), state="picking"))
    answers = derive_order(record(*both, lines=(bought(),)), look(NOON), 1).answers
    assert [(answer.kind, answer.what) for answer in answers] == [("ready", "Alva"), ("being_picked", "Alva")]


def test_before_a_caller_is_verified_nothing_of_the_customer_is_told(look: Looks) -> None:
    person = r.Person(
        "p", "1", uid("o"), "buyer", "", "Maria Nilsson", "", "070-174", "46701740612", "m@x.se", ""
    )
    home = r.Address("a", "1", uid("o"), "shipping", "Maria", "Gatan 1", "411 00", "Göteborg", "SE")
    full = dataclasses.replace(record(), persons=(person,), addresses=(home,))
    covered = derive_order(full, look(NOON), 1, Shown.COVERED)
    assert (covered.name, covered.phone, covered.email, covered.address) == ("M••• N•••", "", "", ())
    told = derive_order(full, look(NOON), 1, Shown.ALL)
    assert (told.name, told.phone, told.email) == ("Maria Nilsson", "070-174", "m@x.se")
    assert told.address == ("Maria", "Gatan 1", "411 00 Göteborg")


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (Said("48207", "411 00"), ("order_number", "postcode")),
        (Said("48208", "41101"), ()),
        (Said(phone="0701 74 06 12", email=" M@X.SE "), ("phone", "email")),
        (Said(phone="174 06 12"), ("phone",)),
        (Said(phone="0612"), ()),
    ],
)
def test_what_a_caller_says_is_compared_in_any_spelling(said: Said, right: tuple[str, ...]) -> None:
    person = r.Person("p", "1", uid("o"), "buyer", "", "Maria", "", "", "46701740612", "m@x.se", "")
    home = r.Address("a", "1", uid("o"), "shipping", "", "", "41100", "", "SE")
    full = dataclasses.replace(record(), persons=(person,), addresses=(home,))
    assert matching(said, full) == right
    assert askable(full) == ("order_number", "postcode", "phone", "email")
    assert (askable(record()), matching(said, record())[1:]) == (("order_number",), ())


def test_phone_and_e_mail_are_covered() -> None:
    assert (covered_phone("46701740612"), covered_phone("12")) == ("•••612", "")
    assert (covered_email("maria@example.se"), covered_email("nonsense")) == ("m•••@example.se", "")
