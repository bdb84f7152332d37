"""Reads prices by SKU: a product's time of change does not move when its prices do."""

from collections.abc import AsyncIterator, Sequence

from storedesk.connectors.magento.cursors import Cursor
from storedesk.connectors.magento.mapping_prices import base_of, base_prices, special_of, tier_of
from storedesk.connectors.magento.mapping_products import STOCKED
from storedesk.connectors.magento.reading import Item, Line, Mapped, begin, since_groups
from storedesk.connectors.magento.reading_catalogues import next_articles
from storedesk.connectors.magento.scalars import Odd, exact, moment_text, rows, text
from storedesk.connectors.magento.search import every, one_of, page_after
from storedesk.connectors.port import Page

EVERY_MS = 20 * 3_600_000
"""Everything is read again after so long; between, only what was saved as a product."""

_PRODUCTS = "/V1/products"
_AT_ONCE = 100
_TYPES = [("type_id", "in", ",".join(STOCKED))]


async def prices(line: Line, cursor_text: str, *, everything: bool) -> AsyncIterator[Page]:
    """Everything, or what was saved as a product since, and beside that the next articles of shared catalogues."""
    cursor = begin(cursor_text, anew=everything)
    if not cursor.step and line.now() - cursor.full >= EVERY_MS:
        cursor = Cursor()
    groups = [_TYPES, *since_groups(cursor)]
    while True:
        found = await page_after(
            line.client, _PRODUCTS, groups, cursor.after, _AT_ONCE, "id", field="entity_id"
        )
        begun, total = cursor.begun or line.client.shop_now, cursor.done + found.left
        mapped = await _priced(line, found.items)
        after = text(found.items[-1].get("id")) if found.items else cursor.after
        cursor = cursor._replace(step="list", after=after, begun=begun, done=cursor.done + len(found.items))
        if found.ended:
            break
        yield mapped.page(cursor, total)
    ended = cursor.ended(full=not cursor.since)
    if not cursor.since:
        yield mapped.page(ended, total)
        return
    due, place = await next_articles(line, cursor.place)
    again = await prices_of(line, due) if due else Page((), "")
    mapped.records += again.records
    mapped.problems += again.problems
    yield mapped.page(ended._replace(place=place), total)


async def prices_of(line: Line, skus: Sequence[str]) -> Page:
    """All prices of these SKUs; what the shop does not have is ``gone``."""
    mapped, there = Mapped(), set()
    for start in range(0, len(skus), _AT_ONCE):
        groups = [one_of("sku", skus[start : start + _AT_ONCE])]
        pages = every(line.client, _PRODUCTS, groups, _AT_ONCE, "id", field="entity_id")
        found = [item async for item in pages]
        there |= {exact(item.get("sku")) for item in found}
        part = await _priced(line, found)
        mapped.records += part.records
        mapped.problems += part.problems
    return mapped.page(Cursor(), None, tuple(sku for sku in skus if sku not in there))


async def _priced(line: Line, items: Sequence[Item]) -> Mapped:
    """Base, special and tier prices of one page of products."""
    mapped, scope = Mapped(), await line.facts.scope()
    today = moment_text(line.now())[:10]
    ids = {exact(item.get("sku")): text(item.get("id")) for item in items}
    if not ids:
        return mapped
    skus = {"skus": list(ids)}
    try:
        base = base_prices(rows(await line.client.read("/V1/products/base-prices-information", skus)), scope)
    except Odd:
        base = {}
    for sku, price in base.items():
        if sku in ids:
            mapped.take(ids[sku], lambda s=sku, p=price: base_of(ids[s], p, scope))  # type: ignore[misc]
    for row in rows(await line.client.read("/V1/products/special-price-information", skus)):
        sku = exact(row.get("sku"))
        if sku in ids:
            mapped.take(ids[sku], lambda r=row, s=sku: special_of(ids[s], r, today, scope))  # type: ignore[misc]
    for row in rows(await line.client.read("/V1/products/tier-prices-information", skus)):
        sku = exact(row.get("sku"))
        if sku in ids:
            mapped.take(ids[sku], lambda r=row, s=sku: tier_of(ids[s], r, base.get(s, 0), scope))  # type: ignore[misc]
    return mapped
