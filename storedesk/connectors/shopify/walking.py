"""Walks through a connection page by page, by the time of the last change, past the most it shows at once."""

from collections.abc import AsyncIterator

from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import Node, iso_seconds, moment
from storedesk.connectors.shopify.paging import Pager

WINDOW = 20_000
"""A connection ends at 25,000 nodes; after so many the walk begins anew at the last change it saw."""

Step = tuple[list[Node], Mark]


class Walk:
    """``mark.after`` is the page before, ``mark.taken`` how many nodes of the window there were."""

    def __init__(self, pager: Pager, window: int = WINDOW) -> None:
        self._pager, self._window = pager, window

    async def all_of(self, name: str, field: str, mark: Mark) -> AsyncIterator[Step]:
        """Every node, each page with the mark that goes on after it."""
        while True:
            part = await self._pager.part(name, (field,), {"after": mark.after or None})
            mark = mark._replace(after=part.after)
            yield part.nodes, mark
            if not part.after:
                return

    async def changed(self, name: str, field: str, mark: Mark, terms: str = "") -> AsyncIterator[Step]:
        """Nodes changed since ``mark.since``, the oldest change first; ``terms`` are further search terms."""
        while True:
            query = f"{terms} updated_at:>='{iso_seconds(mark.since)}'".strip() if mark.since else terms
            part = await self._pager.part(name, (field,), {"after": mark.after or None, "query": query})
            taken = mark.taken + len(part.nodes)
            mark = mark._replace(after=part.after, taken=taken)
            if part.after and taken >= self._window:
                mark = _from_last(part.nodes, mark)
            yield part.nodes, mark
            if not part.after:
                return


def _from_last(nodes: list[Node], mark: Mark) -> Mark:
    """A new window that begins at the last change; where a whole window shares one second the walk goes on in it."""
    last = moment(nodes[-1].get("updatedAt"), "updatedAt") // 1000 * 1000
    return mark._replace(since=last, after="", taken=0) if last > mark.since else mark
