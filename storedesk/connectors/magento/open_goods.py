"""What pickup orders hold at each source: not yet shipped, or shipped as ready and still lying in the store.

The shop takes goods off a source when their order is ready; here they lie there until they are collected. Without
that difference a stock figure of ours would put goods back on sale that stand packed for somebody.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.mapping_lines import left_to_ship, own_rows
from storedesk.connectors.magento.markers import is_collected
from storedesk.connectors.magento.scalars import Odd, exact, moment_text, pieces, record, text
from storedesk.connectors.magento.search import Filter, changed_since, every
from storedesk.connectors.magento.settings import PICKUP_FIELD, Settings
from storedesk.connectors.magento.shop_facts import PICKUP, ShopFacts

_BACK_MS = 60 * 86_400_000
_OPEN_STATES = "new,processing,holded,payment_review,pending_payment"
_OVER = ("canceled", "closed")

Level = tuple[str, str]
"""A SKU and a source's code."""


class Held(NamedTuple):
    """Units of one order's line at its source."""

    level: Level
    unshipped: int
    waiting: int


class OpenGoods:
    """Kept up by the orders that changed since it was last asked; one per connector."""

    def __init__(self, client: Client, facts: ShopFacts, settings: Settings, now: Callable[[], int]) -> None:
        self._client, self._facts, self._settings, self._now = client, facts, settings, now
        self._since = 0
        self._orders: dict[str, list[Held]] = {}
        self._unshipped: Counter[Level] = Counter()
        self._waiting: Counter[Level] = Counter()
        self._to_send: Mapping[Level, int] = {}

    async def known(self) -> bool:
        """Whether orders name their source: with the shop's own pickup only."""
        return self._settings.pickup_field == PICKUP_FIELD and await self._facts.has(PICKUP)

    async def refresh(self) -> None:
        """To be called before figures are asked for."""
        if not await self.known():
            return
        changed: list[Filter] = changed_since(self._since)
        if not self._since:
            back = ("updated_at", "gteq", moment_text(self._now() - _BACK_MS))
            changed = [("state", "in", _OPEN_STATES), back]
        groups = [[(PICKUP_FIELD, "notnull", "1")], changed]
        begun = 0
        async for order in every(self._client, "/V1/orders", groups, self._settings.page_size):
            begun = begun or self._client.shop_now
            self._take(order)
        self._since = begun or self._client.shop_now

    def unshipped(self, level: Level) -> int:
        """Units of open orders: of pickups there, and of those that are to be sent from there."""
        return self._unshipped[level] + self._to_send.get(level, 0)

    def will_send(self, goods: Mapping[Level, int]) -> None:
        """What the shop cannot know: from where the orders that are to be sent will be."""
        self._to_send = goods

    def waiting(self, level: Level) -> int:
        return self._waiting[level]

    def _take(self, order: Mapping[str, Any]) -> None:
        own = text(order.get("entity_id"))
        for held in self._orders.pop(own, ()):
            self._unshipped[held.level] -= held.unshipped
            self._waiting[held.level] -= held.waiting
        found = held_of(order)
        if found:
            self._orders[own] = found
        for held in found:
            self._unshipped[held.level] += held.unshipped
            self._waiting[held.level] += held.waiting


def held_of(order: Mapping[str, Any]) -> list[Held]:
    """What an order holds at its pickup source; nothing where it names none or cannot be understood."""
    place = exact(record(order.get("extension_attributes")).get(PICKUP_FIELD))
    if not place or order.get("state") in _OVER:
        return []
    collected, found = is_collected(order), []
    for row in own_rows(order):
        try:
            waits = pieces(row.get("qty_shipped"), "qty_shipped") - pieces(row.get("qty_refunded"), "qty")
            left = max(0, left_to_ship(row))
        except Odd:
            continue
        waiting = 0 if collected else max(0, waits)
        if left or waiting:
            found.append(Held((exact(row.get("sku")), place), left, waiting))
    return found
