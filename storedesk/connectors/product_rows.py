"""Turns one row of a product table into a variant, or says why it cannot be one. Pure."""

import html
from collections.abc import Sequence
from typing import NamedTuple

from storedesk.connectors.columns import column_index, optional_index
from storedesk.connectors.mapping_file import ProductMapping
from storedesk.connectors.values import Unreadable, amount_of, plain, quantity_of
from storedesk.domain.codes import is_gtin
from storedesk.domain.plain_text import clean_text

_LARGEST_WEIGHT = 10_000_000


class ProductRow(NamedTuple):
    """A row's own values, empty where the file leaves them blank; ``price`` in 1/10,000, ``grams`` and
    ``quantity`` None where there are none."""

    product: str
    name: str
    brand: str
    category: str
    options: tuple[str, ...]
    sku: str
    barcode: str
    price: int | None
    grams: int | None
    quantity: int | None
    repairs: tuple[str, ...]


class RowRefused(NamedTuple):
    reason: str


class ProductRowReader:
    """Knows where the mapping's columns stand in a heading; raises ImportRefused if one is missing."""

    def __init__(self, mapping: ProductMapping, header: Sequence[str], file: str) -> None:
        columns = mapping.columns
        self._no_option = mapping.no_option
        self._product = column_index(header, columns.product, "product", file)
        self._name = column_index(header, columns.name, "name", file)
        self._price = column_index(header, columns.price, "price", file)
        self._options = [column_index(header, name, "options", file) for name in columns.options]
        self._more = {
            field: optional_index(header, getattr(columns, field), field, file)
            for field in ("brand", "category", "sku", "barcode", "grams", "quantity")
        }
        self._width = 1 + max(
            self._product,
            self._name,
            self._price,
            *self._options,
            *(place for place in self._more.values() if place is not None),
        )

    def read(self, values: Sequence[str]) -> ProductRow | RowRefused:
        if len(values) < self._width:
            return RowRefused(f"the row has {len(values)} columns, {self._width} are needed")
        try:
            return self._row(values)
        except Unreadable as error:
            return RowRefused(str(error))

    def _row(self, values: Sequence[str]) -> ProductRow:
        product, _ = plain(values[self._product], 120)
        if not product:
            raise Unreadable("the product's key is missing")
        repairs: list[str] = []
        name = _words(values[self._name], repairs)
        brand, category = (_words(self._text(values, field), repairs) for field in ("brand", "category"))
        options = tuple(
            "" if text == self._no_option else text
            for text in (clean_text(values[place], 60) for place in self._options)
        )
        barcode = clean_text(self._text(values, "barcode"), 60).lstrip("'")
        if barcode and not is_gtin(barcode):
            repairs.append("barcode_is_no_gtin")
        price = amount_of(values[self._price]) if values[self._price].strip() else None
        if price is not None and price < 0:
            raise Unreadable("the price is negative")
        return ProductRow(
            product,
            name,
            brand,
            category,
            options,
            clean_text(self._text(values, "sku"), 60),
            barcode,
            price,
            self._whole(values, "grams"),
            self._whole(values, "quantity"),
            tuple(repairs),
        )

    def _text(self, values: Sequence[str], field: str) -> str:
        place = self._more[field]
        return "" if place is None else values[place]

    def _whole(self, values: Sequence[str], field: str) -> int | None:
        text = self._text(values, field).strip()
        if not text:
            return None
        number = quantity_of(text)
        if field == "grams" and not 0 <= number <= _LARGEST_WEIGHT:
            raise Unreadable("the weight is out of range")
        return number


def _words(text: str, repairs: list[str]) -> str:
    plainly = html.unescape(text[:10_000])
    kept, cleaned = plain(plainly, 200)
    if cleaned or plainly != text[:10_000]:
        repairs.append("name_cleaned")
    return kept
