"""What reaches the hub from outside while the stores work: orders, cancellations, deliveries, rights."""

import random
from collections.abc import Sequence
from typing import Any

import msgspec

from storedesk.actions.brought_goods import is_brought
from storedesk.domain.ids import derived_id
from storedesk.domain.pickup_state import can_become
from storedesk.domain.records import (
    Fulfilment,
    FulfilmentLine,
    Movement,
    Order,
    Person,
    Place,
    Product,
    Staff,
    StockLevel,
    Task,
    Transfer,
    TransferLine,
)
from storedesk.domain.tables import SELLABLE, TABLE_BY_NAME
from tests.simulation.sim_hub import SimHub
from tests.small_shop import ALVA, OSKAR, RASK, TERMOS, pickup

ARTICLES = (ALVA, RASK, TERMOS)


BROUGHT_EVERY = 3
"""Of so many orders one is brought from another store."""


class CentralEvents:
    """One thing at a time, by chance."""

    def __init__(self, rng: random.Random, hub: SimHub, stores: Sequence[int], first_order: int) -> None:
        self._rng, self._hub, self._stores, self._next = rng, hub, stores, first_order

    def happen(self) -> str:
        """The name of what happened, or nothing."""
        events = (
            self._order, self._order, self._order, self._cancel, self._cancel, self._delivery, self._rights,
            self._close_person, self._age_limit, self._region,
        )  # fmt: skip
        event = self._rng.choice(events)
        rows = event()
        if not rows:
            return ""
        self._hub.write(rows)
        return f"central: {event.__name__.strip('_')}"

    def _table(self, name: str, where: str = "") -> list[Any]:
        row = TABLE_BY_NAME[name].row
        found = self._hub.query(f"SELECT * FROM {name} {where} ORDER BY 1, 2")
        return [row(*values[:-1]) for values in found]

    def _order(self) -> list[Any]:
        rng = self._rng
        articles = rng.sample(ARTICLES, rng.randrange(1, 3))
        lines = {article: rng.randrange(1, 4) for article in articles}
        place = rng.choice(self._stores)
        self._next += 1
        name = rng.choice(("Maria Nilsson", "Jan Berg", "Tom & <b>"))
        rows = pickup(self._next, lines, place=place, payment=rng.choice(("captured", "unpaid")), name=name)
        due = 100_0000
        for number, row in enumerate(rows):
            if isinstance(row, Order) and row.payment_state == "unpaid":
                rows[number] = row._replace(due=due)
        if self._next % BROUGHT_EVERY == 0:
            return self._brought(rows, place, lines)
        return rows + [self._level(place, article, reserved=quantity) for article, quantity in lines.items()]

    def _brought(self, rows: list[Any], place: int, lines: dict[int, int]) -> list[Any]:
        """The same order, but another store has the goods: reserved there, and asked for by a transfer."""
        source = self._stores[(self._stores.index(place) + 1) % len(self._stores)]
        transfer, now = derived_id("brought", str(self._next)), self._hub.now
        for number, row in enumerate(rows):
            if isinstance(row, Fulfilment):
                part = row._replace(state="inbound", source_id=source, expected_at=now + 3_600_000)
                rows[number] = part
        facts = msgspec.json.encode({"number": f"{self._next}-T1", "transfer": transfer}).decode()
        return [
            *rows,
            Transfer(
                transfer, f"{self._next}-T1", source, place, "asked", "", part.id, now, 0, "", None, None, None, "", now
            ),
            *(TransferLine(transfer, article, units, 0, 0, units) for article, units in lines.items()),
            *(self._level(source, article, reserved=units) for article, units in lines.items()),
            Task(
                derived_id("brought task", transfer), source, "transfer_asked", part.order_id, part.id, "", now, "open",
                facts, "", None, None,
            ),
        ]  # fmt: skip

    def _cancel(self) -> list[Any]:
        """The whole order, or what is still to be picked of one line."""
        rng = self._rng
        rows: list[Fulfilment] = [
            row
            for row in self._table("fulfilment")
            if can_become(row.state, "cancelled") and not is_brought(row)
        ]
        if not rows:
            return []
        row = rng.choice(rows)
        lines: list[FulfilmentLine] = self._table("fulfilment_line", f"WHERE fulfilment_id = '{row.id}'")
        if rng.random() < 0.4:
            line = rng.choice(lines)
            left = line.ordered - line.cancelled - line.picked - line.short
            if left < 1 or sum(one.ordered - one.cancelled - one.short for one in lines) == left:
                return []
            level = self._level(row.place_id, line.variant_id, reserved=-left)
            return [line._replace(cancelled=line.cancelled + left), level]
        order: Order = self._table("orders", f"WHERE id = '{row.order_id}'")[0]
        levels: dict[int, StockLevel] = {}
        for line in lines:
            open_ = line.ordered - line.cancelled - line.short - line.collected
            levels[line.variant_id] = self._level(row.place_id, line.variant_id, reserved=-open_)
        return [
            row._replace(state="cancelled", ended_at=self._hub.now, changed_at=self._hub.now),
            order._replace(state="cancelled", payment_state="refund_asked", changed_at=self._hub.now),
            *levels.values(),
        ]

    def _delivery(self) -> list[Any]:
        rng = self._rng
        place, article, quantity = rng.choice(self._stores), rng.choice(ARTICLES), rng.randrange(-2, 6)
        if not quantity:
            return []
        movement = derived_id("delivery", str(self._hub.now), str(rng.random()))
        return [
            Movement(movement, place, article, SELLABLE, quantity, "delivery", "", 0, self._hub.now),
            self._level(place, article, quantity=quantity),
        ]

    def _level(self, place: int, article: int, *, quantity: int = 0, reserved: int = 0) -> StockLevel:
        where = f"WHERE location_id = {place} AND variant_id = {article} AND bucket = {SELLABLE}"
        level: StockLevel = self._table("stock_level", where)[0]
        return level._replace(quantity=level.quantity + quantity, reserved=level.reserved + reserved)

    def _rights(self) -> list[Any]:
        rng, now = self._rng, self._hub.now
        row: Staff = self._table(
            "staff", f"WHERE place_id = {rng.choice(self._stores)} AND staff_id = {OSKAR}"
        )[0]
        ended = row.active_until is not None
        return [row._replace(active_until=None if ended else now - rng.randrange(0, 60_000))]

    def _close_person(self) -> list[Any]:
        """A name leaves the store's scope when its order is over."""
        over = "order_id IN (SELECT order_id FROM fulfilment WHERE state IN ('collected', 'cancelled'))"
        rows: list[Person] = self._table("person", f"WHERE holder <> 'closed' AND {over}")
        return [self._rng.choice(rows)._replace(holder="closed")] if rows else []

    def _age_limit(self) -> list[Any]:
        row: Product = self._rng.choice(self._table("product"))
        return [row._replace(age_limit=0 if row.age_limit else 18)]

    def _region(self) -> list[Any]:
        """A store changes its region, and with it whose stock its desks and those of others follow."""
        place = self._rng.choice(self._stores[1:])
        row: Place = self._table("place", f"WHERE id = {place}")[0]
        return [row._replace(region="south" if row.region == "nordic" else "nordic")]
