"""A day of web shops, tills, ERP counts and counters over lines that fail, with a restart in the middle."""

import random
from collections import Counter as Count
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple

from storedesk.domain.ids import derived_id
from storedesk.domain.records import (
    Barcode,
    Channel,
    Difference,
    Fulfilment,
    Place,
    Price,
    Product,
    Setting,
    Staff,
    StagingBin,
    StockLevel,
    Variant,
)  # fmt: skip
from storedesk.domain.tables import SELLABLE
from storedesk.domain.till_line import TillLine
from storedesk.hub.channels.compare import compare_channel
from storedesk.hub.database import Database
from storedesk.hub.handle import Hub
from storedesk.hub.tills.take_sales import take_sales
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import opening_movement, prepare_hub, write_rows
from storedesk.storage.import_runs import Counted, write_import
from storedesk.storage.rows import Rows
from tests.channel_day.channel_process import ChannelProcess
from tests.channel_day.counter import Counter
from tests.channel_day.market import Market
from tests.channel_day.rough_line import RoughLine
from tests.small_shop import ELIN, NOW, WEEK

PLACES = {"GBG": (1, "Göteborg Centrum"), "MAL": (2, "Malmö")}
SHARE = 0.2
TURN_EVERY, MINUTE_EVERY = 5, 4
MOST_HEALING_TURNS = 120

Opened = Callable[[], Awaitable[Database]]
Markets = Callable[[Callable[[], int], dict[str, str], Sequence[tuple[str, str]]], Sequence[Market]]


class Size(NamedTuple):
    """``stock`` is on hand of each article at each place when the day begins."""

    orders: int
    stock_changes: int
    articles: int
    stock: int = 60


class Day:
    """``opened`` opens the hub's database, also after a restart; all chance comes from ``seed``."""

    def __init__(self, opened: Opened, markets: Markets, size: Size, seed: int) -> None:
        self.rng, self.size, self.now = random.Random(seed), size, NOW
        self.happened: Count[str] = Count()
        self._opened = opened
        self.skus = [(f"SKU-{number:03}", f"73{number:010}") for number in range(size.articles)]
        self.markets = markets(
            lambda: self.now, {code: name for code, (_, name) in PLACES.items()}, self.skus
        )
        self.lines = [
            RoughLine(market.line(), random.Random(seed + number), self.sleep, market.repeatable)
            for number, market in enumerate(self.markets)
        ]
        self.hub = Hub(self.tag)
        self.counters = {place: Counter(place, self.hub, self.rng) for place, _ in PLACES.values()}
        self.processes: list[ChannelProcess] = []
        self.bugs: list[list[str]] = []
        self.edited: set[tuple[int, int, int]] = set()
        """Channel, place and article of the figures that somebody changed in a shop's own admin."""
        self._process = self._receipt = 0

    def tag(self) -> int:
        return self.rng.getrandbits(62)

    async def sleep(self, seconds: float) -> None:
        self.now += int(seconds * 1000)

    async def run(self) -> None:
        self.database = await self._opened()
        await self.database.write(self._fill)
        await self._start()
        for process in self.processes:
            await process.switch_on()
        for process in self.processes:
            await process.turn()
        for line in self.lines:
            line.share = SHARE
        await self._work()
        await self._heal()

    async def close(self) -> None:
        for process in self.processes:
            self.bugs += process.bugs
            await process.close()
        await self.database.close()

    async def rows(self, table: str, **equals: int | str) -> list[Any]:
        found = await self.database.read(lambda connection: Rows(connection).among(table, equals))
        return [stored.row for stored in found]

    def _fill(self, connection: Connection) -> None:
        prepare_hub(connection, "day", self.tag)
        rows: list[Any] = []
        for code, (place, name) in PLACES.items():
            rows.append(
                Place(
                    place, code, name, "store", "nordic", "SE", "SEK", "Europe/Stockholm", WEEK, "{}", "", ""
                )
            )
            rows.append(Staff(place, ELIN, "Elin L.", "EL", "store_manager", "", "", 0, None, 1))
            rows.append(StagingBin(place, "H1", 10_000))
        for market in self.markets:
            rows.append(Channel(market.channel_id, market.code, market.code, "web_shop", 2))
            rows.append(Setting(0, f"told_by:{market.code}:ready", market.told_by))
        for number, (sku, barcode) in enumerate(self.skus, 1):
            rows.append(Product(number, sku, f"Article {sku}", "", "", "standard", 0))
            rows.append(Variant(number, number, sku, "", "", "", "piece", 0))
            rows.append(Barcode(barcode, number, 1))
            rows.append(Price("base", number, "SEK", 1, "2026-01-01", 100_0000, 1))
            for place, _ in PLACES.values():
                level = StockLevel(place, number, SELLABLE, self.size.stock, 0, 0, 0, None, "", NOW)
                rows += [
                    level,
                    opening_movement(level, derived_id("opening", str(place), str(number)), "opening"),
                ]
        write_rows(connection, rows, self.tag)
        for counter in self.counters.values():
            counter.enrol(connection, NOW)

    async def _start(self) -> None:
        """Processes of the hub for its channels, as at a start."""
        self._process += 1
        self.processes = [
            ChannelProcess(
                self.database,
                market,
                line,
                lambda: self.now,
                self.sleep,
                self.rng,
                f"process {self._process}",
            )
            for market, line in zip(self.markets, self.lines, strict=True)
        ]

    async def _restart(self) -> None:
        """Nobody says goodbye: what was under way is lost with the process."""
        await self.close()
        self.now += 90_000
        self.database = await self._opened()
        await self._start()
        for process in self.processes:
            await process.begin()

    async def _work(self) -> None:
        wanted = ["order"] * self.size.orders + ["stock"] * self.size.stock_changes
        wanted += ["counter"] * (self.size.orders * 4) + ["cancel"] * (self.size.orders // 20)
        wanted += ["edit"] * (self.size.stock_changes // 50)
        self.rng.shuffle(wanted)
        for number, what in enumerate(wanted):
            self.now += self.rng.randrange(500, 4_000)
            await getattr(self, f"_{what}")()
            if number % TURN_EVERY == 0:
                await self.rng.choice(self.processes).turn()
            if number % (TURN_EVERY * MINUTE_EVERY) == 0:
                await self.database.write(lambda connection: self.hub.mind(connection, self.now))
            if number == len(wanted) // 2:
                await self._restart()

    async def _order(self) -> None:
        market, place = self.rng.choice(self.markets), self.rng.choice(list(PLACES))
        sku, _ = self.rng.choice(self.skus)
        made = market.buy(self.rng, place, sku, self.rng.randrange(1, 3))
        self.happened["order" if made else "sold out"] += 1

    async def _cancel(self) -> None:
        self.happened["cancelled there"] += bool(self.rng.choice(self.markets).cancel(self.rng))

    async def _edit(self) -> None:
        market, place = self.rng.choice(self.markets), self.rng.choice(list(PLACES))
        number = self.rng.randrange(len(self.skus))
        market.edit_stock(place, self.skus[number][0], self.rng.randrange(0, 90))
        self.edited.add((market.channel_id, PLACES[place][0], number + 1))
        self.happened["edited there"] += 1

    async def _stock(self) -> None:
        """A till's line (some come twice), an ERP count, or an adjustment at the counter."""
        number, (place, _) = self.rng.randrange(len(self.skus)), self.rng.choice(list(PLACES.values()))
        how = self.rng.choice(("till", "till", "till", "till", "counted", "adjusted"))
        self.happened[how] += 1
        if how == "till":
            self._receipt += 1
            kind = self.rng.choice(("sale", "sale", "sale", "return"))
            line = TillLine(
                place,
                "1",
                f"R{self._receipt}",
                "1",
                kind,
                self.skus[number][1],
                "1",
                self.now - 20_000,
                "as_new",
            )
            again = self.rng.choice((1, 1, 2))
            for _ in range(again):
                await self.database.write(
                    lambda connection: take_sales(connection, [line], self.now, self.tag)
                )
        elif how == "counted":
            self._receipt += 1
            count = Counted(
                derived_id("erp", str(self._receipt)),
                place,
                number + 1,
                SELLABLE,
                self.rng.randrange(20, 80),
                self.now,
            )
            await self.database.write(
                lambda connection: write_import(connection, [], [], [], [count], self.tag)
            )
        else:
            decision = await self.counters[place].act(
                self.database, self.now, "AdjustStock", variant_id=number + 1, quantity=1, reason="found"
            )
            assert decision.outcome.startswith("accepted"), decision

    async def _counter(self) -> None:
        """Somebody goes a step further with a pickup of theirs."""
        place, _ = self.rng.choice(list(PLACES.values()))
        parts = [part for part in await self.rows("fulfilment", place_id=place) if part.ended_at is None]
        if parts:
            part: Fulfilment = self.rng.choice(sorted(parts, key=lambda one: one.id)[:40])
            done = await self.counters[place].work_on(self.database, self.now, part)
            self.happened[done or "nothing to do"] += 1

    async def _heal(self) -> None:
        """The lines are good again: every queue empties, and everything is shown as it should be."""
        for line in self.lines:
            line.share = 0.0
        for _ in range(MOST_HEALING_TURNS):
            self.now += 61_000
            for process in self.processes:
                await process.turn()
            await self.database.write(lambda connection: self.hub.mind(connection, self.now))
            if not await self.database.read(_waiting):
                break
        for process in self.processes:
            await process.turn()

    async def compare(self) -> list[Difference]:
        """What the hub says differs, once nothing was told for a while and it has read the shops' figures."""
        self.now += 3 * 60_000
        for process in self.processes:
            await process.turn()
        self.now += 20 * 60_000
        for channel in await self.rows("channel"):
            await compare_channel(self.database, channel, self.now, self.tag)
        return [one for one in await self.rows("difference") if one.state == "open"]

    async def repair(self, found: Sequence[Difference]) -> None:
        """A manager presses F9 on each; the shops are told, and read back."""
        counter = self.counters[PLACES["GBG"][0]]
        for one in found:
            decision = await counter.act(
                self.database, self.now, "RepairDifference", difference_id=one.id, how="push"
            )
            assert decision.outcome.startswith("accepted"), decision
        for _ in range(3):
            self.now += 61_000
            for process in self.processes:
                await process.turn()


def _waiting(connection: Connection) -> list[Any]:
    text = "SELECT channel_id, kind, state, why FROM channel_push WHERE state IN ('waiting', 'sending', 'unknown')"
    return list(connection.exec_driver_sql(text))
