"""Runs in a process of its own: a channel's first load into an empty hub, with its time and its peak of memory."""

import asyncio
import json
import random
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from storedesk.connectors.neutral import (
    Remote,
    RemoteLevel,
    RemotePlace,
    RemotePrice,
    RemoteProduct,
    RemoteVariant,
)
from storedesk.connectors.port import Kind, Page
from storedesk.domain.records import Channel, Place, Setting
from storedesk.hub.channels.reading import Reader
from storedesk.hub.database import SqliteDatabase
from storedesk.storage.hub_rows import prepare_hub, write_rows
from tests.bench.large_hub import KEY, SHOP_TIME
from tests.platforms.plain_shop import PlainConnector, PlainShop
from tests.small_shop import WEEK

PLACES, VARIANTS_OF_PRODUCT, PAGE = 10, 4, 1_000
KINDS = (Kind.PLACES, Kind.PRODUCTS, Kind.PRICES, Kind.LEVELS)
FIRST_ID = 44_013_526_089_912


class GeneratedShop(PlainConnector):
    """Makes its pages as they are asked for, so that what it holds is not counted."""

    def __init__(self, skus: int) -> None:
        super().__init__(PlainShop())
        self._skus = skus

    async def load(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        page: list[Remote] = []
        for number, record in enumerate(self._records(kind), 1):
            page.append(record)
            if len(page) == PAGE:
                yield Page(tuple(page), str(number))
                page = []
        yield Page(tuple(page), "end")

    def _records(self, kind: Kind) -> Iterator[Remote]:
        if kind is Kind.PLACES:
            for place in range(PLACES):
                yield RemotePlace(f"{place}", f"Store {place}", "", "", "", "SE", True, True)
            return
        for number in range(self._skus):
            yield from self._of_article(kind, number)

    @staticmethod
    def _of_article(kind: Kind, number: int) -> Iterator[Remote]:
        variant, stock = str(FIRST_ID + 32_768 * number), str(FIRST_ID + 32_768 * number + 7)
        product = str(8_795_432 + number // VARIANTS_OF_PRODUCT)
        if kind is Kind.PRODUCTS:
            if number % VARIANTS_OF_PRODUCT == 0:
                yield RemoteProduct(product, f"S{product}", f"Jacket {number}", "Fjell", "jackets", True, 1)
            yield RemoteVariant(
                variant, product, stock, f"SKU-{number:06d}", f"Blue {number % 9}", "blue", "M",
                (f"{7_390_000_000_000 + number}",), True, True, 450, 1,
            )  # fmt: skip
        elif kind is Kind.PRICES:
            yield RemotePrice(variant, "", "SEK", 1, 10_000 * (number % 5_000 + 1), True)
        else:
            for place in range(PLACES):
                count = (number * 7 + place) % 60
                yield RemoteLevel(stock, str(place), count, count, 1)


async def load(path: Path, skus: int) -> tuple[int, float]:
    """Records, and seconds from the first page asked for to the last commit."""
    source = random.Random(1)
    database = SqliteDatabase(path, KEY, path.parent / "snapshots")

    def tag() -> int:
        return source.getrandbits(62)

    def now() -> int:
        return SHOP_TIME + int(time.monotonic() * 1000)

    rows = [
        Place(number + 1, f"S{chr(65 + number)}", f"Store {number}", "store", "nordic", "SE", "SEK",
              "Europe/Stockholm", WEEK, "{}", "", "")
        for number in range(PLACES)
    ]  # fmt: skip
    masters = json.dumps(dict.fromkeys(("texts", "price", "on_hand"), "web"))
    await database.write(lambda connection: prepare_hub(connection, "bench", tag))
    given = [*rows, Channel(1, "web", "Web", "web_shop", 0), Setting(0, "masters", masters)]
    await database.write(lambda connection: write_rows(connection, given, tag))
    reader = Reader(database, GeneratedShop(skus), 1, now, tag)
    begun, records = time.perf_counter(), 0
    for kind in KINDS:
        since = time.perf_counter()
        done = await reader.read(kind)
        records += done.records
        sys.stderr.write(f"  {kind}: {done.records / (time.perf_counter() - since):,.0f} records/s\n")
        if done.set_aside:
            raise RuntimeError("A record was set aside")
    took = time.perf_counter() - begun
    await database.close()
    return records, took


def peak_megabytes() -> float:
    """The most this process has held (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024


if __name__ == "__main__":
    loaded, seconds = asyncio.run(load(Path(sys.argv[1]), int(sys.argv[2])))
    sys.stdout.write(json.dumps([loaded, seconds, peak_megabytes()]) + "\n")
