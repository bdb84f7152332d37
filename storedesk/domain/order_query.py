"""What a typed fragment may mean when somebody looks for an order; the same on a desk and on the hub."""

from typing import NamedTuple

from storedesk.domain.phone import phone_digits
from storedesk.domain.plain_text import digits_of, fold

LONGEST_QUERY = 120
_PHONE_CHARACTERS = frozenset("0123456789+-() /.")
_LEAST_OF_PHONE, _LEAST_OF_TAIL, _LEAST_OF_EMAIL, _LEAST_OF_SKU, _LEAST_OF_NUMBER = 6, 4, 4, 4, 4
_MOST_WORDS = 4
_TAIL = (4, 5)
"""So many digits alone are the end of an order's number; more of them may be a phone."""


class OrderQuery(NamedTuple):
    """Parts to look for, empty where the text cannot be one: the whole number in two spellings, ``tail`` at
    its end, ``number_part`` anywhere in it, ``phone_part`` anywhere in a phone's digits, ``words`` of a folded
    name, ``email_part``, and ``sku_start``."""

    numbers: tuple[str, ...]
    tail: str
    number_part: str
    phone_part: str
    words: tuple[str, ...]
    email_part: str
    sku_start: str


def read_query(text: str) -> OrderQuery:
    typed = text.strip()[:LONGEST_QUERY]
    digits = digits_of(typed)
    is_number = bool(typed) and all(character in _PHONE_CHARACTERS for character in typed)
    plain = typed == digits
    folded = fold(typed)
    is_words = not is_number and len(folded) >= 2 and "@" not in typed
    return OrderQuery(
        tuple(dict.fromkeys((typed, typed.upper()))) if typed else (),
        digits if plain and len(digits) in _TAIL else "",
        typed.upper() if _is_part_of_number(typed, digits) else "",
        _phone_part(typed, digits) if is_number and (not plain or len(digits) >= _LEAST_OF_PHONE) else "",
        tuple(folded.split()[:_MOST_WORDS]) if is_words else (),
        typed.lower() if not is_number and len(typed) >= _LEAST_OF_EMAIL and " " not in typed else "",
        typed.upper()
        if not is_number and len(typed) >= _LEAST_OF_SKU and " " not in typed and digits
        else "",
    )


def _is_part_of_number(typed: str, digits: str) -> bool:
    """Letters, digits and hyphens with at least four digits."""
    return len(digits) >= _LEAST_OF_NUMBER and all(c.isalnum() or c == "-" for c in typed) and typed.isascii()


def _phone_part(typed: str, digits: str) -> str:
    """Digits as they stand in a stored number: without the trunk's zero, with the calling code if it was typed."""
    if typed.lstrip("( ").startswith("+") or typed.startswith("00"):
        return phone_digits(typed, "")
    part = digits.lstrip("0")
    return part if len(part) >= _LEAST_OF_TAIL else ""
