"""Prices: the variants' own, then those of each company catalogue's price list."""

from collections.abc import AsyncIterator, Sequence

from storedesk.connectors.port import Page
from storedesk.connectors.shopify.bulk import Bulk, BulkRefused
from storedesk.connectors.shopify.mapping_prices import list_prices_from, shop_price_from
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import Node, children, id_of, tail
from storedesk.connectors.shopify.page_making import Mapper, page_of
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.read_products import PAGED, Products
from storedesk.connectors.shopify.walking import Walk

LISTS_EVERY_MS = 55 * 60 * 1000
"""No signal tells of a list's prices, so they are read again about once an hour."""
LIST = "list:"


class Prices:
    def __init__(self, pager: Pager, bulk: Bulk) -> None:
        self._pager, self._bulk, self._walk = pager, bulk, Walk(pager)
        self._products = Products(pager, bulk)
        self._shop: tuple[str, bool] | None = None

    async def read(self, mark: Mark, everything: bool) -> AsyncIterator[Page]:
        currency, gross = await self._shop_facts()
        if not mark.step.startswith(LIST):
            async for page in self._own(mark, everything, currency, gross):
                yield page
            mark = mark.to_step(LIST)
        if everything or mark.began - mark.lists >= LISTS_EVERY_MS:
            async for page in self._lists(mark, gross):
                yield page

    async def again(self, ids: Sequence[str]) -> Page:
        """All prices of these variants."""
        currency, gross = await self._shop_facts()
        found = [node async for node in self._pager.by_ids("VariantsById", ids, inner=False)]
        there = {id_of(node) for node in found}
        variants = [one for node in found for one in (children(node, "variants") or [node]) if "price" in one]
        page = page_of(variants, _own_price(currency, gross), Mark())
        records = list(page.records)
        for variant in variants:
            async for nodes, list_id in self._of_variant(id_of(variant)):
                records += page_of(nodes, _list_price(list_id, gross), Mark()).records
        return page._replace(records=tuple(records), gone=tuple(one for one in ids if one not in there))

    async def _own(self, mark: Mark, everything: bool, currency: str, gross: bool) -> AsyncIterator[Page]:
        own = _own_price(currency, gross)
        if everything and mark.step != PAGED:
            try:
                async for page in self._bulk.pages("BulkPrices", mark, own):
                    yield page
                return
            except BulkRefused:
                mark = mark.to_step(PAGED)
        async for nodes, at in self._products.nodes(mark):
            yield page_of([one for node in nodes for one in children(node, "variants")], own, at)

    async def _lists(self, mark: Mark, gross: bool) -> AsyncIterator[Page]:
        """List by list in the order of their ids; ``step`` names the list that is being read."""
        lists = await self._list_ids()
        at = mark.step.removeprefix(LIST)
        for list_id in [one for one in lists if one >= at]:
            mark = mark if mark.step == LIST + list_id else mark.to_step(LIST + list_id)
            async for nodes, mark_after in self._of_list(list_id, mark):
                yield page_of(nodes, _list_price(list_id, gross), mark_after)
        yield Page((), mark._replace(lists=mark.began).written())

    async def _of_list(self, list_id: str, mark: Mark) -> AsyncIterator[tuple[list[Node], Mark]]:
        while True:
            values = {"id": list_id, "after": mark.after or None}
            part = await self._pager.part("PriceListPrices", ("priceList", "prices"), values)
            mark = mark._replace(after=part.after)
            yield part.nodes, mark
            if not part.after:
                return

    async def _of_variant(self, variant_id: str) -> AsyncIterator[tuple[list[Node], str]]:
        for list_id in await self._list_ids():
            values = {"id": list_id, "query": f"variant_id:{tail(variant_id)}"}
            part = await self._pager.part("ListPricesOfVariant", ("priceList", "prices"), values)
            yield [node for node in part.nodes if id_of(node.get("variant")) == variant_id], list_id

    async def _list_ids(self) -> list[str]:
        """Lists of company catalogues that are on."""
        found: list[str] = []
        async for nodes, _mark in self._walk.all_of("PriceLists", "priceLists", Mark()):
            found += [id_of(node) for node in nodes if _for_companies(node)]
        return sorted(found)

    async def _shop_facts(self) -> tuple[str, bool]:
        if self._shop is None:
            shop = (await self._pager.client.ask("ShopInfo"))["shop"]
            self._shop = str(shop["currencyCode"]), bool(shop["taxesIncluded"])
        return self._shop


def _for_companies(price_list: Node) -> bool:
    catalog = price_list.get("catalog") or {}
    return catalog.get("status") == "ACTIVE" and "companyLocationsCount" in catalog


def _own_price(currency: str, gross: bool) -> Mapper:
    """Maps a variant to what everybody pays for it."""
    return lambda node: (shop_price_from(node, currency, gross),)


def _list_price(list_id: str, gross: bool) -> Mapper:
    """Maps a price of a list to itself and its quantity breaks."""
    return lambda node: list_prices_from(node, list_id, gross)
