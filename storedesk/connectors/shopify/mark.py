"""Where reading goes on: a cursor's text and what it means."""

import json
from typing import NamedTuple

LAP_MS = 10 * 60 * 1000
"""So far a pass reaches back behind the one before: the shop's search lags, and clocks differ."""


class Mark(NamedTuple):
    """``since`` is what the pass reads from, ``began`` when it began (UTC ms; 0 between passes). Within a pass
    ``step`` names the part of it, ``after`` the page before, ``bulk`` a bulk operation, ``taken`` what has been taken
    of the part; ``lists`` is when price lists were read last, ``floor`` the ``since`` of the whole pass."""

    since: int = 0
    began: int = 0
    step: str = ""
    after: str = ""
    bulk: str = ""
    taken: int = 0
    lists: int = 0
    floor: int = 0

    def written(self) -> str:
        defaults = Mark._field_defaults
        return json.dumps({name: value for name, value in self._asdict().items() if value != defaults[name]})

    def started(self, now: int) -> "Mark":
        return self if self.began else self._replace(began=now, floor=self.since)

    def to_step(self, step: str) -> "Mark":
        """The beginning of the next part of the same pass."""
        return self._replace(step=step, since=self.floor, after="", bulk="", taken=0)

    def ended(self) -> "Mark":
        """Between passes: the next one reads from a lap before this one began."""
        return Mark(since=max(0, self.began - LAP_MS), lists=self.lists)


def mark_from(cursor: str) -> Mark:
    """The mark of a cursor; one that is empty or not ours begins at the beginning."""
    try:
        found = json.loads(cursor) if cursor else {}
    except ValueError:
        return Mark()
    known = {
        name: found[name]
        for name, default in Mark._field_defaults.items()
        if isinstance(found, dict) and isinstance(found.get(name), type(default))
    }
    return Mark(**known)
