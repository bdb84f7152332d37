"""A Shopify shop as a market."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import httpx

from storedesk.connectors.port import Delivery
from storedesk.connectors.shopify import PLATFORM
from tests.platforms.fake_shopify.shop import ShopifyShop, SoldOut

_ONCE = (
    "fulfillmentCreate",
    "PreparedForPickup",
    "orderCancel",
    "orderCapture",
    "draftOrder",
    "Split",
    "bulkOperation",
)


class ShopifyMarket:
    """``places`` maps codes to names, ``articles`` SKUs to barcodes."""

    code, channel_id, told_by, platform = "web", 1, "platform", PLATFORM

    def __init__(
        self, now: Callable[[], int], places: Mapping[str, str], articles: Sequence[tuple[str, str]]
    ) -> None:
        self.shop = ShopifyShop(now)
        self._places = {code: self.shop.add_location(name) for code, name in places.items()}
        self._variants = {}
        for sku, barcode in articles:
            (variant,) = self.shop.add_product(f"Article {sku}", [sku], "100.00", [barcode])
            self._variants[sku] = variant
            for place in self._places.values():
                self.shop.set_stock(variant["inventoryItem"]["id"], place, 0)

    def settings(self) -> Mapping[str, str]:
        return self.shop.settings()

    def line(self) -> httpx.AsyncBaseTransport:
        return self.shop.transport()

    def repeatable(self, request: httpx.Request) -> bool:
        return not any(name in request.content.decode() for name in _ONCE)

    def buy(self, rng: random.Random, place: str, sku: str, quantity: int) -> str:
        try:
            return self.shop.place_order([(self._variants[sku]["id"], quantity)], self._places[place])
        except SoldOut:
            return ""

    def cancel(self, rng: random.Random) -> str:
        open_ = [
            number
            for number, order in self.shop.orders.items()
            if not order["cancelledAt"] and all(part["status"] == "OPEN" for part in order["_parts"])
            and not self.mails()[number]
        ]  # fmt: skip
        if not open_:
            return ""
        chosen = rng.choice(open_)
        self.shop.cancel_order(chosen)
        return chosen

    def edit_stock(self, place: str, sku: str, quantity: int) -> None:
        self.shop.set_stock(self._variants[sku]["inventoryItem"]["id"], self._places[place], quantity)

    def shows(self, place: str, sku: str) -> int:
        return self.shop.available(self._variants[sku]["inventoryItem"]["id"], self._places[place])

    def orders(self) -> list[str]:
        return list(self.shop.orders)

    def cancelled(self) -> set[str]:
        return {number for number, order in self.shop.orders.items() if order["cancelledAt"]}

    def mails(self) -> Counter[str]:
        return Counter(order for order, what in self.shop.mails if what == "ready")

    def handed_out(self) -> Mapping[str, int]:
        return {
            number: sum(_gone(line) for part in order["_parts"] for line in part["_lines"])
            for number, order in self.shop.orders.items()
            if not order["cancelledAt"]
        }

    def deliveries(self) -> list[Delivery]:
        return self.shop.deliver()


def _gone(line: Mapping[str, Any]) -> int:
    return int(line["totalQuantity"] - line["remainingQuantity"])
