"""Finds for each credit the earlier lines of the same customer and article that it takes back."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from storedesk.connectors.import_rows import GOODS, OrderRow
from storedesk.connectors.mapping_file import OrderMapping

Rows = Callable[[], Iterator[tuple[int, OrderRow]]]
"""Goes through the accepted rows of the input from the start, each with its number in the input."""
_HOUR_MS = 3_600_000
_Key = tuple[str, str]
_LineKey = tuple[str, int]


class LineCredit(NamedTuple):
    """How much of an order's line was cancelled and returned later, and when last (UTC ms)."""

    cancelled: int = 0
    returned: int = 0
    at: int = 0


class Credits(NamedTuple):
    """What credits take back by order and line, what is left of them by input row, and which rows took
    goods back at another price than they were sold at."""

    lines: dict[_LineKey, LineCredit]
    uncredited: dict[int, int]
    other_price: set[int]


class _OpenLine:
    __slots__ = ("key", "left", "placed_at", "price")

    def __init__(self, key: _LineKey, row: OrderRow) -> None:
        self.key, self.left, self.price, self.placed_at = key, row.quantity, row.price, row.placed_at


def is_adjustment(row: OrderRow, sales: set[str]) -> bool:
    """Goods that nobody bought: less than nothing without a credit, or price 0 in an order of nothing else."""
    return row.kind == GOODS and not row.credit and (row.quantity < 0 or row.order not in sales)


def match_credits(mapping: OrderMapping, rows: Rows, sales: set[str], credited: set[_Key]) -> Credits:
    """Of several lines that fit, those with the same price come first, then the latest.

    A charge is taken back at its own price only.
    """
    lines: dict[_Key, list[_OpenLine]] = {}
    counts: dict[str, int] = {}
    credits = Credits({}, {}, set())
    within = mapping.orders.cancel_within_hours * _HOUR_MS
    for number, row in rows():
        key = (row.customer, row.article)
        if row.credit:
            candidates = lines.get(key, []) if row.customer and row.quantity < 0 else []
            left = _take_back(candidates, number, row, within, credits)
            if left:
                credits.uncredited[number] = left
        elif not is_adjustment(row, sales):
            counts[row.order] = counts.get(row.order, 0) + 1
            if key in credited and row.quantity > 0:
                lines.setdefault(key, []).append(_OpenLine((row.order, counts[row.order]), row))
    return credits


def _take_back(lines: list[_OpenLine], number: int, row: OrderRow, within: int, credits: Credits) -> int:
    """Spreads a credit over earlier lines; what is left of it."""
    left = abs(row.quantity)
    for line in _fitting(lines, row):
        if left <= 0:
            break
        part = min(left, line.left)
        line.left -= part
        left -= part
        cancels = row.placed_at - line.placed_at <= within
        old = credits.lines.get(line.key, LineCredit())
        credits.lines[line.key] = LineCredit(
            old.cancelled + part * cancels, old.returned + part * (not cancels), max(old.at, row.placed_at)
        )
        if line.price != row.price:
            credits.other_price.add(number)
    return left


def _fitting(lines: list[_OpenLine], row: OrderRow) -> list[_OpenLine]:
    earlier = [
        line
        for line in lines
        if line.left > 0
        and line.placed_at <= row.placed_at
        and (row.kind == GOODS or line.price == row.price)
    ]
    return sorted(earlier, key=lambda line: (line.price != row.price, -line.placed_at))
