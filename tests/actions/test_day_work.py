"""A place's day: opening, claims at a change of shift, and the shelf scan at closing."""

import msgspec

from storedesk.actions.action import Accepted
from storedesk.actions.registry import decide
from storedesk.domain.ids import derived_id
from storedesk.domain.reasons import PersonalNumberInText, UnknownRecord, WrongState
from storedesk.domain.records import FulfilmentLine
from tests.actions.day_days import DAY, ONE, DayDesk
from tests.memory_state import MemoryState, carry_out_all
from tests.small_shop import ELIN, OSKAR


def test_a_day_is_opened_once_and_again_after_its_closing() -> None:
    desk = DayDesk()
    desk.do("OpenDay", day=DAY, note="Printer two is slow")
    desk.do("OpenDay", day=DAY)
    assert desk.done[-1].gate == WrongState("opened", "opened")
    desk.do("CloseDay", day=DAY, seen=[])
    desk.do("CloseDay", day=DAY, seen=[])
    assert desk.done[-1].gate == WrongState("closed", "closed")
    desk.do("OpenDay", day=DAY)
    assert [entry.kind for entry in desk.entries()] == ["opened", "closed", "opened"]
    assert desk.entries()[0].note == "Printer two is slow"


def test_claims_pass_to_the_next_person_and_only_those_of_who_leaves() -> None:
    desk = DayDesk()
    desk.do("ClaimPickup", fulfilment_id=ONE)
    desk.do("ChangeShift", day=DAY, leaving=OSKAR, to=ELIN)
    assert desk.pickup().claimed_at == desk.now - 60_000
    desk.do("ChangeShift", day=DAY, leaving=ELIN, to=OSKAR, note="48201 waits for a call")
    row = desk.pickup()
    assert (row.state, row.claimed_by, row.claimed_desk) == ("claimed", OSKAR, "GBG-1")
    assert msgspec.json.decode(desk.entries()[-1].facts) == {"claims": 1, "leaving": ELIN, "to": OSKAR}


def test_a_claim_given_back_is_new_again_but_what_is_picked_stays_picked() -> None:
    desk = DayDesk()
    desk.do("ClaimPickup", fulfilment_id=ONE)
    desk.do("ChangeShift", day=DAY, leaving=ELIN)
    assert (desk.pickup().state, desk.pickup().claimed_by) == ("new", None)
    desk.do("Pick", fulfilment_id=ONE, lines=[{"line": 1, "quantity": 1}])
    desk.do("ChangeShift", day=DAY, leaving=ELIN)
    assert (desk.pickup().state, desk.pickup().claimed_by) == ("picking", None)
    line: FulfilmentLine = desk.tables["fulfilment_line"][ONE, 1]
    assert line.picked == 1
    desk.do("Pick", OSKAR, fulfilment_id=ONE, lines=[{"line": 2, "quantity": 1}])
    assert desk.pickup().claimed_by == OSKAR


def test_claims_pass_only_to_people_of_this_place_and_notes_hold_no_personal_number() -> None:
    desk = DayDesk()
    desk.do("ChangeShift", day=DAY, leaving=ELIN, to=77)
    assert getattr(desk.done[-1].result, "reason", None) == UnknownRecord("staff")
    desk.do("CloseDay", day=DAY, seen=[], note="811218-9876")
    assert getattr(desk.done[-1].result, "reason", None) == PersonalNumberInText("note")
    assert not desk.entries()


def test_a_parcel_that_was_seen_needs_nobody_and_one_that_was_not_becomes_one_task() -> None:
    desk = DayDesk()
    parcel = desk.staged()
    desk.do("CloseDay", day=DAY, seen=[parcel])
    assert desk.tasks() == []
    desk.do("OpenDay", day=DAY)
    for _ in range(2):
        desk.do("CloseDay", day=DAY, seen=[])
        desk.do("OpenDay", day=DAY)
    (task,) = desk.tasks()
    assert (task.kind, task.fulfilment_id) == ("parcel_not_seen", ONE)
    assert msgspec.json.decode(task.facts)["parcels"] == [parcel]
    desk.do("AnswerTask", task_id=task.id, choice="found")
    assert desk.accepted


def test_a_parcel_that_was_handed_over_should_be_gone() -> None:
    desk = DayDesk()
    parcel = desk.staged()
    desk.do("HandOver", fulfilment_id=ONE, parcels=[parcel])
    assert desk.accepted
    desk.do("CloseDay", day=DAY, seen=[parcel, derived_id("nobody", "knows")])
    (task,) = desk.tasks()
    assert task.kind == "parcel_unexpected"
    facts = msgspec.json.decode(desk.entries()[-1].facts)
    assert facts == {"lapsed": 0, "not_seen": 0, "seen": 2, "unexpected": 1, "unknown": 1}


def test_open_claims_lapse_at_closing_but_not_those_made_after_it() -> None:
    desk = DayDesk()
    desk.do("ClaimPickup", fulfilment_id=ONE)
    closing = desk.do("CloseDay", day=DAY, seen=[])
    assert (desk.pickup().state, desk.pickup().claimed_by) == ("new", None)
    at = desk.now
    desk.do("ClaimPickup", fulfilment_id=ONE)
    late = closing._replace(id=derived_id("late", "closing"))
    result = decide(MemoryState(desk.tables), late, at, desk.now)
    assert isinstance(result, Accepted)
    carry_out_all(desk.tables, result.changes)
    assert (desk.pickup().state, desk.pickup().claimed_by) == ("claimed", ELIN)
