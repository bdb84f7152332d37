"""Reads contract prices of shared catalogues again, some articles in every pass: nothing says that one has changed."""

from collections.abc import AsyncIterator, Sequence

from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.refusals import NO_ROUTE, SaidNo
from storedesk.connectors.magento.scalars import exact, text
from storedesk.connectors.magento.search import every
from storedesk.connectors.magento.shop_facts import SHARED
from storedesk.connectors.trouble import Stopped

CATALOGUES = "/V1/sharedCatalog/"
PAGES_A_PASS = 5
"""So many pages' worth of articles in a pass: 1,000 with pages of 200."""


async def next_articles(line: Line, place: str) -> tuple[Sequence[str], str]:
    """SKUs whose prices are due, at most ``PAGES_A_PASS`` pages of them, and where the next pass goes on (empty: from the
    beginning). ``place`` is a catalogue's id and the SKU after which it goes on. None without the module or the
    right to read it."""
    if not await line.facts.has(SHARED):
        return (), ""
    catalogue, _, after = place.partition("/")
    due: list[str] = []
    most = PAGES_A_PASS * line.settings.page_size
    try:
        async for own in _catalogues(line, catalogue):
            behind = after if own == catalogue else ""
            for sku in await _skus(line, own, behind):
                due.append(sku)
                if len(due) == most:
                    return due, f"{own}/{sku}"
    except Stopped as stopped:
        if stopped.why != "right_missing":
            raise
    return due, ""


async def _catalogues(line: Line, first: str) -> AsyncIterator[str]:
    found = every(line.client, CATALOGUES, (), 100, "id", field="entity_id")
    ids = [int(own) async for one in found if (own := text(one.get("id"))).isdigit()]
    for number in sorted(ids):
        if number >= int(first or 0):
            yield str(number)


async def _skus(line: Line, catalogue: str, after: str) -> list[str]:
    """A catalogue that went meanwhile has none."""
    try:
        found = await line.client.get(f"{CATALOGUES}{catalogue}/products")
    except SaidNo as error:
        if error.not_there or error.message == NO_ROUTE:
            return []
        raise
    return sorted({sku for sku in map(exact, found if isinstance(found, list) else ()) if sku > after})
