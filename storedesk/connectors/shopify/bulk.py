"""Bulk operations: asked for, waited for, and their result as pages."""

from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from storedesk.connectors.port import Page
from storedesk.connectors.shopify.answers import NotUnderstood
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import Node
from storedesk.connectors.shopify.operations import bulk_query
from storedesk.connectors.shopify.page_making import Mapper, page_of
from storedesk.connectors.shopify.result_file import Transport, result_lines
from storedesk.connectors.shopify.staging import Staging
from storedesk.connectors.trouble import Stopped, Unreachable

PAGE = 500
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
"""Seconds between two looks at a running operation."""
_READER = msgspec.json.Decoder()
_RUNNING = frozenset({"CREATED", "RUNNING", "CANCELING"})


class BulkRefused(Exception):
    """The shop does not do this in bulk now; it can be read page by page."""


class Bulk:
    """Runs one operation at a time for its caller."""

    def __init__(self, client: Client, transport: Transport) -> None:
        self._client, self._transport = client, transport

    async def started(self, name: str) -> str:
        """The id of a new operation. Raises BulkRefused."""
        try:
            data = await self._client.ask("BulkRun", {"query": bulk_query(name)})
        except (NotUnderstood, Stopped) as error:
            raise BulkRefused from error
        found = data["bulkOperationRunQuery"]
        if found["userErrors"] or not found["bulkOperation"]:
            raise BulkRefused
        return str(found["bulkOperation"]["id"])

    async def finished(self, bulk: str) -> tuple[str, int]:
        """Waits until it has ended: where the result lies (empty when there are no rows), and how many objects it
        has. Raises BulkRefused where it failed or is not there any more."""
        wait = FIRST_WAIT
        while True:
            found = (await self._client.ask("BulkStatus", {"id": bulk}))["bulkOperation"]
            status = str(found["status"]) if found else "EXPIRED"
            if status == "COMPLETED":
                return str(found["url"] or ""), int(found["rootObjectCount"] or 0)
            if status not in _RUNNING:
                raise BulkRefused
            await self._client.sleep(wait)
            wait = min(LONGEST_WAIT, wait * 2)

    async def pages(self, name: str, mark: Mark, mapper: Mapper) -> AsyncIterator[Page]:
        """Pages out of lines that each say enough by themselves. What was taken before is left out."""
        async for page in self._ready(name, mark):
            mark, url, total = page
            if not url:
                yield page_of((), mapper, mark, total)
                continue
            async for nodes, taken in self._parts(url, mark.taken):
                yield page_of(nodes, mapper, mark._replace(taken=taken), total)

    async def order_pages(self, name: str, mark: Mark, mapper: Mapper) -> AsyncIterator[Page]:
        """Pages of whole orders; ``taken`` counts the staging's buckets."""
        async for page in self._ready(name, mark):
            mark, url, total = page
            if not url:
                yield page_of((), mapper, mark, total)
                continue
            with TemporaryDirectory(prefix="storedesk-") as folder:
                staging = Staging(Path(folder))
                try:
                    async for line in result_lines(url, self._transport):
                        staging.put(line, _node(line))
                    staging.fold()
                    for made in _bucket_pages(staging, mark, mapper, total):
                        yield made
                finally:
                    staging.close()

    async def _ready(self, name: str, mark: Mark) -> AsyncIterator[tuple[Mark, str, int]]:
        """First the mark with the operation's id and no address, then with the address of its result."""
        if not mark.bulk:
            mark = mark._replace(bulk=await self.started(name), taken=0)
            yield mark, "", 0
        url, total = await self.finished(mark.bulk)
        yield mark, url, total

    async def _parts(self, url: str, before: int) -> AsyncIterator[tuple[list[Node], int]]:
        taken = 0
        nodes: list[Node] = []
        async for line in result_lines(url, self._transport):
            taken += 1
            if taken <= before:
                continue
            nodes.append(_node(line))
            if len(nodes) >= PAGE:
                yield nodes, taken
                nodes = []
        yield nodes, taken


def _bucket_pages(staging: Staging, mark: Mark, mapper: Mapper, total: int) -> Iterable[Page]:
    for bucket in range(mark.taken, staging.buckets):
        orders = list(staging.orders(bucket))
        for start in range(0, len(orders), PAGE):
            last = start + PAGE >= len(orders)
            yield page_of(
                orders[start : start + PAGE], mapper, mark._replace(taken=bucket + int(last)), total
            )


def _node(line: bytes) -> Node:
    """Raises Unreachable for a line that was cut off on the way."""
    try:
        found = _READER.decode(line)
    except msgspec.DecodeError as error:
        raise Unreachable("no_reply") from error
    if not isinstance(found, dict) or not isinstance(found.get("id"), str):
        raise Unreachable("no_reply")
    return found
