"""Scripted work on stock in which every kind is done and refused, here and centrally."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.tables import SELLABLE, scopes_of_desk
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ALVA, ELIN, GBG, MAL, NOW, small_shop

HOUR = 3_600_000


class StockShop:
    """One store's data and its acts one after another; ``central`` says who decides."""

    def __init__(self, central: bool = True) -> None:
        self.tables: Tables = tables_of_rows(small_shop())
        self.now, self.acts, self.done = NOW, 0, list[Done]()
        self._followed = None if central else set(scopes_of_desk(GBG, (GBG,)))

    def do(self, kind: str, at: int | None = None, place: int = GBG, staff: int = ELIN, **args: Any) -> Done:
        """Decides at ``at`` and carries out what was accepted."""
        self.acts += 1
        when, body = self.now if at is None else at, msgspec.json.encode(args)
        name = derived_id("stock", str(self.acts))
        act = act_from(name, kind, 1, body, staff, place, f"GBG-{place}")
        before = {table: dict(rows) for table, rows in self.tables.items()}
        state = MemoryState(before, self._followed)
        stopped = may_begin(state, act, when)
        result = decide(state, act, when, self.now)
        if isinstance(result, Accepted):
            carry_out_all(self.tables, result.changes)
        elif stopped is None:
            stopped = result
        gate = stopped.reason if isinstance(stopped, Rejected) else None
        self.done.append(Done(act, when, gate, result, before))
        return self.done[-1]

    def made(self, done: Done) -> str:
        return effect_id(done.act.id, 1)

    def level(self, bucket: int = SELLABLE, place: int = GBG) -> int:
        row = self.tables["stock_level"].get((place, ALVA, bucket))
        return row.quantity if row else 0

    def tasks(self) -> list[str]:
        return [task.kind for task in self.tables["task"].values()]

    def reasons(self) -> list[str]:
        return [move.reason for move in self.tables["movement"].values()]

    def hold(self, quantity: int = 1, **args: Any) -> Any:
        wanted = {"location_id": GBG, "variant_id": ALVA, "quantity": quantity, "until": NOW + HOUR} | args
        return self.tables["hold"][self.made(self.do("PlaceHold", **wanted)),]

    def transfer(self) -> str:
        lines = [{"variant_id": ALVA, "quantity": 2}]
        return self.made(self.do("AskTransfer", number="GBG-07-00041-K7", from_id=MAL, lines=lines))


def stock_days() -> tuple[Done, ...]:
    shop = StockShop()
    lines = [{"variant_id": ALVA, "quantity": 2}]
    shop.do("AdjustStock", variant_id=ALVA, quantity=1, reason="damaged")
    shop.do("CountStock", variant_id=ALVA, counted=7)
    held = shop.hold()
    shop.do("ReleaseHold", hold_id=held.id)
    shop.do("ReleaseHold", hold_id=held.id)
    shop.do("PlaceHold", location_id=GBG, variant_id=ALVA, quantity=1, until=NOW - 1)
    transfer = shop.transfer()
    shop.do("AskTransfer", number="GBG-07-00042-K7", from_id=GBG, lines=lines)
    shop.do("AnswerTransfer", transfer_id=transfer, agree=True)
    shop.do("AnswerTransfer", transfer_id=transfer, agree=True, place=MAL)
    shop.do("SendTransfer", transfer_id=transfer, lines=lines, place=MAL)
    shop.do("ReceiveTransfer", transfer_id=transfer, lines=lines)
    for kind in ("SendTransfer", "ReceiveTransfer"):
        _stopped(shop, kind, transfer_id=transfer, lines=lines)
    _stopped(shop, "AdjustStock", variant_id=ALVA, quantity=1, reason="found", note="811218-9876")
    _stopped(shop, "CountStock", variant_id=999, counted=7)
    return tuple(shop.done)


def _stopped(shop: StockShop, kind: str, **args: Any) -> None:
    """A fact that the desk does not begin."""
    done = shop.do(kind, **args)
    assert done.gate is not None
    shop.done[-1] = done._replace(result=Rejected(done.gate))
