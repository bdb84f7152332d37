"""Turns one row of an order table into a line with its meaning, or says why it cannot be one. Pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from storedesk.connectors.columns import column_index
from storedesk.connectors.mapping_file import OrderMapping
from storedesk.connectors.values import Unreadable, amount_of, moment_reader, plain, quantity_of

GOODS, CHARGE = "goods", "charge"
_FIELDS = ("order", "sku", "name", "quantity", "price", "placed", "customer", "country")


class OrderRow(NamedTuple):
    """One line of an order; ``article`` is the SKU as articles are told apart, ``quantity`` in pieces with
    its sign, ``price`` in 1/10,000, ``placed_at`` in UTC milliseconds, ``customer`` empty for a guest."""

    order: str
    credit: bool
    kind: str
    article: str
    sku: str
    name: str
    quantity: int
    price: int
    placed_at: int
    customer: str
    country: str
    repairs: tuple[str, ...]

    @property
    def amount(self) -> int:
        return self.quantity * self.price


class RowRefused(NamedTuple):
    reason: str


class OrderRowReader:
    """Knows where the mapping's columns stand in a table's heading; raises ImportRefused if one is missing."""

    def __init__(self, mapping: OrderMapping, header: Sequence[str], file: str) -> None:
        self._mapping = mapping
        columns = mapping.columns
        self._places = [column_index(header, getattr(columns, field), field, file) for field in _FIELDS]
        self._width = max(self._places) + 1
        self._moment = moment_reader(mapping.values.zone, mapping.values.date_formats)
        articles = mapping.articles
        self._charges = {sku.casefold(): name for sku, name in articles.charges.items()}
        self._patterns = [(re.compile(pattern), name) for pattern, name in articles.charge_patterns.items()]

    def read(self, values: Sequence[str]) -> OrderRow | RowRefused:
        """The meaning of a row of texts."""
        if len(values) < self._width:
            return RowRefused(f"the row has {len(values)} columns, {self._width} are needed")
        try:
            return self._row([values[place] for place in self._places])
        except Unreadable as error:
            return RowRefused(str(error))

    def _row(self, texts: list[str]) -> OrderRow:
        order, credit = self._order_number(texts[0])
        sku, name, repairs = self._article(texts[1], texts[2])
        charge = self._charge_name(sku)
        kind = CHARGE if charge else GOODS
        quantity, price = quantity_of(texts[3]), amount_of(texts[4])
        if quantity == 0:
            raise Unreadable("the quantity is zero")
        if price < 0 and kind == GOODS:
            raise Unreadable("the price of goods is negative")
        if credit and quantity > 0 and kind == GOODS:
            raise Unreadable("a credit has a positive quantity")
        country, known = self._country(texts[7])
        if not known:
            repairs = (*repairs, "country_unknown")
        article = sku.casefold() if self._mapping.articles.merge_case else sku
        return OrderRow(
            order,
            credit,
            kind,
            article,
            sku,
            name or charge,
            quantity,
            price,
            self._moment(texts[5]),
            self._customer(texts[6]),
            country,
            repairs,
        )

    def _order_number(self, text: str) -> tuple[str, bool]:
        number, _ = plain(text, 40)
        prefix = self._mapping.orders.cancelled_prefix
        if not number:
            raise Unreadable("the order number is missing")
        return number, bool(prefix) and number.startswith(prefix)

    def _article(self, sku_text: str, name_text: str) -> tuple[str, str, tuple[str, ...]]:
        sku, sku_changed = plain(sku_text, 60)
        name, name_changed = plain(name_text, 200)
        if not sku:
            raise Unreadable("the SKU is missing")
        changed = (("sku_cleaned",) if sku_changed else ()) + (("name_cleaned",) if name_changed else ())
        return sku, name, changed

    def _charge_name(self, sku: str) -> str:
        """What kind of charge the SKU stands for; empty for goods."""
        found = self._charges.get(sku.casefold())
        if found is not None:
            return found
        return next((name for pattern, name in self._patterns if pattern.fullmatch(sku)), "")

    def _customer(self, text: str) -> str:
        suffix = self._mapping.orders.customer_suffix
        number, _ = plain(text, 60)
        return number.removesuffix(suffix) if suffix else number

    def _country(self, text: str) -> tuple[str, bool]:
        """The ISO code; a text of two capitals is one already."""
        name, _ = plain(text, 80)
        code = self._mapping.countries.get(name)
        if code is not None:
            return code, True
        return (name, True) if re.fullmatch("[A-Z]{2}", name) else ("", False)
