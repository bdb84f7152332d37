"""Texts of a table as values: amounts, quantities, moments and numbers, each with its reason when not."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from storedesk.domain.money import parse_amount
from storedesk.domain.plain_text import clean_text
from storedesk.domain.quantity import PIECE, parse_quantity
from storedesk.domain.wall_clock import zone_named

LONGEST = 10_000
_SHORT = 200


class Unreadable(Exception):
    """A text is not the value its column promises; the message is the reason in the report."""


@lru_cache(65_536)
def amount_of(text: str) -> int:
    """1/10,000 of the major unit; raises Unreadable."""
    try:
        return parse_amount(text)
    except ValueError as error:
        raise Unreadable("the price is no amount" if text.strip() else "the price is missing") from error


@lru_cache(65_536)
def quantity_of(text: str) -> int:
    """Whole pieces; raises Unreadable."""
    try:
        return parse_quantity(text, PIECE)
    except ValueError as error:
        raise Unreadable(
            "the quantity is no whole number" if text.strip() else "the quantity is missing"
        ) from error


def moment_reader(zone: str, formats: tuple[str, ...]) -> Callable[[str], int]:
    """A function from a local date and time to UTC milliseconds that raises Unreadable."""
    clock = zone_named(zone)

    @lru_cache(65_536)
    def read(text: str) -> int:
        for form in formats:
            moment = _parsed(text.strip(), form, clock)
            if moment is not None:
                return moment
        raise Unreadable(
            "the date is not in a form the mapping names" if text.strip() else "the date is missing"
        )

    return read


def _parsed(text: str, form: str, clock: ZoneInfo) -> int | None:
    try:
        found = datetime.fromisoformat(text) if form == "iso" else datetime.strptime(text, form)  # noqa: DTZ007
        aware = found if found.tzinfo is not None else found.replace(tzinfo=clock)
        moment = int(aware.timestamp()) * 1000
    except (ValueError, OverflowError, OSError):
        return None
    return moment if 0 <= moment < 7_258_032_000_000 else None


def plain(text: str, limit: int) -> tuple[str, bool]:
    """The text as it is kept, and whether something other than outer space had to go."""
    return _short(text, limit) if len(text) <= _SHORT else _cleaned(text, limit)


def _cleaned(text: str, limit: int) -> tuple[str, bool]:
    kept = clean_text(text[:LONGEST], limit)
    return kept, kept != " ".join(text.split())


_short = lru_cache(32_768)(_cleaned)
