"""Reads a desk's journal from end to end: each entry carries the mark of the one before it."""

import hashlib
from typing import NamedTuple

import msgspec

from storedesk.storage.row_reader import Driver

_ENTRIES = "SELECT number, at, action_id, kind, chain FROM journal ORDER BY number"
_NOT_NOTED = "SELECT min(number) FROM outbox WHERE number NOT IN (SELECT number FROM journal)"


class JournalRead(NamedTuple):
    """``entries`` were read and fit; ``broken`` is the number of the first that does not, 0 where all do."""

    entries: int
    broken: int


def read_journal(connection: Driver) -> JournalRead:
    """An entry that was changed, taken out or put in is told by the mark behind it; one taken off the end by the
    outbox, which still holds its action."""
    mark, fitting = "", 0
    for number, at, action_id, kind, chain in connection.execute(_ENTRIES):
        entry = msgspec.json.encode([number, at, action_id, kind])
        mark = hashlib.sha256(mark.encode() + entry).hexdigest()
        if mark != chain:
            return JournalRead(fitting, int(number))
        fitting += 1
    return JournalRead(fitting, int(connection.execute(_NOT_NOTED).fetchone()[0] or 0))
