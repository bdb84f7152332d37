"""Past orders and the stock of a day, as SQLite and PostgreSQL tell them alike."""

import pytest

from storedesk.domain.ids import derived_id
from storedesk.domain.records import Movement
from storedesk.domain.routing import Stock
from storedesk.domain.tables import SELLABLE
from storedesk.hub.database import Database
from storedesk.hub.past_replay import past_orders, plan_days
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.past_orders import articles_of, placed_between, stock_at
from tests.small_shop import ALVA, ELIN, GBG, MAL, NOW, RASK, articles, order_id, pickup, places

pytestmark = pytest.mark.asyncio
DAY = 86_400_000


def moved(name: str, quantity: int, at: int) -> Movement:
    return Movement(derived_id(name), GBG, ALVA, SELLABLE, quantity, "sold", derived_id("a"), ELIN, at)


async def test_stock_is_told_back_and_orders_come_with_their_wish(database: Database) -> None:
    rows = [*places(), *articles(50), *pickup(48301, {ALVA: 2, RASK: 1}), *pickup(48302, {ALVA: 1})]
    rows += [moved("before", -9, NOW - 1), moved("after", -3, NOW), moved("later", 1, NOW + 5)]
    await database.write(lambda connection: prepare_hub(connection, "past", lambda: 7))
    await database.write(lambda connection: write_rows(connection, rows, lambda: 7))

    found, count = await database.read(lambda connection: placed_between(connection, NOW, NOW + 1, 1))
    assert (len(found), count) == (1, 2)
    ids = [order_id(48301)]
    assert await database.read(lambda connection: articles_of(connection, ids)) == [ALVA, RASK]
    stock = await database.read(lambda connection: stock_at(connection, [GBG, MAL], [ALVA], NOW))
    assert stock == {(GBG, ALVA): Stock(52, 0), (MAL, ALVA): Stock(50, 0)}

    plan = await database.read(lambda connection: plan_days(connection, 30, NOW + DAY))
    assert (plan.total, plan.left_out, len(plan.days)) == (2, 0, 1)
    pasts = await database.read(lambda connection: past_orders(connection, plan.days[0].orders))
    assert sorted(sum(past.wanted.goods.values()) for past in pasts) == [1, 3]
    assert {past.wanted.place_id for past in pasts} == {GBG}
    assert all(not place.tried for past in pasts for place in past.places)
