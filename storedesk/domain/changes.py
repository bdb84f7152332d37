"""What an action does to the data, as data: insert, set with the version read, add with a floor."""

from typing import Any, NamedTuple

from storedesk.domain.tables import Key


class Insert(NamedTuple):
    """A new row; a row that is there already with the same key is a failed condition."""

    table: str
    row: Any


class Set(NamedTuple):
    """The row ``old``, exactly as it was read, becomes ``new``; anything else there is a failed condition."""

    table: str
    old: Any
    new: Any


class Add(NamedTuple):
    """``column`` of the row with ``key`` grows by ``delta`` and stays at or above ``floor`` if there is one."""

    table: str
    key: Key
    column: str
    delta: int
    floor: int | None = None


Change = Insert | Set | Add


class Absent:
    """The answer of a state view: in my scopes, and not there."""


class Elsewhere:
    """The answer of a state view: not in my scopes."""


ABSENT = Absent()
ELSEWHERE = Elsewhere()
