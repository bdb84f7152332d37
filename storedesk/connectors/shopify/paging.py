"""Pages of a connection, each as large as the shop's limit on a request's cost lets it be."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, NamedTuple

from storedesk.connectors.shopify.answers import TooCostly
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.node_fields import Node

CHEAP = 250.0
"""A request below this cost asks for twice as much next time."""
MOST_IDS = 100
_MOST = {
    "Orders": 60,
    "OrdersById": 40,
    "Products": 50,
    "Companies": 25,
    "Quotes": 50,
    "PriceListPrices": 100,
}
_FIRST = {"Orders": 10, "OrdersById": 10, "Products": 20, "Companies": 5, "Quotes": 10}
_INNER = {"Orders": 20, "OrdersById": 20, "Products": 20, "ProductsById": 20, "Quotes": 25, "Companies": 20}


class Part(NamedTuple):
    """Some nodes of a connection; ``after`` goes on behind them and is empty at the end."""

    nodes: list[Node]
    after: str


class Sizes:
    """How much each operation asks for at once, in nodes and in children of each."""

    def __init__(self) -> None:
        self._sizes: dict[str, tuple[int, int]] = {}

    def of(self, name: str) -> tuple[int, int]:
        return self._sizes.get(name, (_FIRST.get(name, 50), _INNER.get(name, 10)))

    def too_costly(self, name: str) -> bool:
        """Halves the larger; False when nothing smaller is left to ask for."""
        first, inner = self.of(name)
        if first == 1 and inner == 1:
            return False
        self._sizes[name] = (max(1, first // 2), inner) if first >= inner else (first, max(1, inner // 2))
        return True

    def cost_was(self, name: str, cost: float | None) -> None:
        first, inner = self.of(name)
        if cost is not None and cost < CHEAP:
            self._sizes[name] = (min(first * 2, _MOST.get(name, 100)), inner)


class Pager:
    """Asks for pages through a client."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.sizes = Sizes()

    async def sized(
        self, name: str, variables: Mapping[str, object], uses: Sequence[str]
    ) -> Mapping[str, Any]:
        """One answer, with ``first`` and ``inner`` as large as they may be."""
        while True:
            first, inner = self.sizes.of(name)
            sizes = {key: value for key, value in (("first", first), ("inner", inner)) if key in uses}
            try:
                data = await self.client.ask(name, {**variables, **sizes})
            except TooCostly:
                if not self.sizes.too_costly(name):
                    raise
                continue
            self.sizes.cost_was(name, self.client.cost_of(name))
            return data

    async def part(self, name: str, path: Sequence[str], variables: Mapping[str, object]) -> Part:
        """One page of the connection at ``path``; a missing object on the way gives none."""
        uses = ("first", "inner") if name in _INNER or name in _WITH_INNER else ("first",)
        found: Any = await self.sized(name, variables, uses)
        for step in path:
            found = (found or {}).get(step)
        if found is None:
            return Part([], "")
        info = found.get("pageInfo") or {}
        return Part(list(found["nodes"]), str(info.get("endCursor") or "") if info.get("hasNextPage") else "")

    async def by_ids(self, name: str, ids: Sequence[str], inner: bool = True) -> AsyncIterator[Node]:
        """Nodes by their ids, in pieces; ids that name nothing are left out."""
        rest = list(ids)
        while rest:
            many = min(self.sizes.of(name)[0], MOST_IDS)
            try:
                values = {"ids": rest[:many]} | ({"inner": self.sizes.of(name)[1]} if inner else {})
                data = await self.client.ask(name, values)
            except TooCostly:
                if not self.sizes.too_costly(name):
                    raise
                continue
            self.sizes.cost_was(name, self.client.cost_of(name))
            rest = rest[many:]
            for node in data["nodes"]:
                if node:
                    yield node

    async def completed(self, node: Node, field: str, rest_name: str) -> dict[str, Any]:
        """The node with all children of a connection in a plain list, the rest of them asked for."""
        connection = node.get(field) or {"nodes": []}
        nodes, info = list(connection["nodes"]), connection.get("pageInfo") or {}
        after = str(info.get("endCursor") or "") if info.get("hasNextPage") else ""
        while after:
            part = await self.part(rest_name, ("node", field), {"id": node["id"], "after": after})
            nodes, after = nodes + part.nodes, part.after
        return {**node, field: nodes}


_WITH_INNER = frozenset({"Items", "Customers", "OrderPartsAfter", "PriceListPrices", "ListPricesOfVariant"})
