"""Dated tax rates and the sums of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.money import to_minor_unit
from storedesk.domain.tax import (
    NoTaxRate,
    TaxLine,
    TaxRate,
    rate_on,
    tax_in_gross,
    tax_of_net,
    totals_by_rate,
)

RATES = (
    TaxRate("SE", "food", "1996-01-01", 120_000),
    TaxRate("SE", "food", "2026-04-01", 60_000),
    TaxRate("SE", "standard", "1990-07-01", 250_000),
    TaxRate("FI", "standard", "2024-09-01", 255_000),
    TaxRate("FI", "standard", "2013-01-01", 240_000),
)
LINES = st.lists(
    st.builds(TaxLine, st.integers(-(10**9), 10**9), st.sampled_from([0, 60_000, 120_000, 250_000, 255_000]))
)


@pytest.mark.parametrize(
    ("country", "category", "day", "rate"),
    [
        ("SE", "food", "2026-03-31", 120_000),
        ("SE", "food", "2026-04-01", 60_000),
        ("SE", "standard", "2026-11-23", 250_000),
        ("FI", "standard", "2024-08-31", 240_000),
        ("FI", "standard", "2024-09-01", 255_000),
    ],
)
def test_the_rate_of_the_day_holds(country: str, category: str, day: str, rate: int) -> None:
    assert rate_on(RATES, country, category, day) == rate


@pytest.mark.parametrize(("country", "day"), [("NO", "2026-11-23"), ("FI", "2012-12-31")])
def test_a_missing_rate_is_said_and_never_taken_as_zero(country: str, day: str) -> None:
    with pytest.raises(NoTaxRate, match=f"standard in {country} on {day}"):
        rate_on(RATES, country, "standard", day)


def test_the_quote_of_the_pictures_adds_up() -> None:
    totals = totals_by_rate([TaxLine(387_582_000, 250_000)], "SEK")
    assert (totals.net, totals.tax, totals.gross) == (387_582_000, 96_895_500, 484_477_500)


def test_tax_is_rounded_per_rate_and_not_per_line() -> None:
    lines = [TaxLine(200, 250_000)] * 4
    assert totals_by_rate(lines, "SEK").tax == 200
    assert 4 * tax_of_net(200, 250_000, "SEK") == 400


def test_tax_of_decimal_rates_is_exact() -> None:
    assert tax_of_net(1_000_000, 255_000, "EUR") == 255_000
    assert tax_in_gross(1_255_000, 255_000, "EUR") == 255_000


@given(st.integers(-(10**10), 10**10).map(lambda net: net * 100), st.sampled_from([60_000, 250_000, 255_000]))
def test_the_tax_in_a_gross_amount_is_the_tax_of_its_net(net: int, rate: int) -> None:
    gross = net + tax_of_net(net, rate, "SEK")
    assert abs(tax_in_gross(gross, rate, "SEK") - (gross - net)) <= 100


@given(LINES, st.booleans())
def test_all_sums_of_a_document_are_exact(lines: list[TaxLine], includes_tax: bool) -> None:
    totals = totals_by_rate(lines, "SEK", includes_tax)
    rounded = sum(to_minor_unit(line.amount, "SEK") for line in lines)
    assert rounded == (totals.gross if includes_tax else totals.net)
    assert totals.net + totals.tax == totals.gross
    assert all(part.net + part.tax == part.gross for part in totals.by_rate)
    assert totals.gross == sum(part.gross for part in totals.by_rate)
    assert [part.rate for part in totals.by_rate] == sorted({line.rate for line in lines})
    assert all(value % 100 == 0 for part in totals.by_rate for value in part[1:])


@given(LINES)
def test_the_order_of_lines_never_changes_a_total(lines: list[TaxLine]) -> None:
    assert totals_by_rate(lines, "SEK") == totals_by_rate(lines[::-1], "SEK")
