"""Where a desk's queue and cursor stand, in figures that show whether anything moves."""

from typing import NamedTuple

import sqlalchemy as sa

from storedesk.storage.desk_rows import WAITING, get_state


class Where(NamedTuple):
    """``first`` is the number of the oldest undecided action, None for none; ``position`` that of the cursor, 0 where
    there is none yet; ``parked`` counts what the hub keeps unread, ``corrected`` what it decided otherwise later."""

    first: int | None
    position: int
    parked: int = 0
    corrected: int = 0


def where_it_stands(connection: sa.Connection) -> Where:
    first = connection.exec_driver_sql("SELECT min(number) FROM outbox WHERE state = ?", (WAITING,)).scalar()
    parked = connection.exec_driver_sql("SELECT count(*) FROM outbox WHERE state = 'parked'").scalar()
    cursor = get_state(connection, "cursor")
    return Where(first, int(cursor.split()[0]) if cursor else 0, int(parked or 0))
