"""Orders with their lines and parts: in bulk, by their own change, and by their parts' change."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from storedesk.connectors.neutral import Remote, RemoteOrder
from storedesk.connectors.port import Page
from storedesk.connectors.shopify.bulk import Bulk, BulkRefused
from storedesk.connectors.shopify.mapping_orders import order_from
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import Node, gid, id_of
from storedesk.connectors.shopify.page_making import one, page_of
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.read_products import PAGED
from storedesk.connectors.shopify.walking import Walk

PARTS, OWN = "parts", "own"
MOST_SEEN = 20_000
"""So many orders that came by their parts are remembered, so that a pass does not bring them twice."""


class Orders:
    """An order's own time of change need not move with its fulfilment orders, so both are asked for."""

    def __init__(self, pager: Pager, bulk: Bulk) -> None:
        self._pager, self._bulk, self._walk = pager, bulk, Walk(pager)

    async def read(self, mark: Mark, everything: bool) -> AsyncIterator[Page]:
        if everything and mark.step != PAGED:
            try:
                async for page in self._bulk.order_pages("BulkOrders", mark, one(order_from)):
                    yield page
                return
            except BulkRefused:
                mark = mark.to_step(PAGED)
        seen: set[tuple[str, int]] = set()
        if not everything and mark.step != OWN:
            async for page in self._by_parts(mark):
                seen |= set(_changes(page)) if len(seen) < MOST_SEEN else set()
                yield page
            mark = mark.to_step(OWN)
        async for nodes, at in self._walk.changed("Orders", "orders", mark):
            page = page_of([await self._whole(node) for node in nodes], one(order_from), at)
            yield page._replace(
                records=tuple(record for record in page.records if _change(record) not in seen)
            )

    async def again(self, ids: Sequence[str]) -> Page:
        """Orders by their ids, or by those of their parts."""
        owners, gone = await self._owners(ids)
        found = [node async for node in self._pager.by_ids("OrdersById", owners)]
        there = {id_of(node) for node in found}
        gone += [one for one in owners if one not in there]
        return page_of([await self._whole(node) for node in found], one(order_from), Mark(), gone=gone)

    async def _by_parts(self, mark: Mark) -> AsyncIterator[Page]:
        """The time that parts have changed is walked by itself: the orders' walk begins at the same mark."""
        async for nodes, at in self._walk.changed("PartsChanged", "fulfillmentOrders", mark):
            owners = sorted({gid("Order", str(node["orderId"])) for node in nodes if node.get("orderId")})
            page = await self.again(owners)
            yield page._replace(cursor=at._replace(step=PARTS).written())

    async def _owners(self, ids: Sequence[str]) -> tuple[list[str], list[str]]:
        orders = [one for one in ids if "/FulfillmentOrder/" not in one]
        parts = [one for one in ids if "/FulfillmentOrder/" in one]
        found = [node async for node in self._pager.by_ids("OrderOfPart", parts, inner=False)]
        orders += [str(node["orderId"]) for node in found if node.get("orderId")]
        there = {id_of(node) for node in found}
        return list(dict.fromkeys(orders)), [one for one in parts if one not in there]

    async def _whole(self, node: Node) -> Node:
        """The order with every line of itself and of its parts."""
        order = await self._pager.completed(node, "lineItems", "OrderLinesAfter")
        order = await self._pager.completed(order, "fulfillmentOrders", "OrderPartsAfter")
        parts: list[dict[str, Any]] = []
        for part in order["fulfillmentOrders"]:
            parts.append(await self._pager.completed(part, "lineItems", "PartLinesAfter"))
        return {**order, "fulfillmentOrders": parts}


def _changes(page: Page) -> list[tuple[str, int]]:
    return [_change(record) for record in page.records]


def _change(record: Remote) -> tuple[str, int]:
    return (record.external_id, record.changed_at) if isinstance(record, RemoteOrder) else ("", 0)
