"""Scripted work of customer service in which every kind is done and refused."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Address
from storedesk.domain.tables import scopes_of_desk
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ALVA, ELIN, GBG, MAL, NOW, RASK, fulfilment_id, order_id, small_shop

ORDER, PICKUP = order_id(48201), fulfilment_id(48201)
NOWHERE = derived_id("order", "nowhere")
DAY, DAY_MS = "2026-11-23", 86_400_000
SCOPES = scopes_of_desk(GBG, (GBG, MAL))
HOME = Address(
    derived_id("home"), str(GBG), ORDER, "shipping", "Maria", "Gatan 1", "411 00", "Göteborg", "SE"
)


class ServiceDesk:
    """One desk's data and the acts of one person there; without ``central`` as the desk itself decides."""

    def __init__(self, central: bool = True) -> None:
        self.tables: Tables = tables_of_rows([*small_shop(), HOME])
        self.followed = None if central else SCOPES
        self.done: list[Done] = []

    def do(self, kind: str, **args: Any) -> Done:
        body = msgspec.json.encode(args)
        act_id = derived_id("service act", str(len(self.done)))
        act = act_from(act_id, kind, 1, body, ELIN, GBG, "GBG-1")
        before = {name: dict(rows) for name, rows in self.tables.items()}
        state = MemoryState(before, self.followed)
        stopped = may_begin(state, act, NOW)
        gate = stopped.reason if isinstance(stopped, Rejected) else None
        result = stopped if stopped is not None else decide(state, act, NOW, NOW)
        if isinstance(result, Accepted):
            carry_out_all(self.tables, result.changes)
        self.done.append(Done(act, NOW, gate, result, before))
        return self.done[-1]

    def part(self, fulfilment: str = PICKUP, **columns: Any) -> Any:
        """The pickup as it is, with these columns set first."""
        row = self.tables["fulfilment"][fulfilment,]._replace(**columns)
        self.tables["fulfilment"][fulfilment,] = row
        return row

    def line(self, number: int = 1, **columns: Any) -> Any:
        """A line of the pickup as it is, with these columns set first."""
        row = self.tables["fulfilment_line"][PICKUP, number]._replace(**columns)
        self.tables["fulfilment_line"][PICKUP, number] = row
        return row

    def hand_all_over(self) -> None:
        """The whole pickup is with the customer."""
        for number, pieces in ((1, 1), (2, 2)):
            self.line(number, picked=pieces, staged=pieces, collected=pieces)
        self.part(state="collected", ended_at=NOW)

    def tasks(self, kind: str) -> list[Any]:
        return [task for task in self.tables["task"].values() if task.kind == kind]

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
    desk.do("AskStore", fulfilment_id=PICKUP, question="when_ready")
    desk.do("AskStore", fulfilment_id=NOWHERE, question="when_ready")
    desk.do("RequestChange", order_id=ORDER, change="note", seen="", note="Leave at H4")
    desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="ship_home")
    desk.part(state="rejected")
    desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="other_store", place_id=MAL)
    desk.hand_all_over()
    desk.do("RequestChange", order_id=ORDER, change="cancel", seen="open")
    desk.do("TakeBackGoods", **taken_back(1, 1, ALVA))
    desk.do("TakeBackGoods", **taken_back(2, 3, RASK))
    desk.do("TakeBackGoods", **taken_back(2, 1, RASK, "opened"))
    desk.do("AnswerTask", task_id=desk.tasks("check_return")[0].id, choice="sellable_again")
    desk.part(ended_at=NOW - 40 * DAY_MS)
    desk.do("TakeBackGoods", **taken_back(2, 1, RASK))
    return tuple(desk.done)


def taken_back(line: int, quantity: int, variant: int, condition: str = "as_new") -> dict[str, Any]:
    """The arguments of one line that came back."""
    part = {
        "line": line, "variant_id": variant, "quantity": quantity, "reason": "too_small", "condition": condition,
    }  # fmt: skip
    return {"order_id": ORDER, "number": "GBG-1-00007-K7", "lines": [part]}
