"""Numbers as tills and ERP systems write them: 1.234,50, 12,5-, 1 000 – exactly, or not at all."""

import re
from functools import lru_cache

from storedesk.connectors.values import Unreadable
from storedesk.domain.money_text import MINUS

LONGEST = 40
LARGEST = 10**17
_SPACES = dict.fromkeys(map(ord, " \t\u00a0\u2009\u202f'\u2019"), None)
_PLAIN = re.compile(r"[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+")


@lru_cache(65_536)
def scaled_number(text: str, mark: str, places: int) -> int:
    """The number times 10^places; ``mark`` is the decimal mark, the other one parts thousands.

    A minus may stand behind. Raises Unreadable where digits would be lost or marks are out of place.
    """
    if len(text) > LONGEST:
        raise Unreadable("a number is too long")
    plain = text.translate(_SPACES).replace(MINUS, "-")
    if not plain:
        raise Unreadable("a number is missing")
    sign = 1
    if plain.endswith("-") or plain.startswith(("-", "+")):
        sign = 1 if plain.startswith("+") else -1
        plain = plain[:-1] if plain.endswith("-") else plain[1:]
    whole, _, decimals = plain.partition(mark)
    whole = whole.replace(",", ".") if mark == "." else whole
    if (decimals and not (decimals.isascii() and decimals.isdigit())) or not _PLAIN.fullmatch(whole or "0"):
        raise Unreadable("a number cannot be read")
    if len(decimals.rstrip("0")) > places:
        raise Unreadable("a number has too many decimals")
    number = int((whole or "0").replace(".", "") + decimals.rstrip("0").ljust(places, "0"))
    if number > LARGEST:
        raise Unreadable("a number is too large")
    return sign * number


def plain_decimal(scaled: int, places: int) -> str:
    """The number with a point and without needless zeros, for texts that are compared."""
    whole, part = divmod(abs(scaled), 10**places)
    decimals = f"{part:0{places}d}".rstrip("0") if places else ""
    return ("-" if scaled < 0 else "") + (f"{whole}.{decimals}" if decimals else str(whole))


def written_decimal(scaled: int, places: int, mark: str) -> str:
    """The same with the file's own decimal mark."""
    return plain_decimal(scaled, places).replace(".", mark)
