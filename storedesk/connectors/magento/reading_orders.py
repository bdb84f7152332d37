"""Reads orders with their shipments, and negotiable quotes."""

from collections.abc import AsyncIterator, Sequence

from storedesk.connectors.magento.cursors import Cursor
from storedesk.connectors.magento.mapping_orders import OrderRules, order_of
from storedesk.connectors.magento.mapping_quotes import negotiated, quote_of
from storedesk.connectors.magento.reading import Groups, Item, Line, Mapped, begin, keyset_pages, since_groups
from storedesk.connectors.magento.scalars import moment_text, text
from storedesk.connectors.magento.search import every, one_of
from storedesk.connectors.magento.shop_facts import QUOTES
from storedesk.connectors.port import Page

ORDERS, SHIPMENTS, CARTS = "/V1/orders", "/V1/shipments", "/V1/carts/search"
_BACK_MS = 90 * 86_400_000
_OPEN_STATES = "new,processing,holded,payment_review,pending_payment"
_AT_ONCE = 50


async def orders(line: Line, cursor_text: str, *, anew: bool) -> AsyncIterator[Page]:
    """At first what is open, whenever it was placed, and all of 90 days; then what has changed. Shipping, an
    invoice and a refund all move an order's time of change."""
    cursor = begin(cursor_text, anew=anew)
    wanted: Groups = since_groups(cursor)
    if not cursor.since:
        placed = ("created_at", "gteq", moment_text((cursor.begun or line.now()) - _BACK_MS))
        wanted = [[("state", "in", _OPEN_STATES), placed]]

    async def take(mapped: Mapped, items: Sequence[Item]) -> None:
        await _take_orders(line, mapped, items)

    async for page in keyset_pages(line, ORDERS, wanted, cursor, "entity_id", "entity_id", take):
        yield page


async def orders_of(line: Line, ids: Sequence[str]) -> Page:
    mapped = Mapped()
    found = [one async for one in every(line.client, ORDERS, [one_of("entity_id", ids)], _AT_ONCE)]
    await _take_orders(line, mapped, found)
    there = {text(item.get("entity_id")) for item in found}
    return mapped.page(Cursor(), None, tuple(one for one in ids if one not in there))


async def order_rules(line: Line) -> OrderRules:
    own = line.settings
    groups, now = await line.facts.groups(), line.now()
    return OrderRules(own.pickup_methods, own.pickup_field, groups=groups, now=now)


async def _take_orders(line: Line, mapped: Mapped, items: Sequence[Item]) -> None:
    rules = await order_rules(line)
    shipments: dict[str, list[Item]] = {}
    ids = [text(item.get("entity_id")) for item in items]
    for start in range(0, len(ids), _AT_ONCE):
        groups = [one_of("order_id", ids[start : start + _AT_ONCE])]
        async for one in every(line.client, SHIPMENTS, groups, 100):
            shipments.setdefault(text(one.get("order_id")), []).append(one)
    for item in items:
        own = text(item.get("entity_id"))
        mapped.take(own, lambda item=item, own=own: order_of(item, shipments.get(own, []), rules))  # type: ignore[misc]


async def quotes(line: Line, cursor_text: str, *, anew: bool) -> AsyncIterator[Page]:
    """Carts that carry a negotiable quote, of those that changed; at first of 90 days."""
    if not await line.facts.has(QUOTES):
        yield Mapped().page(Cursor(since=line.client.shop_now), 0)
        return
    cursor = begin(cursor_text, anew=anew)
    first = [[("updated_at", "gteq", moment_text((cursor.begun or line.now()) - _BACK_MS))]]

    async def take(mapped: Mapped, items: Sequence[Item]) -> None:
        mapped.take_all([item for item in items if negotiated(item)], quote_of, "id")

    wanted = since_groups(cursor) or first
    async for page in keyset_pages(line, CARTS, wanted, cursor, "id", "entity_id", take):
        yield page


async def quotes_of(line: Line, ids: Sequence[str]) -> Page:
    mapped = Mapped()
    groups = [one_of("entity_id", ids)]
    found = [one async for one in every(line.client, CARTS, groups, _AT_ONCE, "id", field="entity_id")]
    mapped.take_all([item for item in found if negotiated(item)], quote_of, "id")
    there = {text(item.get("id")) for item in found if negotiated(item)}
    return mapped.page(Cursor(), None, tuple(one for one in ids if one not in there))
