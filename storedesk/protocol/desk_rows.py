"""What sync and storage of a desk tell each other about rows, actions and the link to the hub."""

from typing import Any, NamedTuple

import msgspec

from storedesk.domain.tables import Key
from storedesk.protocol.wire import ActionRecord, Cursor


class Held(NamedTuple):
    """A row with its 8-byte hash."""

    row: Any
    hash: int


class Kept(NamedTuple):
    """The hub's version of a row that own work has changed; ``held`` is None where the hub has no such row."""

    table: str
    key: Key
    held: Held | None


class Pending(NamedTuple):
    """An action whose effects are still shown from here: undecided, parked, or decided beyond the cursor."""

    record: ActionRecord
    desk: str


class Link(NamedTuple):
    """Where the desk stands towards the hub. ``oldest_seq`` begins the unbroken run of held numbers up to
    ``last_seq``, 0 for none. ``cursor_lost``: the rows are not this hub's and wait for a snapshot. ``seen`` is the
    feed behind the newest decisions of this epoch, ``parked`` the parked actions to ask for."""

    epoch: int
    cursor: Cursor | None
    scopes: tuple[str, ...]
    last_seq: int
    oldest_seq: int
    oldest_unsent_at: int | None
    cursor_lost: bool = False
    seen: Cursor | None = None
    parked: tuple[str, ...] = ()


class Piece(NamedTuple):
    """Some of the hub's rows of one table on their way in, few enough for one short transaction. ``rows`` are
    columns and hash, sorted by key; ``gone`` are scopes and keys; ``finished`` is the last staged page that is
    done with, 0 for none yet; ``sums`` are scopes that have been counted anew."""

    table: str
    rows: list[tuple[Any, ...]]
    gone: list[tuple[str, Key]]
    finished: int = 0
    sums: tuple[tuple[str, int], ...] = ()


class BringingIn(msgspec.Struct, frozen=True, kw_only=True):
    """What is being merged into the desk's rows in pieces, kept until the last one is in.

    ``file`` and ``key`` are a snapshot's, with the scopes it covers; ``followed`` are the desk's scopes
    afterwards, ``end`` its cursor, ``sums`` what their hashes then sum up to.
    """

    followed: list[str]
    end: Cursor
    sums: dict[str, int]
    file: str = ""
    key: str = ""
    covered: list[str] = []
