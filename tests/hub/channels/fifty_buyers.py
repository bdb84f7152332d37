"""Fifty buyers at once for ten units: orders of three channels, holds at desks, orders from quotes.

A third of those who order collect in a store that may have none: then the goods are brought from another place.
"""

import asyncio
import json
import random
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.actions.registry import KINDS
from storedesk.connectors import neutral
from storedesk.domain.ids import derived_id, new_id
from storedesk.domain.master import Masters
from storedesk.domain.pickup_state import FINAL, INBOUND
from storedesk.domain.records import (
    Channel,
    Company,
    Hold,
    Product,
    ProtectedStock,
    Quote,
    QuoteLine,
    QuoteRevision,
    Setting,
    StockLevel,
    Variant,
)
from storedesk.domain.routing_rules import SETTING
from storedesk.domain.tables import SELLABLE, TABLE_BY_NAME
from storedesk.hub.channels.intake import Intake
from storedesk.hub.channels.take_orders import take_orders
from storedesk.hub.database import Database
from storedesk.hub.handle import Hub
from storedesk.protocol.action_hash import chain_over
from storedesk.protocol.wire import ActionRecord, PushReply, PushRequest
from storedesk.storage import channel_links as links
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.schema import device
from tests.hub.channels.order_shop import HOME, NOBODY
from tests.small_shop import CENTRAL, ELIN, GBG, MAL, NOW, places

UNITS, DESKS, QUOTES = 10, 12, 8
CHANNELS = tuple(Channel(number, f"shop{number}", f"Shop {number}", "web_shop", 0) for number in (1, 2, 3))
PER_CHANNEL = 10
_RULES = {
    "rules": [
        {
            "name": "Collected, also from elsewhere", "delivery": "collected", "safety": False, "capacity": False,
            "from_elsewhere": True,
        },
        {"name": "Sent", "delivery": "sent", "most_parcels": 3},
    ]
}  # fmt: skip
_PICKUPS = ("p-gbg", "", "p-mal")
BUYERS = DESKS + QUOTES + PER_CHANNEL * len(CHANNELS)
COMPANY = 7
MOST_TRIES = 200
_HASH = "ab" * 32


class Ended(NamedTuple):
    """What was promised of a round's article in all, and what its levels say; pieces."""

    promised: int
    reserved_by_orders: int
    reserved: int
    on_hand: int
    over: int
    waiting: int
    brought: int
    asked: int


class Desk:
    """A device of the store with its numbers and its chain."""

    def __init__(self, number: int, source: random.Random) -> None:
        self.id, self.number, self._source = f"buyer-{number}", number, source
        self._seq, self._chain = 1, ""

    def push(self, kind: str, args: dict[str, Any]) -> PushRequest:
        record = ActionRecord(
            id=new_id(NOW, self._source.randbytes), seq=self._seq, kind=kind, version=KINDS[kind].version,
            at=NOW, at_error=0, boot="b", staff_id=ELIN, place_id=GBG, args=msgspec.Raw(json.dumps(args).encode()),
        )  # fmt: skip
        request = PushRequest(epoch=1, first_seq=self._seq, actions=[record], chain=self._chain)
        self._seq, self._chain = self._seq + 1, chain_over([record], self._chain)
        return request


class Buyers:
    """Each round has an article of its own, so that rounds share one hub. ``lend`` lets the desks borrow units."""

    def __init__(self, database: Database, seed: int, *, lend: bool = False) -> None:
        self._database, self._source, self._lend = database, random.Random(seed), lend
        self._desks = [Desk(number, self._source) for number in range(1, DESKS + QUOTES + 1)]
        self._hub = Hub(self._tag)
        self._masters = Masters({})

    def _tag(self) -> int:
        return self._source.getrandbits(62)

    async def set_up(self) -> None:
        await self._database.write(self._fill)

    def _fill(self, connection: Connection) -> None:
        prepare_hub(connection, "buyers", self._tag)
        rows: list[Any] = [row for row in places() if not isinstance(row, Channel)]
        rows += [*CHANNELS, Company(COMPANY, "7", "Varv AB", "varv ab", "SE", "", None, "SEK", 10**12, 30)]
        if self._lend:
            rows.append(Setting(GBG, "protected.units", "2"))
        rows.append(Setting(0, SETTING, json.dumps(_RULES)))
        write_rows(connection, rows, self._tag)
        stores = [links.Link("p-gbg", str(GBG)), links.Link("p-mal", str(MAL))]
        for channel in CHANNELS:
            links.put_links(connection, channel.id, links.PLACE, stores)
        for desk in self._desks:
            connection.execute(sa.insert(device).values(_device(desk)))

    async def round(self, number: int) -> Ended:
        """All buyers at once, in an order that nobody knows; each wants one unit."""
        article = 1_000 + number
        there = self._source.randrange(0, UNITS + 1)
        await self._database.write(lambda connection: self._offer(connection, article, there))
        buyers = [self._order(channel, article, one) for channel in CHANNELS for one in range(PER_CHANNEL)]
        buyers += [self._hold(desk, article) for desk in self._desks[:DESKS]]
        buyers += [self._quoted(desk, article) for desk in self._desks[DESKS:]]
        self._source.shuffle(buyers)
        await asyncio.gather(*buyers)
        return await self._database.read(lambda connection: _ended(connection, article))

    def _offer(self, connection: Connection, article: int, there: int) -> None:
        """Ten units in the store and the warehouse together, and a quote for each who has one."""
        rows: list[Any] = [
            Product(article, f"S{article}", "Article", "", "", "standard", 0),
            Variant(article, article, f"SKU-{article}", "Article", "", "", "piece", 0),
        ]
        for place, quantity in ((GBG, UNITS - there), (CENTRAL, there)):
            rows.append(StockLevel(place, article, SELLABLE, quantity, 0, 0, 0, None, "", NOW))
        for desk in self._desks[DESKS:]:
            rows += issued_quote(article, desk.number, "collected" if desk.number % 2 else "sent")
        write_rows(connection, rows, self._tag)
        for channel in CHANNELS:
            links.put_links(connection, channel.id, links.VARIANT, [links.Link(f"v{article}", str(article))])

    async def _order(self, channel: Channel, article: int, buyer: int) -> None:
        remote = _remote(article, buyer)
        intake = Intake(channel, self._masters, NOW, self._tag, False)
        taken = await self._database.write(lambda connection: take_orders(connection, intake, [remote]))
        assert taken.problems == (), taken

    async def _hold(self, desk: Desk, article: int) -> None:
        until = NOW + 3_600_000
        args = {"location_id": GBG, "variant_id": article, "quantity": 1, "until": until}
        await self._push(desk, desk.push("PlaceHold", args))

    async def _quoted(self, desk: Desk, article: int) -> None:
        quote_id = _quote_id(article, desk.number)
        args = {"quote_id": quote_id, "version": 1, "content_hash": _HASH}
        await self._push(desk, desk.push("AskForOrder", args))

    async def _push(self, desk: Desk, request: PushRequest) -> None:
        for _ in range(MOST_TRIES):
            reply = await self._database.write(
                lambda connection: self._hub.handle(connection, desk.id, request, NOW)
            )
            if isinstance(reply, PushReply) and reply.decisions:
                assert reply.decisions[0].outcome in ("accepted", "accepted_with_conflict"), reply
                return
        raise AssertionError(f"never decided: {reply}")


def check(ended: Ended) -> None:
    """Raises AssertionError for an 11th promise, a level that is wrong, or goods left while somebody waits."""
    assert ended.promised <= UNITS, ended
    assert ended.over <= 0, ended
    assert ended.reserved == ended.reserved_by_orders, ended
    assert ended.on_hand == UNITS, ended
    assert ended.promised == UNITS, ended
    assert ended.brought == ended.asked, ended


def _ended(connection: Connection, article: int) -> Ended:
    def rows(table: str, where: str) -> list[Any]:
        row = TABLE_BY_NAME[table].row
        found = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE {where}")
        return [row(*values[:-1]) for values in found]

    states = _states(connection, article)
    lines = rows("fulfilment_line", f"variant_id = {article}")
    by_orders = sum(
        line.ordered - line.cancelled for line in lines if states[line.fulfilment_id] not in FINAL
    )
    holds: list[Hold] = [row for row in rows("hold", f"variant_id = {article}") if row.state == "held"]
    lent: list[ProtectedStock] = rows("protected_stock", f"variant_id = {article}")
    free_lent = sum(max(0, row.quantity - row.used) for row in lent)
    levels: list[StockLevel] = rows("stock_level", f"variant_id = {article}")
    held = sum(row.quantity for row in holds)
    at_store = held + free_lent
    over = max(
        level.reserved + (at_store if level.location_id == GBG else 0) - level.quantity for level in levels
    )
    waiting = connection.exec_driver_sql(
        "SELECT count(*) FROM task WHERE kind = 'order_not_placed'"
    ).scalar_one()
    return Ended(
        by_orders + held + free_lent, by_orders, sum(level.reserved for level in levels),
        sum(level.quantity for level in levels), over, int(waiting),
        sum(line.ordered for line in lines if states[line.fulfilment_id] == INBOUND),
        sum(line.reserved for line in rows("transfer_line", f"variant_id = {article}")),
    )  # fmt: skip


def _states(connection: Connection, article: int) -> dict[str, str]:
    text = (
        "SELECT id, state FROM fulfilment WHERE id IN"
        f" (SELECT fulfilment_id FROM fulfilment_line WHERE variant_id = {article})"
    )
    return {row[0]: row[1] for row in connection.exec_driver_sql(text)}


def _device(desk: Desk) -> dict[str, Any]:
    return {
        "id": desk.id, "place_id": GBG, "number": desk.number, "code": f"GBG-{desk.number}", "name": "",
        "public_key": "", "enrolled_at": NOW,
    }  # fmt: skip


def _remote(article: int, buyer: int) -> neutral.RemoteOrder:
    """One of three collects in the store, one in a store that has none of it."""
    pickup = _PICKUPS[buyer % len(_PICKUPS)]
    goods = neutral.RemoteLine(
        "l1", "goods", f"v{article}", f"SKU-{article}", "Article", 1, 0, 0, 100_0000, 100_0000, 250_000
    )
    return neutral.RemoteOrder(
        f"{article}-{buyer}", f"{article}{buyer:02d}", NOW, "SE", "SEK", 100_0000, neutral.OPEN, "captured", None,
        0, "", "", "", NOBODY, None, None if pickup else HOME, None,
        neutral.COLLECTED if pickup else neutral.SENT, pickup, "", "", (goods,), (), (), NOW,
    )  # fmt: skip


def _quote_id(article: int, desk: int) -> str:
    return derived_id("buyers' quote", str(article), str(desk))


def issued_quote(article: int, desk: int, delivery: str) -> list[Any]:
    """One unit, issued."""
    quote_id = _quote_id(article, desk)
    return [
        Quote(
            quote_id, f"Q{article}-{desk}", 1, COMPANY, None, GBG, "issued", "SEK", "SE", delivery, "SE", "standard",
            "", "", "2027-12-31", "", 80_0000, 20_0000, 100_0000, "not_needed", None, "", NOW, NOW, ELIN,
            f"GBG-{desk}", NOW, "", NOW, content_hash=_HASH,
        ),
        QuoteLine(
            quote_id, 1, 1, article, f"SKU-{article}", "Article", "", "piece", 1, "", 80_0000, 0, 80_0000, "standard",
            250_000, "[]", amount=80_0000,
        ),
        QuoteRevision(quote_id, 1, _HASH, 80_0000, 20_0000, 100_0000, "2027-12-31", "", NOW, ELIN, None),
    ]  # fmt: skip
