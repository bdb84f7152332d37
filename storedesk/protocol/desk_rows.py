"""What sync and storage of a desk tell each other about rows, actions and the link to the hub."""

from typing import Any, NamedTuple

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
