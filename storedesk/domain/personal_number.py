"""Recognises Nordic personal numbers, which no free-text field may hold."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

_SEP = r"[ .\-/]?"
_DATE = rf"(\d\d){_SEP}(\d\d){_SEP}(\d\d)"
_START, _END = r"(?<![\w+])", r"(?!\w)"
_SWEDISH = re.compile(rf"{_START}(?:(18|19|20){_SEP})?{_DATE} ?[-+]? ?(\d{{4}}){_END}", re.ASCII)
_NORWEGIAN = re.compile(rf"{_START}{_DATE}{_SEP}(\d{{3}}) ?(\d\d){_END}", re.ASCII)
_DANISH = re.compile(rf"{_START}{_DATE} ?-? ?(\d{{4}}){_END}", re.ASCII)
_FINNISH = re.compile(rf"{_START}{_DATE} ?([-+A-FU-Y]) ?(\d{{3}}) ?([0-9A-Y]){_END}", re.ASCII)
_FINNISH_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"), "-")


def looks_like_personal_number(text: str) -> bool:
    """True when a text holds a number of SE, NO, DK or FI whose date and check digits are right."""
    plain = "".join(_plain_characters(text)).translate(_DASHES).upper()
    return (
        any(map(_is_swedish, _matches(_SWEDISH, plain)))
        or any(map(_is_norwegian, _matches(_NORWEGIAN, plain)))
        or any(map(_is_danish, _matches(_DANISH, plain)))
        or any(map(_is_finnish, _matches(_FINNISH, plain)))
    )


def _plain_characters(text: str) -> Iterable[str]:
    for char in unicodedata.normalize("NFKC", text):
        if char.isdecimal():
            yield str(unicodedata.decimal(char))
        elif char.isspace():
            yield " "
        elif unicodedata.category(char) != "Cf":
            yield char


def _matches(pattern: re.Pattern[str], text: str) -> Iterable[re.Match[str]]:
    """All matches, also those that begin inside another one."""
    start = 0
    while found := pattern.search(text, start):
        yield found
        start = found.start() + 1


def _is_swedish(found: re.Match[str]) -> bool:
    year, month, day, last = found[2], found[3], found[4], found[5]
    coordination = int(day) > 60
    bare = found[0].isdigit()
    if coordination and bare and found[1] is None and year.startswith("07"):
        return False  # a mobile number written without spaces
    in_month = _is_day(year, month, int(day) - 60 if coordination else int(day))
    return in_month and _luhn(year + month + day + last)


def _is_norwegian(found: re.Match[str]) -> bool:
    day, month, year, individual, checks = found.groups()
    real_day = int(day) - 40 if int(day) > 40 else int(day)
    real_month = int(month) - 40 if int(month) > 40 else int(month)
    digits = day + month + year + individual + checks
    return (
        _is_day(year, f"{real_month:02d}", real_day)
        and _weighted(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)) % 11 == 0
        and _weighted(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0
    )


def _is_danish(found: re.Match[str]) -> bool:
    """Numbers without a check digit were given for births on 1 January, so those pass unchecked if dashed."""
    day, month, year, last = found.groups()
    checked = _weighted(day + month + year + last, (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0
    unchecked = (day, month) == ("01", "01") and "-" in found[0]
    return (checked or unchecked) and _is_day(year, month, int(day))


def _is_finnish(found: re.Match[str]) -> bool:
    day, month, year, _, individual, check = found.groups()
    remainder = int(day + month + year + individual) % 31
    return _is_day(year, month, int(day)) and _FINNISH_CHECKS[remainder] == check


def _is_day(year: str, month: str, day: int) -> bool:
    """True for a day of any century; 2000 was a leap year, so 29 February of "00" exists."""
    try:
        date(2000 + int(year), int(month), day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
