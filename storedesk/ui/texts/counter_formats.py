"""Moments, days, amounts and quantities as the desk's language writes them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from storedesk.desk.moments import Moment
from storedesk.domain.currency import MINOR_DIGITS, UnknownCurrency
from storedesk.domain.money import format_amount
from storedesk.domain.money_text import MINUS, format_number
from storedesk.domain.quantity import PIECE, UNITS, format_bare_quantity, format_quantity

_WEEK = 6


def desk_locale() -> QLocale:
    """The locale in force; it is set together with the translation."""
    return QLocale()


def moment_text(at: Moment) -> str:
    """Clock time today, weekday and clock within a week, else the date: "14:20", "Tue 10:00", "30 Nov"."""
    if at.days_away == 0:
        return at.clock
    if 0 < abs(at.days_away) <= _WEEK:
        return f"{_format(at.day, 'ddd')} {at.clock}"
    return _format(at.day, "d MMM")


def day_text(day: str) -> str:
    """An ISO date as "Mon 30 Nov"; empty for none."""
    return _format(day, "ddd d MMM") if day else ""


def year_day_text(day: str) -> str:
    """An ISO date with its year: "31 Dec 2026"."""
    return _format(day, "d MMM yyyy")


def long_day_text(day: str) -> str:
    """An ISO date as a heading: "Monday 23 November"."""
    text = _format(day, "dddd d MMMM")
    return text[:1].upper() + text[1:]


def _format(day: str, pattern: str) -> str:
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    shown = desk_locale().toString(QDate(when.year, when.month, when.day), pattern)
    return shown.replace(".", "")


def money_text(amount: int, currency: str) -> str:
    """An amount (1/10,000) with its currency; the bare currency where it is not known."""
    try:
        return format_amount(amount, currency, desk_locale().name())
    except UnknownCurrency:
        return currency


def money_number(amount: int, currency: str) -> str:
    """As ``money_text``, for columns and sums that name the currency once."""
    return format_number(amount, 4, MINOR_DIGITS.get(currency, 2))


def short_money_text(amount: int, currency: str) -> str:
    """As ``money_text``, without decimals where there are none: "2 499 kr"."""
    return money_text(amount, currency).replace(",00\u00a0", "\u00a0")


def quantity_text(quantity: int, unit: str) -> str:
    """A quantity in smallest steps as a bare number."""
    return format_bare_quantity(quantity, UNITS.get(unit, PIECE))


def quantity_with_unit(quantity: int, unit: str) -> str:
    """A quantity in smallest steps; pieces are a bare number, of another unit its short name is said."""
    known = UNITS.get(unit, PIECE)
    return (
        quantity_text(quantity, unit)
        if known == PIECE
        else format_quantity(quantity, known, desk_locale().name())
    )


def signed_text(quantity: int) -> str:
    """A whole number with its sign, + or a true minus."""
    return f"{MINUS}{-quantity}" if quantity < 0 else f"+{quantity}" if quantity else "0"


class Counter(QObject):
    """Counts in words; a method, because the text collector sees plurals only in `tr`."""

    def items(self, count: int) -> str:
        return self.tr("%n items", "", count)

    def days(self, count: int) -> str:
        return self.tr("%n days", "", count)


def items_text(count: int) -> str:
    return Counter().items(count)
