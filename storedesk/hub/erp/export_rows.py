"""Turns changed rows into the lines of an ERP system's files: orders, pickups, movements, returns. No persons."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from storedesk.connectors.erp_files import Cell, Number
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Fulfilment, GoodsReturn, Movement, Order
from storedesk.domain.stock import BUCKETS
from storedesk.hub.erp.take_stock import REASON
from storedesk.storage import erp_reads
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows

Keys = dict[str, list[tuple[int | str, ...]]]
Line = Sequence[Cell]


class FileKind(NamedTuple):
    """``tables`` are those whose change makes a record appear, by the first part of their key."""

    header: tuple[str, ...]
    summed: str
    tables: tuple[str, ...]


KINDS: dict[str, FileKind] = {
    "orders": FileKind(
        ("Order", "Channel", "Placed", "Country", "Currency", "State", "Payment", "Company", "Line", "Kind", "SKU",
         "Name", "Ordered", "Cancelled", "Returned", "Price", "Amount"),
        "Amount",
        ("orders", "order_line"),
    ),
    "pickups": FileKind(
        ("Pickup", "Order", "Place", "Delivery", "State", "Ready", "Ended", "Line", "SKU", "Ordered", "Cancelled",
         "Picked", "Collected"),
        "Collected",
        ("fulfilment", "fulfilment_line"),
    ),
    "movements": FileKind(
        ("Movement", "Place", "SKU", "Bucket", "Quantity", "Reason", "At"), "Quantity", ("movement",)
    ),
    "returns": FileKind(
        ("Return", "Order", "Place", "State", "At", "Line", "SKU", "Quantity", "Reason", "Condition"),
        "Quantity",
        ("goods_return", "goods_return_line"),
    ),
}  # fmt: skip
TABLES = tuple(sorted({table for kind in KINDS.values() for table in kind.tables}))


class ExportRows:
    """Reads what the lines name, once for each file."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection, self._rows, self._keys = connection, Rows(connection), keys
        places = erp_reads.places_by_code(connection)
        self._places = {place.id: code for code, place in places.items()}

    def lines(self, kind: str) -> list[Line]:
        made = {"orders": self._orders, "pickups": self._pickups, "movements": self._movements,
                "returns": self._returns}  # fmt: skip
        return list(made[kind](KINDS[kind].tables))

    def _heads(self, tables: Sequence[str]) -> Iterator[Any]:
        """The records that have changed, or a line of which has."""
        ids = dict.fromkeys(key[0] for table in tables for key in self._keys.get(table, ()))
        found = self._rows.get_many(tables[0], [(id_,) for id_ in ids])
        yield from (found[(id_,)].row for id_ in ids if (id_,) in found)

    def _orders(self, tables: Sequence[str]) -> Iterator[Line]:
        orders: list[Order] = list(self._heads(tables))
        channels = self._rows.get_many("channel", {(order.channel_id,) for order in orders})
        companies = self._rows.get_many("company", {(one.company_id,) for one in orders if one.company_id})
        for order in orders:
            channel, company = channels.get((order.channel_id,)), companies.get((order.company_id or 0,))
            head: tuple[Cell, ...] = (
                order.number, channel.row.code if channel else "", moment(order.placed_at), order.country,
                order.currency, order.state, order.payment_state, company.row.number if company else "",
            )  # fmt: skip
            for stored in self._rows.among("order_line", {"order_id": order.id}):
                line = stored.row
                places = UNITS.get(line.unit, PIECE).decimals
                amounts = (Number(number, places) for number in (line.ordered, line.cancelled, line.returned))
                money = (Number(line.price, 4), Number(line.amount, 4))
                yield (*head, str(line.line), line.kind, line.sku, line.name, *amounts, *money)

    def _pickups(self, tables: Sequence[str]) -> Iterator[Line]:
        heads: list[Fulfilment] = list(self._heads(tables))
        lines = {one.id: [stored.row for stored in self._rows.among("fulfilment_line", {"fulfilment_id": one.id})]
                 for one in heads}  # fmt: skip
        articles = self._articles(line.variant_id for many in lines.values() for line in many)
        for one in heads:
            head: tuple[Cell, ...] = (
                one.id, one.order_number, self._places.get(one.place_id, ""), one.kind, one.state,
                moment(one.ready_at), moment(one.ended_at),
            )  # fmt: skip
            for line in lines[one.id]:
                sku, places = articles.get(line.variant_id, ("", 0))
                figures = (line.ordered, line.cancelled, line.picked, line.collected)
                yield (*head, str(line.line), sku, *(Number(figure, places) for figure in figures))

    def _movements(self, tables: Sequence[str]) -> Iterator[Line]:
        moves: list[Movement] = [move for move in self._heads(tables) if move.reason != REASON]
        articles = self._articles(move.variant_id for move in moves)
        for move in moves:
            sku, places = articles.get(move.variant_id, ("", 0))
            bucket = BUCKETS[move.bucket] if move.bucket < len(BUCKETS) else str(move.bucket)
            yield (
                move.id, self._places.get(move.location_id, ""), sku, bucket, Number(move.quantity, places),
                move.reason, moment(move.at),
            )  # fmt: skip

    def _returns(self, tables: Sequence[str]) -> Iterator[Line]:
        heads: list[GoodsReturn] = list(self._heads(tables))
        lines = {one.id: [stored.row for stored in self._rows.among("goods_return_line", {"return_id": one.id})]
                 for one in heads}  # fmt: skip
        articles = self._articles(line.variant_id for many in lines.values() for line in many)
        orders = self._rows.get_many("orders", {(one.order_id,) for one in heads})
        for one in heads:
            order = orders.get((one.order_id,))
            head: tuple[Cell, ...] = (
                one.number, order.row.number if order else "", self._places.get(one.place_id, ""), one.state,
                moment(one.at),
            )  # fmt: skip
            for line in lines[one.id]:
                sku, places = articles.get(line.variant_id, ("", 0))
                yield (*head, str(line.line), sku, Number(line.quantity, places), line.reason, line.condition)

    def _articles(self, ids: Iterable[int]) -> dict[int, tuple[str, int]]:
        """SKU and decimals of the unit."""
        found = erp_reads.variants(self._connection, ids)
        return {id_: (one.sku, UNITS.get(one.unit, PIECE).decimals) for id_, (one, _) in found.items()}


def moment(at: int | None) -> str:
    """UTC in ISO form; empty where it has not happened."""
    return "" if at is None else datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
