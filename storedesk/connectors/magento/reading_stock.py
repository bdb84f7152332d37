"""Reads places, and stock as one sweep per place: no time says which level has changed."""

from collections.abc import AsyncIterator, Sequence

from storedesk.connectors.magento.cursors import Cursor
from storedesk.connectors.magento.mapping_levels import level_of
from storedesk.connectors.magento.mapping_places import STATE_NEEDED, place_of
from storedesk.connectors.magento.reading import Item, Line, Mapped, begin
from storedesk.connectors.magento.scalars import exact, flag
from storedesk.connectors.magento.search import every, one_of, page_after
from storedesk.connectors.port import Page

SOURCES, LEVELS = "/V1/inventory/sources", "/V1/inventory/source-items"
_AT_ONCE = 50


async def places(line: Line) -> Page:
    """All sources; there are few."""
    mapped = Mapped()
    needed = line.settings.region_countries or STATE_NEEDED
    found = [one async for one in every(line.client, SOURCES, (), 100, "source_code")]
    mapped.take_all(found, lambda item: place_of(item, needed), "source_code")
    return mapped.page(Cursor(since=line.client.shop_now), len(found))


async def levels(line: Line, cursor_text: str) -> AsyncIterator[Page]:
    """All levels of all places that are in use, whatever the cursor of an ended pass says."""
    cursor = begin(cursor_text, anew=True)
    codes = await _codes(line)
    if not codes:
        yield Mapped().page(Cursor(since=line.client.shop_now))
        return
    for code in [one for one in codes if one >= cursor.place]:
        cursor = cursor if code == cursor.place else cursor._replace(place=code, after="")
        await line.goods.refresh()
        known, ended = await line.goods.known(), False
        while not ended:
            found = await page_after(
                line.client,
                LEVELS,
                [[("source_code", "eq", code)]],
                cursor.after,
                line.settings.page_size,
                "sku",
            )
            ended, read_at = found.ended, line.client.shop_now
            mapped = Mapped()
            _take_levels(line, mapped, found.items, known=known)
            cursor = cursor._replace(
                step="sweep",
                after=exact(found.items[-1].get("sku")) if found.items else cursor.after,
                begun=cursor.begun or read_at,
                done=cursor.done + len(found.items),
            )
            last = ended and code == codes[-1]
            total = cursor.done if last else None
            yield mapped.page(cursor.ended(full=True) if last else cursor, total)


async def levels_of(line: Line, skus: Sequence[str]) -> Page:
    """The levels of these SKUs at all places; one without any is ``gone``."""
    mapped, there = Mapped(), set()
    await line.goods.refresh()
    known = await line.goods.known()
    for start in range(0, len(skus), _AT_ONCE):
        part = skus[start : start + _AT_ONCE]
        for code in await _codes(line):
            groups = [one_of("sku", part), [("source_code", "eq", code)]]
            found = [one async for one in every(line.client, LEVELS, groups, line.settings.page_size, "sku")]
            there |= {exact(one.get("sku")) for one in found}
            _take_levels(line, mapped, found, known=known)
    return mapped.page(Cursor(), None, tuple(sku for sku in skus if sku not in there))


def _take_levels(line: Line, mapped: Mapped, items: Sequence[Item], *, known: bool) -> None:
    """``known`` says whether open orders name their source."""
    read_at = line.client.shop_now
    for item in items:
        level = (exact(item.get("sku")), exact(item.get("source_code")))
        held = line.goods.unshipped(level) if known else None
        mapped.take(level[0], lambda item=item, held=held: level_of(item, read_at, held))  # type: ignore[misc]


async def _codes(line: Line) -> list[str]:
    found = every(line.client, SOURCES, (), 100, "source_code")
    return sorted([exact(one.get("source_code")) async for one in found if flag(one.get("enabled"))])
