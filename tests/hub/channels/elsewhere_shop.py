"""A hub whose pickups may be brought from another place, acts of staff there, and what its reservations add up to."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Result
from storedesk.actions.registry import KINDS, act_from, decide
from storedesk.domain.ids import derived_id
from storedesk.domain.pickup_state import FINAL, INBOUND
from storedesk.domain.records import Setting, Staff, StockLevel
from storedesk.domain.routing_rules import SETTING
from storedesk.domain.tables import SELLABLE
from storedesk.storage.change_set import execute
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.promises import decide_on_locked
from storedesk.storage.rows import Rows
from tests.hub.channels.order_shop import OrderShop
from tests.small_shop import ALVA, CENTRAL, ELIN, GBG, MAL, NOW, RASK

RULES: dict[str, Any] = {
    "rules": [
        {
            "name": "Pickup",
            "delivery": "collected",
            "safety": False,
            "capacity": False,
            "from_elsewhere": True,
        },
        {"name": "Sent", "delivery": "sent", "most_parcels": 3},
    ],
    "transfer_days": 3,
}
STORES = (GBG, MAL, CENTRAL)
ARTICLES = (ALVA, RASK)


def changes_of(result: Result) -> Any:
    return result.changes if isinstance(result, Accepted) else ()


class ElsewhereShop(OrderShop):
    """``stock`` are units by place and article; what is not named has none."""

    def __init__(
        self, folder: Path, stock: dict[tuple[int, int], int], rules: dict[str, Any] | None = None
    ) -> None:
        super().__init__(folder, stock=0)
        self.acts = 0
        self.write(Setting(0, SETTING, json.dumps(RULES if rules is None else rules)))
        self.write(Staff(CENTRAL, ELIN, "Elin L.", "EL", "sales_associate", "", "", 0, None, 1))
        for (place, article), quantity in stock.items():
            self.write(StockLevel(place, article, SELLABLE, quantity, 0, 0, 0, None, "", NOW))

    def act(self, kind: str, place: int, **args: Any) -> Result:
        """A person of a place does something, decided at the hub."""
        self.acts += 1
        name = derived_id("elsewhere", str(self.acts))
        body = msgspec.json.encode(args)
        act = act_from(name, kind, KINDS[kind].version, body, ELIN, place, f"P{place}-1")
        with self.engine.begin() as connection:
            rows, feed = Rows(connection), FeedWriter(connection, self.tag)
            result = decide_on_locked(
                rows, lambda state: decide(state, act, self.now, self.now), changes_of, wait=True
            )
            feed.note([execute(rows, change) for change in changes_of(result)])
            feed.write()
        return result

    def part(self, state: str = "", **equals: Any) -> Any:
        """The only part in a state."""
        (found,) = (
            row
            for row in self.rows("fulfilment")
            if (not state or row.state == state) and all(getattr(row, n) == v for n, v in equals.items())
        )
        return found

    def transfer(self, state: str = "asked") -> Any:
        (found,) = (row for row in self.rows("transfer") if row.state == state)
        return found

    def answer(self, agree: bool, state: str = "asked") -> Result:
        row = self.transfer(state)
        return self.act("AnswerTransfer", row.from_id, transfer_id=row.id, agree=agree)

    def send(self, quantity: int, article: int = ALVA, state: str = "asked", **args: Any) -> Result:
        row, lines = self.transfer(state), [{"variant_id": article, "quantity": quantity}]
        return self.act("SendTransfer", row.from_id, transfer_id=row.id, lines=lines, **args)

    def receive(self, quantity: int, article: int = ALVA, state: str = "sent") -> Result:
        row, lines = self.transfer(state), [{"variant_id": article, "quantity": quantity}]
        return self.act("ReceiveTransfer", row.to_id, transfer_id=row.id, lines=lines if quantity else [])

    def level(self, place: int, article: int = ALVA, bucket: int = SELLABLE) -> tuple[int, int]:
        """On hand and reserved."""
        where = f"location_id = {place} AND variant_id = {article} AND bucket = {bucket}"
        found = self.rows("stock_level", where)
        return (found[0].quantity, found[0].reserved) if found else (0, 0)

    def open_tasks(self) -> list[tuple[str, int]]:
        return sorted((row.kind, row.place_id) for row in self.rows("task") if row.state != "answered")

    def check(self) -> None:
        """Raises AssertionError where what is reserved is not what is promised out of a shelf, or is more than is
        there, or an order's lines are promised twice."""
        promised: Counter[tuple[int, int]] = Counter()
        parts = {row.id: row for row in self.rows("fulfilment")}
        taken: Counter[tuple[str, int]] = Counter()
        gone: Counter[tuple[str, int]] = Counter()
        for line in self.rows("fulfilment_line"):
            part = parts[line.fulfilment_id]
            if part.state not in FINAL:
                kept = line.ordered - line.cancelled - line.short - line.collected - line.refunded
                if part.state == INBOUND and part.source_id:
                    kept = line.picked
                promised[part.place_id, line.variant_id] += max(0, kept)
            if part.state not in FINAL:
                waits = part.state in ("rejected", "customer_decision")
                taken[part.order_id, line.line] += (
                    line.ordered - line.cancelled - (0 if waits else line.short)
                )
            elif part.state == "ship_home" and part.kind == "ship":
                gone[part.order_id, line.line] += line.ordered - line.cancelled - line.short
        transfers = {row.id: row for row in self.rows("transfer")}
        for line in self.rows("transfer_line"):
            promised[transfers[line.transfer_id].from_id, line.variant_id] += line.reserved
        for row in self.rows("stock_level", "bucket = 0"):
            key = (row.location_id, row.variant_id)
            assert row.reserved == promised[key], (key, row.reserved, promised[key])
            assert row.reserved >= 0
        for line in self.rows("order_line"):
            key = (line.order_id, line.line)
            assert taken[key] <= max(0, line.ordered - line.cancelled - gone[key]), line

    def check_coming(self) -> None:
        """Raises AssertionError where a pickup waits for what nobody brings, or more is asked for than it waits for."""
        for part in self.rows("fulfilment", "state = 'inbound' AND source_id <> 0"):
            waits: Counter[int] = Counter()
            for line in self.rows("fulfilment_line", f"fulfilment_id = '{part.id}'"):
                waits[line.variant_id] += line.ordered - line.cancelled - line.picked - line.short
            comes: Counter[int] = Counter()
            asked: Counter[int] = Counter()
            for row in self.rows("transfer", f"fulfilment_id = '{part.id}'"):
                if row.received_at is not None or row.state in ("refused", "cancelled"):
                    continue
                for line in self.rows("transfer_line", f"transfer_id = '{row.id}'"):
                    sums, units = (asked, line.asked) if row.sent_at is None else (comes, line.sent)
                    sums[line.variant_id] += units
                    assert row.sent_at is not None or line.asked == line.reserved, line
            assert any(asked.values()) or any(comes.values()), part
            for article in {*waits, *asked}:
                assert asked[article] == max(0, waits[article] - comes[article]), (
                    part,
                    article,
                    waits,
                    asked,
                    comes,
                )
