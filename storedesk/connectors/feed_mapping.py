"""Reads the mapping of a till's or an ERP system's file: which column means what, and how its numbers are written."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import Name, Names, Section, TableSettings, sentence_of
from storedesk.domain.currency import MINOR_DIGITS
from storedesk.domain.wall_clock import UnknownZone, zone_named

_LARGEST_FILE = 1_000_000
Kind = Literal["tills", "articles", "prices", "companies", "stock", "arrivals"]


class Shape(NamedTuple):
    """The columns a kind of file must and may have; ``summed`` is what its totals row adds up."""

    needed: tuple[str, ...]
    optional: tuple[str, ...]
    summed: str


SHAPES: dict[str, Shape] = {
    "tills": Shape(
        ("till", "receipt", "line", "article", "quantity", "at"),
        ("kind", "time", "condition", "of_receipt", "of_line"),
        "quantity",
    ),
    "articles": Shape(
        ("sku", "name"),
        ("style", "brand", "category", "variant", "colour", "size", "unit", "weight", "barcode", "pack",
         "tax_category", "price", "valid_from"),
        "price",
    ),
    "prices": Shape(
        ("list", "sku", "price"), ("name", "currency", "from_quantity", "valid_from", "valid_until", "company"),
        "price",
    ),
    "companies": Shape(
        ("number", "name"),
        ("country", "organisation_number", "vat_number", "currency", "limit", "used", "stop", "terms", "list"),
        "used",
    ),
    "stock": Shape(("place", "sku", "quantity"), ("at", "time"), "quantity"),
    "arrivals": Shape(("place", "sku", "quantity", "due"), (), "quantity"),
}  # fmt: skip


class FeedValues(Section, frozen=True):
    """How values are written; ``decimal`` is the decimal mark, ``yes`` what a flag says when it is set."""

    zone: Name = "Europe/Stockholm"
    decimal: Literal[",", "."] = ","
    date_formats: tuple[Name, ...] = ("iso", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y", "%Y%m%d")
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")] = "SEK"
    prices_include_tax: bool = False
    yes: tuple[Name, ...] = ("1", "ja", "j", "yes", "y", "true", "x")


class Totals(Section, frozen=True):
    """What the last row says where the others have their first value, and which field it adds up."""

    marks: tuple[Name, ...] = (
        "total",
        "totals",
        "totalt",
        "summa",
        "sum",
        "gesamt",
        "summe",
        "i alt",
        "yhteensä",
    )
    field: Name = ""
    needed: bool = False


class FeedMapping(Section, frozen=True):
    """``words`` turn what the file says into what it means (``sale = ["F", "Försäljning"]``); ``fixed`` gives a
    field that has no column one value for all rows."""

    format: Literal[1]
    kind: Kind
    columns: dict[Name, Names]
    source: Name = "erp"
    table: TableSettings = TableSettings()
    values: FeedValues = FeedValues()
    totals: Totals = Totals()
    words: dict[Name, Names] = {}
    fixed: dict[Name, Name] = {}

    @property
    def shape(self) -> Shape:
        return SHAPES[self.kind]


def load_feed_mapping(path: Path) -> FeedMapping:
    """Raises ImportRefused naming the file and the key."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ImportRefused(f"The mapping file {path.name} cannot be read: {error.strerror}.") from error
    return parse_feed_mapping(content, path.name)


def parse_feed_mapping(content: bytes, name: str) -> FeedMapping:
    """The mapping in a file's content; ``name`` is what errors call it."""
    if len(content) > _LARGEST_FILE:
        raise ImportRefused(f"The mapping file {name} is larger than a mapping can be.")
    try:
        mapping = msgspec.convert(tomllib.loads(content.decode("utf-8-sig")), FeedMapping)
    except UnicodeDecodeError as error:
        raise ImportRefused(f"The mapping file {name} is not UTF-8 text.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ImportRefused(f"The mapping file {name} is not valid TOML: {error}.") from error
    except msgspec.ValidationError as error:
        raise ImportRefused(f"The mapping file {name} is wrong: {sentence_of(str(error))}.") from error
    _check(mapping, name)
    return mapping


def _check(mapping: FeedMapping, name: str) -> None:
    shape = mapping.shape
    known = {*shape.needed, *shape.optional}
    wrong = f"The mapping file {name} is wrong: "
    for field in (*mapping.columns, *mapping.fixed):
        if field not in known:
            raise ImportRefused(
                f"{wrong}{mapping.kind} have no {field!r}; they have {', '.join(sorted(known))}."
            )
    for field in shape.needed:
        if field not in mapping.columns and field not in mapping.fixed:
            raise ImportRefused(f"{wrong}key 'columns.{field}' is missing.")
    if mapping.totals.field and mapping.totals.field not in known:
        raise ImportRefused(f"{wrong}key 'totals.field': {mapping.kind} have no {mapping.totals.field!r}.")
    if mapping.values.currency not in MINOR_DIGITS:
        raise ImportRefused(f"{wrong}key 'values.currency': unknown currency.")
    try:
        zone_named(mapping.values.zone)
    except UnknownZone as error:
        raise ImportRefused(f"{wrong}key 'values.zone': {error}") from error
