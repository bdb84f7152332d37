"""The invented outdoor range: styles from a table, made into articles in colours and sizes with EANs."""

import csv
from collections.abc import Iterator

from storedesk.connectors.resource_files import resource_file
from storedesk.connectors.sample_shop.catalogue import Article, in_store_code
from storedesk.domain.currency import UNIT
from storedesk.domain.records import Barcode, Price, Product, Variant

COLOURS = {
    "SKO": "Forest green", "GRA": "Granite", "TEG": "Brick", "SVA": "Black", "NAT": "Night blue",
    "STE": "Stone", "OCK": "Ochre", "ROS": "Rose", "STL": "Steel", "ROD": "Red", "TRA": "Wood",
    "GRY": "Beef stew", "PAS": "Pasta", "VEG": "Vegetable", "HAV": "Oat", "NOT": "Nut", "KLA": "Clear",
}  # fmt: skip
_SIZE_NAMES = {
    "37": "37–39", "40": "40–42", "43": "43–45", "46": "46–48", "REG": "Regular", "LONG": "Long",
    "WIDE": "Wide", "ONE": "",
}  # fmt: skip
_SOCK_SIZES = ["37", "40", "43", "46"]
_KNOWN_CODES = {"ALV-2201-SKO-M": "2000148220139", "STN-0100-STE": "2000148300770"}
_VALID_FROM = "2026-01-01"
_FIRST_PRODUCT, _FIRST_VARIANT = 100, 1000


def outdoor_articles() -> Iterator[Article]:
    """Every article of the range, in the table's order; numbers follow from the place in the table."""
    with resource_file("sample", "outdoor_range.csv").open(encoding="utf-8", newline="") as file:
        number = _FIRST_VARIANT
        for index, style in enumerate(csv.DictReader(file, delimiter=";")):
            for article in _articles(_FIRST_PRODUCT + index, number, style):
                yield article
                number += 1


def _articles(product_id: int, number: int, style: dict[str, str]) -> Iterator[Article]:
    product = Product(
        product_id,
        style["style"],
        style["name"],
        style["brand"],
        style["category"],
        style["tax"],
        int(style["age"]),
    )
    not_made = set(style["not_made"].split(","))
    for colour in style["colours"].split(","):
        for size in style["sizes"].split(","):
            if f"{colour}-{size}" not in not_made:
                yield _article(product, number, colour, size, style)
                number += 1


def _article(product: Product, number: int, colour: str, size: str, style: dict[str, str]) -> Article:
    sku = f"{product.style}-{colour}" + ("" if size == "ONE" else f"-{size}")
    socks = style["sizes"].split(",") == _SOCK_SIZES
    shown = _SIZE_NAMES.get(size, size) if socks or not size.isdigit() else size
    name = " · ".join(part for part in (COLOURS[colour], shown) if part)
    variant = Variant(
        number, product.id, sku, name, COLOURS[colour], shown, style["unit"], int(style["grams"])
    )
    code = _KNOWN_CODES.get(sku) or in_store_code(1_500_000 + number)
    barcodes: tuple[Barcode, ...] = (Barcode(code, number, 1),)
    prices = tuple(
        Price("base", number, currency, 1, _VALID_FROM, amount, 1)
        for currency, amount in prices_from_sek(int(style["price"]) * UNIT)
    )
    return Article(product, variant, barcodes, prices, style["shelf"], 3)


def prices_from_sek(amount: int) -> Iterator[tuple[str, int]]:
    """Gross prices in the four currencies, rounded as shops round them; amounts in 1/10,000."""
    yield "SEK", amount
    yield "NOK", amount
    yield "DKK", max(1, amount * 7 // (10 * UNIT)) * UNIT
    euro = amount * 9 // 100
    yield "EUR", max(1, euro // UNIT) * UNIT + (9000 if euro > 10 * UNIT else 5000)
