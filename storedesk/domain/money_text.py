"""Reads amounts as staff type them and writes them as screens and papers show them."""

import re
from decimal import Decimal

from storedesk.domain.currency import MINOR_DIGITS, UNIT, UnknownCurrency

SCREEN_SPACE = "\u202f"
PAPER_SPACE = "\u00a0"
MINUS = "\u2212"
LARGEST_AMOUNT = 10**15
_LONGEST_TEXT = 40
_SPACES = dict.fromkeys(map(ord, " \t\u00a0\u2009\u202f'"), " ")
_GROUPED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+|[0-9]+")
_POINT_GROUPS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_KRONA_HOME = {"SEK": ("sv", "en"), "NOK": ("nb", "nn", "no", "en"), "DKK": ("da", "en")}
_SIGNS = {"EUR": "€", "GBP": "£"}


class NotAnAmount(ValueError):
    """The text is not one plain number."""


class AmountTooPrecise(ValueError):
    """The number has more than four decimals, which no stored amount can hold."""


class AmountTooLarge(ValueError):
    """The number is larger than any amount StoreDesk keeps."""


def parse_amount(text: str) -> int:
    """A typed amount in 1/10,000 of the major unit; comma or point, spaces between thousands.

    Raises NotAnAmount, AmountTooPrecise or AmountTooLarge (all ValueError), each with one sentence.
    """
    if len(text) > _LONGEST_TEXT:
        raise AmountTooLarge(f"An amount has at most {_LONGEST_TEXT} characters.")
    plain = text.translate(_SPACES).strip().replace(MINUS, "-")
    sign = -1 if plain.startswith("-") else 1
    whole, decimals = _parts(plain[1:].lstrip() if plain[:1] in ("-", "+") else plain, text)
    if len(decimals.rstrip("0")) > 4:
        raise AmountTooPrecise(f"{text.strip()!r} has more than four decimals; round it first.")
    amount = int(Decimal(f"{whole or '0'}.{decimals or '0'}") * UNIT)
    if amount > LARGEST_AMOUNT:
        raise AmountTooLarge(f"{text.strip()!r} is larger than any amount kept here.")
    return sign * amount


def _parts(plain: str, shown: str) -> tuple[str, str]:
    """Digits before and after the decimal mark; the last of two different marks is the decimal mark."""
    marks = [mark for mark in plain if mark in ".,"]
    whole, decimals = plain, ""
    if marks:
        whole, _, decimals = plain.rpartition(marks[-1])
        if marks[-1] in whole or not decimals.isascii() or (decimals and not decimals.isdigit()):
            raise _not_an_amount(shown)
    if len(marks) > 1:
        if not _POINT_GROUPS.fullmatch(whole):
            raise _not_an_amount(shown)
        whole = whole.replace(".", "").replace(",", "")
    if not (whole == "" and decimals) and not _GROUPED.fullmatch(whole):
        raise _not_an_amount(shown)
    return whole.replace(" ", ""), decimals


def _not_an_amount(text: str) -> NotAnAmount:
    return NotAnAmount(f"{text.strip()!r} is not an amount; write it like 1 234,50.")


def format_number(scaled: int, digits: int, least_decimals: int, paper: bool = False) -> str:
    """A whole number of 10^-digits as text: U+2212, thousands space, decimal comma, no needless zeros."""
    whole, part = divmod(abs(scaled), 10**digits)
    decimals = f"{part:0{digits}d}" if digits else ""
    decimals = decimals[:least_decimals] + decimals[least_decimals:].rstrip("0")
    grouped = f"{whole:,}".replace(",", PAPER_SPACE if paper else SCREEN_SPACE)
    sign = MINUS if scaled < 0 else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def format_amount(amount: int, currency: str, language: str, paper: bool = False) -> str:
    """An amount (1/10,000) with its currency, like "48 447,75 kr"; decimals beyond the minor unit stay seen.

    Thousands are parted by U+202F on screen and U+00A0 on paper; U+00A0 stands before the currency.
    """
    if currency not in MINOR_DIGITS:
        raise UnknownCurrency(f"The currency {currency[:8]!r} is not known.")
    number = format_number(amount, 4, MINOR_DIGITS[currency], paper)
    return f"{number}\u00a0{_currency_word(currency, language)}"


def _currency_word(currency: str, language: str) -> str:
    spoken = language.replace("_", "-").split("-")[0].lower()
    if spoken in _KRONA_HOME.get(currency, ()):
        return "kr." if spoken == "da" else "kr"
    return _SIGNS.get(currency, currency)
