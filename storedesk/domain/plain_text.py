"""Text from outside made safe to show and fit to search."""

import re
import unicodedata

from storedesk.domain.personal_number import looks_like_personal_number
from storedesk.domain.phone import phone_digits

__all__ = ["NAME_SHOWN", "clean_text", "digits_of", "fold", "looks_like_personal_number", "phone_digits"]

NAME_SHOWN = 120
"""Characters of a name that any screen shows at most."""

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
_SPACES = re.compile(r"\s+")
_NOT_DIGITS = re.compile(r"[^0-9]+")


def clean_text(raw: str, limit: int) -> str:
    """One line of at most `limit` characters, NFC, without control, bidi or invisible characters."""
    if raw.isascii() and raw.isprintable():
        return " ".join(raw.split())[:limit].rstrip()
    near = raw[: 8 * limit + 64]
    kept = "".join(_kept(char) for char in unicodedata.normalize("NFC", near))
    line = unicodedata.normalize("NFC", " ".join(kept.split()))
    return line[:limit].rstrip()


def _kept(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in _DROPPED or char in _BLANKS else char


def fold(text: str) -> str:
    """Text as it is compared in searches: no case, no accents, so that "oberg" finds "Öberg"."""
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(char for char in lower if not unicodedata.combining(char))
    return _SPACES.sub(" ", bare.translate(_LETTERS)).strip()


def digits_of(text: str) -> str:
    """The digits 0-9 of a text, in order; digits of other scripts are read as such."""
    return _NOT_DIGITS.sub("", unicodedata.normalize("NFKC", text))
