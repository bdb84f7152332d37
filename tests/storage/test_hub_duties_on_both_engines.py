"""What the hub does by its own clock, and what it finds when it is asked, on SQLite and on PostgreSQL alike."""

import asyncio
import json
import random
from typing import Any

import pytest
import sqlalchemy as sa

from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, Hold, Person, ProtectedStock, Transfer
from storedesk.domain.tables import CLOSED, RECENT
from storedesk.hub.database import Database
from storedesk.hub.handle import Hub
from storedesk.hub.order_look_up import Asked, look_up_orders
from storedesk.protocol.wire import FoundOrders
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.schema import SYNCED, device
from tests.small_shop import ALVA, ELIN, GBG, MAL, NOW, RASK, fulfilment_id, order_id, pickup, small_shop

pytestmark = pytest.mark.asyncio
MINUTE_MS, DAY_MS = 60_000, 86_400_000
HOUR = (NOW // 3_600_000 + 1) * 3_600_000
"""The first full hour that comes."""
HELD, TRANSFER = derived_id("hold", "1"), derived_id("transfer", "1")
ENDED = Hold(HELD, GBG, ALVA, 2, "held", NOW + MINUTE_MS, NOW, ELIN, "GBG-1", "", NOW)
LENT = ProtectedStock(GBG, RASK, "GBG-1", 3, 0, NOW + MINUTE_MS, 0)
ARRIVED = Transfer(
    TRANSFER, "GBG-01-00001-K7", MAL, GBG, "received", "", "", NOW, ELIN, "GBG-1", None, None,
    NOW - 7 * DAY_MS, "", NOW,
)  # fmt: skip


class Shop:
    """A small shop at a hub on the engine of the test, with one desk."""

    def __init__(self, database: Database) -> None:
        self.database, self.source = database, random.Random(11)
        self.hub = Hub(self.tag)

    def tag(self) -> int:
        return self.source.getrandbits(62)

    async def set_up(self, *more: Any) -> None:
        """The small shop with ``more`` rows, the later of two with one key."""
        await self.database.write(lambda connection: prepare_hub(connection, "hub-1", self.tag))
        await self.write(*small_shop(), *more)
        row = device.insert().values(
            id="one", place_id=GBG, number=1, code="GBG-1", name="", public_key="", enrolled_at=NOW
        )
        await self.database.write(lambda connection: connection.execute(row) and None)

    async def write(self, *rows: Any) -> None:
        await self.database.write(lambda connection: write_rows(connection, rows, self.tag))

    async def hear(self, at: int) -> None:
        seen = sa.update(device).values(heard_until=at)
        await self.database.write(lambda connection: connection.execute(seen) and None)

    async def mind(self, now: int) -> int:
        return await self.database.write(lambda connection: self.hub.mind(connection, now))

    async def values(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        sql = SYNCED[table]
        wanted = sa.select(*(sql.c[name] for name in columns)).order_by(*(sql.c[name] for name in columns))
        return await self.database.read(lambda connection: [tuple(row) for row in connection.execute(wanted)])


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)


async def test_the_minute_lapses_takes_back_and_asks_once(shop: Shop) -> None:
    await shop.set_up(ENDED, LENT, ARRIVED)
    await shop.hear(NOW)
    first = await shop.mind(NOW + 2 * MINUTE_MS)
    assert await shop.values("hold", "state") == [("held",)], "its desk may have ended it"
    await shop.hear(NOW + 90 * MINUTE_MS)
    after = await shop.mind(NOW + 90 * MINUTE_MS)
    assert after > first
    assert await shop.values("hold", "state") == [("lapsed",)]
    assert await shop.values("protected_stock", "quantity") == [(0,)]
    [(kind, place_id, facts)] = await shop.values("task", "kind", "place_id", "facts")
    assert (kind, place_id, json.loads(facts)["order"]) == ("transfer_not_sent", MAL, ARRIVED.number)
    assert await shop.mind(NOW + 91 * MINUTE_MS) == after


async def test_the_minute_asks_about_a_pickup_whose_last_day_is_over_until_it_is_collected(
    shop: Shop,
) -> None:
    await shop.set_up()
    one = next(row for row in small_shop() if isinstance(row, Fulfilment))
    late = NOW + 8 * DAY_MS
    await shop.write(one._replace(state="ready", ready_at=NOW))
    before = await shop.mind(NOW)
    assert await shop.mind(late) == before, "its desk has not been heard of"
    await shop.hear(late)
    after = await shop.mind(late)
    assert after > before
    assert await shop.values("task", "kind", "state", "fulfilment_id") == [("not_collected", "open", one.id)]
    assert await shop.mind(late + MINUTE_MS) == after
    await shop.write(one._replace(state="collected", ready_at=NOW, ended_at=late))
    await shop.mind(late + 2 * MINUTE_MS)
    assert await shop.values("task", "state", "answer") == [("answered", "no_longer")]


async def test_the_hour_lets_go_of_names_that_nobody_needs(shop: Shop) -> None:
    await shop.set_up()
    one = next(row for row in small_shop() if isinstance(row, Fulfilment))
    await shop.write(one._replace(state="collected", ended_at=NOW))
    for at, holder in (
        (HOUR + 29 * DAY_MS, str(GBG)),
        (HOUR + 31 * DAY_MS + MINUTE_MS, str(GBG)),
        (HOUR + 31 * DAY_MS, RECENT),
    ):
        await shop.mind(at)
        held = dict(await shop.values("person", "order_id", "holder"))
        assert held[one.order_id] == holder, at
        assert list(held.values()).count(str(GBG)) >= 5
    more = one._replace(id=fulfilment_id(1))
    await shop.write(more)
    await shop.mind(HOUR + 32 * DAY_MS)
    assert (one.order_id, str(GBG)) in await shop.values("person", "order_id", "holder"), "it goes on again"
    await shop.write(more._replace(state="cancelled", ended_at=NOW))
    for days, holder in ((33, RECENT), (91, CLOSED), (200, CLOSED)):
        await shop.mind(HOUR + days * DAY_MS)
        assert (one.order_id, holder) in await shop.values("person", "order_id", "holder"), days


async def test_minutes_that_strike_at_once_do_each_thing_once(shop: Shop) -> None:
    await shop.set_up(ENDED, LENT, ARRIVED)
    now = NOW + 90 * MINUTE_MS
    await shop.hear(now)
    await asyncio.gather(*(shop.mind(now) for _ in range(4)))
    assert await shop.values("hold", "state") == [("lapsed",)]
    assert await shop.values("task", "kind") == [("transfer_not_sent",)]
    head = (await shop.database.read(FeedWriter.head)).position
    assert await shop.mind(now + MINUTE_MS) == head


FAR = order_id(50001)
ASA = Person(
    "0b0c8a4e-2f4e-5f5c-8a58-0d9f2b8a7c11", str(MAL), FAR, "buyer", "c", "Åsa Öberg", "asa oberg",
    "070-174 06 12", "46701740612", "Asa@Example.se", "sv",
)  # fmt: skip


def far_orders() -> list[Any]:
    """An order of another store with a name of its own, one that a mark would find, and thirty of one name."""
    far = [row for row in pickup(50001, {101: 1}, place=MAL) if not isinstance(row, Person)]
    lines = [row._replace(sku="ob-Kit-7") if type(row).__name__ == "OrderLine" else row for row in far]
    named = [row._replace(number="web-50001") if type(row).__name__ == "Order" else row for row in lines]
    many = [
        row for number in range(62200, 62230) for row in pickup(number, {102: 1}, place=MAL, name="Bo Ek")
    ]
    return [*named, ASA, *many]


async def look_up(shop: Shop, text: str) -> FoundOrders:
    found = await shop.database.read(
        lambda connection: look_up_orders(connection, Asked(GBG, ELIN, text), NOW)
    )
    assert isinstance(found, FoundOrders), found
    return found


async def test_an_order_is_found_by_number_folded_name_phone_e_mail_and_article(shop: Shop) -> None:
    await shop.set_up(*far_orders())
    for typed in (
        "web-50001", "WEB-50001", "0001", "eb-5000", "oberg", "Åsa Ö", "öberg åsa", "070-1740612", "+46 70 174",
        "asa@ex", "EXAMPLE.SE", "ob-kit-7", "OB-KIT-7",
    ):  # fmt: skip
        found = await look_up(shop, typed)
        assert [one.number for one in found.orders] == ["web-50001"], typed
        assert (found.orders[0].name, found.orders[0].parts[0].place_id) == ("Åsa Öberg", MAL)


async def test_marks_are_looked_for_as_they_are_typed_and_no_more_than_twenty_are_told(shop: Shop) -> None:
    await shop.set_up(*far_orders())
    for typed in ("%%%", "b_ ek", "web_50001", "' OR 1=1 --", "asa\\@"):
        assert (await look_up(shop, typed)).orders == [], typed
    many = await look_up(shop, "bo ek")
    assert (len(many.orders), many.more) == (20, True)
    assert [one.order_id for one in many.orders] == sorted(one.order_id for one in many.orders)
