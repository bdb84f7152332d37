"""Reading what the sync panel shows: the outbox, the journal, what the desk holds."""

from typing import NamedTuple

from storedesk.storage.row_reader import Driver


class OutboxEntry(NamedTuple):
    number: int
    kind: str
    args: str
    at: int
    staff_id: int
    state: str
    tries: int
    doubtful: int
    outcome: str | None
    reason: str | None
    decided_at: int | None


class Holdings(NamedTuple):
    """Row counts of this desk, and its journal's first and last entry."""

    pickups: int
    articles: int
    stock_levels: int
    prices: int
    staff: int
    journal_entries: int
    journal_first_at: int | None
    journal_last_at: int | None


def outbox_entries(connection: Driver, limit: int = 300) -> tuple[OutboxEntry, ...]:
    """What is not done first, newest on top."""
    columns = ", ".join(OutboxEntry._fields)
    found = connection.execute(
        f"SELECT {columns} FROM outbox ORDER BY state = 'done', number DESC LIMIT ?", (limit,)
    )
    return tuple(OutboxEntry(*row) for row in found)


def holdings(connection: Driver, place_id: int) -> Holdings:
    def count(sql: str, *values: int) -> int:
        return int(connection.execute(sql, values).fetchone()[0])

    first, last, entries = connection.execute("SELECT min(at), max(at), count(*) FROM journal").fetchone()
    return Holdings(
        pickups=count("SELECT count(*) FROM fulfilment WHERE place_id = ?", place_id),
        articles=count("SELECT count(*) FROM variant"),
        stock_levels=count("SELECT count(*) FROM stock_level WHERE location_id = ?", place_id),
        prices=count("SELECT count(*) FROM price"),
        staff=count("SELECT count(*) FROM staff WHERE place_id = ?", place_id),
        journal_entries=entries,
        journal_first_at=first,
        journal_last_at=last,
    )
