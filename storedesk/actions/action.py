"""The shape of every action: who, where, what, and what comes of it."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, TypeVar

import msgspec

from storedesk.domain.changes import Absent, Change, Elsewhere
from storedesk.domain.reasons import Reason

R = TypeVar("R")


class Args(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """The arguments of one kind of action, decoded strictly; unknown fields are ignored."""


class Act(NamedTuple):
    """One thing a person did. ``desk`` is the desk's code, ``place_id`` the place it is bound to."""

    id: str
    kind: str
    args: Any
    staff_id: int
    place_id: int
    desk: str


class State(Protocol):
    """A read-only view of the data that records what was read."""

    @property
    def is_central(self) -> bool:
        """True on the hub, which decides what a desk can only ask for."""
        ...

    def get(self, row_type: type[R], *key: int | str) -> R | Absent | Elsewhere: ...

    def among(self, row_type: type[R], **equals: int | str) -> tuple[R, ...]:
        """All rows whose columns equal the given values, in key order; for columns that lead a key or an index."""


class Accepted(NamedTuple):
    """``task`` is the id of the task among the changes if the act was accepted with a conflict."""

    changes: tuple[Change, ...]
    task: str | None = None


class Rejected(NamedTuple):
    reason: Reason


Result = Accepted | Rejected


class Refusal(Exception):
    """How a rule inside an action says no; ``decide`` and ``may_begin`` turn it into ``Rejected``."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.kind)
        self.reason = reason


class ActionKind(NamedTuple):
    """A kind of action with everything that is known about it.

    ``begin`` is the desk's gate before the fact (may staff do this now?), ``apply`` the decision that
    desk and hub both make. A fact about goods (``fact``) is never refused by ``apply`` for rights or state.
    ``personal`` names the arguments that are sealed with a key of their own. Versions from ``oldest`` on are
    still decided: their arguments are the present ones without those that have a default.
    """

    name: str
    version: int
    args: type[Args]
    permission: str
    fact: bool
    begin: Callable[[State, Act, int], None]
    apply: Callable[[State, Act, int, int], Accepted]
    personal: tuple[str, ...] = ()
    oldest: int = 1
