"""Comparing what a channel shows with what it should, on SQLite and PostgreSQL alike."""

import json
import random
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from storedesk.connectors.pushes import StockPush
from storedesk.domain.master import SETTING
from storedesk.domain.records import (
    Channel,
    ChannelState,
    Company,
    Difference,
    DifferenceDay,
    Order,
    OrderLine,
    Price,
    PriceList,
    Setting,
    StockLevel,
)
from storedesk.domain.tables import SELLABLE
from storedesk.hub.channels.compare import MOST_KEPT, compare, compare_channel, keep, look
from storedesk.hub.database import Database
from storedesk.storage.channel_links import COMPANY, PRODUCT, VARIANT, Link, drop_links, put_links
from storedesk.storage.channel_outbox import stock_entity
from storedesk.storage.channel_schema import channel_push
from storedesk.storage.channel_shown import Figure, note_pushed, note_shown
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, insert_into
from tests.actions.channel_days import difference
from tests.small_shop import ALVA, GBG, MAL, NOW, RASK, TERMOS, small_shop

pytestmark = pytest.mark.asyncio
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
WEB = Channel(1, "web", "Shopify", "web_shop", 2)
LATER = NOW + HOUR
PUSH = insert_into(
    channel_push,
    ("key", "channel_id", "kind", "entity", "ask", "state", "made_at", "due_at", "done_at", "why"),
)


class Shop:
    """A small shop at a hub on the engine of the test; its web shop shows all 50 of each article less 2."""

    def __init__(self, database: Database) -> None:
        self.database, self.source = database, random.Random(5)

    def tag(self) -> int:
        return self.source.getrandbits(62)

    async def set_up(self, *more: Any) -> None:
        await self.database.write(lambda connection: prepare_hub(connection, "hub-1", self.tag))
        await self.write(*small_shop(0), WEB, *more)
        links = [Link(f"v{one}", str(one)) for one in (ALVA, RASK, TERMOS)]
        await self.database.write(lambda connection: put_links(connection, 1, VARIANT, links))
        await self.told(*(Figure(one, "stock", str(GBG), "48") for one in (ALVA, RASK, TERMOS)))

    async def write(self, *rows: Any) -> None:
        await self.database.write(lambda connection: write_rows(connection, rows, self.tag))

    async def told(self, *figures: Figure, at: int = NOW) -> None:
        await self.database.write(lambda connection: note_pushed(connection, 1, figures, at))

    async def shows(self, *figures: Figure, at: int = LATER) -> None:
        await self.database.write(lambda connection: note_shown(connection, 1, figures, at))

    async def sells(self, variant: int, left: int, at: int = LATER) -> None:
        await self.write(StockLevel(GBG, variant, SELLABLE, left, 0, 0, 0, None, "A1-01", at))

    async def compare(self, now: int = LATER + HOUR, size: int = 2_000) -> None:
        await compare_channel(self.database, WEB, now, self.tag, size)

    async def rows(self, table: str) -> list[Any]:
        def read(connection: Connection) -> list[Any]:
            keys = [tuple(row) for row in connection.execute(_keys(table)).all()]
            return [stored.row for _, stored in sorted(Rows(connection).get_many(table, keys).items())]

        return await self.database.read(read)

    async def differs(self) -> dict[tuple[int | None, str], Difference]:
        return {(row.variant_id, row.field): row for row in await self.rows("difference")}

    async def head(self) -> int:
        return (await self.database.read(FeedWriter.head)).position


def _keys(table: str) -> Any:
    return sa.select(*SYNCED[table].primary_key.columns)


def stock(variant: int, value: int, place: int = GBG) -> Figure:
    return Figure(variant, "stock", str(place), str(value))


async def test_a_channel_in_step_has_no_differences_and_says_how_much_was_compared(
    database: Database,
) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.compare()
    [state] = await shop.rows("channel_state")
    assert (state.compared, state.differing, state.checked_at) == (3, 0, LATER + HOUR)
    assert await shop.rows("difference") == []
    assert await shop.rows("difference_day") == [DifferenceDay(1, "2026-11-23", "", 3)]


async def test_each_difference_is_kept_with_cause_cost_and_history(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.sells(ALVA, 47)
    await shop.shows(stock(RASK, 40))
    await shop.compare()
    found = await shop.differs()
    alva, rask = found[ALVA, "stock"], found[RASK, "stock"]
    assert (alva.ours, alva.theirs, alva.cause, alva.since) == ("45", "48", "not_pushed", LATER)
    assert (rask.ours, rask.theirs, rask.cause, rask.since) == ("48", "40", "changed_there", LATER)
    assert alva.id == difference(ALVA).id
    assert [step["kind"] for step in json.loads(rask.history)][-1] == "read"
    [state] = await shop.rows("channel_state")
    assert (state.compared, state.differing) == (3, 2)


async def test_a_second_pass_that_finds_the_same_writes_no_difference_again(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.shows(stock(RASK, 40))
    await shop.compare()
    before, [row] = await shop.head(), await shop.rows("difference")
    await shop.compare(LATER + 2 * HOUR)
    assert await shop.rows("difference") == [row]
    assert await shop.head() == before + 1


async def test_what_is_right_again_goes_from_the_desks_too(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.shows(stock(RASK, 40))
    await shop.compare()
    [row] = await shop.rows("difference")
    await shop.told(stock(RASK, 48), at=LATER + HOUR)
    await shop.compare(LATER + 2 * HOUR)
    assert await shop.rows("difference") == []
    entry = "SELECT gone FROM feed WHERE tbl = 'difference' AND row_key = ?"
    gone = await shop.database.read(lambda connection: ShortSql(connection).all(entry, f'["{row.id}"]'))
    assert [tuple(one) for one in gone] == [(1,)]


async def test_a_push_that_waits_or_was_refused_says_so(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.sells(ALVA, 47)
    await shop.sells(RASK, 47)
    ask = msgspec.json.encode(StockPush("v", "v", "", "p", 45, 0, None, "changed")).decode()
    rows = [
        ("k1", 1, "stock", stock_entity(ALVA, GBG), ask, "waiting", LATER, LATER, None, ""),
        ("k2", 1, "stock", stock_entity(RASK, GBG), ask, "refused", LATER, LATER, LATER + 5, "not_stocked"),
    ]
    await shop.database.write(lambda connection: ShortSql(connection).change_many(PUSH, rows))
    await shop.compare()
    found = await shop.differs()
    assert found[ALVA, "stock"].cause == "on_its_way"
    assert (found[RASK, "stock"].cause, found[RASK, "stock"].why) == ("refused", "not_stocked")
    steps = [(step["kind"], step["value"]) for step in json.loads(found[RASK, "stock"].history)]
    assert ("refused", "45") in steps


async def test_a_repair_goes_on_until_the_channel_shows_ours(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.shows(stock(RASK, 40))
    await shop.compare()
    [row] = await shop.rows("difference")
    asked = row._replace(asked="push", asked_by=3, asked_at=LATER + HOUR, state="repairing")
    await shop.write(asked)
    await shop.compare(LATER + HOUR + MINUTE)
    assert await shop.rows("difference") == [asked]
    await shop.compare(LATER + 2 * HOUR)
    [late] = await shop.rows("difference")
    assert (late.state, late.asked, late.why) == ("refused", "", "no_reply")


async def test_a_pass_that_was_broken_off_goes_on_where_it_was(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.shows(stock(ALVA, 1), stock(TERMOS, 1))
    now = LATER + HOUR
    first = await database.read(lambda connection: look(connection, WEB, now, 1))
    await database.write(lambda connection: keep(connection, WEB, first, now, shop.tag))
    await database.write(lambda connection: keep(connection, WEB, first, now, shop.tag))
    assert first.upto == ALVA
    assert set(await shop.differs()) == {(ALVA, "stock")}
    await shop.compare(now, size=1)
    assert set(await shop.differs()) == {(ALVA, "stock"), (TERMOS, "stock")}
    [state] = await shop.rows("channel_state")
    assert (state.compared, state.differing) == (3, 2)


async def test_figures_older_than_ninety_days_go_and_a_day_is_counted_anew(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up(
        DifferenceDay(1, "2026-08-24", "not_pushed", 4),
        DifferenceDay(1, "2026-08-25", "not_pushed", 5),
        DifferenceDay(1, "2026-11-23", "refused", 6),
        DifferenceDay(2, "2026-01-01", "refused", 7),
    )
    await shop.shows(stock(RASK, 40))
    await shop.compare()
    days = {(row.channel_id, row.day, row.cause): row.found for row in await shop.rows("difference_day")}
    assert days == {
        (1, "2026-08-25", "not_pushed"): 5,
        (1, "2026-11-23", ""): 3,
        (1, "2026-11-23", "changed_there"): 1,
        (2, "2026-01-01", "refused"): 7,
    }


async def test_titles_prices_and_listings_are_compared_by_who_is_master(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up(
        PriceList("base", "Base", "base", "SEK", 1, "2026-01-01", "", 0, ""),
        Price("base", ALVA, "SEK", 1, "2026-01-01", 6_400_000, 1),
    )
    wrong = (
        Figure(ALVA, "price", "", "5900000"),
        Figure(ALVA, "title", "", "Jacka"),
        Figure(ALVA, "listed", "", "0"),
    )
    await shop.shows(*wrong)
    await shop.compare()
    found = await shop.differs()
    assert set(found) == {(ALVA, "price"), (ALVA, "title"), (ALVA, "listed")}
    price = found[ALVA, "price"]
    assert (price.ours, price.theirs, price.currency, price.cost > 0) == ("6400000", "5900000", "SEK", True)
    await shop.write(Setting(0, SETTING, '{"texts": "web", "price:base": "any", "listed": "erp"}'))
    await shop.compare(LATER + 2 * HOUR)
    assert set(await shop.differs()) == {(ALVA, "listed")}


async def test_a_variant_that_nobody_linked_is_found_beside_its_siblings(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()

    def unlink(connection: Connection) -> None:
        put_links(connection, 1, PRODUCT, [Link("p1", str(RASK))])
        drop_links(connection, 1, VARIANT, [f"v{RASK}"])
        ShortSql(connection).change("DELETE FROM channel_shown WHERE variant_id = ?", RASK)

    await database.write(unlink)
    await shop.compare()
    [row] = await shop.rows("difference")
    assert (row.variant_id, row.field, row.cause) == (RASK, "listed", "no_mapping")
    left_out = [Link("v9", "")]
    await database.write(lambda connection: put_links(connection, 1, VARIANT, left_out))
    await shop.compare(LATER + 2 * HOUR)
    assert await shop.rows("difference") == []


async def test_contract_prices_of_linked_companies_are_sampled_day_by_day(database: Database) -> None:
    shop = Shop(database)
    company = Company(7, "1007", "Bygg AB", "bygg ab", "SE", "", None, "SEK", 0, 30, price_list="agreed")
    await shop.set_up(
        company,
        PriceList("agreed", "Bygg AB", "contract", "SEK", 0, "2026-01-01", "", 0, ""),
        *(Price("agreed", one, "SEK", 1, "2026-01-01", 5_000_000, 0) for one in (ALVA, RASK, TERMOS)),
    )
    await database.write(lambda connection: put_links(connection, 1, COMPANY, [Link("c7", "7")]))
    await shop.shows(*(Figure(one, "price", "agreed", "5100000") for one in (ALVA, RASK, TERMOS)))
    for number in range(40):
        await shop.compare(LATER + HOUR + number * DAY)
    found = await shop.differs()
    assert {field for _, field in found} == {"contract_price"}
    assert {row.about for row in found.values()} == {"7"}
    known = set(found)
    await shop.shows(Figure(ALVA, "price", "agreed", "5000000"), at=LATER + 41 * DAY)
    await shop.compare(LATER + 42 * DAY)
    assert set(await shop.differs()) >= known - {(ALVA, "contract_price")}
    assert (ALVA, "contract_price") not in await shop.differs()


async def test_what_sells_well_costs_more(database: Database) -> None:
    shop = Shop(database)
    order = Order("o1", "1", 1, "", NOW - DAY, "SE", "SEK", 0, "open", "captured", None, 0, 0, "", None, NOW)
    line = OrderLine("o1", 1, "goods", RASK, f"SKU-{RASK}", "", "", "piece", 280, 0, 0, 0, 0, 0)
    prices = [Price("base", one, "SEK", 1, "2026-01-01", 6_400_000, 1) for one in (ALVA, RASK)]
    await shop.set_up(
        order, line, PriceList("base", "Base", "base", "SEK", 1, "2026-01-01", "", 0, ""), *prices
    )
    await shop.shows(stock(ALVA, 60), stock(RASK, 60))
    await shop.compare()
    found = await shop.differs()
    assert found[RASK, "stock"].cost > found[ALVA, "stock"].cost > 0


async def test_only_so_many_differences_are_kept_and_all_are_counted(database: Database) -> None:
    shop = Shop(database)
    more = [difference(10_000 + number) for number in range(MOST_KEPT - 1)]
    await shop.set_up(*more)
    await shop.shows(stock(ALVA, 1), stock(RASK, 1), stock(TERMOS, 1))
    now = LATER + HOUR
    looked = await database.read(lambda connection: look(connection, WEB, now, 2_000))
    await database.write(lambda connection: keep(connection, WEB, looked, now, shop.tag))
    assert len(await shop.rows("difference")) == MOST_KEPT
    assert looked.counts["changed_there"] == 3


async def test_the_state_of_a_line_is_kept_and_only_its_figures_change(database: Database) -> None:
    shop = Shop(database)
    state = ChannelState(1, "waiting", "no_reply", "", "webhooks", 0, 0, None, NOW, NOW, 7, 2, NOW, 1, NOW)
    await shop.set_up(state)
    await database.write(lambda connection: compare(connection, WEB, LATER + HOUR, shop.tag))
    [found] = await shop.rows("channel_state")
    assert found == state._replace(compared=3, checked_at=LATER + HOUR, changed_at=LATER + HOUR)


async def test_an_article_shown_where_it_has_no_stock_should_show_none(database: Database) -> None:
    shop = Shop(database)
    await shop.set_up()
    await shop.shows(stock(ALVA, 4, 77), stock(ALVA, 48, MAL))
    await shop.compare()
    [row] = await shop.rows("difference")
    assert (row.about, row.ours, row.theirs) == ("77", "0", "4")
