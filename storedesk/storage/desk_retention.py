"""What a desk keeps no longer: decided actions, printed papers, and the traces of both in its files."""

import sqlalchemy as sa

from storedesk.storage.desk_rows import DONE
from storedesk.storage.engine import driver_of
from storedesk.storage.schema import outbox, print_job

DAY_MS = 86_400_000
DECIDED_DAYS, REFUSED_DAYS, PRINTED_DAYS = 30, 90, 7
"""Days after the decision or the print; until then a hub that has been put back is offered what it forgot."""
CHUNK = 50
"""Actions removed in one transaction, so that nobody who presses a key waits for it."""

_FORGET = (
    f"DELETE FROM {outbox.name} WHERE number IN (SELECT number FROM {outbox.name} "
    "WHERE state = ? AND decided_at <= CASE WHEN outcome = 'refused' THEN ? ELSE ? END ORDER BY number LIMIT ?)"
)
_FORGET_PRINTS = (
    f"DELETE FROM {print_job.name} WHERE id IN "
    f"(SELECT id FROM {print_job.name} WHERE state IN ('printed', 'unsure') AND made_at <= ? LIMIT ?)"
)


def forget_old(connection: sa.Connection, now: int) -> int:
    """Removes a chunk of what is over (``now`` in UTC ms), never what is undecided or parked; how much it was.

    SQLCipher overwrites deleted bytes with zeros (``secure_delete`` is on in its builds, and a test looks).
    """
    driver = driver_of(connection)
    until = (now - REFUSED_DAYS * DAY_MS, now - DECIDED_DAYS * DAY_MS)
    actions = driver.execute(_FORGET, (DONE, *until, CHUNK)).rowcount
    prints = driver.execute(_FORGET_PRINTS, (now - PRINTED_DAYS * DAY_MS, CHUNK)).rowcount
    return int(actions) + int(prints)
