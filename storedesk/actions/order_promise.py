"""When the goods of a pickup are promised, and how long they are kept: by the calendar of its place."""

from typing import NamedTuple

from storedesk.actions.action import State
from storedesk.actions.reading import row_or_none
from storedesk.actions.routing_facts import hours_of
from storedesk.domain.opening_hours import NeverOpen, OpeningHours
from storedesk.domain.records import Place
from storedesk.domain.routing_rules import RuleSet

DAY_MS = 86_400_000


class Promise(NamedTuple):
    """``promised_at`` in UTC ms, the last local day or empty, and when goods from elsewhere should be there."""

    promised_at: int
    last_day: str = ""
    expected_at: int | None = None


def promise_at(state: State, place_id: int, rules: RuleSet, at: int) -> Promise:
    """For goods that are at the place: so many opening minutes from ``at`` (UTC ms)."""
    hours = _hours(state, place_id)
    return Promise(at + DAY_MS) if hours is None else _from(hours, rules, at)


def promise_brought(state: State, place_id: int, rules: RuleSet, at: int) -> Promise:
    """For goods that come from another place: they are expected by the closing of the day they should be there,
    and ready so many opening minutes later."""
    hours = _hours(state, place_id)
    expected = at + rules.transfer_days * DAY_MS
    if hours is None:
        return Promise(expected + DAY_MS, "", expected)
    try:
        expected = hours.end_of_last_day(hours.add_days(hours.local_day(at), rules.transfer_days))
    except NeverOpen:
        return Promise(expected + DAY_MS, "", expected)
    return _from(hours, rules, max(at, expected))._replace(expected_at=expected)


def _from(hours: OpeningHours, rules: RuleSet, at: int) -> Promise:
    try:
        promised = hours.add_opening_minutes(at, rules.promise_minutes)
    except NeverOpen:
        promised = at + DAY_MS
    return Promise(promised, hours.add_days(hours.local_day(promised), rules.keep_days))


def _hours(state: State, place_id: int) -> OpeningHours | None:
    place = row_or_none(state, Place, place_id)
    return None if place is None else hours_of(place)
