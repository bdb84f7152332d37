"""Products with their variants: in bulk, page by page, or again by id."""

from collections.abc import AsyncIterator, Iterator, Sequence

from storedesk.connectors.neutral import Remote, RemoteProduct
from storedesk.connectors.port import Page
from storedesk.connectors.shopify.bulk import Bulk, BulkRefused
from storedesk.connectors.shopify.mapping_products import product_from, variant_from
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import Node, id_of
from storedesk.connectors.shopify.page_making import page_of, product_and_variants
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.walking import Walk

EVERY_STATUS = "status:active,archived,draft,unlisted"
"""Without it the search leaves out what is not active."""
PAGED = "paged"


class Products:
    def __init__(self, pager: Pager, bulk: Bulk) -> None:
        self._pager, self._bulk, self._walk = pager, bulk, Walk(pager)

    async def read(self, mark: Mark, everything: bool) -> AsyncIterator[Page]:
        if everything and mark.step != PAGED:
            try:
                async for page in self._bulk.pages("BulkProducts", mark, _product_and_variant):
                    yield page._replace(records=tuple(_without_repeats(page.records)))
                return
            except BulkRefused:
                mark = mark.to_step(PAGED)
        async for nodes, at in self.nodes(mark):
            yield page_of(nodes, product_and_variants, at)

    async def nodes(self, mark: Mark) -> AsyncIterator[tuple[list[Node], Mark]]:
        """Products that have changed, each with all its variants in a list."""
        async for nodes, at in self._walk.changed("Products", "products", mark, EVERY_STATUS):
            yield [await self.whole(node) for node in nodes], at

    async def whole(self, node: Node) -> Node:
        return await self._pager.completed(node, "variants", "ProductVariantsAfter")

    async def again(self, ids: Sequence[str]) -> Page:
        """Products with their variants, or variants alone, as the ids say."""
        found = [node async for node in self._pager.by_ids("ProductsById", ids)]
        whole = [await self.whole(node) if "/Product/" in id_of(node) else node for node in found]
        there = {id_of(node) for node in found}
        gone = [one for one in ids if one not in there]
        return page_of(whole, product_or_variant, Mark(), gone=gone)


def product_or_variant(node: Node) -> Iterator[Remote]:
    if "/ProductVariant/" in id_of(node):
        yield variant_from(node)
    elif "variants" in node:
        yield from product_and_variants(node)
    else:
        yield product_from(node)


def _product_and_variant(node: Node) -> Iterator[Remote]:
    """A line of a bulk result names its product whole: nothing has to be joined."""
    yield product_from(node["product"])
    yield variant_from(node)


def _without_repeats(records: Sequence[Remote]) -> Iterator[Remote]:
    """A product stands once before those of its variants that follow each other."""
    last: Remote | None = None
    for record in records:
        if record == last:
            continue
        if isinstance(record, RemoteProduct):
            last = record
        yield record
