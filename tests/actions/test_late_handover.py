"""Goods that leave although the order was cancelled meanwhile: kept as it happened, with a task."""

from storedesk.actions.action import Accepted
from tests.actions.pickup_days import ONE, ORDER, PickupDesk


def test_goods_of_a_cancelled_order_that_left_were_picked_and_staged_too() -> None:
    desk = PickupDesk()
    desk.made_ready()
    parcels = [parcel.id for parcel in desk.tables["parcel"].values()]
    desk.do("RequestChange", order_id=ORDER, change="cancel", seen="open")
    assert desk.row().state == "cancelled"
    late = desk.decided("HandOver", fulfilment_id=ONE, parcels=parcels, proof="code")
    assert isinstance(late, Accepted) and late.task is not None
    for line in desk.lines():
        assert (line.collected, line.staged, line.picked) == (line.ordered,) * 3
    desk.do("AnswerTask", task_id=late.task, choice="recovered")
    assert [line.collected for line in desk.lines()] == [0, 0]
