"""A clock, a shop and a connector to it; every request is checked against the three Swagger files."""

import re
from collections.abc import AsyncIterator, Callable
from typing import Any

from storedesk.connectors.magento import PLATFORM
from storedesk.connectors.magento.connector import MagentoConnector
from storedesk.connectors.neutral import Remote
from storedesk.connectors.port import Kind, Page, Surroundings
from tests.platforms.fake_magento.shop import KEYS, MagentoShop
from tests.platforms.magento_schemas.request_check import full_schemas, pruned_schemas

START = 1_795_400_000_000


class Clock:
    """Time passes when a test or a wait says so; random bytes are counted up."""

    def __init__(self) -> None:
        self.now = START
        self._drawn = 0

    def time(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += int(seconds * 1000)

    def random_bytes(self, count: int) -> bytes:
        self._drawn += 1
        return self._drawn.to_bytes(count, "big")


class World:
    """``connector`` is one process's; ``again`` is another one's to the same shop."""

    def __init__(self, *, b2b: bool = False, **settings: str) -> None:
        self.clock = Clock()
        self.shop = MagentoShop(self.clock.time, b2b=b2b)
        self.settings = {**KEYS, **settings}
        self.connector = self.again()

    def again(self, **settings: str) -> MagentoConnector:
        clock = self.clock
        surroundings = Surroundings(clock.time, clock.sleep, clock.random_bytes, self.shop.transport())
        opened = PLATFORM.open({**self.settings, **settings}, surroundings)
        assert isinstance(opened, MagentoConnector)
        return opened

    def store(self, code: str, **more: Any) -> None:
        self.shop.add_source(code, pickup=True, **more)

    def article(self, sku: str, price: float = 100.0, **stock: int) -> int:
        made = self.shop.add_product(sku, price)
        for code, quantity in stock.items():
            self.shop.set_stock(sku, code, quantity)
        return made

    def wrong_requests(self) -> list[str]:
        """Every fault of every request so far, by version."""
        faults = []
        for schemas in (pruned_schemas(), full_schemas()):
            for version, schema in schemas.items():
                for sent in self.shop.requests:
                    path = re.sub(r"^/rest/\w+", "", sent.path)
                    found = schema.faults(sent.method, path, sent.query, sent.body)
                    faults += [f"{version} {sent.method} {one}" for one in found]
        return faults


async def pages_of(pages: AsyncIterator[Page]) -> list[Page]:
    return [page async for page in pages]


async def all_of(
    read: Callable[[Kind, str], AsyncIterator[Page]], kind: Kind, cursor: str = ""
) -> tuple[list[Remote], str]:
    """Every record of a pass, and the cursor after it."""
    found: list[Remote] = []
    async for page in read(kind, cursor):
        assert page.problems == ()
        found += page.records
        cursor = page.cursor
    return found, cursor
