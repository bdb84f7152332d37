"""What is frozen when a quote is issued, in one spelling, and the hash that an approval is bound to."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.quote_totals import QuoteLineIn, QuoteTotals, quote_totals
from storedesk.domain.tax import NoTaxRate, TaxRate, rate_on
from storedesk.domain.tax_treatment import STANDARD, rate_category

_FORM = "storedesk quote 1"


class ContentLine(NamedTuple):
    """One line; ``each`` is the net price after the discount, ``amount`` the sum; both in 1/10,000."""

    kind: str
    variant_id: int | None
    sku: str
    name: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    each: int
    amount: int
    tax_category: str
    tax_rate: int
    treatment: str


class QuoteContent(NamedTuple):
    """All that a customer may hold the shop to. Money in 1/10,000, days as local dates (ISO)."""

    quote_id: str
    version: int
    company_id: int
    currency: str
    valid_until: str
    terms_days: int
    delivery: str
    deliver_country: str
    treatment: str
    treatment_reason: str
    tax_day: str
    net: int
    tax: int
    total: int
    lines: tuple[ContentLine, ...]


def canonical_bytes(content: QuoteContent) -> bytes:
    """The one spelling: a JSON array in declared order, text in NFC."""
    head = [_FORM, *(_plain(value) for value in content[:-1])]
    lines = [[_plain(value) for value in line] for line in content.lines]
    return json.dumps([*head, lines], ensure_ascii=False, separators=(",", ":")).encode()


def content_hash(content: QuoteContent) -> str:
    """SHA-256 of the canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(content)).hexdigest()


def content_mark(hash_: str) -> str:
    """The part of the hash that people compare: two groups of four."""
    return f"{hash_[:4]} {hash_[4:8]}".upper()


def tax_holds_until(rates: Iterable[TaxRate], used: Iterable[tuple[str, str]], day: str) -> str:
    """The day (ISO) on which another rate begins to hold for a country and tax category in use; empty if
    none is known. Deliveries before that day are taxed as frozen."""
    known = tuple(rates)
    wanted = {(country, rate_category(category)) for country, category in used}
    changes = []
    for country, category in wanted:
        try:
            now = rate_on(known, country, category, day)
        except NoTaxRate:
            continue
        ahead = sorted(
            (rate.valid_from, rate.rate) for rate in known
            if (rate.country, rate.category) == (country, category) and rate.valid_from > day
        )  # fmt: skip
        changes += [start for start, rate in ahead if rate != now][:1]
    return min(changes, default="")


class TaxChange(NamedTuple):
    """The totals as frozen and as they would be on the day of delivery."""

    old: QuoteTotals
    new: QuoteTotals

    @property
    def differs(self) -> bool:
        return self.old.total != self.new.total


def tax_change(
    lines: Iterable[ContentLine],
    steps: Iterable[int],
    currency: str,
    rates: Iterable[TaxRate],
    country: str,
    day: str,
) -> TaxChange:
    """Both totals of frozen net prices: with the frozen rates, and with those that hold on `day`.

    `steps` are the smallest steps of each line's unit. Raises NoTaxRate.
    """
    known, frozen = tuple(rates), tuple(zip(lines, steps, strict=True))
    old = [_summed(line, step, line.tax_rate) for line, step in frozen]
    new = [
        _summed(line, step, rate_on(known, country, rate_category(line.tax_category), day))
        if line.treatment == STANDARD
        else _summed(line, step, 0)
        for line, step in frozen
    ]
    return TaxChange(quote_totals(old, currency), quote_totals(new, currency))


def _summed(line: ContentLine, step: int, rate: int) -> QuoteLineIn:
    return QuoteLineIn(line.each, line.quantity, step, rate, 0, line.unit_price, line.kind, line.treatment)


def _plain(value: object) -> object:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value
