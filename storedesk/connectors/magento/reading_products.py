"""Reads products: configurables with their variants first, then what has no parent."""

from collections.abc import AsyncIterator, Sequence

from storedesk.connectors.magento.cursors import Cursor
from storedesk.connectors.magento.mapping_products import (
    CONFIGURABLE,
    STOCKED,
    children_of,
    product_of,
    variant_of,
)
from storedesk.connectors.magento.reading import Item, Line, Mapped, begin, since_groups
from storedesk.connectors.magento.scalars import text
from storedesk.connectors.magento.search import Filter, every, one_of, page_after
from storedesk.connectors.port import Page

PATH = "/V1/products"
_PARENTS, _SINGLE, _CHANGED = "parents", "single", "changed"
_PARENTS_PAGE = 50
_AT_ONCE = 100


class ProductReader:
    """Keeps whose variant is whose: a variant's own row does not say it."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._parent_of: dict[str, str] | None = None

    async def load(self, cursor_text: str) -> AsyncIterator[Page]:
        cursor = begin(cursor_text, anew=True)
        if not cursor.step:
            self._line.facts.forget("attributes")
            self._parent_of = {}
            cursor = cursor._replace(step=_PARENTS)
        while cursor.step == _PARENTS:
            page, cursor = await self._page(cursor, [_types(CONFIGURABLE)], _PARENTS_PAGE)
            yield page
        await self._learn_parents()
        while cursor.step == _SINGLE:
            page, cursor = await self._page(cursor, [_types(*STOCKED)], self._line.settings.page_size)
            yield page

    async def changes(self, cursor_text: str) -> AsyncIterator[Page]:
        cursor = begin(cursor_text, anew=False)
        if not cursor.step:
            self._line.facts.forget("attributes")
            cursor = cursor._replace(step=_CHANGED)
        await self._learn_parents()
        while cursor.step:
            groups = [_types(CONFIGURABLE, *STOCKED), *since_groups(cursor)]
            page, cursor = await self._page(cursor, groups, _PARENTS_PAGE)
            yield page

    async def reread(self, external_ids: Sequence[str]) -> Page:
        await self._learn_parents()
        items = await self._by_ids(external_ids)
        mapped = Mapped()
        await self._take(mapped, items, with_single=True, with_variants=True)
        there = {text(item.get("id")) for item in items}
        return mapped.page(Cursor(), None, tuple(one for one in external_ids if one not in there))

    async def _page(self, cursor: Cursor, groups: list[list[Filter]], size: int) -> tuple[Page, Cursor]:
        """One page, and where it goes on: the parents' last page leads to the single ones."""
        found = await page_after(self._line.client, PATH, groups, cursor.after, size, "id", field="entity_id")
        mapped = Mapped()
        single, alone = cursor.step != _PARENTS, cursor.step == _CHANGED
        await self._take(mapped, found.items, with_single=single, with_variants=alone)
        total = cursor.done + found.left if cursor.step != _PARENTS else None
        begun = cursor.begun or self._line.client.shop_now
        done = cursor.done + len(mapped.records)
        after = text(found.items[-1].get("id")) if found.items else ""
        onward = cursor._replace(after=after, begun=begun, done=done)
        if found.ended:
            next_step = Cursor(step=_SINGLE, begun=begun, done=done)
            onward = next_step if cursor.step == _PARENTS else onward.ended()
        return mapped.page(onward, total), onward

    async def _take(
        self, mapped: Mapped, items: Sequence[Item], *, with_single: bool, with_variants: bool
    ) -> None:
        """Configurables each followed by its variants, then products that are their own only variant; variants
        by themselves only where they may have changed without their parent."""
        attributes = await self._line.facts.attributes()
        parents = [item for item in items if item.get("type_id") == CONFIGURABLE]
        wanted = [child for item in parents for child in children_of(item)]
        variants = {text(item.get("id")): item for item in await self._by_ids(wanted)}
        for item in parents:
            own = text(item.get("id"))
            mapped.take(own, lambda item=item: product_of(item, attributes))  # type: ignore[misc]
            for child in children_of(item):
                (self._parent_of if self._parent_of is not None else {})[child] = own
                if child in variants:
                    mapped.take(child, lambda c=child, o=own: variant_of(variants[c], o, attributes))  # type: ignore[misc]
        for item in items:
            own = text(item.get("id"))
            parent = (self._parent_of or {}).get(own)
            if item.get("type_id") not in STOCKED or not with_single or own in variants:
                continue
            if parent is None:
                mapped.take(own, lambda item=item: product_of(item, attributes))  # type: ignore[misc]
                mapped.take(own, lambda item=item, own=own: variant_of(item, own, attributes))  # type: ignore[misc]
            elif with_variants:
                mapped.take(own, lambda item=item, p=parent: variant_of(item, p, attributes))  # type: ignore[misc]

    async def _by_ids(self, ids: Sequence[str]) -> list[Item]:
        found: list[Item] = []
        for start in range(0, len(ids), _AT_ONCE):
            part = [one for one in ids[start : start + _AT_ONCE] if one.isdigit()]
            if part:
                groups = [one_of("entity_id", part)]
                pages = every(self._line.client, PATH, groups, _AT_ONCE, "id", field="entity_id")
                found += [item async for item in pages]
        return found

    async def _learn_parents(self) -> None:
        """Once per connector; kept up by every configurable that is read after it."""
        if self._parent_of:
            return
        found: dict[str, str] = {}
        groups = [_types(CONFIGURABLE)]
        async for item in every(self._line.client, PATH, groups, 100, "id", field="entity_id"):
            found |= dict.fromkeys(children_of(item), text(item.get("id")))
        self._parent_of = found


def _types(*types: str) -> list[Filter]:
    return [("type_id", "in", ",".join(types))]
