"""What a difference may cost in a day, in money: oversold pieces, lost sales, a wrong price."""

from typing import NamedTuple

from storedesk.domain.differences import AMOUNTS, LISTED, STOCK, whole
from storedesk.domain.money import divide_half_up

LEAST_PER_DAY = 50
"""What an article is taken to sell at least, in 1/1,000 of a piece: nothing is without risk."""
SALES_DAYS = 28
"""So many days of a channel's sales make its rate."""
_THOUSAND = 1_000


class Trade(NamedTuple):
    """``price`` of one unit in 1/10,000, ``step`` its smallest steps, ``per_day`` what the channel sells of it in a
    day, in 1/1,000 of a smallest step."""

    price: int
    per_day: int
    step: int = 1


def per_day(sold: int, days: int = SALES_DAYS) -> int:
    """1/1,000 of smallest steps a day, of so many sold in so many days."""
    return max(LEAST_PER_DAY, sold * _THOUSAND // days)


def cost_of(field: str, ours: str, theirs: str, trade: Trade) -> int:
    """In 1/10,000 of the currency, never below 0; 0 for what cannot be put into money.

    Stock shown too high: pieces too many × price × the chance that buyers come to them, which is the day's sales
    against those sales and what is really there. Too low: pieces that are not shown, at most a day's sales, ×
    price × the chance that what is shown runs out. Price: the difference × a day's sales. Not listed, or listed
    against our word: a day's sales × price.
    """
    if field == LISTED:
        return _worth(trade, trade.per_day)
    first, second = whole(ours), whole(theirs)
    if first is None or second is None:
        return 0
    if field in AMOUNTS:
        return divide_half_up(abs(first - second) * trade.per_day, trade.step * _THOUSAND)
    if field != STOCK:
        return 0
    there = max(0, min(first, second)) * _THOUSAND
    apart = abs(first - second) * _THOUSAND
    pieces = apart if second > first else min(apart, trade.per_day)
    return divide_half_up(
        trade.price * pieces * trade.per_day, (there + trade.per_day) * trade.step * _THOUSAND
    )


def _worth(trade: Trade, quantity: int) -> int:
    return divide_half_up(trade.price * quantity, trade.step * _THOUSAND)
