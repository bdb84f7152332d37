"""Scripted pickup work beside picking, in which every kind is done and refused."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.ids import derived_id
from storedesk.domain.records import FulfilmentLine, Order, Price, Setting, StockLevel, Task, Variant
from storedesk.domain.tables import SELLABLE, scopes_of_desk
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ALVA, ELIN, GBG, MAJA, MAL, NOW, RASK, fulfilment_id, order_id, small_shop

ONE, TWO, INBOUND = fulfilment_id(48201), fulfilment_id(48202), fulfilment_id(48204)
ORDER = order_id(48201)
ALVA_L, ALVA_DEAR = 111, 112
DAY_MS = 86_400_000
LATE = NOW + 8 * DAY_MS
"""After the closing of the last day of every pickup in the small shop."""

SCOPES = scopes_of_desk(GBG, (GBG, MAL))


class PickupDesk:
    """The hub's data (``central``) or one desk's, and the acts of people there one after another."""

    def __init__(self, *, central: bool = True) -> None:
        self.tables: Tables = tables_of_rows([*small_shop(), *_more_variants()])
        self.done: list[Done] = []
        self.now = NOW
        self.followed = None if central else SCOPES
        row = self.tables["fulfilment"][INBOUND,]
        self.tables["fulfilment"][INBOUND,] = row._replace(state="inbound")

    @property
    def state(self) -> MemoryState:
        return MemoryState(self.tables, self.followed)

    def do(self, kind: str, staff_id: int = ELIN, at_place: int = GBG, **args: Any) -> Done:
        body = msgspec.json.encode(args)
        act_id = derived_id("pickup act", str(len(self.done)))
        act = act_from(act_id, kind, 1, body, staff_id, at_place, f"P{at_place}-1")
        before = {name: dict(rows) for name, rows in self.tables.items()}
        stopped = may_begin(MemoryState(before, self.followed), act, self.now)
        gate = stopped.reason if isinstance(stopped, Rejected) else None
        view = MemoryState(before, self.followed)
        result = stopped if stopped is not None else decide(view, act, self.now, self.now)
        if isinstance(result, Accepted):
            carry_out_all(self.tables, result.changes)
        self.done.append(Done(act, self.now, gate, result, before))
        return self.done[-1]

    def decided(self, kind: str, at_place: int = GBG, **args: Any) -> Accepted | Rejected:
        """What comes of an act that another desk has done already: without its gate."""
        body = msgspec.json.encode(args)
        act_id = derived_id("pickup act elsewhere", str(len(self.done)), kind)
        act = act_from(act_id, kind, 1, body, ELIN, at_place, f"P{at_place}-2")
        result = decide(self.state, act, self.now, self.now)
        if isinstance(result, Accepted):
            carry_out_all(self.tables, result.changes)
        return result

    def made_ready(self, fulfilment: str = ONE) -> None:
        lines = [{"line": line.line, "quantity": line.ordered} for line in self.lines(fulfilment)]
        self.do("Pick", fulfilment_id=fulfilment, lines=lines)
        self.do("StageParcels", fulfilment_id=fulfilment, parcels=[{"bin": "H1", "lines": lines}])
        self.do("MarkReady", fulfilment_id=fulfilment)

    def worth(self, amount: int, fulfilment: str = ONE) -> None:
        """The first line of the order costs so much (1/10,000)."""
        order = self.row(fulfilment).order_id
        line = self.tables["order_line"][order, 1]
        self.tables["order_line"][order, 1] = line._replace(amount=amount, price=amount)

    def cancel_and_pay_back(self, fulfilment: str = ONE) -> None:
        """The first line is cancelled, the others are paid back: nothing is wanted any more."""
        for line in self.lines(fulfilment):
            gone = {"cancelled": line.ordered} if line.line == 1 else {"refunded": line.ordered}
            self.tables["fulfilment_line"][fulfilment, line.line] = line._replace(**gone)

    def set(self, name: str, value: str, place_id: int = GBG) -> None:
        self.tables["setting"][place_id, name] = Setting(place_id, name, value)

    def row(self, fulfilment: str = ONE) -> Any:
        return self.tables["fulfilment"][fulfilment,]

    def lines(self, fulfilment: str = ONE) -> list[FulfilmentLine]:
        return [row for key, row in sorted(self.tables["fulfilment_line"].items()) if key[0] == fulfilment]

    def level(self, variant: int = ALVA, place: int = GBG, bucket: int = SELLABLE) -> StockLevel:
        level: StockLevel = self.tables["stock_level"][place, variant, bucket]
        return level

    def order(self) -> Order:
        order: Order = self.tables["orders"][ORDER,]
        return order

    def tasks(self, kind: str) -> list[Task]:
        return [task for task in self.tables["task"].values() if task.kind == kind]

    def told(self, order: str = ORDER) -> list[str]:
        return [row.kind for row in self.tables["timeline_entry"].values() if row.order_id == order]


def _more_variants() -> list[object]:
    """Two more sizes of the jacket, one of them dearer."""
    rows: list[object] = [
        Variant(number, ALVA, f"SKU-{number}", "Alva", "Green", size, "piece", 0)
        for number, size in ((ALVA_L, "L"), (ALVA_DEAR, "XL"))
    ]
    for number, amount in ((ALVA, 24_990_000), (ALVA_L, 24_990_000), (ALVA_DEAR, 25_990_000)):
        rows.append(Price("base", number, "SEK", 1, "2026-01-01", amount, 1))
        if number != ALVA:
            rows.append(StockLevel(GBG, number, SELLABLE, 4, 0, 0, 0, None, "A1-02", NOW))
    return rows


def pickup_days() -> tuple[Done, ...]:
    desk = PickupDesk()
    desk.do("ReadyUnchecked", fulfilment_id=TWO, bin="H2")
    desk.set("pick.item_checks", "off")
    desk.do("ReadyUnchecked", fulfilment_id=TWO, bin="H2")
    three = fulfilment_id(48203)
    swap = {"fulfilment_id": three, "line": 1, "quantity": 1, "reason": "not_found"}
    desk.do("SwapLine", **swap, variant_id=RASK)
    desk.do("SwapLine", **swap, variant_id=ALVA_L)
    desk.do("ReceiveInbound", fulfilment_id=INBOUND)
    desk.do("ReceiveInbound", fulfilment_id=INBOUND)
    for place in (GBG, MAL):
        desk.do("MovePickupToStore", fulfilment_id=fulfilment_id(48206), place_id=place)
    five = fulfilment_id(48205)
    desk.tables["stock_level"][MAL, RASK, SELLABLE] = desk.level(RASK, MAL)._replace(quantity=0)
    desk.do("MovePickupToStore", fulfilment_id=five, place_id=MAL)
    for name in ("Jonas Nilsson", "  "):
        desk.do("ChangeCollector", fulfilment_id=five, name=name)
    desk.cancel_and_pay_back(five)
    desk.do("MovePickupToStore", fulfilment_id=five, place_id=MAL)
    desk.made_ready()
    desk.worth(9_000_000)
    release = {"fulfilment_id": ONE, "reason": "no_answer"}
    desk.do("ReleaseNotCollected", **release)
    desk.now = LATE
    desk.do("ReleaseNotCollected", **release)
    desk.worth(90_000_000)
    desk.do("ReleaseNotCollected", fulfilment_id=ONE, reason="does_not_come")
    desk.do("RestockReturned", fulfilment_id=ONE, line=1, quantity=1)
    desk.do("ReleaseNotCollected", MAJA, fulfilment_id=ONE, reason="does_not_come")
    desk.do("RestockReturned", fulfilment_id=ONE, line=1, quantity=1)
    return tuple(desk.done)
