"""Money as whole numbers of 1/10,000 of a currency's major unit, and how it is rounded."""

from typing import NamedTuple

from storedesk.domain.currency import MINOR_DIGITS, UNIT, UnknownCurrency, minor_step
from storedesk.domain.money_text import (
    AmountTooLarge,
    AmountTooPrecise,
    NotAnAmount,
    format_amount,
    format_number,
    parse_amount,
)

__all__ = [
    "MINOR_DIGITS",
    "UNIT",
    "AmountTooLarge",
    "AmountTooPrecise",
    "MixedCurrencies",
    "Money",
    "NotAnAmount",
    "UnknownCurrency",
    "divide_half_up",
    "format_amount",
    "format_number",
    "line_amount",
    "minor_step",
    "parse_amount",
    "to_minor_unit",
]


class MixedCurrencies(ValueError):
    """Two amounts of different currencies met in one sum."""


class Money(NamedTuple):
    """An amount in 1/10,000 of the major unit of `currency` (ISO 4217)."""

    amount: int
    currency: str

    def __add__(self, other: "Money") -> "Money":  # type: ignore[override]
        return Money(self.amount + self._same_currency(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same_currency(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __mul__(self, times: int) -> "Money":  # type: ignore[override]
        return Money(self.amount * times, self.currency)

    def __rmul__(self, times: int) -> "Money":  # type: ignore[override]
        return self * times

    def _same_currency(self, other: object) -> int:
        if not isinstance(other, Money):
            raise TypeError(f"Money adds up with money, not with {type(other).__name__}.")
        if other.currency != self.currency:
            raise MixedCurrencies(f"{self.currency} and {other.currency} do not add up; convert one first.")
        return other.amount


def divide_half_up(numerator: int, denominator: int) -> int:
    """The quotient as a whole number, a half away from zero; exact for any size."""
    if denominator == 0:
        raise ZeroDivisionError("An amount was divided by zero.")
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def to_minor_unit(amount: int, currency: str) -> int:
    """`amount` rounded half up to the currency's minor unit, still in 1/10,000 of the major unit."""
    step = minor_step(currency)
    return divide_half_up(amount, step) * step


def line_amount(price: int, quantity: int, quantity_step: int, currency: str) -> int:
    """Price (1/10,000) per one unit times quantity, rounded once, to the minor unit.

    `quantity` counts smallest steps of the unit; `quantity_step` is how many of them make one unit.
    """
    step = minor_step(currency)
    return divide_half_up(price * quantity, quantity_step * step) * step
