"""A desk's outbox and journal: actions in order, until the hub has decided and the cursor has caught up."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.protocol.wire import PUSH_ACTIONS, PUSH_BYTES, ActionRecord, Decision
from storedesk.storage.desk_rows import DECIDED, DONE, PARKED, WAITING, record_from
from storedesk.storage.engine import driver_of
from storedesk.storage.schema import journal, outbox
from storedesk.storage.short_sql import select_all, whole_row

_COLUMNS = "number, action_id, epoch, seq, kind, version, at, at_error, boot, staff_id, place_id, args, state"
_INSERT = f"INSERT INTO {outbox.name} ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"
_NOTE = f"INSERT INTO {journal.name} (number, at, action_id, kind, chain) VALUES (?, ?, ?, ?, ?)"
_LAST_ENTRY = f"SELECT number, chain FROM {journal.name} ORDER BY number DESC LIMIT 1"
_PERFORMED = f"SELECT 1 FROM {journal.name} WHERE action_id = ?"
_HIGHEST_SEQ = f"SELECT coalesce(max(seq), 0) FROM {outbox.name}"
_LOWEST_SEQ = f"SELECT min(seq) FROM {outbox.name} WHERE seq > 0"
_COUNT = f"SELECT count(*), min(at) FROM {outbox.name} WHERE state = ?"
_MARK_SEALED = f"UPDATE {outbox.name} SET sealed = 1 WHERE number = ?"
_UNSEALED = select_all(outbox, "sealed = 0") + " ORDER BY number"
_TO_SEND = select_all(outbox, "state = ? AND seq > ?") + " ORDER BY seq LIMIT ?"
_TRIED = (
    f"UPDATE {outbox.name} SET tries = tries + 1, last_try_at = ? WHERE state = ? AND seq BETWEEN ? AND ?"
)
_DECIDED = (
    f"UPDATE {outbox.name} SET state = ?, outcome = ?, position = ?, task = ?, reason = ?, facts = ?, "
    "decided_at = ? WHERE action_id = ? AND state = ?"
)
_OFFER_AGAIN = f"UPDATE {outbox.name} SET state = ?, outcome = NULL, position = NULL WHERE state IN (?, ?, ?) AND seq > ?"


class Waiting(NamedTuple):
    """What the sync panel shows of an action."""

    number: int
    action_id: str
    kind: str
    at: int
    staff_id: int
    state: str
    tries: int
    doubtful: bool
    outcome: str | None
    reason: str | None
    args: str


def append(connection: sa.Connection, record: ActionRecord) -> int:
    """Adds an action at the end; its number in this database. The sequence is set here."""
    driver = driver_of(connection)
    last, before = driver.execute(_LAST_ENTRY).fetchone() or (0, "")
    number = int(last) + 1
    values = (
        number, record.id, 0, record.seq, record.kind, record.version, record.at, record.at_error, record.boot,
        record.staff_id, record.place_id, bytes(record.args).decode(), WAITING,
    )  # fmt: skip
    driver.execute(_INSERT, values)
    chain = journal_chain(before, number, record)
    driver.execute(_NOTE, (number, record.at, record.id, record.kind, chain))
    return number


def journal_chain(before: str, number: int, record: ActionRecord) -> str:
    entry = [number, record.at, record.id, record.kind]
    return hashlib.sha256(before.encode() + msgspec.json.encode(entry)).hexdigest()


def first_broken_journal_row(connection: sa.Connection) -> int | None:
    """The number of the first journal row that does not fit; None if the journal is whole."""
    chain = ""
    for row in connection.execute(sa.select(journal).order_by(journal.c.number)):
        entry = [row.number, row.at, row.action_id, row.kind]
        chain = hashlib.sha256(chain.encode() + msgspec.json.encode(entry)).hexdigest()
        if chain != row.chain:
            return int(row.number)
    return None


def next_seq(connection: sa.Connection) -> int:
    return int(driver_of(connection).execute(_HIGHEST_SEQ).fetchone()[0]) + 1


def oldest_seq(connection: sa.Connection) -> int:
    """The lowest sequence still held in this epoch, 0 for none."""
    return int(driver_of(connection).execute(_LOWEST_SEQ).fetchone()[0] or 0)


def entry(connection: sa.Connection, action_id: str) -> Any | None:
    return connection.execute(sa.select(outbox).where(outbox.c.action_id == action_id)).first()


def was_performed(connection: sa.Connection, action_id: str) -> bool:
    return driver_of(connection).execute(_PERFORMED, (action_id,)).fetchone() is not None


def unsealed(connection: sa.Connection) -> Sequence[Any]:
    """The rows of actions that are not noted as sealed, in order."""
    return [whole_row(outbox)(*found) for found in driver_of(connection).execute(_UNSEALED)]


def mark_sealed(connection: sa.Connection, numbers: Iterable[int]) -> None:
    driver_of(connection).executemany(_MARK_SEALED, [(number,) for number in numbers])


def to_send(connection: sa.Connection, after_seq: int) -> list[ActionRecord]:
    """The next batch behind a sequence number: undecided, in order, without a gap, at most one push."""
    found = driver_of(connection).execute(_TO_SEND, (WAITING, after_seq, PUSH_ACTIONS))
    batch: list[ActionRecord] = []
    size = 0
    for row in (whole_row(outbox)(*values) for values in found):
        record = record_from(row)
        size += len(row.args) + 300
        if batch and (record.seq != batch[-1].seq + 1 or size > PUSH_BYTES):
            break
        batch.append(record)
    return batch


def note_try(connection: sa.Connection, first_seq: int, last_seq: int, now: int) -> None:
    driver_of(connection).execute(_TRIED, (now, WAITING, first_seq, last_seq))


def note_decisions(connection: sa.Connection, decisions: Sequence[Decision], now: int) -> None:
    """Keeps each decision beside its action; only a waiting action takes one."""
    values = [
        (PARKED if decision.outcome == "parked" else DECIDED, decision.outcome, decision.position, decision.task,
         decision.reason, msgspec.json.encode(decision.facts).decode(), now, decision.action_id, WAITING)
        for decision in decisions
    ]  # fmt: skip
    driver_of(connection).executemany(_DECIDED, values)


def renumber(connection: sa.Connection) -> None:
    """A new epoch: what the hub has not decided counts from 1 again; paper numbers never change."""
    connection.execute(sa.update(outbox).where(outbox.c.state != WAITING).values(seq=0))
    waiting = (
        connection.execute(
            sa.select(outbox.c.number).where(outbox.c.state == WAITING).order_by(outbox.c.number)
        )
        .scalars()
        .all()
    )
    for seq, number in enumerate(waiting, 1):
        connection.execute(sa.update(outbox).where(outbox.c.number == number).values(seq=seq))


def reoffer_after(connection: sa.Connection, seq: int) -> int:
    """Offers decided actions again that the hub no longer knows; how many."""
    states = (WAITING, DECIDED, DONE, PARKED)
    return int(driver_of(connection).execute(_OFFER_AGAIN, (*states, seq)).rowcount)


def waiting(connection: sa.Connection, limit: int = 500) -> list[Waiting]:
    """Actions for the sync panel: those not done, newest first, then the latest done ones."""
    rows = connection.execute(
        sa.select(outbox).order_by((outbox.c.state == DONE), outbox.c.number.desc()).limit(limit)
    )
    return [
        Waiting(
            row.number,
            row.action_id,
            row.kind,
            row.at,
            row.staff_id,
            row.state,
            row.tries,
            bool(row.doubtful),
            row.outcome,
            row.reason,
            row.args,
        )
        for row in rows
    ]


def count_waiting(connection: sa.Connection) -> tuple[int, int | None]:
    """How many actions wait, and when the oldest was made."""
    number, oldest = driver_of(connection).execute(_COUNT, (WAITING,)).fetchone()
    return int(number), oldest
