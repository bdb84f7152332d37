"""A desk's outbox and journal: actions in order, until the hub has decided and the cursor has caught up."""

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.protocol.wire import PUSH_ACTIONS, PUSH_BYTES, ActionRecord, Decision
from storedesk.storage.desk_rows import DECIDED, DONE, PARKED, WAITING, record_from
from storedesk.storage.schema import journal, outbox


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
    number = (
        int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(journal.c.number), 0))).scalar_one())
        + 1
    )
    connection.execute(
        outbox.insert().values(
            number=number,
            action_id=record.id,
            epoch=0,
            seq=record.seq,
            kind=record.kind,
            version=record.version,
            at=record.at,
            at_error=record.at_error,
            boot=record.boot,
            staff_id=record.staff_id,
            place_id=record.place_id,
            args=bytes(record.args).decode(),
            state=WAITING,
        )
    )
    _note_in_journal(connection, number, record)
    return number


def _note_in_journal(connection: sa.Connection, number: int, record: ActionRecord) -> None:
    last = connection.execute(sa.select(journal.c.chain).where(journal.c.number == number - 1)).scalar()
    chain = journal_chain(last or "", number, record)
    connection.execute(
        journal.insert().values(
            number=number, at=record.at, action_id=record.id, kind=record.kind, chain=chain
        )
    )


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
    return int(connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM outbox").scalar_one()) + 1


def oldest_seq(connection: sa.Connection) -> int:
    """The lowest sequence still held in this epoch, 0 for none."""
    return int(connection.exec_driver_sql("SELECT min(seq) FROM outbox WHERE seq > 0").scalar() or 0)


def entry(connection: sa.Connection, action_id: str) -> Any | None:
    return connection.execute(sa.select(outbox).where(outbox.c.action_id == action_id)).first()


def was_performed(connection: sa.Connection, action_id: str) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM journal WHERE action_id = ?", (action_id,))
    return found.first() is not None


def to_send(connection: sa.Connection, after_seq: int) -> list[ActionRecord]:
    """The next batch behind a sequence number: undecided, in order, without a gap, at most one push."""
    rows = connection.execute(
        sa.select(outbox)
        .where(outbox.c.state == WAITING, outbox.c.seq > after_seq)
        .order_by(outbox.c.seq)
        .limit(PUSH_ACTIONS)
    )
    batch: list[ActionRecord] = []
    size = 0
    for row in rows:
        record = record_from(row)
        size += len(row.args) + 300
        if batch and (record.seq != batch[-1].seq + 1 or size > PUSH_BYTES):
            break
        batch.append(record)
    return batch


def note_try(connection: sa.Connection, first_seq: int, last_seq: int, now: int) -> None:
    connection.execute(
        sa.update(outbox)
        .where(outbox.c.state == WAITING, outbox.c.seq.between(first_seq, last_seq))
        .values(tries=outbox.c.tries + 1, last_try_at=now)
    )


def note_decisions(connection: sa.Connection, decisions: Sequence[Decision], now: int) -> None:
    """Keeps each decision beside its action; only a waiting action takes one."""
    for decision in decisions:
        connection.execute(
            sa.update(outbox)
            .where(outbox.c.action_id == decision.action_id, outbox.c.state == WAITING)
            .values(
                state=PARKED if decision.outcome == "parked" else DECIDED,
                outcome=decision.outcome,
                position=decision.position,
                task=decision.task,
                reason=decision.reason,
                facts=msgspec.json.encode(decision.facts).decode(),
                decided_at=now,
            )
        )


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
    again = connection.execute(
        sa.update(outbox)
        .where(outbox.c.state.in_((DECIDED, DONE, PARKED)), outbox.c.seq > seq)
        .values(state=WAITING, outcome=None, position=None)
    )
    return again.rowcount


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
    text = "SELECT count(*), min(at) FROM outbox WHERE state = ?"
    row = connection.exec_driver_sql(text, (WAITING,)).one()
    return int(row[0]), row[1]
