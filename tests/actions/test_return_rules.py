"""The last return day and the look at opened goods: by the days of work, alone, together, out of order."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.actions.action import Accepted, Act, Rejected
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.actions.return_period import RETURN_DAYS, last_return_day, return_days
from storedesk.domain.ids import derived_id
from storedesk.domain.reasons import ReturnTooLate
from storedesk.domain.records import Setting
from storedesk.domain.tables import DAMAGED, RETURNS_UNCHECKED, SELLABLE
from tests.actions.service_days import ORDER, ServiceDesk, taken_back
from tests.memory_state import MemoryState, carry_out_all
from tests.small_shop import ALVA, ELIN, GBG, MAJA, NOW, OSKAR, RASK

DAY_MS = 86_400_000


@pytest.fixture
def desk() -> ServiceDesk:
    made = ServiceDesk()
    made.hand_all_over()
    return made


def collected(desk: ServiceDesk, days_ago: int) -> None:
    desk.part(ended_at=NOW - days_ago * DAY_MS)


def set_days(desk: ServiceDesk, place: int, value: str) -> None:
    desk.tables["setting"][place, RETURN_DAYS] = Setting(place, RETURN_DAYS, value)


def outcome(desk: ServiceDesk, **more: Any) -> Any:
    result = desk.do("TakeBackGoods", **taken_back(2, 1, RASK), **more).result
    return result.reason if isinstance(result, Rejected) else "taken"


def level(desk: ServiceDesk, bucket: int, variant: int = RASK) -> int:
    row = desk.tables["stock_level"].get((GBG, variant, bucket))
    return row.quantity if row else 0


@pytest.mark.parametrize(("days_ago", "late"), [(0, False), (30, False), (31, True), (400, True)])
def test_thirty_days_after_collecting_goods_come_back_without_being_asked(
    desk: ServiceDesk, days_ago: int, late: bool
) -> None:
    collected(desk, days_ago)
    assert (outcome(desk) != "taken") is late


def test_the_refusal_names_the_last_day(desk: ServiceDesk) -> None:
    collected(desk, 31)
    assert outcome(desk) == ReturnTooLate("2026-11-22")
    assert level(desk, SELLABLE) == 50


def test_a_supervisor_s_pin_allows_it_and_is_written_down(desk: ServiceDesk) -> None:
    collected(desk, 31)
    assert outcome(desk, checked_by=OSKAR) == ReturnTooLate("2026-11-22")
    assert outcome(desk, checked_by=MAJA) == "taken"
    (back,) = desk.tables["goods_return"].values()
    assert (back.checked_by, back.staff_id) == (MAJA, ELIN)


def test_the_place_s_number_of_days_goes_before_the_chain_s(desk: ServiceDesk) -> None:
    collected(desk, 20)
    set_days(desk, 0, "14")
    assert outcome(desk) == ReturnTooLate("2026-11-17")
    set_days(desk, GBG, "60")
    assert outcome(desk) == "taken"


@given(st.text(max_size=12))
def test_any_text_set_as_days_gives_a_number_in_range(text: str) -> None:
    desk = ServiceDesk()
    set_days(desk, 0, text)
    assert 0 <= return_days(MemoryState(desk.tables), GBG) <= 3650


def test_nothing_is_late_while_part_of_it_still_waits(desk: ServiceDesk) -> None:
    collected(desk, 400)
    desk.part(state="partly_collected", ended_at=None)
    assert last_return_day(MemoryState(desk.tables), ORDER, GBG) == ""
    assert outcome(desk) == "taken"


def test_goods_that_came_in_late_at_another_desk_are_still_a_fact_at_the_centre(desk: ServiceDesk) -> None:
    collected(desk, 31)
    act = late_act()
    assert isinstance(may_begin(MemoryState(desk.tables), act, NOW), Rejected)
    assert isinstance(decide(MemoryState(desk.tables), act, NOW, NOW), Accepted)


def late_act() -> Act:
    body = msgspec.json.encode(taken_back(2, 1, RASK))
    return act_from(derived_id("late"), "TakeBackGoods", 1, body, ELIN, GBG, "GBG-2")


def opened(desk: ServiceDesk, quantity: int = 2) -> Any:
    desk.do("TakeBackGoods", **taken_back(2, quantity, RASK, "opened"))
    (task,) = desk.tasks("check_return")
    return task


def test_opened_goods_leave_one_task_for_the_store_and_others_none(desk: ServiceDesk) -> None:
    desk.do("TakeBackGoods", **taken_back(1, 1, ALVA, "damaged"))
    assert not desk.tasks("check_return")
    task = opened(desk)
    facts = msgspec.json.decode(task.facts)
    assert (task.place_id, task.order_id, task.state) == (GBG, ORDER, "open")
    assert (facts["order"], facts["variant_id"], facts["quantity"]) == ("48201", RASK, 2)


@pytest.mark.parametrize(
    ("choice", "levels"),
    [("sellable_again", (52, 0, 0)), ("is_damaged", (50, 2, 0)), ("ask_manager", (50, 0, 2))],
)
def test_the_answer_moves_the_goods(desk: ServiceDesk, choice: str, levels: tuple[int, int, int]) -> None:
    task = opened(desk)
    assert isinstance(desk.do("AnswerTask", task_id=task.id, choice=choice).result, Accepted)
    assert (level(desk, SELLABLE), level(desk, DAMAGED), level(desk, RETURNS_UNCHECKED)) == levels
    assert (desk.told()[-1] == "return_checked") is (choice != "ask_manager")


def test_it_is_answered_once(desk: ServiceDesk) -> None:
    task = opened(desk)
    desk.do("AnswerTask", task_id=task.id, choice="sellable_again")
    again = desk.do("AnswerTask", task_id=task.id, choice="is_damaged")
    assert isinstance(again.result, Rejected)
    assert (level(desk, SELLABLE), level(desk, DAMAGED), level(desk, RETURNS_UNCHECKED)) == (52, 0, 0)


def opened_twice(desk: ServiceDesk) -> tuple[Any, Any]:
    """The same two, opened, are written down at two desks; the over-return and the check of the second one."""
    opened(desk)
    part = {"number": "GBG-2-00001-K7", **taken_back(2, 2, RASK, "opened")}
    act = act_from(derived_id("away"), "TakeBackGoods", 1, msgspec.json.encode(part), ELIN, GBG, "GBG-2")
    result = decide(MemoryState(desk.tables), act, NOW, NOW)
    assert isinstance(result, Accepted)
    carry_out_all(desk.tables, result.changes)
    (over,) = desk.tasks("over_return")
    second = msgspec.json.decode(over.facts)["return_id"]
    (check,) = [
        task for task in desk.tasks("check_return") if msgspec.json.decode(task.facts)["return_id"] == second
    ]
    return over, check


@pytest.mark.parametrize("checked_first", [True, False])
def test_what_never_came_twice_is_taken_off_wherever_it_was_put(
    desk: ServiceDesk, checked_first: bool
) -> None:
    over, check = opened_twice(desk)
    assert level(desk, RETURNS_UNCHECKED) == 4
    if checked_first:
        desk.do("AnswerTask", task_id=check.id, choice="is_damaged")
    desk.do("AnswerTask", task_id=over.id, choice="returned_once")
    assert (level(desk, SELLABLE), level(desk, DAMAGED), level(desk, RETURNS_UNCHECKED)) == (50, 0, 2)
    assert desk.tables["task"][check.id,].state == "answered"
    assert sorted(task.state for task in desk.tasks("check_return")) == ["answered", "open"]
