"""The rules by which orders find their place: read from the chain's setting, and refused with one sentence."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from storedesk.domain.place_of_work import STORE, WAREHOUSE

SETTING = "routing"
"""The name of the chain's setting that holds the rules as JSON."""
OFF_SETTING = "routing_off"
"""Set for a place, not empty, it takes that place out of routing; the value says why."""
SENT, COLLECTED = "sent", "collected"
DELIVERIES = (SENT, COLLECTED)
NOW, TODAY = "now", "today"
_MOST_RULES, _LONGEST_NAME, _MOST_KM, _MOST_A_DAY = 50, 80, 40_000, 1_000_000
EVERY_PLACE = "*"


class RoutingWrong(Exception):
    """The rules cannot be used; the sentence says which and what it may be."""


class RuleNeverReached(RoutingWrong):
    """``later`` and ``first`` are numbers of rules, from 1."""

    def __init__(self, later: int, first: int) -> None:
        super().__init__(f"Rule {later} can never be reached: rule {first} takes all it would.")
        self.later, self.first = later, first


class Filter(NamedTuple):
    """Which orders are meant; an empty tuple means all. ``deliveries`` are sent and collected."""

    channels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    deliveries: tuple[str, ...] = ()

    def takes(self, channel: str, group: str, delivery: str) -> bool:
        wanted = ((self.channels, channel), (self.groups, group), (self.deliveries, delivery))
        return all(not allowed or value in allowed for allowed, value in wanted)

    def covers(self, other: "Filter") -> bool:
        """Whether every order that ``other`` takes is taken by this."""
        pairs = zip(self, other, strict=True)
        return all(not mine or (theirs and set(theirs) <= set(mine)) for mine, theirs in pairs)


class Run(NamedTuple):
    """How often orders that wait are looked at again."""

    name: str
    orders: Filter
    every_minutes: int


class Batch(NamedTuple):
    """Which of the orders that wait go first: batches in their order, the oldest order of each first."""

    name: str
    orders: Filter


class Rule(NamedTuple):
    """``places`` are codes of places, or the kinds store and warehouse; empty for all. ``km`` None is any way,
    ``most_parcels`` 1 is one parcel. ``opening`` is now, today or empty; ``partial`` places what there is and lets
    the rest wait; ``from_elsewhere`` lets a pickup's goods come from another place."""

    name: str
    orders: Filter
    on: bool = True
    places: tuple[str, ...] = ()
    most_parcels: int = 1
    km: int | None = None
    safety: bool = True
    capacity: bool = True
    opening: str = ""
    partial: bool = False
    from_elsewhere: bool = False


class RuleSet(NamedTuple):
    """``daily`` are the parcels a place sends in a day, by its code or for all (``*``); who is not named has no
    limit. ``promise_minutes`` are opening minutes, ``transfer_days`` calendar days from asking one place for goods until
    they are at another."""

    rules: tuple[Rule, ...]
    runs: tuple[Run, ...] = ()
    batches: tuple[Batch, ...] = ()
    daily: Mapping[str, int] = {}
    promise_minutes: int = 120
    keep_days: int = 7
    transfer_days: int = 2

    def limit_of(self, place_code: str) -> int | None:
        return self.daily.get(place_code, self.daily.get(EVERY_PLACE))


USUAL_MINUTES = 5
USUAL = RuleSet(
    (
        Rule(
            "Collected where the buyer chose", Filter(deliveries=(COLLECTED,)), safety=False, capacity=False
        ),
        Rule("One parcel, warehouse", Filter(deliveries=(SENT,)), places=(WAREHOUSE,), capacity=False),
        Rule("One parcel, store", Filter(deliveries=(SENT,)), places=(STORE,)),
        Rule("Split, any place", Filter(deliveries=(SENT,)), most_parcels=3),
    )
)
"""What holds while nobody has set rules."""


def rules_from(text: str) -> RuleSet:
    """Reads the setting's JSON object; empty for the usual rules. Raises RoutingWrong."""
    if not text:
        return USUAL
    try:
        found = json.loads(text)
    except ValueError as error:
        raise RoutingWrong("The routing rules are not JSON; correct the setting 'routing'.") from error
    if not isinstance(found, dict):
        raise RoutingWrong("The routing rules are not a JSON object; correct the setting 'routing'.")
    _known(
        found,
        ("rules", "runs", "batches", "daily", "promise_minutes", "keep_days", "transfer_days"),
        "The routing rules",
    )
    rules = tuple(_rule(number, one) for number, one in enumerate(_list(found, "rules"), 1))
    if not rules:
        raise RoutingWrong("There is no rule: add one, or remove the setting for the usual rules.")
    _refuse_unreachable(rules)
    return RuleSet(
        rules,
        tuple(_run(number, one) for number, one in enumerate(_list(found, "runs"), 1)),
        tuple(_batch(number, one) for number, one in enumerate(_list(found, "batches"), 1)),
        _daily(found.get("daily", {})),
        _whole(found, "promise_minutes", 120, 1, 100_000, "The routing rules"),
        _whole(found, "keep_days", 7, 1, 365, "The routing rules"),
        _whole(found, "transfer_days", 2, 0, 60, "The routing rules"),
    )


def _refuse_unreachable(rules: tuple[Rule, ...]) -> None:
    for later, rule in enumerate(rules):
        for earlier, other in enumerate(rules[:later]):
            if rule.on and other.on and _takes_all_of(other, rule):
                raise RuleNeverReached(later + 1, earlier + 1)


def _takes_all_of(first: Rule, second: Rule) -> bool:
    """Whether the first finds a place for every order for which the second would."""
    wide = not first.places or (second.places and set(second.places) <= set(first.places))
    far = first.km is None or (second.km is not None and second.km <= first.km)
    no_stricter = (
        (not first.safety or second.safety)
        and (not first.capacity or second.capacity)
        and first.opening in ("", second.opening)
        and (first.partial or not second.partial)
        and (first.from_elsewhere or not second.from_elsewhere)
        and first.most_parcels >= second.most_parcels
    )
    return bool(first.orders.covers(second.orders) and wide and far and no_stricter)


_RULE_FIELDS = (
    "name", "on", "channels", "groups", "delivery", "places", "most_parcels", "km", "safety", "capacity",
    "open", "partial", "from_elsewhere",
)  # fmt: skip


def _rule(number: int, found: Any) -> Rule:
    where = f"Rule {number}"
    entry = _object(found, where)
    _known(entry, _RULE_FIELDS, where)
    opening = entry.get("open", "")
    if opening not in ("", NOW, TODAY):
        raise RoutingWrong(f"{where}: 'open' is 'now', 'today' or left out.")
    km = None if entry.get("km") is None else _whole(entry, "km", 0, 0, _MOST_KM, where)
    return Rule(
        _name(entry, where),
        _filter(entry, where),
        _yes(entry, "on", True, where),
        _texts(entry, "places", where),
        _whole(entry, "most_parcels", 1, 1, 20, where),
        km,
        _yes(entry, "safety", True, where),
        _yes(entry, "capacity", True, where),
        opening,
        _yes(entry, "partial", False, where),
        _yes(entry, "from_elsewhere", False, where),
    )


def _run(number: int, found: Any) -> Run:
    where = f"Run {number}"
    entry = _object(found, where)
    _known(entry, ("name", "channels", "groups", "delivery", "every_minutes"), where)
    every = _whole(entry, "every_minutes", USUAL_MINUTES, 1, 10_080, where)
    return Run(_name(entry, where), _filter(entry, where), every)


def _batch(number: int, found: Any) -> Batch:
    where = f"Batch {number}"
    entry = _object(found, where)
    _known(entry, ("name", "channels", "groups", "delivery"), where)
    return Batch(_name(entry, where), _filter(entry, where))


def _filter(entry: dict[str, Any], where: str) -> Filter:
    delivery = entry.get("delivery", "")
    if delivery not in ("", *DELIVERIES):
        raise RoutingWrong(f"{where}: 'delivery' is 'sent', 'collected' or left out.")
    kinds = (delivery,) if delivery else ()
    return Filter(_texts(entry, "channels", where), _texts(entry, "groups", where), kinds)


def _daily(found: Any) -> dict[str, int]:
    entry = _object(found, "'daily'")
    return {code: _whole(entry, code, 0, 0, _MOST_A_DAY, "'daily'") for code in entry}


def _object(found: Any, where: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise RoutingWrong(f"{where} is not an object.")
    return found


def _known(entry: dict[str, Any], names: tuple[str, ...], where: str) -> None:
    for name in entry:
        if name not in names:
            raise RoutingWrong(f"{where}: there is no {name[:40]!r}; there are {', '.join(names)}.")


def _list(entry: dict[str, Any], name: str) -> list[Any]:
    found = entry.get(name, [])
    if not isinstance(found, list) or len(found) > _MOST_RULES:
        raise RoutingWrong(f"{name!r} is a list of at most {_MOST_RULES}.")
    return found


def _name(entry: dict[str, Any], where: str) -> str:
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST_NAME:
        raise RoutingWrong(f"{where} needs a name of at most {_LONGEST_NAME} characters.")
    return name.strip()


def _texts(entry: dict[str, Any], name: str, where: str) -> tuple[str, ...]:
    found = entry.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise RoutingWrong(f"{where}: {name!r} is a list of names.")
    return tuple(found)


def _whole(entry: dict[str, Any], name: str, usual: int, least: int, most: int, where: str) -> int:
    found = entry.get(name, usual)
    if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
        raise RoutingWrong(f"{where}: {name!r} is a whole number from {least} to {most}.")
    return found


def _yes(entry: dict[str, Any], name: str, usual: bool, where: str) -> bool:
    found = entry.get(name, usual)
    if not isinstance(found, bool):
        raise RoutingWrong(f"{where}: {name!r} is true or false.")
    return found
