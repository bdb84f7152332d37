"""Reading what the sync panel shows: the outbox and the journal's reach."""

from typing import NamedTuple

from storedesk.storage.row_reader import Driver


class OutboxEntry(NamedTuple):
    """A row of the outbox; ``facts`` is the JSON of a refusal's facts, ``earlier_outcome`` what had been decided before
    the hub was put back and the action was offered again."""

    number: int
    action_id: str
    kind: str
    args: str
    at: int
    staff_id: int
    state: str
    tries: int
    last_try_at: int | None
    doubtful: int
    outcome: str | None
    reason: str | None
    facts: str
    decided_at: int | None
    earlier_outcome: str | None = None


class JournalReach(NamedTuple):
    """How many entries the journal has, and when its first and last were made (UTC ms)."""

    entries: int
    first_at: int | None
    last_at: int | None


def outbox_entries(connection: Driver, limit: int = 300) -> tuple[OutboxEntry, ...]:
    """What is not done first, newest on top."""
    columns = ", ".join(OutboxEntry._fields)
    found = connection.execute(
        f"SELECT {columns} FROM outbox ORDER BY state = 'done', number DESC LIMIT ?", (limit,)
    )
    return tuple(OutboxEntry(*row) for row in found)


def journal_reach(connection: Driver) -> JournalReach:
    row = connection.execute("SELECT count(*), min(at), max(at) FROM journal").fetchone()
    return JournalReach(*row)
