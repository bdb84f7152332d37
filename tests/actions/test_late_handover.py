"""Handovers that the hub hears of late: kept as they happened, under the same id as on the desk."""

import msgspec

from storedesk.actions.action import Accepted, State
from storedesk.actions.registry import act_from, decide
from storedesk.domain.changes import Insert
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Handover
from tests.actions.pickup_days import ONE, ORDER, PickupDesk
from tests.small_shop import ALVA, ELIN, GBG


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


def test_a_count_that_the_desk_has_not_heard_of_gives_the_handover_no_other_id() -> None:
    desk = PickupDesk()
    desk.made_ready()
    args = {"fulfilment_id": ONE, "parcels": [parcel.id for parcel in desk.tables["parcel"].values()]}
    act = act_from(derived_id("late"), "HandOver", 1, msgspec.json.encode(args), ELIN, GBG, "P1-1")
    at = desk.now

    def handover_of(state: State) -> str:
        result = decide(state, act, at, at)
        assert isinstance(result, Accepted)
        rows = [change.row for change in result.changes if isinstance(change, Insert)]
        return next(row.id for row in rows if isinstance(row, Handover))

    here = handover_of(desk.state)
    desk.now += 60_000
    desk.do("CountStock", variant_id=ALVA, counted=7)
    assert handover_of(desk.state) == here
