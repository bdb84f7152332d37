"""Where a desk's queue and cursor stand, in figures that show whether anything moves."""

from typing import NamedTuple

import sqlalchemy as sa

from storedesk.storage.desk_rows import PARKED, WAITING, get_state
from storedesk.storage.engine import driver_of


class Where(NamedTuple):
    """``first`` is the number of the oldest undecided action, None for none; ``position`` that of the cursor, 0 where
    there is none yet; ``parked`` counts what the hub keeps unread, ``corrected`` what it decided otherwise later."""

    first: int | None
    position: int
    parked: int = 0
    corrected: int = 0


_FIRST = "SELECT min(number) FROM outbox WHERE state = ?"
_PARKED = "SELECT count(*) FROM outbox WHERE state = ?"
_CORRECTED = (
    "SELECT count(*) FROM outbox WHERE decided_at >= ? AND earlier_outcome <> outcome "
    "AND earlier_outcome <> 'parked' AND outcome <> 'parked'"
)


def where_it_stands(connection: sa.Connection, restored_at: int) -> Where:
    """Corrections are counted since the hub was last found put back (UTC ms), 0 for never."""
    driver = driver_of(connection)
    first = driver.execute(_FIRST, (WAITING,)).fetchone()[0]
    parked = driver.execute(_PARKED, (PARKED,)).fetchone()[0]
    corrected = driver.execute(_CORRECTED, (restored_at,)).fetchone()[0] if restored_at else 0
    cursor = get_state(connection, "cursor")
    return Where(first, int(cursor.split()[0]) if cursor else 0, int(parked), int(corrected))
