"""The quotes calculated by hand as rows of a shop and as what somebody at its desk would enter."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from storedesk.actions.quote_args import QuoteHeadArgs
from storedesk.actions.quote_pricing import LineEdit
from storedesk.domain.currency import UNIT
from storedesk.domain.quantity import UNITS, parse_quantity
from storedesk.domain.records import (
    Company,
    Place,
    Price,
    PriceList,
    Product,
    Promotion,
    Staff,
    StockLevel,
    TaxRateRow,
    Variant,
)
from tests.domain.quote_table import QUOTES, QuoteCase
from tests.small_shop import WEEK

COMPANY_QUOTES = tuple(case for case in QUOTES if case.buyer.business)
"""Those that a company's quote can be: prices without tax."""
SELLER = 7
BIG = 10**12
_ZONES = {
    "SE": "Europe/Stockholm", "NO": "Europe/Oslo", "DK": "Europe/Copenhagen", "FI": "Europe/Helsinki",
    "DE": "Europe/Berlin",
}  # fmt: skip
_RATES = (
    ("SE", "standard", "1990-07-01", 250_000), ("SE", "food", "1996-01-01", 120_000),
    ("SE", "food", "2026-04-01", 60_000), ("SE", "food", "2028-01-01", 120_000),
    ("NO", "standard", "2005-01-01", 250_000), ("NO", "food", "2012-01-01", 150_000),
    ("DK", "standard", "1992-01-01", 250_000), ("DK", "food", "1992-01-01", 250_000),
    ("FI", "standard", "2013-01-01", 240_000), ("FI", "standard", "2024-09-01", 255_000),
    ("FI", "food", "2013-01-01", 140_000), ("FI", "food", "2026-01-01", 135_000),
    ("DE", "standard", "2007-01-01", 190_000), ("DE", "standard", "2020-07-01", 160_000),
    ("DE", "standard", "2021-01-01", 190_000), ("DE", "food", "2007-01-01", 70_000),
    ("DE", "food", "2020-07-01", 50_000), ("DE", "food", "2021-01-01", 70_000),
)  # fmt: skip
_LISTS = (
    PriceList("base", "Shop prices", "base", "", 1, "2000-01-01", "", 0, ""),
    PriceList("business", "Business 2026", "channel", "", 0, "2000-01-01", "", 10, "base"),
    PriceList("campaign", "Autumn", "campaign", "", 0, "2000-01-01", "", 20, "business"),
    PriceList("contract", "B-2026-17", "contract", "", 0, "2000-01-01", "", 0, "business", 0, 0),
    PriceList("open_contract", "B-2026-18", "contract", "", 0, "2000-01-01", "", 0, "business"),
    PriceList("contract_12", "B-2026-19", "contract", "", 0, "2000-01-01", "", 0, "business", 120_000, 0),
)


class CaseRows(NamedTuple):
    """``at`` is noon UTC of the day; the seller works at ``place_id``; Maja (3) may approve up to any limit."""

    rows: list[Any]
    place_id: int
    at: int
    head: QuoteHeadArgs
    edits: tuple[LineEdit, ...]


def scaled(text: str) -> int:
    """A decimal text in 1/10,000; raises where it is finer."""
    value = Decimal(text) * UNIT
    if value != int(value):
        raise ValueError(text)
    return int(value)


def seller_place(country: str, place: int) -> list[Any]:
    """A store in the country with its seller."""
    code = f"Q{country[0]}{country[1]}"
    return [
        Place(place, code, country, "store", "nordic", country, "SEK", _ZONES[country], WEEK, "{}", "", ""),
        Staff(place, SELLER, "Elin L.", "EL", "head_office", "", "", 0, None, 1),
    ]


def rows_of_case(case: QuoteCase, number: int, place: int) -> CaseRows:
    """Rows with ids of their own for each `number`, so that all cases can lie in one database."""
    company, first = 1_000 + number, 10_000 + 100 * number
    buyer = case.buyer
    at = int(datetime.fromisoformat(f"{case.day}T12:00:00").replace(tzinfo=UTC).timestamp() * 1000)
    rows: list[Any] = [
        Company(
            company, f"Q{number}", case.name, "", buyer.country, "", None, case.currency, BIG, 30,
            price_list=buyer.contract or "business", best_price=int(buyer.best_price),
            treatment="exempt" if buyer.exempt else "standard", treatment_reason=buyer.exempt,
            vat_number=f"{buyer.vat_country}1" if buyer.vat_country else "",
            vat_checked_at=0 if buyer.vat_check == "confirmed" else None,
        ),
    ]  # fmt: skip
    edits = []
    for place_in_quote, line in enumerate(case.lines):
        unit, variant = UNITS[line.unit], first + place_in_quote
        quantity, discount = parse_quantity(line.quantity, unit), scaled(line.discount)
        if line.kind != "goods":
            price = scaled(line.each)
            edits.append(
                LineEdit(line.kind, None, quantity, discount, price, "Own line", "", line.unit, line.category)
            )
            continue
        rows += [
            Product(variant, f"S{variant}", f"Article {variant}", "", "", line.category, 0),
            Variant(variant, variant, f"SKU-{variant}", "", "", "", line.unit, 0),
            StockLevel(place, variant, 0, BIG, 0, 0, 0, None, "", at),
        ]
        for row in line.rows:
            start = parse_quantity(row.from_quantity, unit) if line.unit == "piece" else 1
            rows.append(
                Price(
                    row.price_list, variant, case.currency, start, "2000-01-01", scaled(row.amount), row.gross
                )
            )
        rows += [
            Promotion(variant, "Black Week", variant, None, "", 0, 0, scaled(offer.off), "2000-01-01", "",
                      int(offer.with_contract))
            for offer in line.offers
        ]  # fmt: skip
        edits.append(LineEdit("goods", variant, quantity, discount))
    head = QuoteHeadArgs(
        company_id=company, valid_until="2099-12-31", delivery="sent" if case.to else "collected",
        deliver_country=case.to,
    )  # fmt: skip
    return CaseRows(rows, place, at, head, tuple(edits))


def shared_rows() -> list[Any]:
    """What all cases share: rates and the heads of the price lists."""
    return [*(TaxRateRow(*rate) for rate in _RATES), *_LISTS]
