"""All that a desk holds, for comparing: its rows, its outbox and journal, and its second copy."""

import random
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from storedesk.domain.tables import CENTRAL_ONLY, TABLES
from storedesk.protocol.wire import ActionRecord
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.sealed_copy import SealedCopy
from tests.world import KEY

OUTBOX = "SELECT number, action_id, seq, kind, args, state, outcome, task, reason, facts FROM outbox ORDER BY number"
OWN = (
    OUTBOX,
    "SELECT * FROM journal ORDER BY 1",
    "SELECT * FROM base_row ORDER BY 1, 2",
    "SELECT * FROM draft",
)
ROWS = tuple(
    f"SELECT * FROM {table.name} ORDER BY 1, 2, 3" for table in TABLES if table.name not in CENTRAL_ONLY
)


class DeskContent(NamedTuple):
    """``sealed`` are the ids of the actions in the second copy."""

    rows: list[Any]
    own: list[Any]
    sealed: set[str]


def content_at(folder: Path) -> DeskContent:
    """What a start finds in these files."""
    driver = connect_sqlite(folder / "desk.db", KEY)
    try:
        rows = [driver.execute(sql).fetchall() for sql in ROWS]
        own = [driver.execute(sql).fetchall() for sql in OWN]
    finally:
        driver.close()
    sealed = SealedCopy(folder / "outbox.sealed", KEY, random.Random(4).randbytes)
    kept = {msgspec.json.decode(record.content, type=ActionRecord).id for record in sealed.read()}
    return DeskContent(rows, own, kept)
