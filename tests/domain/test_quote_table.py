"""The engine equals every quote that was calculated by hand, to the minor unit."""

from decimal import Decimal

import pytest

from storedesk.domain.currency import UNIT
from storedesk.domain.price_list import PriceList, PriceRow, Promotion
from storedesk.domain.pricing import NoPrice, PriceQuestion, UnitPrice, price_of
from storedesk.domain.quantity import UNITS, parse_quantity
from storedesk.domain.quote_totals import QuoteLineIn, QuoteTotals, quote_totals
from storedesk.domain.tax import TaxRate, rate_on
from storedesk.domain.tax_treatment import Leaving, TaxAccount, Treatment, propose_treatment, rate_category
from tests.domain.quote_table import QUOTES, Line, QuoteCase

RATES = (
    TaxRate("SE", "standard", "1990-07-01", 250_000),
    TaxRate("SE", "food", "1996-01-01", 120_000),
    TaxRate("SE", "food", "2026-04-01", 60_000),
    TaxRate("SE", "food", "2028-01-01", 120_000),
    TaxRate("NO", "standard", "2005-01-01", 250_000),
    TaxRate("NO", "food", "2012-01-01", 150_000),
    TaxRate("DK", "standard", "1992-01-01", 250_000),
    TaxRate("DK", "food", "1992-01-01", 250_000),
    TaxRate("FI", "standard", "2013-01-01", 240_000),
    TaxRate("FI", "standard", "2024-09-01", 255_000),
    TaxRate("FI", "food", "2013-01-01", 140_000),
    TaxRate("FI", "food", "2026-01-01", 135_000),
    TaxRate("DE", "standard", "2007-01-01", 190_000),
    TaxRate("DE", "standard", "2020-07-01", 160_000),
    TaxRate("DE", "standard", "2021-01-01", 190_000),
    TaxRate("DE", "food", "2007-01-01", 70_000),
    TaxRate("DE", "food", "2020-07-01", 50_000),
    TaxRate("DE", "food", "2021-01-01", 70_000),
)
_ALWAYS = ("", "2000-01-01", "")
LISTS = {
    found.code: found
    for found in (
        PriceList("base", "Shop prices", "base", *_ALWAYS, 0),
        PriceList("business", "Business 2026", "channel", *_ALWAYS, 10, "base"),
        PriceList("campaign", "Autumn", "campaign", *_ALWAYS, 20, "business"),
        PriceList("contract", "B-2026-17", "contract", *_ALWAYS, 0, "business", 0, False),
        PriceList("open_contract", "B-2026-18", "contract", *_ALWAYS, 0, "business"),
        PriceList("contract_12", "B-2026-19", "contract", *_ALWAYS, 0, "business", 120_000, False),
    )
}


def scaled(text: str) -> int:
    value = Decimal(text) * UNIT
    assert value == int(value)
    return int(value)


def priced(case: QuoteCase, line: Line) -> UnitPrice | NoPrice:
    home = rate_on(RATES, case.seller, rate_category(line.category), case.day)
    lists = {
        code: head for code, head in LISTS.items() if head.kind != "contract" or code == case.buyer.contract
    }
    unit = UNITS[line.unit]
    rows = [
        PriceRow(row.price_list, case.currency, parse_quantity(row.from_quantity, unit), "2000-01-01",
                 scaled(row.amount), row.gross)
        for row in line.rows
    ]  # fmt: skip
    if line.unit != "piece":
        rows = [row._replace(from_quantity=1) for row in rows]
    offers = [
        Promotion(offer.code, "Black Week", "2000-01-01", "", scaled(offer.off), 0, 0, offer.with_contract)
        for offer in line.offers
    ]
    quantity = parse_quantity(line.quantity, unit)
    question = PriceQuestion(
        case.currency, quantity, case.day, home, case.buyer.best_price, case.includes_tax
    )
    return price_of(question, lists, rows, offers)


def treatment_of(case: QuoteCase, category: str, category_net: int) -> Treatment:
    buyer = case.buyer
    account = TaxAccount(buyer.country, buyer.business, buyer.vat_country, buyer.vat_check, buyer.exempt)
    leaving = Leaving("sent", case.to) if case.to else Leaving("collected", "")
    return propose_treatment(case.seller, account, category, leaving, case.day, category_net, case.currency)


def engine_totals(case: QuoteCase) -> QuoteTotals:
    lines, prices = [], []
    for line in case.lines:
        if line.kind == "goods":
            found = priced(case, line)
            assert isinstance(found, UnitPrice)
            prices.append((found.price, found.list_price))
        else:
            prices.append((scaled(line.each), 0))
    sums: dict[str, int] = {}
    for line in case.lines:
        sums[line.category] = sums.get(line.category, 0) + scaled(line.amount)
    for line, (price, listed) in zip(case.lines, prices, strict=True):
        unit = UNITS[line.unit]
        treatment = treatment_of(case, line.category, sums[line.category])
        rate = rate_on(RATES, treatment.country, rate_category(line.category), case.day)
        lines.append(
            QuoteLineIn(price, parse_quantity(line.quantity, unit), unit.step, rate, scaled(line.discount),
                        listed, line.kind, treatment.kind)
        )  # fmt: skip
    return quote_totals(lines, case.currency, case.includes_tax)


@pytest.mark.parametrize("case", QUOTES, ids=lambda case: case.name)
def test_the_engine_equals_the_hand(case: QuoteCase) -> None:
    for line in case.lines:
        if line.kind == "goods":
            found = priced(case, line)
            assert isinstance(found, UnitPrice)
            assert found.price == scaled(line.each)
            assert sum(step.amount for step in found.steps) == found.price
    totals = engine_totals(case)
    assert [part.amount for part in totals.lines] == [scaled(line.amount) for line in case.lines]
    assert [(group.treatment, group.rate, group.net, group.tax) for group in totals.groups] == [
        (tax.treatment, scaled(tax.rate), scaled(tax.net), scaled(tax.tax)) for tax in case.taxes
    ]
    assert (totals.net, totals.tax, totals.total) == (
        scaled(case.net), scaled(case.tax), scaled(case.total)
    )  # fmt: skip


def test_the_table_holds_what_it_promises() -> None:
    assert len(QUOTES) >= 40
    assert {case.seller for case in QUOTES} == {"SE", "NO", "DK", "FI", "DE"}
    assert {case.currency for case in QUOTES} == {"SEK", "NOK", "DKK", "EUR"}
    treatments = {tax.treatment for case in QUOTES for tax in case.taxes}
    assert treatments == {"standard", "exempt", "eu_supply", "export", "reverse_charge"}
    assert len({case.name for case in QUOTES}) == len(QUOTES)


def test_the_pictures_totals_are_parted_as_they_show_them() -> None:
    totals = engine_totals(QUOTES[0])
    assert (totals.before, totals.reduction, totals.delivery) == (487_552_000, -102_870_000, 2_900_000)


def test_the_steps_of_the_picture_add_up_to_its_net_price() -> None:
    found = priced(QUOTES[0], QUOTES[0].lines[1])
    assert isinstance(found, UnitPrice)
    assert [(step.label_key, step.amount) for step in found.steps] == [
        ("list_price", 7_992_000), ("contract", -1_592_000), ("break", -250_000)
    ]  # fmt: skip
    assert found.steps[2].from_quantity == 20
