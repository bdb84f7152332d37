"""A fake shop with a connector to it, on a clock that moves only when somebody waits."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from storedesk.connectors.port import Kind, Page, Surroundings
from storedesk.connectors.shopify.connector import ShopifyConnector
from tests.platforms.fake_shopify.shop import ShopifyShop

START = 1_795_000_000_000


class ShopifyWorld:
    """``waited`` are the seconds that somebody has slept."""

    def __init__(self) -> None:
        self.time, self.waited = START, 0.0
        self.shop = ShopifyShop(lambda: self.time)
        self.lund = self.shop.add_location("Lund")
        self.store = self.shop.add_location("Warehouse", pickup=False)

    async def sleep(self, seconds: float) -> None:
        self.waited += seconds
        self.time += round(seconds * 1000)
        await asyncio.sleep(0)

    def connector(self, **settings: str) -> ShopifyConnector:
        line = self.shop.transport()
        surroundings = Surroundings(lambda: self.time, self.sleep, lambda many: b"\0" * many, line)
        return ShopifyConnector({**self.shop.settings(), **settings}, surroundings)

    def article(self, sku: str, stock: int = 0, price: str = "100.00") -> tuple[str, str]:
        """A product with one variant: the ids of variant and stock item."""
        variant = self.shop.add_product(f"Article {sku}", [sku], price)[0]
        item = variant["inventoryItem"]["id"]
        self.shop.set_stock(item, self.lund, stock)
        return variant["id"], item


async def pages(connector: ShopifyConnector, kind: Kind, cursor: str = "", load: bool = True) -> list[Page]:
    return [page async for page in (connector.load if load else connector.changes)(kind, cursor)]


async def records(connector: ShopifyConnector, kind: Kind, cursor: str = "", load: bool = True) -> list[Any]:
    return [record for page in await pages(connector, kind, cursor, load) for record in page.records]


def run(test: Callable[[ShopifyWorld], Awaitable[Any]]) -> Any:
    """Runs one test's coroutine in a world of its own."""
    made: Coroutine[Any, Any, Any] = test(ShopifyWorld())  # type: ignore[assignment]
    return asyncio.run(made)
