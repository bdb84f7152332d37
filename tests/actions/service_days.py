"""Scripted work of customer service in which every kind is done and refused."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.ids import derived_id
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ELIN, GBG, NOW, fulfilment_id, order_id, small_shop

ORDER, PICKUP = order_id(48201), fulfilment_id(48201)
NOWHERE = derived_id("order", "nowhere")
DAY = "2026-11-23"


class ServiceDesk:
    """One desk's data and the acts of one person there."""

    def __init__(self) -> None:
        self.tables: Tables = tables_of_rows(small_shop())
        self.done: list[Done] = []

    def do(self, kind: str, **args: Any) -> Done:
        body = msgspec.json.encode(args)
        act_id = derived_id("service act", str(len(self.done)))
        act = act_from(act_id, kind, 1, body, ELIN, GBG, "GBG-1")
        before = {name: dict(rows) for name, rows in self.tables.items()}
        stopped = may_begin(MemoryState(before), act, NOW)
        gate = stopped.reason if isinstance(stopped, Rejected) else None
        result = stopped if stopped is not None else decide(MemoryState(before), act, NOW, NOW)
        if isinstance(result, Accepted):
            carry_out_all(self.tables, result.changes)
        self.done.append(Done(act, NOW, gate, result, before))
        return self.done[-1]

    def told(self) -> list[str]:
        """What the timeline of the order says, in the order of its entries."""
        return [row.kind for row in self.tables["timeline_entry"].values() if row.order_id == ORDER]


def service_days() -> tuple[Done, ...]:
    desk = ServiceDesk()
    asked = {"reason": "where_is_my_order", "outcome": "answered", "day": DAY}
    desk.do("LogContact", **asked, order_id=ORDER)
    desk.do("LogContact", **asked, order_id=NOWHERE)
    for order in (ORDER, NOWHERE):
        desk.do("VerifyCaller", order_id=order, first="phone", second="postcode")
    for day in ("2026-12-07", "2026-12-01"):
        desk.do("ExtendPickup", fulfilment_id=PICKUP, last_day=day)
    return tuple(desk.done)
