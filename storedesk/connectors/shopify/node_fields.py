"""Values out of Shopify's nodes: amounts, times, texts, rates and children, each checked and capped."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from storedesk.domain.plain_text import clean_text

Node = Mapping[str, Any]
LARGEST = Decimal(10) ** 15
NAME, SHORT = 200, 80


class Unclear(ValueError):
    """A field is not what the schema promises; the sentence names the field."""


def amount(value: object, field: str) -> int:
    """1/10,000 of the major unit out of a decimal text; finer decimals are rounded half away from zero."""
    try:
        number = Decimal(str(value)) * 10_000
        if not number.is_finite() or abs(number) > LARGEST:
            raise Unclear(f"{field} is not an amount")
        return int(number.quantize(Decimal(1), ROUND_HALF_UP))
    except InvalidOperation as error:
        raise Unclear(f"{field} is not an amount") from error


def bag(node: Node, field: str) -> int:
    """The shop's amount of a MoneyBag, 1/10,000 of the shop currency; 0 where there is none."""
    found = node.get(field)
    return 0 if found is None else amount(found["shopMoney"]["amount"], field)


def decimal_text(value: int) -> str:
    """The text Shopify takes for 1/10,000 of the major unit: ``79.00`` or ``0.1250``."""
    sign, whole = ("-" if value < 0 else ""), abs(value)
    decimals = f"{whole % 10_000:04d}"
    return f"{sign}{whole // 10_000}.{decimals[:2] if decimals.endswith('00') else decimals}"


def moment(value: object, field: str) -> int:
    """UTC milliseconds of an ISO time with its offset."""
    try:
        found = datetime.fromisoformat(str(value))
        if found.tzinfo is None:
            raise Unclear(f"{field} has no time zone")
        return round(found.timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise Unclear(f"{field} is not a time") from error


def moment_or_none(value: object, field: str) -> int | None:
    return None if value is None else moment(value, field)


def iso_seconds(moment_ms: int) -> str:
    """The time as search terms take it, in whole seconds rounded down: ``2026-11-23T04:00:00Z``."""
    return datetime.fromtimestamp(moment_ms // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(node: Node, field: str, limit: int = NAME) -> str:
    """A cleaned line, empty where there is none."""
    found = node.get(field)
    return "" if found is None else clean_text(str(found), limit)


def whole(node: Node, field: str) -> int:
    found = node.get(field)
    if isinstance(found, bool) or not isinstance(found, int) or abs(found) > 10**12:
        raise Unclear(f"{field} is not a whole number")
    return found


def id_of(node: Node | None, field: str = "id") -> str:
    """The global id, empty where there is none."""
    found = None if node is None else node.get(field)
    return "" if found is None else clean_text(str(found), SHORT)


def children(node: Node, field: str) -> list[Node]:
    """Nodes of a connection, or of a plain list."""
    found = node.get(field)
    if found is None:
        return []
    return list(found if isinstance(found, list) else found["nodes"])


def rate(node: Node) -> int:
    """The sum of the tax lines' rates in 1/10,000 of a per cent; Shopify writes 25 % as 0.25."""
    rates = [amount(line.get("rate") or 0, "taxLines.rate") for line in node.get("taxLines") or ()]
    return sum(rates) * 100


def attribute(node: Node, key: str) -> str:
    """The value of one of the custom attributes, or empty."""
    for one in node.get("customAttributes") or ():
        if one.get("key") == key:
            return text(one, "value", SHORT)
    return ""


def gid(kind: str, number: str) -> str:
    """A global id of Shopify's; one that is complete already stays."""
    return number if number.startswith("gid://") else f"gid://shopify/{kind}/{number}"


def tail(global_id: str) -> str:
    """The number at the end of a global id."""
    return global_id.rpartition("/")[2].partition("?")[0]
