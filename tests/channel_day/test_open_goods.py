"""What a Magento shop holds for open orders is known: after a restart, and where it refuses to hear what left."""

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest
import pytest_asyncio

from storedesk.domain.records import Fulfilment
from storedesk.hub.database import Database, SqliteDatabase
from storedesk.storage.channel_stock_reads import may_show
from tests.channel_day.day import PLACES, Day, Size
from tests.channel_day.magento_market import MagentoMarket
from tests.channel_day.market import Market

pytestmark = pytest.mark.asyncio
SKU = "SKU-000"


def _magento(
    now: Callable[[], int], places: dict[str, str], articles: Sequence[tuple[str, str]]
) -> Sequence[Market]:
    return (MagentoMarket(now, places, articles),)


class QuietDay(Day):
    """One Magento shop on a good line; the test says what happens."""

    async def open(self) -> None:
        self.database = await self._opened()
        await self.database.write(self._fill)
        await self._start()
        (market,) = self.markets
        assert isinstance(market, MagentoMarket)
        self.shop = market.shop
        for process in self.processes:
            await process.switch_on()
            await process.turn()

    async def settle(self) -> None:
        """Everything that is due is told and read."""
        await self._heal()

    async def restart(self) -> None:
        await self._restart()

    async def step(self) -> str:
        """The next step of the one pickup."""
        (part,) = [one for one in await self.rows("fulfilment") if one.kind == "pickup"]
        assert isinstance(part, Fulfilment)
        self.now += 60_000
        return await self.counters[part.place_id].work_on(self.database, self.now, part)

    async def adjust(self, place: str, quantity: int) -> None:
        decision = await self.counters[PLACES[place][0]].act(
            self.database,
            self.now,
            "AdjustStock",
            variant_id=1,
            quantity=abs(quantity),
            reason="found" if quantity > 0 else "missing",
        )
        assert decision.outcome.startswith("accepted"), decision

    async def should_show(self, place: str) -> int:
        (channel,) = await self.rows("channel")
        found = await self.database.read(lambda c: may_show(c, channel, [1], self.now))
        return found[1, PLACES[place][0]].available

    async def differing(self) -> list[tuple[str, str, str]]:
        return [(one.about, one.ours, one.theirs) for one in await self.compare() if one.field == "stock"]


@pytest_asyncio.fixture
async def day(tmp_path: Path) -> AsyncIterator[QuietDay]:
    async def opened() -> Database:
        return SqliteDatabase(tmp_path / "hub.db", "5a" * 32, tmp_path / "scratch")

    made = QuietDay(opened, _magento, Size(orders=1, stock_changes=0, articles=1, stock=20), seed=4)
    await made.open()
    yield made
    await made.close()


async def test_goods_to_be_sent_are_not_shown_as_stock_after_a_restart(day: QuietDay) -> None:
    day.shop.place_order([(SKU, 3)], paid=True)
    await day.settle()
    (part,) = await day.rows("fulfilment")
    assert part.kind == "ship"
    assert await day.differing() == []
    await day.restart()
    await day.settle()
    assert await day.differing() == []


async def test_a_restart_between_ready_and_collected_changes_no_figure(day: QuietDay) -> None:
    day.shop.place_order([(SKU, 3)], paid=True)
    pickup = day.shop.place_order([(SKU, 2)], pickup="GBG", paid=True)
    await day.settle()
    done = [await day.step() for _ in range(4)]
    assert done[-1] == "MarkReady"
    await day.settle()
    assert day.shop.mails["ready", pickup] == 1
    assert await day.differing() == []
    await day.restart()
    await day.settle()
    assert await day.differing() == []
    assert await day.step() == "HandOver"
    await day.restart()
    await day.settle()
    assert await day.differing() == []
    assert (day.shop.mails["ready", pickup], day.shop.shipped[SKU]) == (1, 2)


async def test_after_a_refused_handover_the_next_figure_is_right(day: QuietDay) -> None:
    """The shop refuses to hear that the goods left, and holds them for the order: they are on sale nowhere."""
    order = day.shop.place_order([(SKU, 2)], pickup="GBG", paid=True)
    await day.settle()
    day.shop.sources["GBG"]["enabled"] = False
    assert [await day.step() for _ in range(5)][-1] == "HandOver"
    await day.settle()
    assert {task.kind for task in await day.rows("task")} >= {"tell_by_hand"}
    day.shop.sources["GBG"]["enabled"] = True
    await day.adjust("GBG", 5)
    await day.settle()
    (market,) = day.markets
    assert market.shows("GBG", SKU) == await day.should_show("GBG") == 20 - 2 + 5 - 2
    assert day.shop.orders[order]["items"][0]["qty_shipped"] == 0


async def test_a_pickup_whose_goods_come_from_elsewhere_is_counted_where_they_lie(day: QuietDay) -> None:
    await day.adjust("GBG", -19)
    day.shop.place_order([(SKU, 3)], pickup="GBG", paid=True)
    await day.settle()
    places = {part.place_id for part in await day.rows("fulfilment")}
    brought = await day.rows("transfer")
    assert brought or places != {PLACES["GBG"][0]}
    assert await day.differing() == []
    await day.restart()
    await day.settle()
    assert await day.differing() == []
