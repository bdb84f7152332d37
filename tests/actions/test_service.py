"""Customer service: contacts counted, callers checked, last days moved."""

import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import UnreadableArguments
from storedesk.domain.reasons import LastDayNotPossible, PersonalNumberInText, UnknownRecord, WrongState
from tests.actions.service_days import DAY, NOWHERE, ORDER, PICKUP, ServiceDesk
from tests.actions.work_day import Done

ASKED = {"reason": "stock", "outcome": "answered", "day": DAY}


@pytest.fixture
def desk() -> ServiceDesk:
    return ServiceDesk()


def reason_of(done: Done) -> object:
    assert isinstance(done.result, Rejected), done.result
    return done.result.reason


def test_a_contact_counts_on_its_local_day_and_stands_in_the_order(desk: ServiceDesk) -> None:
    assert isinstance(desk.do("LogContact", **ASKED, order_id=ORDER, note="Rings back").result, Accepted)
    (row,) = desk.tables["contact"].values()
    assert (row.day, row.reason, row.order_id, row.note) == (DAY, "stock", ORDER, "Rings back")
    assert desk.told() == ["contact_logged"]
    assert "Rings" not in "".join(entry.facts for entry in desk.tables["timeline_entry"].values())


def test_a_contact_about_no_order_counts_too(desk: ServiceDesk) -> None:
    assert isinstance(desk.do("LogContact", **ASKED).result, Accepted)
    assert (len(desk.tables["contact"]), desk.told()) == (1, [])


def test_a_contact_keeps_no_personal_number(desk: ServiceDesk) -> None:
    assert reason_of(desk.do("LogContact", **ASKED, note="19811218-9876")) == PersonalNumberInText("note")
    assert not desk.tables["contact"]


@pytest.mark.parametrize("day", ["2026-02-30", "2026-1-001", "yesterday!"])
def test_a_day_that_is_none_is_not_taken(desk: ServiceDesk, day: str) -> None:
    with pytest.raises(UnreadableArguments):
        desk.do("ExtendPickup", fulfilment_id=PICKUP, last_day=day)


@pytest.mark.parametrize("day", ["2026-11-30", "2026-12-14"])
def test_a_last_day_moves_up_to_two_weeks_on(desk: ServiceDesk, day: str) -> None:
    assert isinstance(desk.do("ExtendPickup", fulfilment_id=PICKUP, last_day=day).result, Accepted)
    assert desk.tables["fulfilment"][PICKUP,].last_day == day
    assert desk.told() == ["pickup_extended"]


@pytest.mark.parametrize("day", ["2026-11-29", "2026-12-15"])
def test_a_last_day_moves_neither_back_nor_further(desk: ServiceDesk, day: str) -> None:
    refused = desk.do("ExtendPickup", fulfilment_id=PICKUP, last_day=day)
    assert reason_of(refused) == LastDayNotPossible("2026-11-30", 14)


@pytest.mark.parametrize("state", ["collected", "cancelled", "not_collected"])
def test_a_pickup_that_is_over_is_not_extended(desk: ServiceDesk, state: str) -> None:
    row = desk.tables["fulfilment"][PICKUP,]
    desk.tables["fulfilment"][PICKUP,] = row._replace(state=state)
    refused = desk.do("ExtendPickup", fulfilment_id=PICKUP, last_day="2026-12-01")
    assert reason_of(refused) == WrongState(state, "ready")


def test_a_checked_caller_leaves_which_proofs_matched_and_nothing_said(desk: ServiceDesk) -> None:
    desk.do("VerifyCaller", order_id=ORDER, first="phone", second="email")
    (entry,) = desk.tables["timeline_entry"].values()
    assert (entry.kind, entry.facts) == ("caller_verified", '{"proofs":["email","phone"]}')
    assert reason_of(
        desk.do("VerifyCaller", order_id=NOWHERE, first="phone", second="email")
    ) == UnknownRecord("orders")


def test_one_proof_twice_checks_nobody(desk: ServiceDesk) -> None:
    with pytest.raises(UnreadableArguments):
        desk.do("VerifyCaller", order_id=ORDER, first="phone", second="phone")
