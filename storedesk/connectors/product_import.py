"""Brings a product table in: a product's later rows inherit what they leave blank from its first."""

from typing import NamedTuple

from storedesk.connectors.chunks import ChunkWriter
from storedesk.connectors.foundation import place_row
from storedesk.connectors.import_port import StockCount
from storedesk.connectors.input_rows import Inputs
from storedesk.connectors.mapping_file import ProductMapping
from storedesk.connectors.product_rows import ProductRow, ProductRowReader, RowRefused
from storedesk.connectors.record_numbers import number_from
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Barcode, Price, Product, Variant
from storedesk.domain.tables import SELLABLE


class _First(NamedTuple):
    """A product's first row, and which of its variants were there already."""

    row: ProductRow
    variants: set[tuple[str, ...]]


def import_products(mapping: ProductMapping, inputs: Inputs, chunks: ChunkWriter) -> None:
    """Memory grows with products, not with rows; raises ImportRefused."""
    readers = [
        ProductRowReader(mapping, table.header(), inputs.name(place))
        for place, table in enumerate(inputs.tables)
    ]
    writing = _Writing(mapping, chunks)
    done = chunks.next_row
    for number, place, source in inputs.rows("writing"):
        row = readers[place].read(source.values)
        if isinstance(row, RowRefused):
            if number > done:
                chunks.report.refuse(source.part, source.line, row.reason)
        else:
            refused = writing.add(row, skip=number <= done)
            if refused and number > done:
                chunks.report.refuse(source.part, source.line, refused)
        if number > done:
            chunks.row_done(number, may_end=True)


class _Writing:
    def __init__(self, mapping: ProductMapping, chunks: ChunkWriter) -> None:
        self._mapping, self._chunks = mapping, chunks
        self._products: dict[str, _First] = {}
        if mapping.stock is not None:
            chunks.new_only.append(place_row(mapping.stock, mapping.values.currency, mapping.values.zone))

    def add(self, row: ProductRow, *, skip: bool) -> str:
        """Why the row cannot go in, or nothing; ``skip`` only remembers what later rows inherit."""
        first = self._products.get(row.product)
        if first is not None and row.price is None and not any(row.options):
            if not skip:
                self._chunks.report.take("picture or note of its product")
            return ""
        if row.price is None:
            return "the price is missing"
        if first is None and not row.name:
            return "the product's first row has no name"
        if first is not None and row.options in first.variants:
            return "this variant was there before"
        inherits = first is not None and not row.name
        first = first or _First(row, set())
        self._products[row.product] = first
        first.variants.add(row.options)
        if not skip:
            self._write(first.row, row, row.price, inherits=inherits)
        return ""

    def _write(self, first: ProductRow, row: ProductRow, price: int, *, inherits: bool) -> None:
        source, values = self._mapping.source, self._mapping.values
        product_id = number_from("product", source, row.product)
        variant_id = number_from("variant", source, row.product, *row.options)
        sku = row.sku or "-".join((row.product, *(option for option in row.options if option))).upper()[:60]
        names = [option for option in row.options if option]
        rows = self._chunks.rows
        if row is first:
            rows.append(
                Product(
                    product_id, row.product, first.name, first.brand, first.category, values.tax_category, 0
                )
            )
            self._count("products")
        rows.append(
            Variant(
                variant_id, product_id, sku, " · ".join(names), "", "", "piece", row.grams or first.grams or 0
            )
        )
        if row.barcode:
            rows.append(Barcode(row.barcode, variant_id, 1))
        rows.append(
            Price(
                values.price_list,
                variant_id,
                values.currency,
                1,
                values.valid_from,
                price,
                int(values.prices_include_tax),
            )
        )
        self._count("variants")
        self._count_stock(row, variant_id)
        repairs = row.repairs + (() if row.sku else ("sku_made_from_product_and_options",))
        self._chunks.report.take("variant, inherits from its product" if inherits else "variant", repairs)

    def _count_stock(self, row: ProductRow, variant_id: int) -> None:
        stock = self._mapping.stock
        if stock is not None and row.quantity is not None:
            movement = derived_id("import count", self._chunks.key, str(variant_id))
            self._chunks.counts.append(
                StockCount(movement, stock.location, variant_id, SELLABLE, row.quantity, 0)
            )
            self._count("stock counts")

    def _count(self, what: str) -> None:
        counts = self._chunks.report.counts
        counts[what] = counts.get(what, 0) + 1
