"""Single values of Magento's JSON, read leniently: numbers come as texts, ids as numbers, flags as 0 and 1."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from storedesk.domain.money import UNIT
from storedesk.domain.plain_text import clean_text

_LARGEST = 10**13
_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)")


class Odd(ValueError):
    """A value is not what its field promises; the message names the field."""


def record(value: Any) -> Mapping[str, Any]:
    """A JSON object; empty where there is none (PHP gives an empty one as ``[]``)."""
    return value if isinstance(value, dict) else {}


def rows(value: Any) -> Sequence[Mapping[str, Any]]:
    """The objects of a JSON array; also of an object with numbered keys, which PHP makes of a list with holes."""
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in found if isinstance(one, dict)]


def text(value: Any, limit: int = 200) -> str:
    """One clean line; empty for nothing."""
    if value is None or isinstance(value, bool | dict | list):
        return ""
    return clean_text(str(value), limit)


def exact(value: Any, limit: int = 200) -> str:
    """A SKU or code as it is: it names a record there, so nothing in it is tidied up."""
    return value[:limit] if isinstance(value, str) else text(value, limit)


def number(value: Any, field: str) -> Decimal:
    """Raises Odd; nothing is zero."""
    if value is None or value == "":
        return Decimal(0)
    try:
        found = Decimal(str(value).strip()) if not isinstance(value, bool) else Decimal(int(value))
    except InvalidOperation as error:
        raise Odd(f"{field} is no number") from error
    if not found.is_finite() or abs(found) > _LARGEST:
        raise Odd(f"{field} is no usable number")
    return found


def amount(value: Any, field: str) -> int:
    """1/10,000 of the major unit, a half away from zero."""
    scaled = number(value, field) * UNIT
    whole = int(abs(scaled) + Decimal("0.5"))
    return whole if scaled >= 0 else -whole


def price_out(value: int) -> float:
    """An amount as the JSON number that Magento takes; exact to four decimals up to 10^11 of the major unit."""
    return value / UNIT


def pieces(value: Any, field: str) -> int:
    """A whole quantity; raises Odd for fractions, which this program does not take from a shop."""
    found = number(value, field)
    if found != found.to_integral_value():
        raise Odd(f"{field} is a fraction")
    return int(found)


def whole(value: Any, field: str) -> int:
    return pieces(value, field)


def identity(value: Any, field: str) -> str:
    """An id as text; raises Odd where there is none."""
    found = exact(value) if isinstance(value, str) else str(whole(value, field)) if value is not None else ""
    if not found or found == "0":
        raise Odd(f"{field} is missing")
    return found


def flag(value: Any) -> bool:
    return value in (True, 1, "1", "true")


def moment(value: Any) -> int:
    """``YYYY-MM-DD HH:MM:SS`` in UTC as milliseconds; 0 for nothing or for what is no moment."""
    found = _MOMENT.match(value) if isinstance(value, str) else None
    if found is None:
        return 0
    try:
        return int(datetime(*map(int, found.groups()), tzinfo=UTC).timestamp()) * 1000  # type: ignore[misc,arg-type]
    except ValueError:
        return 0


def moment_text(at: int) -> str:
    """UTC milliseconds as Magento's filters want them."""
    return datetime.fromtimestamp(max(at, 0) // 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")


def day(value: Any) -> str:
    """The date of a moment, or empty."""
    return value[:10] if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value) else ""


def custom(item: Mapping[str, Any], code: str) -> Any:
    """A custom attribute's value, or None."""
    for one in rows(item.get("custom_attributes")):
        if one.get("attribute_code") == code:
            return one.get("value")
    return None
