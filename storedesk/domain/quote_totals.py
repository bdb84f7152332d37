"""The sums of a quote: each line rounded once to the minor unit, tax per rate on the sum, nothing lost."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.domain.money import line_amount
from storedesk.domain.pricing import discounted
from storedesk.domain.tax import RateTotal, TaxLine, totals_by_rate
from storedesk.domain.tax_treatment import STANDARD

GOODS, OWN, DELIVERY = "goods", "own", "delivery"


class QuoteLineIn(NamedTuple):
    """A line to be summed: prices each in 1/10,000 (net, or gross where the quote includes tax),
    quantity in smallest steps, discount and tax rate in 1/10,000 %."""

    price: int
    quantity: int
    quantity_step: int
    tax_rate: int
    discount: int = 0
    list_price: int = 0
    kind: str = GOODS
    treatment: str = STANDARD


class LineSum(NamedTuple):
    """``each`` to 1/10,000 after the discount; ``amount`` and ``before`` to the minor unit."""

    each: int
    amount: int
    before: int


class TaxGroup(NamedTuple):
    """All lines of one treatment and rate; net + tax = gross."""

    treatment: str
    rate: int
    net: int
    tax: int
    gross: int


class QuoteTotals(NamedTuple):
    """``before`` + ``reduction`` + ``delivery`` is the sum of the lines; net + tax = total."""

    currency: str
    includes_tax: bool
    lines: tuple[LineSum, ...]
    before: int
    reduction: int
    delivery: int
    net: int
    tax: int
    total: int
    groups: tuple[TaxGroup, ...]


def line_sum(line: QuoteLineIn, currency: str) -> LineSum:
    """One line's figures; the amount is each x quantity, rounded half up once."""
    each = discounted(line.price, line.discount)
    amount = line_amount(each, line.quantity, line.quantity_step, currency)
    before = line_amount(line.list_price or line.price, line.quantity, line.quantity_step, currency)
    return LineSum(each, amount, before)


def quote_totals(lines: Sequence[QuoteLineIn], currency: str, includes_tax: bool = False) -> QuoteTotals:
    """All sums of a quote; groups in the order standard first, then by treatment, lowest rate first."""
    sums = tuple(line_sum(line, currency) for line in lines)
    pairs = tuple(zip(lines, sums, strict=True))
    groups = tuple(_groups(pairs, currency, includes_tax))
    before = sum(made.before for line, made in pairs if line.kind != DELIVERY)
    goods = sum(made.amount for line, made in pairs if line.kind != DELIVERY)
    delivery = sum(made.amount for line, made in pairs if line.kind == DELIVERY)
    net, tax = sum(group.net for group in groups), sum(group.tax for group in groups)
    return QuoteTotals(
        currency, includes_tax, sums, before, goods - before, delivery, net, tax, net + tax, groups
    )


def _groups(
    pairs: Sequence[tuple[QuoteLineIn, LineSum]], currency: str, includes_tax: bool
) -> Iterable[TaxGroup]:
    treatments = sorted({line.treatment for line, _ in pairs}, key=lambda kind: (kind != STANDARD, kind))
    for treatment in treatments:
        taxed = treatment == STANDARD
        lines = [
            TaxLine(made.amount, line.tax_rate if taxed else 0)
            for line, made in pairs
            if line.treatment == treatment
        ]
        for part in totals_by_rate(lines, currency, includes_tax and taxed).by_rate:
            yield _group(treatment, part)


def _group(treatment: str, part: RateTotal) -> TaxGroup:
    return TaxGroup(treatment, part.rate, part.net, part.tax, part.gross)
