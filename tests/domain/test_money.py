"""Amounts, their rounding, and sums of one currency only."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain import money
from storedesk.domain.money import MINOR_DIGITS, UNIT, Money

AMOUNTS = st.integers(-(10**15), 10**15)
CURRENCIES = st.sampled_from(sorted(MINOR_DIGITS))


@given(st.integers(-(10**18), 10**18), st.integers(1, 10**12), st.sampled_from([1, -1]))
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int, sign: int) -> None:
    quotient, rest = divmod(abs(numerator), denominator)
    expected = quotient + (1 if 2 * rest >= denominator else 0)
    signed = expected if (numerator >= 0) == (sign > 0) else -expected
    assert money.divide_half_up(numerator, sign * denominator) == signed


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"), [(1, 2, 1), (-1, 2, -1), (3, 2, 2), (49, 100, 0), (5, -10, -1)]
)
def test_rounding_of_well_known_quotients(numerator: int, denominator: int, rounded: int) -> None:
    assert money.divide_half_up(numerator, denominator) == rounded


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        money.divide_half_up(1, 0)


@given(AMOUNTS, CURRENCIES)
def test_rounding_to_the_minor_unit_agrees_with_decimal(amount: int, currency: str) -> None:
    exact = Decimal(amount) / UNIT
    rounded = exact.quantize(Decimal(1).scaleb(-MINOR_DIGITS[currency]), ROUND_HALF_UP)
    assert money.to_minor_unit(amount, currency) == int(rounded * UNIT)


@given(AMOUNTS, CURRENCIES)
def test_rounding_twice_changes_nothing(amount: int, currency: str) -> None:
    once = money.to_minor_unit(amount, currency)
    assert money.to_minor_unit(once, currency) == once


@given(st.integers(0, 10**9), st.integers(-(10**6), 10**6), st.sampled_from([1, 100, 1000]))
def test_a_line_is_rounded_once_from_the_exact_product(price: int, quantity: int, step: int) -> None:
    exact = Decimal(price) * quantity / step / UNIT
    expected = exact.quantize(Decimal("0.01"), ROUND_HALF_UP) * UNIT
    assert money.line_amount(price, quantity, step, "SEK") == int(expected)


def test_a_line_of_cable_costs_what_the_metres_cost() -> None:
    assert money.line_amount(price=123_400, quantity=250, quantity_step=100, currency="SEK") == 308_500


def test_a_currency_without_minor_unit_is_rounded_to_whole_units() -> None:
    assert money.to_minor_unit(15_000, "ISK") == 20_000


def test_an_unknown_currency_is_named_in_the_refusal() -> None:
    with pytest.raises(money.UnknownCurrency, match="'XXX'"):
        money.to_minor_unit(1, "XXX")


@given(AMOUNTS, AMOUNTS)
def test_money_of_one_currency_adds_up(a: int, b: int) -> None:
    assert Money(a, "SEK") + Money(b, "SEK") == Money(a + b, "SEK")
    assert Money(a, "SEK") - Money(b, "SEK") == Money(a, "SEK") + -Money(b, "SEK")
    assert Money(a, "SEK") * 3 == 3 * Money(a, "SEK") == Money(3 * a, "SEK")


def test_money_of_two_currencies_never_adds_up() -> None:
    with pytest.raises(money.MixedCurrencies, match="SEK and DKK"):
        Money(1, "SEK") + Money(1, "DKK")
    with pytest.raises(money.MixedCurrencies):
        Money(1, "SEK") - Money(1, "DKK")


def test_money_adds_up_with_nothing_but_money() -> None:
    with pytest.raises(TypeError, match="not with int"):
        Money(1, "SEK") + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        Money(1, "SEK") - 1  # type: ignore[operator]
