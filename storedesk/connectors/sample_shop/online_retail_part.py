"""The sample shop's real articles and orders: a part of Online Retail, through the same import as any file."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

from storedesk.connectors.import_port import Batch, Run, Written
from storedesk.connectors.import_report import ImportReport
from storedesk.connectors.mapping_file import CompanySettings, Mapping, OrderMapping, load_mapping
from storedesk.connectors.resource_files import resource_file
from storedesk.connectors.run_import import import_tables
from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.catalogue import Article, in_store_code
from storedesk.connectors.sample_shop.outdoor_range import prices_from_sek
from storedesk.domain.currency import UNIT
from storedesk.domain.records import Barcode, Movement, Order, OrderLine, Place, Price, Product, Variant

_WEEK_MS = 7 * 86_400_000
_FIRST_CODE = 3_000_000
_SEK_PER_POUND = 13
_VALID_FROM = "2026-01-01"
_IN_ARTICLES = (Place, Product, Variant, Price)


class OnlineRetailPart(NamedTuple):
    """``rows`` are the channel, companies, orders and movements of the warehouse; ``moved`` sums the
    movements by variant. An article that was only adjusted, never sold, has no prices."""

    articles: list[Article]
    rows: list[Any]
    moved: dict[int, int]
    report: ImportReport


class _Collected:
    """An import store in memory."""

    def __init__(self) -> None:
        self.rows: list[Any] = []

    def find_run(self, key: str) -> Run | None:
        return None

    def write(self, batch: Batch, run: Run, report_of: Callable[[Written], str]) -> Written:
        self.rows += [*batch.new_only, *batch.rows, *batch.movements]
        return Written(len(batch.rows), 0, 0)


def online_retail_part(now: int) -> OnlineRetailPart:
    """The part with its dates moved by whole weeks, so that its last order is less than a week old."""
    collected = _Collected()
    paths = [resource_file("sample", "online_retail.csv.gz")]
    report = import_tables(
        _mapping(), "sample shop", "sample shop", paths, collected, lambda step, done: None
    )
    newest = max(row.placed_at for row in collected.rows if isinstance(row, Order))
    later = (now - newest) // _WEEK_MS * _WEEK_MS
    moved: Counter[int] = Counter()
    for row in collected.rows:
        if isinstance(row, Movement):
            moved[row.variant_id] += row.quantity
    rows = [_at(row, later) for row in collected.rows if not isinstance(row, _IN_ARTICLES)]
    return OnlineRetailPart(list(_articles(collected.rows)), rows, dict(moved), report)


def _mapping() -> Mapping:
    """The shipped mapping, with the sample's warehouse and a limit for companies that fits a part."""
    mapping = load_mapping(resource_file("mappings", "online_retail.toml"))
    if not isinstance(mapping, OrderMapping) or mapping.stock is None:
        raise TypeError("The mapping of Online Retail is one of orders with stock.")
    return msgspec.structs.replace(
        mapping,
        companies=CompanySettings(1500, 2, "Wholesale customer", 30),
        stock=msgspec.structs.replace(mapping.stock, location=p.JONKOPING),
    )


def _at(row: Any, later: int) -> Any:
    if isinstance(row, Order):
        return row._replace(placed_at=row.placed_at + later, changed_at=row.changed_at + later)
    return row._replace(at=row.at + later) if isinstance(row, Movement) else row


def _articles(rows: list[Any]) -> Iterator[Article]:
    """Every article with an in-store code, and prices in all currencies beside the original one in pounds."""
    products = {row.id: row for row in rows if isinstance(row, Product)}
    prices = {row.variant_id: row for row in rows if isinstance(row, Price)}
    sold = Counter(row.variant_id for row in rows if isinstance(row, OrderLine))
    variants = (row for row in rows if isinstance(row, Variant))
    for number, variant in enumerate(sorted(variants, key=lambda row: row.sku)):
        code = Barcode(in_store_code(_FIRST_CODE + number), variant.id, 1)
        popularity = 1 if sold[variant.id] < 6 else 3 if sold[variant.id] < 25 else 4
        yield Article(
            products[variant.product_id],
            variant,
            (code,),
            _prices(prices.get(variant.id)),
            f"R{1 + number % 8}-{1 + number // 8 % 40:02d}",
            popularity,
        )


def _prices(pounds: Price | None) -> tuple[Price, ...]:
    if pounds is None:
        return ()
    gross = max(1, pounds.amount * _SEK_PER_POUND * 5 // (4 * UNIT)) * UNIT
    others = (
        Price("base", pounds.variant_id, currency, 1, _VALID_FROM, amount, 1)
        for currency, amount in prices_from_sek(gross)
    )
    return (pounds, *others)
