"""What a row of an ERP system's file says: articles, prices, companies, stock, arrivals. Pure."""

from typing import NamedTuple

from storedesk.connectors.feed_table import FeedRow, FeedValuesReader
from storedesk.connectors.values import Unreadable
from storedesk.domain.business_number import NotABusinessNumber, organisation_number, vat_number
from storedesk.domain.quantity import UNITS

MONEY_PLACES, QUANTITY_PLACES = 4, 6
SHORT = 60
_MOST_TERMS, _MOST_PACK, _MOST_GRAMS = 3_650, 100_000, 10_000_000
RESERVED_LISTS = ("base", "cost")


class ErpArticle(NamedTuple):
    """None where the file says nothing; ``price`` in 1/10,000 for one unit."""

    sku: str
    name: str
    style: str | None
    brand: str | None
    category: str | None
    variant: str | None
    colour: str | None
    size: str | None
    unit: str | None
    grams: int | None
    barcode: str
    pack: int
    tax_category: str | None
    price: int | None
    valid_from: str


class ErpPrice(NamedTuple):
    """``from_quantity`` in millionths of a unit; ``company`` a company's number or empty. Dates are local."""

    list_code: str
    name: str
    sku: str
    amount: int
    currency: str
    from_quantity: int
    valid_from: str
    valid_until: str
    company: str


class ErpCompany(NamedTuple):
    """Money in 1/10,000; None where the file says nothing."""

    number: str
    name: str
    country: str | None
    organisation_number: str | None
    vat_number: str | None
    currency: str | None
    limit: int | None
    used: int | None
    stop: bool | None
    terms: int | None
    price_list: str | None


class ErpStock(NamedTuple):
    """``quantity`` in millionths of a unit; ``at`` UTC ms of the count or the arrival, None where none is said."""

    place: str
    sku: str
    quantity: int
    at: int | None


def article_of(row: FeedRow, read: FeedValuesReader) -> ErpArticle:
    """Raises Unreadable."""
    unit = read.meaning(row.text("unit")) if row.text("unit") else None
    if unit is not None and unit not in UNITS:
        raise Unreadable("the unit is not known; name it in the mapping under words")
    return ErpArticle(
        _needed(row, "sku"),
        _needed(row, "name", 200),
        _maybe(row, "style"),
        _maybe(row, "brand"),
        _maybe(row, "category"),
        _maybe(row, "variant"),
        _maybe(row, "colour"),
        _maybe(row, "size"),
        unit,
        _within(read, row, "weight", _MOST_GRAMS),
        row.text("barcode", SHORT),
        _within(read, row, "pack", _MOST_PACK) or 1,
        _maybe(row, "tax_category"),
        _money(read, row, "price"),
        _date(read, row, "valid_from") or "2000-01-01",
    )


def price_of(row: FeedRow, read: FeedValuesReader, currency: str) -> ErpPrice:
    """Raises Unreadable."""
    code, amount = _needed(row, "list"), _money(read, row, "price")
    if code.casefold() in RESERVED_LISTS:
        raise Unreadable("this list has no contract prices")
    if amount is None:
        raise Unreadable("the price is missing")
    quantity = row.text("from_quantity")
    return ErpPrice(
        code,
        row.text("name", 120) or code,
        _needed(row, "sku"),
        amount,
        (row.text("currency") or currency).upper(),
        max(0, read.number(quantity, QUANTITY_PLACES)) if quantity else 0,
        _date(read, row, "valid_from") or "2000-01-01",
        _date(read, row, "valid_until"),
        row.text("company", SHORT),
    )


def company_of(row: FeedRow, read: FeedValuesReader) -> ErpCompany:
    """Raises Unreadable."""
    country = _maybe(row, "country")
    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise Unreadable("the country is no code of two letters")
    organisation = _maybe(row, "organisation_number")
    vat = _maybe(row, "vat_number")
    return ErpCompany(
        _needed(row, "number"),
        _needed(row, "name", 200),
        country and country.upper(),
        organisation and _usual_number(organisation, (country or "SE").upper()),
        vat and _usual_vat(vat),
        (_maybe(row, "currency") or "").upper() or None,
        _money(read, row, "limit"),
        _money(read, row, "used", below_zero=True),
        read.flag(row.text("stop")) if "stop" in row.values else None,
        _within(read, row, "terms", _MOST_TERMS),
        _maybe(row, "list"),
    )


def stock_of(row: FeedRow, read: FeedValuesReader) -> ErpStock:
    """Raises Unreadable."""
    date = row.text("due") or row.text("at")
    return ErpStock(
        _needed(row, "place").upper(),
        _needed(row, "sku"),
        read.number(row.text("quantity"), QUANTITY_PLACES),
        read.moment(date, row.text("time")) if date else None,
    )


def _needed(row: FeedRow, field: str, limit: int = SHORT) -> str:
    text = row.text(field, limit)
    if not text:
        raise Unreadable(f"the {field} is missing")
    return text


def _maybe(row: FeedRow, field: str) -> str | None:
    return row.text(field, SHORT) or None


def _money(read: FeedValuesReader, row: FeedRow, field: str, *, below_zero: bool = False) -> int | None:
    text = row.text(field)
    if not text:
        return None
    amount = read.number(text, MONEY_PLACES)
    if (amount < 0 and not below_zero) or abs(amount) > 10**15:
        raise Unreadable(f"the {field} is out of range")
    return amount


def _within(read: FeedValuesReader, row: FeedRow, field: str, most: int) -> int | None:
    text = row.text(field)
    if not text:
        return None
    number = read.number(text, 0)
    if not 0 <= number <= most:
        raise Unreadable(f"the {field} is out of range")
    return number


def _date(read: FeedValuesReader, row: FeedRow, field: str) -> str:
    """The local date as ISO; empty where none is said."""
    text = row.text(field)
    return read.day(text) if text else ""


def _usual_number(text: str, country: str) -> str:
    """In its usual spelling; one that is wrong stays as the ERP system has it."""
    try:
        return organisation_number(country, text).text
    except NotABusinessNumber:
        return text


def _usual_vat(text: str) -> str:
    try:
        return vat_number(text).text
    except NotABusinessNumber:
        return text
