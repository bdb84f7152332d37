"""Reads every kind: all of it, what has changed, and single records again."""

from collections.abc import AsyncIterator, Callable, Sequence

from storedesk.connectors.neutral import RemoteCompany
from storedesk.connectors.port import Kind, Page
from storedesk.connectors.shopify.bulk import Bulk
from storedesk.connectors.shopify.mapping_companies import companies_from
from storedesk.connectors.shopify.mapping_persons import customer_from
from storedesk.connectors.shopify.mapping_places import place_from
from storedesk.connectors.shopify.mapping_quotes import quote_from
from storedesk.connectors.shopify.mark import Mark, mark_from
from storedesk.connectors.shopify.node_fields import Node, id_of
from storedesk.connectors.shopify.page_making import Mapper, one, page_of
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.read_levels import Levels
from storedesk.connectors.shopify.read_orders import Orders
from storedesk.connectors.shopify.read_prices import Prices
from storedesk.connectors.shopify.read_products import Products
from storedesk.connectors.shopify.walking import Walk

PASS = Callable[[Mark, bool], AsyncIterator[Page]]


class Reading:
    """One per connector. Every pass ends with a page whose cursor the next pass goes on from."""

    def __init__(self, pager: Pager, bulk: Bulk, levels: Levels) -> None:
        self._pager, self._now = pager, pager.client.now
        self._walk = Walk(pager)
        self._products, self._prices = Products(pager, bulk), Prices(pager, bulk)
        self._levels, self._orders = levels, Orders(pager, bulk)
        self._passes: dict[Kind, PASS] = {
            Kind.PLACES: self._places,
            Kind.PRODUCTS: self._products.read,
            Kind.PRICES: self._prices.read,
            Kind.LEVELS: self._levels.read,
            Kind.COMPANIES: self._companies,
            Kind.CUSTOMERS: self._customers,
            Kind.ORDERS: self._orders.read,
            Kind.QUOTES: self._quotes,
        }

    async def read(self, kind: Kind, cursor: str, everything: bool) -> AsyncIterator[Page]:
        """The last page is empty and has the cursor for the next pass."""
        mark = mark_from(cursor).started(self._now())
        async for page in self._passes[kind](mark, everything):
            mark = mark_from(page.cursor)
            yield page
        yield Page((), mark.ended().written())

    async def reread(self, kind: Kind, ids: Sequence[str]) -> Page:
        """These as they are now. For levels the ids are those of stock items, for prices those of variants."""
        if kind == Kind.PRODUCTS:
            return await self._products.again(ids)
        if kind == Kind.PRICES:
            return await self._prices.again(ids)
        if kind == Kind.LEVELS:
            return await self._levels.again(ids)
        if kind == Kind.ORDERS:
            return await self._orders.again(ids)
        return await self._again(kind, ids)

    async def _again(self, kind: Kind, ids: Sequence[str]) -> Page:
        name, mapper = {
            Kind.PLACES: ("PlacesById", one(place_from)),
            Kind.CUSTOMERS: ("CustomersById", one(customer_from)),
            Kind.COMPANIES: ("CompaniesById", companies_from),
            Kind.QUOTES: ("QuotesById", one(quote_from)),
        }[kind]
        found = [node async for node in self._pager.by_ids(name, ids, inner=name != "PlacesById")]
        if kind == Kind.COMPANIES:
            found = await self._with_owners(found)
        there = {id_of(node) for node in found}
        whole = [await self._whole(kind, node) for node in found if kind != Kind.COMPANIES or "name" in node]
        return page_of(whole, mapper, Mark(), gone=[one for one in ids if one not in there])

    async def _with_owners(self, found: list[Node]) -> list[Node]:
        """A site or a contact is read with its company."""
        known = {id_of(node) for node in found if "name" in node}
        owners = {id_of(node["company"]) for node in found if node.get("company")} - known
        extra = [node async for node in self._pager.by_ids("CompaniesById", sorted(owners))]
        return found + extra

    async def _whole(self, kind: Kind, node: Node) -> Node:
        if kind == Kind.COMPANIES:
            return await self._pager.completed(node, "locations", "SitesAfter")
        if kind == Kind.QUOTES:
            return await self._pager.completed(node, "lineItems", "QuoteLinesAfter")
        return node

    async def _places(self, mark: Mark, _everything: bool) -> AsyncIterator[Page]:
        async for nodes, at in self._walk.all_of("Locations", "locations", mark):
            yield page_of(nodes, one(place_from), at)

    async def _companies(self, mark: Mark, _everything: bool) -> AsyncIterator[Page]:
        """Companies that have changed, then those whose sites have."""
        seen: set[str] = set()
        if mark.step != "sites":
            async for page in self._walked(Kind.COMPANIES, "Companies", "companies", companies_from, mark):
                seen |= {one.external_id for one in page.records if isinstance(one, RemoteCompany)}
                yield page
            mark = mark.to_step("sites")
        if mark.since == 0:
            return
        async for nodes, at in self._walk.changed("SitesChanged", "companyLocations", mark):
            owners = sorted({id_of(node.get("company")) for node in nodes} - {""} - seen)
            page = await self._again(Kind.COMPANIES, owners) if owners else Page((), "")
            yield page._replace(cursor=at.written(), gone=())

    async def _customers(self, mark: Mark, _everything: bool) -> AsyncIterator[Page]:
        async for page in self._walked(Kind.CUSTOMERS, "Customers", "customers", one(customer_from), mark):
            yield page

    async def _quotes(self, mark: Mark, _everything: bool) -> AsyncIterator[Page]:
        async for page in self._walked(Kind.QUOTES, "Quotes", "draftOrders", one(quote_from), mark):
            yield page

    async def _walked(
        self, kind: Kind, name: str, field: str, mapper: Mapper, mark: Mark
    ) -> AsyncIterator[Page]:
        async for nodes, at in self._walk.changed(name, field, mark):
            yield page_of([await self._whole(kind, node) for node in nodes], mapper, at)
