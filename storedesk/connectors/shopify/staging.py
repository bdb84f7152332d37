"""Joins the lines of a bulk result on disk: children come after their parents, but not next to them.

Lines are dealt out into files by the hash of their parent's id, so that each file holds whole families and fits
into memory, however many orders there are and however their lines are mixed.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any
from zlib import crc32

import msgspec

from storedesk.connectors.shopify.node_fields import Node, tail

BUCKETS = 64
ORDER, PART, PART_LINE, LINE = "Order", "FulfillmentOrder", "FulfillmentOrderLineItem", "LineItem"
PARENT = "__parentId"


class Staging:
    """Put every line in, then fold, then take the orders bucket by bucket. ``folder`` is the caller's to remove."""

    def __init__(self, folder: Path, buckets: int = BUCKETS) -> None:
        self.buckets = buckets
        self._orders = [(folder / f"orders{number}").open("w+b") for number in range(buckets)]
        self._parts = [(folder / f"parts{number}").open("w+b") for number in range(buckets)]

    def put(self, line: bytes, node: Node) -> None:
        """A line as it came and what it says; lines of other kinds are left out."""
        kind = str(node["id"]).removeprefix("gid://shopify/").partition("/")[0]
        if kind == ORDER:
            self._write(self._orders, node["id"], line)
        elif kind == PART:
            self._write(self._parts, node["id"], line)
        elif kind == PART_LINE:
            self._write(self._parts, node[PARENT], line)
        elif kind == LINE:
            self._write(self._orders, node[PARENT], line)

    def fold(self) -> None:
        """Gives the parts their lines, then the parts to their orders. Once, when every line is in."""
        for file in self._parts:
            for part in _families(_nodes(file), PART, {PART_LINE: "lineItems"}):
                text = msgspec.json.encode(part)
                self._write(self._orders, part[PARENT], text)

    def orders(self, bucket: int) -> Iterator[dict[str, Any]]:
        """Whole orders, in the order of their ids."""
        fields = {LINE: "lineItems", PART: "fulfillmentOrders"}
        yield from _families(_nodes(self._orders[bucket]), ORDER, fields)

    def close(self) -> None:
        for file in (*self._orders, *self._parts):
            file.close()

    def _write(self, files: Sequence[IO[bytes]], name: str, line: bytes) -> None:
        files[crc32(name.encode()) % self.buckets].write(line + b"\n")


def _nodes(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    file.seek(0)
    for line in file:
        yield msgspec.json.decode(line)


def _families(nodes: Iterable[dict[str, Any]], root: str, fields: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Roots with their children in lists; children whose root is not there are left out."""
    roots: dict[str, dict[str, Any]] = {}
    grown: list[tuple[str, dict[str, Any]]] = []
    for node in nodes:
        kind = str(node["id"]).removeprefix("gid://shopify/").partition("/")[0]
        if kind == root:
            roots[node["id"]] = {**node, **{field: node.get(field, []) for field in fields.values()}}
        elif kind in fields:
            grown.append((kind, node))
    for kind, node in sorted(grown, key=lambda one: _number(one[1]["id"])):
        if node[PARENT] in roots:
            roots[node[PARENT]][fields[kind]].append(node)
    yield from (roots[name] for name in sorted(roots, key=_number))


def _number(name: str) -> tuple[int, str]:
    number = tail(name)
    return (int(number) if number.isdigit() else 0, name)
