"""Marks that we leave in texts of Magento's records, so that a repeat finds what was done already."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from storedesk.connectors.magento.scalars import record, rows

_QUOTE = re.compile(r"sd:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")
_COLLECTED = "Collected"
_PART = "Partly collected"
_NOTE = "StoreDesk"
_PARTS = re.compile(r"Partly collected \[([0-9x ]{1,2000})\]")
_ITEM = re.compile(r"([0-9]{1,12})x([0-9]{1,6})")


def note(words: str, key: str) -> str:
    """A comment that nobody but staff sees; ``key`` is the push's."""
    return f"{words} · {_NOTE} {key}"


def collected_note(at: str, key: str) -> str:
    return note(f"{_COLLECTED} {at}", key)


def part_note(at: str, lines: Mapping[str, int], key: str) -> str:
    """Some of an order was collected; the lines are read back from here when the rest is."""
    items = " ".join(f"{item}x{quantity}" for item, quantity in sorted(lines.items()))
    return note(f"{_PART} [{items}] {at}", key)


def collected_before(comments: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Quantities by item id that our comments say were collected in parts."""
    before: dict[str, int] = {}
    for one in comments:
        found = _PARTS.match(str(one.get("comment")))
        for item, quantity in _ITEM.findall(found[1]) if found else ():
            before[item] = before.get(item, 0) + int(quantity)
    return before


def marked(comments: Iterable[Mapping[str, Any]], key: str) -> bool:
    """Whether one of the comments is ours of that key."""
    return any(f"{_NOTE} {key}" in str(one.get("comment")) for one in comments)


def is_collected(order: Mapping[str, Any]) -> bool:
    """Whether a comment says that the goods were collected: Magento has no state for it."""
    return any(
        str(one.get("comment")).startswith(f"{_COLLECTED} ") for one in rows(order.get("status_histories"))
    )


def quote_mark(desk_id: str) -> str:
    """What stands in the billing address's fax field of an order made out of a quote of ours: the one free text
    that comes over from the cart together with the order itself."""
    return f"sd:{desk_id}"


def quote_marked(order: Mapping[str, Any]) -> str:
    """The quote's id, or empty."""
    found = _QUOTE.fullmatch(str(record(order.get("billing_address")).get("fax") or ""))
    return found[1] if found else ""
