"""Price lists with their parents and breaks: which price of a list holds for a quantity on a day."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from storedesk.domain.money import divide_half_up, minor_step
from storedesk.domain.tax import RATE_UNIT

BASE, CHANNEL, CAMPAIGN, CONTRACT = "base", "channel", "campaign", "contract"
COST = "cost"
"""The list of what articles cost the shop, net; it has no head, so that no account can ever buy by it."""


class PriceList(NamedTuple):
    """A list's head. Days are local dates (ISO), the last one included; an empty text is open.

    An article without a price of its own is priced by the ``parent``, less ``rate_off`` (1/10,000 %).
    ``promotions`` says whether a promotion may be taken off its prices. ``currency`` may be empty for
    a list that has prices in several.
    """

    code: str
    name: str
    kind: str
    currency: str
    valid_from: str
    valid_until: str
    priority: int
    parent: str = ""
    rate_off: int = 0
    promotions: bool = True


class PriceRow(NamedTuple):
    """One article's price each (1/10,000) in one list, from a quantity (smallest steps) and a day on."""

    list_code: str
    currency: str
    from_quantity: int
    valid_from: str
    amount: int
    gross: bool


class Promotion(NamedTuple):
    """Something off for a time; ``rate`` in 1/10,000 %, for quantities (smallest steps) from ... to, where
    0 is no upper end. ``with_contract`` says whether it may lower contract prices that allow it."""

    code: str
    name: str
    valid_from: str
    valid_until: str
    rate: int
    from_quantity: int = 0
    to_quantity: int = 0
    with_contract: bool = False


class ListedPrice(NamedTuple):
    """What a list asks for one unit: at its lowest break, and at the break the quantity reaches."""

    head: PriceList
    first: int
    amount: int
    from_quantity: int
    valid_from: str
    gross: bool


def holds_on(valid_from: str, valid_until: str, day: str) -> bool:
    """True when the local date `day` lies in the period; both ends belong to it."""
    return valid_from <= day and (not valid_until or day <= valid_until)


def listed_price(
    lists: Mapping[str, PriceList],
    rows: Iterable[PriceRow],
    code: str,
    currency: str,
    quantity: int,
    day: str,
) -> ListedPrice | None:
    """The article's price in list `code` or, where that has none, in its parents; None when no list has one."""
    known, seen, off = tuple(rows), set[str](), [0]
    asked = lists.get(code)
    while code and code not in seen:
        seen.add(code)
        head = lists.get(code)
        if head is None or not _speaks(head, currency, day):
            return None
        reached = _reached(known, code, currency, quantity, day)
        if reached is not None and asked is not None:
            first, row = reached
            amount, lowest = row.amount, first.amount
            for rate in reversed(off):
                amount, lowest = part_off(amount, rate, currency), part_off(lowest, rate, currency)
            return ListedPrice(asked, lowest, amount, row.from_quantity, row.valid_from, row.gross)
        off.append(head.rate_off)
        code = head.parent
    return None


def part_off(amount: int, rate: int, currency: str) -> int:
    """`amount` less `rate` (1/10,000 %), half up to the minor unit, or to 1/10,000 if it is finer itself."""
    step = minor_step(currency)
    if amount % step:
        step = 1
    return divide_half_up(amount * (RATE_UNIT - rate), RATE_UNIT * step) * step if rate else amount


def _speaks(head: PriceList, currency: str, day: str) -> bool:
    return head.currency in ("", currency) and holds_on(head.valid_from, head.valid_until, day)


def _reached(
    rows: tuple[PriceRow, ...], code: str, currency: str, quantity: int, day: str
) -> tuple[PriceRow, PriceRow] | None:
    """The lowest break's row and the row that the quantity reaches; of one break the latest day counts."""
    newest: dict[int, PriceRow] = {}
    for row in rows:
        if row.list_code == code and row.currency == currency and row.valid_from <= day:
            old = newest.get(row.from_quantity)
            if old is None or old.valid_from <= row.valid_from:
                newest[row.from_quantity] = row
    reached = [start for start in newest if start <= quantity]
    return (newest[min(newest)], newest[max(reached)]) if reached else None
