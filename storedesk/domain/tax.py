"""Value added tax by dated decimal rates, rounded as invoices are."""

from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.money import divide_half_up, minor_step, to_minor_unit

RATE_UNIT = 1_000_000
"""100 % in the integers that rates are kept in (1/10,000 %)."""


class NoTaxRate(LookupError):
    """No rate is known for a country, category and day."""


class TaxRate(NamedTuple):
    """A rate in 1/10,000 % that holds from a local date (ISO) until the next one."""

    country: str
    category: str
    valid_from: str
    rate: int


class TaxLine(NamedTuple):
    """An amount (1/10,000 of the major unit) and its rate (1/10,000 %)."""

    amount: int
    rate: int


class RateTotal(NamedTuple):
    """All lines of one rate; net + tax = gross."""

    rate: int
    net: int
    tax: int
    gross: int


class Totals(NamedTuple):
    """A document's sums and their parts, lowest rate first; net + tax = gross."""

    net: int
    tax: int
    gross: int
    by_rate: tuple[RateTotal, ...]


def rate_on(rates: Iterable[TaxRate], country: str, category: str, day: str) -> int:
    """The rate (1/10,000 %) that holds on the local date `day` (ISO); raises NoTaxRate when none does."""
    known = [
        rate
        for rate in rates
        if rate.country == country and rate.category == category and rate.valid_from <= day
    ]
    if not known:
        raise NoTaxRate(f"No tax rate for {category} in {country} on {day}; add it to the rates.")
    return max(known, key=lambda rate: rate.valid_from).rate


def tax_of_net(net: int, rate: int, currency: str) -> int:
    """The tax on a net amount, rounded half up to the minor unit."""
    step = minor_step(currency)
    return divide_half_up(net * rate, RATE_UNIT * step) * step


def tax_in_gross(gross: int, rate: int, currency: str) -> int:
    """The tax contained in a gross amount, rounded half up to the minor unit."""
    step = minor_step(currency)
    return divide_half_up(gross * rate, (RATE_UNIT + rate) * step) * step


def totals_by_rate(lines: Iterable[TaxLine], currency: str, includes_tax: bool = False) -> Totals:
    """Sums of a document: each line rounded to the minor unit, tax per rate on the sum of its lines."""
    sums: dict[int, int] = {}
    for amount, rate in lines:
        sums[rate] = sums.get(rate, 0) + to_minor_unit(amount, currency)
    by_rate = tuple(_rate_total(rate, sums[rate], currency, includes_tax) for rate in sorted(sums))
    net = sum(part.net for part in by_rate)
    tax = sum(part.tax for part in by_rate)
    return Totals(net, tax, net + tax, by_rate)


def _rate_total(rate: int, amount: int, currency: str, includes_tax: bool) -> RateTotal:
    if includes_tax:
        tax = tax_in_gross(amount, rate, currency)
        return RateTotal(rate, amount - tax, tax, amount)
    tax = tax_of_net(amount, rate, currency)
    return RateTotal(rate, amount, tax, amount + tax)
