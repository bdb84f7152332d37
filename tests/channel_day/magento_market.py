"""A Magento shop as a market; its own ready mail is switched off, since we write ourselves."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import httpx

from storedesk.connectors.magento import PLATFORM
from storedesk.connectors.port import Delivery
from tests.platforms.fake_magento.sales import pickup_of
from tests.platforms.fake_magento.shop import KEYS, MagentoShop

_ONCE = ("/ship", "notify-orders", "/invoice", "/refund", "/comments", "/cancel", "/carts", "/order")


class MagentoMarket:
    """``places`` maps codes to names, ``articles`` SKUs to barcodes."""

    code, channel_id, told_by, platform = "mag", 2, "us", PLATFORM

    def __init__(
        self, now: Callable[[], int], places: Mapping[str, str], articles: Sequence[tuple[str, str]]
    ) -> None:
        self.shop = MagentoShop(now)
        self.shop.base_currency = "SEK"
        for code, name in places.items():
            self.shop.add_source(code, pickup=True)
            self.shop.sources[code]["name"] = name
            self.shop.sources[code]["extension_attributes"]["frontend_name"] = name
        for sku, barcode in articles:
            self.shop.add_product(sku, 100.0, name=f"Article {sku}", ean=barcode)
            for code in places:
                self.shop.set_stock(sku, code, 0)

    def settings(self) -> Mapping[str, str]:
        return {**KEYS, "barcode_attribute": "ean", "ready_mail_off": "yes"}

    def line(self) -> httpx.AsyncBaseTransport:
        return self.shop.transport()

    def repeatable(self, request: httpx.Request) -> bool:
        """A signature counts once, so nothing arrives twice."""
        return False

    def buy(self, rng: random.Random, place: str, sku: str, quantity: int) -> str:
        if self.shows(place, sku) < quantity:
            return ""
        return str(self.shop.place_order([(sku, quantity)], pickup=place, paid=rng.random() < 0.7))

    def cancel(self, rng: random.Random) -> str:
        open_ = [
            number
            for number, order in self.shop.orders.items()
            if order["state"] == "new" and not any(item["qty_shipped"] for item in order["items"])
        ]
        if not open_:
            return ""
        chosen = rng.choice(open_)
        order = self.shop.orders[chosen]
        for item in order["items"]:
            item["qty_canceled"] = item["qty_ordered"]
            self.shop.reservations.append((item["sku"], item["qty_ordered"]))
        order |= {"state": "canceled", "status": "canceled", "total_due": 0, "updated_at": self.shop.moment()}
        return str(chosen)

    def edit_stock(self, place: str, sku: str, quantity: int) -> None:
        self.shop.set_stock(sku, place, quantity)

    def shows(self, place: str, sku: str) -> int:
        """What lies at the source, less what its open orders will take from there; never less than nothing, though
        somebody may have typed in fewer pieces than are ordered."""
        waiting = sum(
            item["qty_ordered"] - max(item["qty_shipped"], item["qty_refunded"]) - item["qty_canceled"]
            for order in self.shop.orders.values()
            if pickup_of(order) == place
            for item in order["items"]
            if item["sku"] == sku
        )
        return max(0, int(self.shop.levels[sku, place] - waiting))

    def orders(self) -> list[str]:
        return [str(number) for number in self.shop.orders]

    def cancelled(self) -> set[str]:
        return {str(number) for number, order in self.shop.orders.items() if order["state"] == "canceled"}

    def mails(self) -> Counter[str]:
        """Switched off in the shop, so that none goes out."""
        return Counter()

    def readied(self) -> Counter[str]:
        """How often the shop was told that an order is ready."""
        return Counter(
            {str(order): many for (kind, order), many in self.shop.mails.items() if kind == "ready"}
        )

    def handed_out(self) -> Mapping[str, int]:
        """Orders whose comment says that they were collected, with their pieces."""
        return {
            str(number): sum(item["qty_ordered"] for item in order["items"]) if _collected(order) else 0
            for number, order in self.shop.orders.items()
            if order["state"] != "canceled"
        }

    def deliveries(self) -> list[Delivery]:
        return []


def _collected(order: Mapping[str, Any]) -> bool:
    return any("ollected" in str(entry.get("comment", "")) for entry in order["status_histories"])
