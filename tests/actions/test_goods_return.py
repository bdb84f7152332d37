"""Goods that come back over the counter: moved once, counted once, refunded once."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import act_from, decide
from storedesk.domain.ids import derived_id
from storedesk.domain.reasons import PersonalNumberInText, TooMany
from storedesk.domain.records import Task
from storedesk.domain.returnable import refund_of, returnable
from storedesk.domain.tables import DAMAGED, RETURNS_UNCHECKED, SELLABLE
from tests.actions.service_days import ORDER, ServiceDesk, taken_back
from tests.memory_state import MemoryState, carry_out_all
from tests.small_shop import ALVA, ELIN, GBG, MAL, NOW, RASK

MILLION = st.integers(0, 1_000_000)


@pytest.fixture
def desk() -> ServiceDesk:
    made = ServiceDesk()
    made.hand_all_over()
    line = made.tables["order_line"][ORDER, 2]
    made.tables["order_line"][ORDER, 2] = line._replace(amount=1_000_000)
    return made


def level(desk: ServiceDesk, variant: int, bucket: int) -> int:
    row = desk.tables["stock_level"].get((GBG, variant, bucket))
    return row.quantity if row else 0


def bought(desk: ServiceDesk, line: int = 2) -> Any:
    return desk.tables["order_line"][ORDER, line]


@pytest.mark.parametrize(
    ("condition", "bucket", "before"),
    [("as_new", SELLABLE, 50), ("opened", RETURNS_UNCHECKED, 0), ("damaged", DAMAGED, 0)],
)
def test_the_condition_decides_where_the_goods_go(
    desk: ServiceDesk, condition: str, bucket: int, before: int
) -> None:
    done = desk.do("TakeBackGoods", **taken_back(2, 2, RASK, condition))
    assert isinstance(done.result, Accepted)
    assert level(desk, RASK, bucket) == before + 2
    assert bought(desk).returned == 2
    (row,) = desk.tables["goods_return_line"].values()
    assert (row.quantity, row.reason, row.condition, row.bucket) == (2, "too_small", condition, bucket)
    assert desk.told() == ["goods_returned"]


def test_no_more_comes_back_than_was_bought_and_is_still_out(desk: ServiceDesk) -> None:
    desk.do("TakeBackGoods", **taken_back(2, 1, RASK))
    refused = desk.do("TakeBackGoods", **taken_back(2, 2, RASK))
    assert isinstance(refused.result, Rejected)
    assert refused.result.reason == TooMany(2, 2, 1)
    assert level(desk, RASK, SELLABLE) == 51


def test_a_return_keeps_no_personal_number(desk: ServiceDesk) -> None:
    refused = desk.do("TakeBackGoods", **taken_back(1, 1, ALVA), note="19811218-9876")
    assert isinstance(refused.result, Rejected)
    assert refused.result.reason == PersonalNumberInText("note")


def test_the_desk_takes_goods_and_the_centre_asks_for_the_money(desk: ServiceDesk) -> None:
    away = ServiceDesk(central=False)
    away.hand_all_over()
    for one in (away, desk):
        assert isinstance(one.do("TakeBackGoods", **taken_back(2, 1, RASK)).result, Accepted)
    assert [row.state for row in away.tables["goods_return"].values()] == ["taken_back"]
    assert not away.tables["payment"]
    assert [row.state for row in desk.tables["goods_return"].values()] == ["refund_asked"]
    (refund,) = desk.tables["payment"].values()
    assert (refund.kind, refund.state, refund.amount) == ("refund", "refund_asked", 500_000)


def test_an_unpaid_order_gets_no_money_back(desk: ServiceDesk) -> None:
    desk.tables["orders"][ORDER,] = desk.tables["orders"][ORDER,]._replace(payment_state="unpaid")
    desk.do("TakeBackGoods", **taken_back(2, 1, RASK))
    assert not desk.tables["payment"]


def second_return(desk: ServiceDesk) -> Task:
    """Two desks without a line took back all there was; the second one reaches the centre now."""
    desk.do("TakeBackGoods", **taken_back(2, 2, RASK))
    body = {"number": "GBG-2-00001-K7", **taken_back(2, 2, RASK)}
    act = act_from(derived_id("away"), "TakeBackGoods", 1, msgspec.json.encode(body), ELIN, GBG, "GBG-2")
    result = decide(MemoryState(desk.tables), act, NOW, NOW)
    assert isinstance(result, Accepted)
    assert result.task is not None
    carry_out_all(desk.tables, result.changes)
    found: Task = desk.tables["task"][result.task,]
    return found


def test_a_double_return_is_a_task_moves_the_goods_and_blocks_the_refund(desk: ServiceDesk) -> None:
    task = second_return(desk)
    assert (task.kind, task.place_id, task.state) == ("over_return", GBG, "open")
    assert sorted(row.state for row in desk.tables["goods_return"].values()) == ["blocked", "refund_asked"]
    assert (bought(desk).returned, level(desk, RASK, SELLABLE)) == (4, 54)
    assert len(desk.tables["payment"]) == 1


@pytest.mark.parametrize(
    ("choice", "returned", "here"), [("returned_once", 2, 52), ("returned_twice", 4, 54)]
)
def test_a_double_return_is_settled_by_what_really_came(
    desk: ServiceDesk, choice: str, returned: int, here: int
) -> None:
    task = second_return(desk)
    done = desk.do("AnswerTask", task_id=task.id, choice=choice)
    assert isinstance(done.result, Accepted)
    assert (bought(desk).returned, level(desk, RASK, SELLABLE)) == (returned, here)
    assert len(desk.tables["payment"]) == 1


def test_goods_of_an_order_nobody_knows_are_taken_in_and_a_task_says_so(desk: ServiceDesk) -> None:
    body = taken_back(1, 1, ALVA) | {"order_id": derived_id("order", "unheard")}
    act = act_from(derived_id("unheard"), "TakeBackGoods", 1, msgspec.json.encode(body), ELIN, MAL, "MAL-1")
    result = decide(MemoryState(desk.tables), act, NOW, NOW)
    assert isinstance(result, Accepted)
    assert result.task is not None
    carry_out_all(desk.tables, result.changes)
    assert desk.tables["stock_level"][MAL, ALVA, SELLABLE].quantity == 51


@given(st.integers(1, 50), MILLION, st.data())
def test_all_refunds_of_a_line_together_are_its_amount(
    ordered: int, amount: int, data: st.DataObject
) -> None:
    amount, back, paid = amount * 100, 0, 0
    while back < ordered:
        quantity = data.draw(st.integers(1, ordered - back))
        paid += refund_of(amount, ordered, back, quantity, "SEK")
        back += quantity
    assert paid == amount


@given(MILLION, MILLION, MILLION, st.one_of(st.none(), MILLION))
def test_what_may_come_back_is_never_below_zero_nor_above_what_left(
    ordered: int, cancelled: int, returned: int, collected: int | None
) -> None:
    possible = returnable(ordered, cancelled, returned, collected)
    assert 0 <= possible <= max(0, ordered - cancelled if collected is None else collected)
