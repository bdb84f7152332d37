"""An order that is cancelled at the desk after it was paid: goods and money go back there once, on both platforms."""

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from storedesk.hub.database import Database, SqliteDatabase
from tests.channel_day.day import PLACES, Day, Size
from tests.channel_day.magento_market import MagentoMarket
from tests.channel_day.market import Market
from tests.channel_day.shopify_market import ShopifyMarket

pytestmark = pytest.mark.asyncio
SKU, PAID = "SKU-000", 300.0


class CancelDay(Day):
    """One shop with one order of three pieces that was paid."""

    async def open(self) -> None:
        self.database = await self._opened()
        await self.database.write(self._fill)
        await self._start()
        for process in self.processes:
            await process.switch_on()
            await process.turn()
        (self.market,) = self.markets
        await self._heal()
        self.order = _buy(self.market)
        await self._heal()

    async def settle(self) -> None:
        await self._heal()

    async def ask(self, change: str, **more: Any) -> None:
        (order,) = await self.rows("orders")
        act = self.counters[PLACES["GBG"][0]].act
        decision = await act(
            self.database, self.now, "RequestChange", order_id=order.id, change=change, **more
        )
        assert decision.outcome.startswith("accepted"), decision
        await self._heal()


@pytest_asyncio.fixture(params=[MagentoMarket, ShopifyMarket])
async def day(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[CancelDay]:
    async def opened() -> Database:
        return SqliteDatabase(tmp_path / "hub.db", "5a" * 32, tmp_path / "scratch")

    def one(
        now: Callable[[], int], places: dict[str, str], articles: Sequence[tuple[str, str]]
    ) -> Sequence[Market]:
        return (request.param(now, places, articles),)

    made = CancelDay(opened, one, Size(orders=1, stock_changes=0, articles=1, stock=20), seed=4)
    await made.open()
    yield made
    await made.close()


async def test_a_whole_order(day: CancelDay) -> None:
    await day.ask("cancel", seen="open")
    assert _given_back(day.market, day.order) == PAID
    assert day.market.shows("GBG", SKU) == 18
    assert [one.kind for one in await day.rows("task") if one.kind == "tell_by_hand"] == []
    await day.settle()
    assert _given_back(day.market, day.order) == PAID


async def test_some_pieces_and_then_the_rest(day: CancelDay) -> None:
    await day.ask("cancel_line", line=1, quantity=1, seen="3")
    assert _given_back(day.market, day.order) == 100.0
    assert day.market.shows("GBG", SKU) == 16
    await day.ask("cancel", seen="open")
    assert _given_back(day.market, day.order) == PAID
    assert day.market.shows("GBG", SKU) == 18
    assert [one.kind for one in await day.rows("task") if one.kind == "tell_by_hand"] == []


def _buy(market: Market) -> str:
    if isinstance(market, MagentoMarket):
        return str(market.shop.place_order([(SKU, 3)], pickup="GBG", paid=True))
    assert isinstance(market, ShopifyMarket)
    return market.buy(None, "GBG", SKU, 3)  # type: ignore[arg-type]


def _given_back(market: Market, order: str) -> float:
    if isinstance(market, MagentoMarket):
        return float(market.shop.orders[int(order)]["total_refunded"])
    assert isinstance(market, ShopifyMarket)
    done = market.shop.orders[order]["transactions"]
    return float(sum(one["_amount"] for one in done if one["kind"] == "REFUND"))
