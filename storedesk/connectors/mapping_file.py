"""Reads a mapping file: which column means what, and how its texts are to be understood."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from storedesk.connectors.import_refused import ImportRefused
from storedesk.domain.currency import MINOR_DIGITS
from storedesk.domain.wall_clock import UnknownZone, zone_named

_LARGEST_FILE = 1_000_000
Name = Annotated[str, Meta(min_length=1, max_length=80)]
Names = Name | tuple[Name, ...]
Pattern = Annotated[str, Meta(max_length=500)]


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    pass


class TableSettings(Section, frozen=True):
    """``auto`` means: look at the file. No ``sheets`` means all of them."""

    encoding: Name = "auto"
    delimiter: Annotated[str, Meta(min_length=1, max_length=4)] = "auto"
    sheets: tuple[Name, ...] = ()


class PlaceSettings(Section, frozen=True):
    """Where stock is; made as a place if the hub has none with this number."""

    location: int
    code: Annotated[str, Meta(pattern="^[A-Z]{2,4}$")]
    name: Name
    country: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    reasons: dict[Name, Pattern] = {}


class ChannelSettings(Section, frozen=True):
    """Where the orders came from; made as a channel if the hub has none with this number."""

    id: int
    code: Name
    name: Name
    kind: Name = "web_shop"
    buffer: int = 0


class ValueSettings(Section, frozen=True):
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    zone: Name
    price_list: Name = "base"
    prices_include_tax: bool = True
    valid_from: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")] = "2000-01-01"
    date_formats: tuple[Name, ...] = ("iso",)
    tax_category: Name = "standard"


class OrderColumns(Section, frozen=True):
    order: Names
    sku: Names
    quantity: Names
    price: Names
    placed: Names
    name: Names
    customer: Names
    country: Names


class OrderSettings(Section, frozen=True):
    """``cancelled_prefix`` marks an order number as a credit; a credit within so many hours is a
    cancellation, a later one a return."""

    cancelled_prefix: str = ""
    cancel_within_hours: int = 24
    customer_suffix: str = ""


class ArticleSettings(Section, frozen=True):
    """``name_pattern`` is found in every name that is one, not a note; ``charges`` are no goods."""

    name_pattern: Pattern = ""
    merge_case: bool = False
    charges: dict[Name, Name] = {}
    charge_patterns: dict[Pattern, Name] = {}


class CompanySettings(Section, frozen=True):
    """Customers with this much bought, in whole currency units, over this many orders are companies."""

    from_total: int
    from_orders: int = 1
    name: Name = "Company"
    terms_days: int = 30


class OrderMapping(Section, frozen=True, tag_field="kind", tag="orders"):
    format: Literal[1]
    source: Name
    columns: OrderColumns
    values: ValueSettings
    channel: ChannelSettings
    table: TableSettings = TableSettings()
    orders: OrderSettings = OrderSettings()
    articles: ArticleSettings = ArticleSettings()
    companies: CompanySettings | None = None
    stock: PlaceSettings | None = None
    countries: dict[Name, Annotated[str, Meta(pattern="^[A-Z]{2}$")]] = {}


class ProductColumns(Section, frozen=True):
    """``options`` are the columns that tell one variant of a product from another."""

    product: Names
    name: Names
    price: Names
    options: tuple[Name, ...]
    brand: Names = ()
    category: Names = ()
    sku: Names = ()
    barcode: Names = ()
    grams: Names = ()
    quantity: Names = ()


class ProductMapping(Section, frozen=True, tag_field="kind", tag="products"):
    """``no_option`` is what a column of options says when there is nothing to choose."""

    format: Literal[1]
    source: Name
    columns: ProductColumns
    values: ValueSettings
    table: TableSettings = TableSettings()
    stock: PlaceSettings | None = None
    no_option: str = ""


Mapping = OrderMapping | ProductMapping


def load_mapping(path: Path) -> Mapping:
    """The mapping in a TOML file; raises ImportRefused naming the file and the key."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ImportRefused(f"The mapping file {path.name} cannot be read: {error.strerror}.") from error
    return parse_mapping(content, path.name)


def parse_mapping(content: bytes, name: str) -> Mapping:
    """The mapping in a file's content; ``name`` is what errors call it."""
    if len(content) > _LARGEST_FILE:
        raise ImportRefused(f"The mapping file {name} is larger than a mapping can be.")
    try:
        raw = tomllib.loads(content.decode("utf-8-sig"))
        mapping: Mapping = msgspec.convert(raw, Mapping)
    except UnicodeDecodeError as error:
        raise ImportRefused(f"The mapping file {name} is not UTF-8 text.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ImportRefused(f"The mapping file {name} is not valid TOML: {error}.") from error
    except msgspec.ValidationError as error:
        raise ImportRefused(f"The mapping file {name} is wrong: {sentence_of(str(error))}.") from error
    _check(mapping, name)
    return mapping


def names_of(names: Names) -> tuple[str, ...]:
    """The headings a column may have, the first choice first."""
    return (names,) if isinstance(names, str) else names


def sentence_of(problem: str) -> str:
    """msgspec's message with the key named the way it is written in TOML."""
    found = re.search(r" - at `\$\.?([^`]*)`$", problem)
    where = f"key {found[1]!r}: " if found and found[1] else ""
    text = problem[: found.start()] if found else problem
    return f"{where}{text}"


def _check(mapping: Mapping, name: str) -> None:
    """What types cannot say: a known currency, zone and well-formed patterns."""
    if mapping.values.currency not in MINOR_DIGITS:
        raise ImportRefused(f"The mapping file {name} is wrong: key 'values.currency': unknown currency.")
    try:
        zone_named(mapping.values.zone)
    except UnknownZone as error:
        raise ImportRefused(f"The mapping file {name} is wrong: key 'values.zone': {error}") from error
    patterns: dict[str, str] = {}
    if isinstance(mapping, OrderMapping):
        patterns["articles.name_pattern"] = mapping.articles.name_pattern
        patterns |= {
            f"articles.charge_patterns.{pattern}": pattern for pattern in mapping.articles.charge_patterns
        }
    if mapping.stock is not None:
        patterns |= {f"stock.reasons.{key}": pattern for key, pattern in mapping.stock.reasons.items()}
    for key, pattern in patterns.items():
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            raise ImportRefused(
                f"The mapping file {name} is wrong: key {key!r}: no pattern ({error})."
            ) from error
