"""Days on which the sample stores keep other hours, by country, 2026 to 2028."""

from collections.abc import Iterator
from datetime import date, timedelta

from storedesk.domain.opening_hours_text import Day

YEARS = (2026, 2027, 2028)
CLOSED: Day = ()
SHORT: Day = ((11 * 60, 16 * 60),)
EVE: Day = ((10 * 60, 15 * 60),)


def exceptions_of(country: str) -> dict[str, Day]:
    """ISO date to that day's hours; an empty tuple means closed."""
    return {day.isoformat(): hours for year in YEARS for day, hours in _year(country, year)}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _year(country: str, year: int) -> Iterator[tuple[date, Day]]:
    sunday = easter(year)
    yield date(year, 1, 1), CLOSED
    yield sunday - timedelta(days=2), CLOSED if country in ("NO", "DK") else SHORT
    yield sunday, CLOSED
    yield sunday + timedelta(days=1), CLOSED if country in ("NO", "DK") else SHORT
    yield sunday + timedelta(days=39), CLOSED if country in ("NO", "DK", "FI") else SHORT
    yield from _own_days(country, year)
    yield date(year, 12, 24), CLOSED if country != "NO" else EVE
    yield date(year, 12, 25), CLOSED
    yield date(year, 12, 26), SHORT if country == "SE" else CLOSED
    yield date(year, 12, 31), EVE


def _own_days(country: str, year: int) -> Iterator[tuple[date, Day]]:
    midsummer = _weekday_from(date(year, 6, 20), 5)
    if country == "SE":
        yield date(year, 1, 6), SHORT
        yield date(year, 5, 1), SHORT
        yield date(year, 6, 6), SHORT
        yield midsummer - timedelta(days=1), CLOSED
        yield midsummer, CLOSED
        yield _weekday_from(date(year, 10, 31), 5), SHORT
    elif country == "NO":
        yield easter(year) - timedelta(days=3), CLOSED
        yield date(year, 5, 1), CLOSED
        yield date(year, 5, 17), CLOSED
        yield easter(year) + timedelta(days=50), CLOSED
    elif country == "DK":
        yield easter(year) - timedelta(days=3), CLOSED
        yield date(year, 6, 5), CLOSED
        yield easter(year) + timedelta(days=50), CLOSED
    elif country == "FI":
        yield date(year, 1, 6), SHORT
        yield date(year, 5, 1), CLOSED
        yield midsummer - timedelta(days=1), CLOSED
        yield midsummer, CLOSED
        yield date(year, 12, 6), CLOSED


def _weekday_from(first: date, weekday: int) -> date:
    """The first date from ``first`` on that is this weekday (Monday is 0)."""
    return first + timedelta(days=(weekday - first.weekday()) % 7)
