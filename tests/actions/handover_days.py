"""Scripted handovers at one desk: with the line down, from the label, with an exchange."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.codes import SignedPickupCode, qr_text
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.one_time_word import one_time_words, word_key
from storedesk.domain.reasons import Reason
from storedesk.domain.records import Price, Setting, StockLevel, TillReceipt, Variant, WordKey
from storedesk.domain.tables import SELLABLE, scopes_of_desk
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ALVA, CENTRAL, ELIN, GBG, MAL, NOW, fulfilment_id, order_id, small_shop

NUMBER = 48201
ORDER, PICKUP = order_id(NUMBER), fulfilment_id(NUMBER)
LINES = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
KEY = word_key(b"the key of the place")
DAY = "2026-11-23"
LIMIT = 10_000_000
ALVA_L, DEAR = 111, 112
DESK = frozenset(scopes_of_desk(GBG, (GBG, MAL, CENTRAL)))


def more_sizes() -> list[object]:
    """Two more sizes of the jacket, one of them dearer, four of each here."""
    rows: list[object] = []
    for number, size, amount in (
        (ALVA, "M", 24_990_000),
        (ALVA_L, "L", 24_990_000),
        (DEAR, "XL", 25_990_000),
    ):
        rows.append(Price("base", number, "SEK", 1, "2026-01-01", amount, 1))
        if number != ALVA:
            rows.append(Variant(number, ALVA, f"SKU-{number}", "Alva", "Green", size, "piece", 0))
            rows.append(StockLevel(GBG, number, SELLABLE, 4, 0, 0, 0, None, "A1-02", NOW))
    return rows


class Counter:
    """One desk's data; acts one after another, each with the desk's gate before it."""

    def __init__(self, *more: object) -> None:
        rows = [
            *small_shop(),
            *more_sizes(),
            WordKey(GBG, KEY.hex()),
            Setting(0, "handover.second_check_above", str(LIMIT)),
        ]
        self.tables: Tables = tables_of_rows([*rows, *more])
        self.done: list[Done] = []
        self.now = NOW

    def do(self, kind: str, staff_id: int = ELIN, **args: Any) -> Done:
        """The act as a desk does it: begun only if its gate lets it."""
        act_id = derived_id("handover act", str(len(self.done)))
        act = act_from(act_id, kind, 1, msgspec.json.encode(args), staff_id, GBG, "GBG-1")
        before = {name: dict(rows) for name, rows in self.tables.items()}
        stopped = may_begin(MemoryState(before, DESK), act, self.now)
        gate = stopped.reason if isinstance(stopped, Rejected) else None
        result = (
            stopped if stopped is not None else decide(MemoryState(before, DESK), act, self.now, self.now)
        )
        if isinstance(result, Accepted):
            carry_out_all(self.tables, result.changes)
        self.done.append(Done(act, self.now, gate, result, before))
        return self.done[-1]

    def refusal(self, kind: str, **args: Any) -> Reason | None:
        result = self.do(kind, **args).result
        return result.reason if isinstance(result, Rejected) else None

    def stage(self, number: int = NUMBER, lines: list[dict[str, int]] = LINES) -> str:
        """Picked, staged and ready in one parcel, whose id it is."""
        pickup = fulfilment_id(number)
        self.do("Pick", fulfilment_id=pickup, lines=lines)
        done = self.do("StageParcels", fulfilment_id=pickup, parcels=[{"bin": "H1", "lines": lines}])
        self.do("MarkReady", fulfilment_id=pickup)
        return effect_id(done.act.id, 1)

    def worth(self, total: int) -> None:
        """The order of the pickup is worth so much."""
        self.tables["orders"][ORDER,] = self.tables["orders"][ORDER,]._replace(total=total)

    def fact(self) -> Any:
        """The only handover."""
        (row,) = self.tables["handover"].values()
        return row

    def told(self) -> list[str]:
        """What the timeline of the order says."""
        return [row.kind for row in self.tables["timeline_entry"].values() if row.order_id == ORDER]

    def tasks(self) -> list[str]:
        return [row.kind for row in self.tables["task"].values() if row.state == "open"]


def words(number: int = NUMBER, day: str = DAY) -> str:
    return one_time_words(KEY, str(number), day)


def label_of(**fields: Any) -> str:
    """A customer's code of an order this desk has not heard of; who has signed it is not asked here."""
    known = SignedPickupCode(
        "GBG", derived_id("fulfilment", "far"), "K7P429", "48999", 1, "2026-11-30", bytes(64)
    )
    return qr_text(known._replace(**fields))


def handover_days() -> tuple[Done, ...]:
    counter = Counter()
    parcel = counter.stage()
    counter.worth(LIMIT + 1)
    args = {"fulfilment_id": PICKUP, "parcels": [parcel], "proof": "qr", "last_contact": NOW - 60_000}
    counter.do("HandOver", **args)
    counter.do("HandOver", **args, word=words())
    other = counter.stage(48203)
    for variant in (DEAR, ALVA_L):
        exchange = {"fulfilment_id": fulfilment_id(48203), "parcel_id": other, "line": 1, "quantity": 1}
        counter.do("ExchangeAtHandover", **exchange, variant_id=variant)
    order = counter.tables["orders"][order_id(48203),]
    counter.tables["orders"][order_id(48203),] = order._replace(payment_state="unpaid", due=990_000)
    counter.tables["till_receipt"]["GBG-1-7",] = TillReceipt("GBG-1-7", ORDER, "")
    paid = {"fulfilment_id": fulfilment_id(48203), "parcels": [other], "proof": "qr"}
    for receipt in ("gbg-1-7", "GBG-1-8"):
        counter.do("HandOver", **paid, receipt=receipt)
    for label in (label_of(), label_of(place_code="MAL")):
        counter.do("HandOverFromLabel", label=label)
    return tuple(counter.done)
