"""Sets of routing rules by number: one in use, at most one draft, and those one can go back to."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.records import RoutingSet

DRAFT, IN_USE, PAST, THROWN, DROPPED = "draft", "in_use", "past", "thrown", "dropped"
KEPT = 20
"""So many sets can be gone back to; of older ones only the number stays."""
LONGEST = 20_000
"""Characters of a set's JSON."""


class Sets(NamedTuple):
    """``past`` has the newest in use first. A chain whose rules nobody has numbered yet uses set 1."""

    in_use: RoutingSet
    draft: RoutingSet | None
    past: tuple[RoutingSet, ...]
    highest: int
    """The highest number that was ever in use."""

    @property
    def next_number(self) -> int:
        return self.highest + 1 if self.draft is None else self.draft.number

    def numbered(self, number: int) -> RoutingSet | None:
        """A set that can be put in use."""
        return next((one for one in (self.draft, *self.past) if one and one.number == number), None)


def sets_of(rows: Iterable[RoutingSet], setting: str) -> Sets:
    """``setting`` are the rules in force, which count where they were set without a number."""
    rows = tuple(rows)
    past = sorted(
        (one for one in rows if one.state == PAST), key=lambda one: (-(one.since or 0), -one.number)
    )
    highest = max((one.number for one in rows if one.state in (PAST, DROPPED)), default=0)
    used = next((one for one in rows if one.state == IN_USE), None)
    if used is None or used.rules != setting:
        number = highest + 1 if used is None else used.number
        since = None if used is None else used.since
        used = RoutingSet(number, IN_USE, setting, since, since or 0, 0 if used is None else used.changed_by)
    draft = next((one for one in rows if one.state == DRAFT), None)
    return Sets(used, draft, tuple(past), max(used.number, highest))


def put_in_use(sets: Sets, wanted: RoutingSet, at: int, staff_id: int) -> tuple[RoutingSet, ...]:
    """The rows as they are afterwards: the wanted set in use, the one before kept to go back to; ``at`` in UTC ms."""
    others = (sets.in_use._replace(state=PAST, changed_at=at), *sets.past)
    others = tuple(one for one in others if one.number != wanted.number)
    used = wanted._replace(state=IN_USE, since=at, changed_at=at, changed_by=staff_id)
    dropped = tuple(one._replace(state=DROPPED, rules="", changed_at=at) for one in others[KEPT:])
    return (used, others[0], *dropped) if others else (used,)


def mark_of(rules: str) -> str:
    """What somebody looked at, to be told from what is there now."""
    return hashlib.sha256(rules.encode()).hexdigest()
