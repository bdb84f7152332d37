"""What a day needs of a fake shop, whatever its platform: to buy in it, and to see what it shows and did."""

import random
from collections.abc import Mapping
from typing import Protocol

import httpx

from storedesk.connectors.port import Delivery, Platform


class Article(Protocol):
    sku: str


class Market(Protocol):
    """``told_by`` is who writes to customers when goods are ready: ``platform`` or ``us``."""

    code: str
    channel_id: int
    told_by: str
    platform: Platform

    def settings(self) -> Mapping[str, str]: ...

    def line(self) -> httpx.AsyncBaseTransport: ...

    def repeatable(self, request: httpx.Request) -> bool:
        """Whether a request may arrive twice without harm."""
        ...

    def buy(self, rng: random.Random, place: str, sku: str, quantity: int) -> str:
        """The order's id, or empty where the shop has too few."""
        ...

    def cancel(self, rng: random.Random) -> str:
        """A buyer cancels an order that is not ready yet; its id, or empty."""
        ...

    def edit_stock(self, place: str, sku: str, quantity: int) -> None:
        """Somebody changes the figure in the shop's own admin."""
        ...

    def shows(self, place: str, sku: str) -> int:
        """What buyers can have."""
        ...

    def orders(self) -> list[str]:
        """Ids of all orders."""
        ...

    def cancelled(self) -> set[str]: ...

    def mails(self) -> Mapping[str, int]:
        """How often the platform wrote to the customer that goods are ready, by order."""
        ...

    def handed_out(self) -> Mapping[str, int]:
        """Pieces that the platform was told are gone, by order."""
        ...

    def deliveries(self) -> list[Delivery]:
        """Webhooks since the last time."""
        ...
