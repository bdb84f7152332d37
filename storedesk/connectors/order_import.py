"""Brings an order table in: looks through it, then writes order by order, chunk by chunk."""

from collections.abc import Iterator

from storedesk.connectors.chunks import ChunkWriter
from storedesk.connectors.foundation import channel_row, place_row
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.import_rows import CHARGE, OrderRow, OrderRowReader, RowRefused
from storedesk.connectors.input_rows import Inputs
from storedesk.connectors.mapping_file import OrderMapping
from storedesk.connectors.order_credits import is_adjustment
from storedesk.connectors.order_records import NumberedRow, OrderRecords
from storedesk.connectors.order_survey import Survey, survey
from storedesk.connectors.stock_adjustments import adjustment

_MOST_OPEN_ROWS = 200_000


def import_orders(mapping: OrderMapping, inputs: Inputs, chunks: ChunkWriter) -> None:
    """Raises ImportRefused; what was written before stays, and a later run goes on from there."""
    readers = [
        OrderRowReader(mapping, table.header(), inputs.name(place))
        for place, table in enumerate(inputs.tables)
    ]

    def accepted() -> Iterator[tuple[int, OrderRow]]:
        for number, place, source in inputs.rows("looking through"):
            row = readers[place].read(source.values)
            if isinstance(row, OrderRow):
                yield number, row

    found = survey(mapping, accepted)
    writing = _Writing(mapping, found, chunks)
    writing.begin()
    for number, place, source in inputs.rows("writing"):
        if number <= chunks.next_row:
            continue
        row = readers[place].read(source.values)
        if isinstance(row, RowRefused):
            chunks.report.refuse(source.part, source.line, row.reason)
        else:
            writing.add(NumberedRow(number, source.part, source.line, row))
        chunks.row_done(number, may_end=not writing.open_rows)


class _Writing:
    """The second half: rows wait until their order is complete, then become records."""

    def __init__(self, mapping: OrderMapping, found: Survey, chunks: ChunkWriter) -> None:
        self._mapping, self._survey, self._chunks = mapping, found, chunks
        self._records = OrderRecords(mapping, found)
        self._open: dict[str, list[NumberedRow]] = {}
        self.open_rows = 0

    def begin(self) -> None:
        """Channel, place, articles and companies; on a resumed run they are there already."""
        values, stock = self._mapping.values, self._mapping.stock
        self._chunks.new_only.append(channel_row(self._mapping.channel))
        if stock is not None:
            self._chunks.new_only.append(place_row(stock, values.currency, values.zone))
        if self._chunks.next_row == 0:
            self._chunks.rows += self._records.article_records()
            counts = self._chunks.report.counts
            counts["articles"] = len(self._survey.articles)
            counts["articles without a usable name"] = sum(
                not facts.name for facts in self._survey.articles.values()
            )
            counts["customers"] = len(self._survey.customers)
            counts["companies"] = sum(facts.is_company for facts in self._survey.customers.values())

    def add(self, entry: NumberedRow) -> None:
        order = entry.row.order
        waiting = self._open.setdefault(order, [])
        waiting.append(entry)
        self.open_rows += 1
        if len(waiting) == self._survey.rows_of[order]:
            self._close(self._open.pop(order))
            self.open_rows -= len(waiting)
        elif self.open_rows > _MOST_OPEN_ROWS:
            raise ImportRefused(
                f"The rows of order {order} lie more than {_MOST_OPEN_ROWS:,} rows apart: sort the file by order."
            )

    def _close(self, entries: list[NumberedRow]) -> None:
        sold, credits = [], []
        for place, entry in enumerate(entries):
            if entry.row.credit:
                credits.append(entry)
            elif is_adjustment(entry.row, self._survey.sales):
                self._adjust(entry, place)
            else:
                sold.append(entry)
        for group in (sold, credits):
            for entry, repairs in zip(group, _repairs(self._survey, group), strict=True):
                self._chunks.report.take(self._meaning(entry), repairs)
        if sold:
            self._count(self._records.order(sold), "orders")
        alone = [entry for entry in credits if entry.number in self._survey.uncredited]
        if alone:
            self._count(self._records.credit(alone), "credits of no order here")

    def _adjust(self, entry: NumberedRow, place: int) -> None:
        stock = self._mapping.stock
        variant = self._records.variant_id(entry.row)
        if stock is None or variant is None:
            reason = "a stock adjustment, and the mapping names no stock.location"
            self._chunks.report.refuse(entry.part, entry.line, reason)
            return
        self._chunks.movements.append(adjustment(self._mapping, stock, entry, place, variant))
        kind = "stock adjustment down" if entry.row.quantity < 0 else "stock adjustment up"
        self._chunks.report.take(kind, entry.row.repairs)

    def _meaning(self, entry: NumberedRow) -> str:
        row = entry.row
        if row.credit:
            what = "credit of a charge" if row.kind == CHARGE else "credit of goods"
            if entry.number not in self._survey.uncredited:
                return f"{what}, taken off its order"
            left = self._survey.uncredited[entry.number]
            return (
                f"{what}, no order here"
                if left == abs(row.quantity)
                else f"{what}, partly taken off its order"
            )
        if row.kind == CHARGE:
            return "charge"
        return "sold" if row.price else "given at price 0"

    def _count(self, records: list[object], what: str) -> None:
        self._chunks.rows += records
        counts, order = self._chunks.report.counts, records[0]
        counts[what] = counts.get(what, 0) + 1
        state = getattr(order, "state", "")
        if what == "orders" and state != "completed":
            counts[f"orders {state}"] = counts.get(f"orders {state}", 0) + 1
        if what == "orders" and not getattr(order, "customer_id", ""):
            counts["orders of guests"] = counts.get("orders of guests", 0) + 1


def _repairs(found: Survey, entries: list[NumberedRow]) -> Iterator[tuple[str, ...]]:
    """What had to be mended in each row of an order, from the row itself and from its neighbours."""
    seen: set[OrderRow] = set()
    for entry in entries:
        row, first = entry.row, entries[0].row
        kinds = list(row.repairs)
        facts = found.articles.get(row.article) if row.kind != CHARGE else None
        if facts is not None:
            kinds += ["sku_case"] if row.sku != facts.sku else []
            kinds += _name_repair(row.name, facts.name)
        kinds += ["repeated_line"] if row in seen else []
        kinds += ["other_time_in_order"] if row.placed_at != first.placed_at else []
        other = (row.customer, row.country) != (first.customer, first.country)
        kinds += ["other_customer_in_order"] if other else []
        kinds += ["credit_at_other_price"] if entry.number in found.other_price else []
        seen.add(row)
        yield tuple(kinds)


def _name_repair(name: str, chosen: str) -> list[str]:
    if not chosen:
        return ["name_is_sku"]
    if not name:
        return ["name_filled"]
    return ["name_replaced"] if name != chosen else []
