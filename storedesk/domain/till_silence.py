"""How long a place's tills have been silent while it was open, and how much more the web then keeps back. Pure."""

import json
from typing import Any, NamedTuple

from storedesk.domain.opening_hours import BadOpeningHours, OpeningHours, UnknownZone
from storedesk.domain.records import Place

SETTING = "tills.silence"
"""The name of the setting, for a place or the chain (0), that holds the rule as a JSON object."""
_DAY_MS, _LONGEST_LOOK_DAYS = 86_400_000, 30


class SilenceRule(NamedTuple):
    """Minutes are opening minutes. Tills are silent ``after`` so many without a line; then channels keep ``add``
    more units back, and as many again ``every`` so many minutes, at most ``most``; a task comes at ``task``."""

    after: int = 60
    every: int = 30
    add: int = 1
    most: int = 5
    task: int = 120


def rule_from(text: str) -> SilenceRule:
    """The rule in a setting's text; what cannot be read, or makes no sense, has its usual value."""
    try:
        said: Any = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        said = {}
    usual = SilenceRule()._asdict()
    known = said if isinstance(said, dict) else {}
    return SilenceRule(**{name: _whole(known.get(name), value) for name, value in usual.items()})


def _whole(value: object, usual: int) -> int:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100_000
    return value if fits and isinstance(value, int) else usual


def silent_minutes(last_sale_at: int | None, hours: OpeningHours, now: int) -> int:
    """Opening minutes since the tills were last heard of; 0 where they never were: nothing is known of them."""
    if last_sale_at is None or last_sale_at >= now:
        return 0
    begins = max(last_sale_at, now - _LONGEST_LOOK_DAYS * _DAY_MS)
    return hours.opening_minutes_between(begins, now)


def silent_since(
    last_sale_at: int | None, hours: OpeningHours, now: int, after: int = SilenceRule().after
) -> int | None:
    """When silent tills were last heard of (UTC ms); None while they are not silent."""
    return last_sale_at if after <= silent_minutes(last_sale_at, hours, now) and last_sale_at else None


def silent_buffer(base: int, minutes: int, rule: SilenceRule | None = None) -> int:
    """What a channel keeps back of a place whose tills have been silent for so many opening minutes.

    Grows in steps from ``base``; in units.
    """
    rule = rule or SilenceRule()
    if minutes < max(1, rule.after):
        return base
    steps = 1 + (minutes - rule.after) // rule.every if rule.every else 1
    return base + min(rule.most, rule.add * steps)


def hours_of_place(place: Place) -> OpeningHours | None:
    """The place's opening hours, None where they cannot be read."""
    try:
        return OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
    except (BadOpeningHours, UnknownZone):
        return None
