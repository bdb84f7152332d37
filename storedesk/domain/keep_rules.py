"""How long goods are kept for a customer who does not come, by their value, and who may let them go."""

import json
from typing import NamedTuple

from storedesk.domain.money import divide_half_up

STAFF, MANAGER = "staff", "manager"
SETTING = "pickup.keep"
"""Set for a place or the chain: ``pickup.keep.SEK`` with a list of bands, ``pickup.keep.business`` with one."""

BUSINESS = "business"
_MAJOR = 10_000
_MOST_DAYS, _MOST_CALLS = 365, 20


class KeepRule(NamedTuple):
    """Goods worth up to ``up_to`` (1/10,000; None for any) are kept ``days`` calendar days; ``calls`` tries to
    reach the customer come first, and ``by`` says who lets them go."""

    up_to: int | None
    days: int
    calls: int
    by: str


def _bands(low: int, high: int) -> tuple[KeepRule, ...]:
    return (
        KeepRule(low * _MAJOR, 5, 0, STAFF),
        KeepRule(high * _MAJOR, 7, 1, STAFF),
        KeepRule(None, 10, 2, MANAGER),
    )


DEFAULT_RULES = {"SEK": _bands(500, 2_500), "NOK": _bands(500, 2_500), "DKK": _bands(400, 2_000)}
_EURO = _bands(50, 250)
_DEFAULT_BUSINESS = (KeepRule(None, 14, 1, MANAGER),)


def rules_from(currency: str, text: str) -> tuple[KeepRule, ...]:
    """The bands of a setting, the lowest value first; the usual ones where it is empty or not readable."""
    usual = _DEFAULT_BUSINESS if currency == BUSINESS else DEFAULT_RULES.get(currency, _EURO)
    try:
        bands = tuple(_band(part) for part in json.loads(text)) if text else usual
    except (ValueError, TypeError):
        return usual
    return bands if bands and bands[-1].up_to is None else usual


def rule_for(rules: tuple[KeepRule, ...], value: int) -> KeepRule:
    """The first band the value lies in."""
    return next(rule for rule in rules if rule.up_to is None or value <= rule.up_to)


def share_of(amount: int, ordered: int, quantity: int) -> int:
    """What ``quantity`` of ``ordered`` is worth, of a line's ``amount``, rounded half up."""
    return divide_half_up(amount * quantity, ordered) if ordered else 0


def _band(part: object) -> KeepRule:
    if not isinstance(part, list) or len(part) != 4:
        raise ValueError("A band has four parts: up to, days, calls, by.")
    up_to, days, calls, by = part
    if not (up_to is None or _is_count(up_to, 1 << 53)) or by not in (STAFF, MANAGER):
        raise ValueError("A band's value or its last part is not known.")
    if not (_is_count(days, _MOST_DAYS) and _is_count(calls, _MOST_CALLS)):
        raise ValueError("A band's days or calls are not a number that fits.")
    return KeepRule(up_to, days, calls, by)


def _is_count(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
