"""Goods that nobody collects: a task first, let go by value and age, stock free once scanned back."""

import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.late_pickups import late_pickup
from storedesk.domain.ids import derived_id
from storedesk.domain.reasons import CallsMissing, LastDayNotOver, Reason, SecondCheckNeeded, WrongState
from storedesk.domain.tables import DAMAGED
from tests.actions.pickup_days import LATE, ONE, PickupDesk
from tests.actions.work_day import Done
from tests.memory_state import carry_out_all
from tests.small_shop import ALVA, MAJA, NOW, RASK

KRONA = 10_000
GONE = {"fulfilment_id": ONE, "reason": "no_answer"}
SAID_NO = {"fulfilment_id": ONE, "reason": "does_not_come"}


@pytest.fixture
def desk() -> PickupDesk:
    made = PickupDesk()
    made.made_ready()
    return made


def reason_of(done: Done) -> Reason:
    assert isinstance(done.result, Rejected), done.result
    return done.result.reason


def is_done(done: Done) -> bool:
    return isinstance(done.result, Accepted)


def clock_strikes(desk: PickupDesk, now: int) -> None:
    carry_out_all(desk.tables, late_pickup(desk.state, ONE, {}, now))


def test_a_pickup_is_not_late_before_the_closing_of_its_last_day(desk: PickupDesk) -> None:
    closing = NOW + 7 * 86_400_000 + (19 * 60 - (14 * 60 + 5)) * 60_000
    clock_strikes(desk, closing - 1)
    assert desk.tasks("not_collected") == []
    clock_strikes(desk, closing)
    assert [task.fulfilment_id for task in desk.tasks("not_collected")] == [ONE]


def test_a_last_day_on_which_the_store_is_closed_ends_with_the_next_opening_day(desk: PickupDesk) -> None:
    place = desk.tables["place"][1,]
    desk.tables["place"][1,] = place._replace(exceptions='{"2026-11-30": []}')
    clock_strikes(desk, NOW + 7 * 86_400_000 + 12 * 3_600_000)
    assert desk.tasks("not_collected") == []
    clock_strikes(desk, LATE + 12 * 3_600_000)
    assert len(desk.tasks("not_collected")) == 1


def test_a_late_pickup_gets_one_task_and_nothing_else_happens_by_itself(desk: PickupDesk) -> None:
    for hour in range(3):
        clock_strikes(desk, LATE + hour * 3_600_000)
    assert len(desk.tasks("not_collected")) == 1
    assert (desk.row().state, desk.order().payment_state) == ("ready", "captured")
    assert not desk.tables["payment"]
    assert desk.told().count("last_day_passed") == 1


def test_a_closed_task_does_not_come_back_but_a_later_last_day_has_its_own(desk: PickupDesk) -> None:
    clock_strikes(desk, LATE)
    desk.now = LATE
    (task,) = desk.tasks("not_collected")
    assert is_done(desk.do("AnswerTask", task_id=task.id, choice="understood"))
    clock_strikes(desk, LATE + 1)
    assert len(desk.tasks("not_collected")) == 1
    assert is_done(desk.do("ExtendPickup", fulfilment_id=ONE, last_day="2026-12-03"))
    clock_strikes(desk, LATE + 86_400_000)
    assert len(desk.tasks("not_collected")) == 1
    clock_strikes(desk, LATE + 5 * 86_400_000)
    assert len(desk.tasks("not_collected")) == 2


def test_the_task_ends_when_the_pickup_is_kept_longer(desk: PickupDesk) -> None:
    clock_strikes(desk, LATE)
    desk.now = LATE
    desk.do("ExtendPickup", fulfilment_id=ONE, last_day="2026-12-03")
    clock_strikes(desk, LATE + 1)
    assert [(task.state, task.answer) for task in desk.tasks("not_collected")] == [("answered", "no_longer")]


def test_without_a_word_of_the_customer_the_last_day_has_to_close_first(desk: PickupDesk) -> None:
    assert reason_of(desk.do("ReleaseNotCollected", **GONE)) == LastDayNotOver("2026-11-30")
    assert is_done(desk.do("ReleaseNotCollected", **SAID_NO))


def test_a_customer_is_called_before_dear_goods_are_let_go(desk: PickupDesk) -> None:
    desk.worth(900 * KRONA)
    desk.now = LATE
    assert reason_of(desk.do("ReleaseNotCollected", **GONE)) == CallsMissing(1)
    asked = {"reason": "other", "outcome": "no_answer", "day": "2026-12-01", "order_id": desk.order().id}
    assert is_done(desk.do("LogContact", **asked))
    assert is_done(desk.do("ReleaseNotCollected", **GONE))


def test_the_dearest_goods_need_somebody_who_supervises(desk: PickupDesk) -> None:
    desk.worth(9_000 * KRONA)
    assert reason_of(desk.do("ReleaseNotCollected", **SAID_NO)) == SecondCheckNeeded("not_collected")
    assert is_done(desk.do("ReleaseNotCollected", **SAID_NO, checked_by=MAJA))


def test_the_limits_are_those_of_the_chain_unless_the_place_has_its_own(desk: PickupDesk) -> None:
    desk.worth(100 * KRONA)
    desk.set("pickup.keep.SEK", '[[null, 7, 0, "manager"]]', place_id=0)
    assert reason_of(desk.do("ReleaseNotCollected", **SAID_NO)) == SecondCheckNeeded("not_collected")
    desk.set("pickup.keep.SEK", '[[null, 7, 0, "staff"]]')
    assert is_done(desk.do("ReleaseNotCollected", **SAID_NO))


def test_letting_go_asks_for_the_money_once_and_moves_no_goods_yet(desk: PickupDesk) -> None:
    desk.worth(400 * KRONA)
    before = desk.level(), desk.level(RASK)
    assert is_done(desk.do("ReleaseNotCollected", **SAID_NO))
    assert (desk.level(), desk.level(RASK)) == before
    assert (desk.row().state, desk.order().payment_state) == ("not_collected", "refund_asked")
    (refund,) = desk.tables["payment"].values()
    assert (refund.kind, refund.amount) == ("refund", 400 * KRONA)
    assert [line.refunded for line in desk.lines()] == [1, 2]
    assert [task.facts for task in desk.tasks("restock")] == ['{"bin":"H1","order":"48201","quantity":3}']
    assert reason_of(desk.do("ReleaseNotCollected", **SAID_NO)) == WrongState(
        "not_collected", "not_collected"
    )
    assert len(desk.tables["payment"]) == 1


def test_a_desk_never_asks_for_money(desk: PickupDesk) -> None:
    own = PickupDesk(central=False)
    own.made_ready()
    own.worth(400 * KRONA)
    assert is_done(own.do("ReleaseNotCollected", **SAID_NO))
    assert (own.row().state, own.order().payment_state) == ("not_collected", "captured")
    assert not own.tables["payment"]
    assert "refund_asked" not in own.told()


def test_an_unpaid_order_has_nothing_to_pay_back(desk: PickupDesk) -> None:
    desk.tables["orders"][desk.order().id,] = desk.order()._replace(payment_state="unpaid")
    desk.worth(400 * KRONA)
    assert is_done(desk.do("ReleaseNotCollected", **SAID_NO))
    assert (desk.order().payment_state, len(desk.tables["payment"])) == ("unpaid", 0)


def test_goods_can_be_promised_again_once_they_are_scanned_back(desk: PickupDesk) -> None:
    for variant, quantity in ((ALVA, 1), (RASK, 2)):
        key = (1, variant, 0)
        desk.tables["stock_level"][key] = desk.level(variant)._replace(reserved=quantity)
    desk.do("ReleaseNotCollected", **SAID_NO)
    assert is_done(desk.do("RestockReturned", fulfilment_id=ONE, line=1, quantity=1))
    assert (desk.row().state, desk.level().reserved, desk.level().quantity) == ("not_collected", 0, 50)
    assert is_done(desk.do("RestockReturned", fulfilment_id=ONE, line=2, quantity=2))
    assert (desk.row().state, desk.level(RASK).reserved) == ("returned_to_stock", 0)
    assert {parcel.state for parcel in desk.tables["parcel"].values()} == {"restocked"}
    assert [(task.state, task.answer) for task in desk.tasks("restock")] == [("answered", "put_back")]
    assert desk.told()[-1] == "goods_put_back"


def test_the_task_to_put_back_puts_everything_back_at_once(desk: PickupDesk) -> None:
    desk.do("ReleaseNotCollected", **SAID_NO)
    (task,) = desk.tasks("restock")
    assert is_done(desk.do("AnswerTask", task_id=task.id, choice="put_back"))
    assert desk.row().state == "returned_to_stock"
    assert [line.restocked for line in desk.lines()] == [1, 2]


def test_damaged_and_missing_goods_go_to_no_shelf(desk: PickupDesk) -> None:
    desk.do("ReleaseNotCollected", **SAID_NO)
    desk.do("RestockReturned", fulfilment_id=ONE, line=1, quantity=1, condition="damaged")
    assert (desk.level().quantity, desk.level(bucket=DAMAGED).quantity) == (49, 1)
    desk.do("RestockReturned", fulfilment_id=ONE, line=2, quantity=2, condition="missing")
    assert desk.level(RASK).quantity == 48
    assert (len(desk.tasks("write_off")), len(desk.tasks("count_task"))) == (1, 1)
    assert desk.row().state == "returned_to_stock"


def test_goods_scanned_back_a_second_time_are_a_task_and_move_nothing(desk: PickupDesk) -> None:
    desk.do("ReleaseNotCollected", **SAID_NO)
    desk.do("RestockReturned", fulfilment_id=ONE, line=1, quantity=1)
    before = desk.level()
    again = desk.decided("RestockReturned", fulfilment_id=ONE, line=1, quantity=1)
    assert isinstance(again, Accepted)
    assert again.task in {task.id for task in desk.tasks("restock_unexpected")}
    assert desk.level() == before


def test_goods_of_an_unknown_pickup_are_a_task_too(desk: PickupDesk) -> None:
    strange = derived_id("nothing")
    assert isinstance(desk.decided("RestockReturned", fulfilment_id=strange, line=1, quantity=1), Accepted)
    assert len(desk.tasks("restock_unexpected")) == 1
