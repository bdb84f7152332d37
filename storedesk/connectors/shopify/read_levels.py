"""Stock levels: in bulk, place by place, or again by item."""

from collections.abc import AsyncIterator, Iterator, Sequence

from storedesk.connectors.neutral import Remote
from storedesk.connectors.port import Page
from storedesk.connectors.shopify.bulk import Bulk, BulkRefused
from storedesk.connectors.shopify.mapping_levels import level_from
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import Node, children, id_of, iso_seconds, tail
from storedesk.connectors.shopify.page_making import one as one_each
from storedesk.connectors.shopify.page_making import page_of
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.walking import WINDOW, Walk

AT, ITEMS = "at:", "items"


class Levels:
    """An item's own time of change does not move with its levels, so each place is asked for its levels."""

    def __init__(self, pager: Pager, bulk: Bulk) -> None:
        self._pager, self._bulk, self._walk = pager, bulk, Walk(pager)

    async def read(self, mark: Mark, everything: bool) -> AsyncIterator[Page]:
        if everything and mark.step != ITEMS:
            try:
                async for page in self._bulk.pages("BulkLevels", mark, _level_only):
                    yield page
                return
            except BulkRefused:
                mark = mark.to_step(ITEMS)
        if mark.step == ITEMS:
            async for page in self._by_items(mark):
                yield page
            return
        async for page in self._by_places(mark):
            yield page

    async def _by_places(self, mark: Mark) -> AsyncIterator[Page]:
        """What has changed at each place; where that is more than a connection shows, everything is read."""
        at = mark.step.removeprefix(AT)
        for place_id in [one for one in await self._place_ids() if one >= at]:
            begin = mark if mark.step == AT + place_id else mark.to_step(AT + place_id)
            async for nodes, after in self._at_place(place_id, begin):
                yield page_of(nodes, one_each(level_from), after)
                if after.taken >= WINDOW and after.after:
                    async for page in self._by_items(after.to_step(ITEMS)):
                        yield page
                    return

    async def _by_items(self, mark: Mark) -> AsyncIterator[Page]:
        """Every item with its levels by the items' numbers; ``taken`` is the last number of a window."""
        seen = 0
        while True:
            query = f"id:>{mark.taken}" if mark.taken else None
            part = await self._pager.part(
                "Items", ("inventoryItems",), {"after": mark.after or None, "query": query}
            )
            nodes = [await self._whole(node) for node in part.nodes]
            seen += len(nodes)
            mark = mark._replace(after=part.after)
            if part.after and seen >= WINDOW:
                seen, mark = 0, mark._replace(after="", taken=int(tail(id_of(nodes[-1]))))
            levels = [level for node in nodes for level in children(node, "inventoryLevels")]
            yield page_of(levels, one_each(level_from), mark)
            if not part.after:
                return

    async def again(self, item_ids: Sequence[str]) -> Page:
        nodes = [node async for node in self.items(item_ids)]
        there = {id_of(node) for node in nodes}
        levels = [level for node in nodes for level in children(node, "inventoryLevels")]
        gone = [one for one in item_ids if one not in there]
        return page_of(levels, one_each(level_from), Mark(), gone=gone)

    async def items(self, item_ids: Sequence[str]) -> AsyncIterator[Node]:
        """Stock items with all their levels in a list."""
        async for node in self._pager.by_ids("LevelsOfItems", item_ids):
            yield await self._whole(node)

    async def _whole(self, node: Node) -> Node:
        return await self._pager.completed(node, "inventoryLevels", "LevelsOfItemAfter")

    async def _at_place(self, place_id: str, mark: Mark) -> AsyncIterator[tuple[list[Node], Mark]]:
        since = f"updated_at:>='{iso_seconds(mark.since)}'" if mark.since else None
        while True:
            values = {"locationId": place_id, "after": mark.after or None, "query": since}
            part = await self._pager.part("LevelsAtPlace", ("location", "inventoryLevels"), values)
            mark = mark._replace(after=part.after, taken=mark.taken + len(part.nodes))
            yield part.nodes, mark
            if not part.after:
                return

    async def _place_ids(self) -> list[str]:
        found: list[str] = []
        async for nodes, _mark in self._walk.all_of("Locations", "locations", Mark()):
            found += [id_of(node) for node in nodes]
        return sorted(found)


def _level_only(node: Node) -> Iterator[Remote]:
    if "quantities" in node:
        yield level_from(node)
