"""A desk's outbox and journal: actions in order, until the hub has decided and the cursor has caught up."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.protocol.action_hash import chain_after, content_hash
from storedesk.protocol.sendable import sendable
from storedesk.protocol.wire import PUSH_ACTIONS, PUSH_BYTES, ActionRecord, Decision
from storedesk.storage.desk_rows import DECIDED, DONE, PARKED, WAITING, get_state, put_state, record_from
from storedesk.storage.engine import driver_of
from storedesk.storage.schema import journal, outbox
from storedesk.storage.short_sql import select_all, whole_row

_COLUMNS = (
    "number, action_id, epoch, seq, kind, version, at, at_error, boot, staff_id, place_id, args, state, chain"
)
_INSERT = f"INSERT INTO {outbox.name} ({_COLUMNS}) VALUES ({', '.join('?' * 14)})"
_NOTE = f"INSERT INTO {journal.name} (number, at, action_id, kind, chain) VALUES (?, ?, ?, ?, ?)"
_LAST_ENTRY = f"SELECT number, chain FROM {journal.name} ORDER BY number DESC LIMIT 1"
_PERFORMED = f"SELECT 1 FROM {journal.name} WHERE action_id = ?"
_RUN = f"SELECT coalesce(min(seq), 0), coalesce(max(seq), 0), count(*) FROM {outbox.name} WHERE seq > 0"
_RUN_BEHIND_A_HOLE = (
    f"SELECT max(seq) FROM {outbox.name} o WHERE seq > 0 AND NOT EXISTS "
    f"(SELECT 1 FROM {outbox.name} p WHERE p.seq = o.seq - 1)"
)
_CHAIN = f"SELECT chain FROM {outbox.name} WHERE seq = ?"
_COUNT_FROM = f"UPDATE {outbox.name} SET seq = ?, chain = ? WHERE number = ?"
_NOT_COUNTED = f"UPDATE {outbox.name} SET seq = 0, chain = '' WHERE seq <> 0"
_SEQUENCE = "sequence"
_COUNT = f"SELECT count(*), min(at) FROM {outbox.name} WHERE state = ?"
_ALL_WAITING = select_all(outbox, "state = ?") + " ORDER BY number"
_PARKED_IDS = f"SELECT action_id FROM {outbox.name} WHERE state = ? ORDER BY last_try_at, number LIMIT ?"
_MARK_SEALED = f"UPDATE {outbox.name} SET sealed = 1 WHERE number = ?"
_UNSEALED = select_all(outbox, "sealed = 0") + " ORDER BY number"
_TO_SEND = select_all(outbox, "state = ? AND seq > ?") + " ORDER BY seq LIMIT ?"
_TRIED = (
    f"UPDATE {outbox.name} SET tries = tries + 1, last_try_at = ? WHERE state = ? AND seq BETWEEN ? AND ?"
)
_DECIDED = (
    f"UPDATE {outbox.name} SET state = ?, outcome = ?, position = ?, task = ?, reason = ?, facts = ?, "
    "decided_at = ? WHERE action_id = ? AND state IN (?, ?)"
)
_OFFER_AGAIN = (
    f"UPDATE {outbox.name} SET beneath = CASE WHEN state = ? OR outcome = 'refused' THEN 1 ELSE beneath END, "
    "earlier_outcome = coalesce(earlier_outcome, outcome), state = ?, outcome = NULL, position = NULL, "
    "task = NULL, reason = NULL, facts = '{}', decided_at = NULL, sealed = 0 WHERE state IN (?, ?, ?)"
)


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


class LastGiven(NamedTuple):
    """The last number given out in this epoch, and the chain behind it."""

    seq: int
    chain: str


def append(connection: sa.Connection, record: ActionRecord) -> int:
    """Adds an action at the end; its number in this database. Sequence and chain are set here."""
    driver = driver_of(connection)
    seq, chain = last_given(connection)
    last, before = driver.execute(_LAST_ENTRY).fetchone() or (0, "")
    number = int(last) + 1
    values = (
        number, record.id, 0, seq + 1, record.kind, record.version, record.at, record.at_error, record.boot,
        record.staff_id, record.place_id, bytes(record.args).decode(), WAITING, chain,
    )  # fmt: skip
    driver.execute(_INSERT, values)
    _give(connection, seq + 1, chain_after(chain, content_hash(record)))
    noted = journal_chain(before, number, record)
    driver.execute(_NOTE, (number, record.at, record.id, record.kind, noted))
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


def last_given(connection: sa.Connection) -> LastGiven:
    """Kept apart from the outbox, so that no number is given out twice when old actions have been deleted."""
    seq, _, chain = (get_state(connection, _SEQUENCE) or "0 ").partition(" ")
    return LastGiven(int(seq), chain)


def _give(connection: sa.Connection, seq: int, chain: str) -> None:
    put_state(connection, _SEQUENCE, f"{seq} {chain}")


def oldest_seq(connection: sa.Connection) -> int:
    """Where the unbroken run of held numbers begins that goes up to the last one given out; 0 for none."""
    driver = driver_of(connection)
    lowest, highest, count = driver.execute(_RUN).fetchone()
    if highest != last_given(connection).seq:
        return 0
    if count == 0 or highest - lowest + 1 == count:
        return int(lowest)
    return int(driver.execute(_RUN_BEHIND_A_HOLE).fetchone()[0])


def chain_before(connection: sa.Connection, seq: int) -> str:
    """The chain of this epoch before the action with that number."""
    found = driver_of(connection).execute(_CHAIN, (seq,)).fetchone()
    return "" if found is None else str(found[0])


def entry(connection: sa.Connection, action_id: str) -> Any | None:
    return connection.execute(sa.select(outbox).where(outbox.c.action_id == action_id)).first()


def was_performed(connection: sa.Connection, action_id: str) -> bool:
    return driver_of(connection).execute(_PERFORMED, (action_id,)).fetchone() is not None


def unsealed(connection: sa.Connection) -> Sequence[Any]:
    """The rows of actions that are not noted as sealed, in order."""
    return [whole_row(outbox)(*found) for found in driver_of(connection).execute(_UNSEALED)]


def unsent(connection: sa.Connection) -> list[ActionRecord]:
    """Everything the hub has not decided, in the order it was made."""
    rows = driver_of(connection).execute(_ALL_WAITING, (WAITING,))
    return [record_from(whole_row(outbox)(*values)) for values in rows]


def mark_sealed(connection: sa.Connection, numbers: Iterable[int]) -> None:
    driver_of(connection).executemany(_MARK_SEALED, [(number,) for number in numbers])


def to_send(connection: sa.Connection, after_seq: int) -> list[ActionRecord]:
    """The next batch behind a sequence number: undecided, in order, without a gap, at most one push."""
    found = driver_of(connection).execute(_TO_SEND, (WAITING, after_seq, PUSH_ACTIONS))
    batch: list[ActionRecord] = []
    size = 0
    for row in (whole_row(outbox)(*values) for values in found):
        record = sendable(record_from(row))
        size += len(row.args) + 300
        if batch and (record.seq != batch[-1].seq + 1 or size > PUSH_BYTES):
            break
        batch.append(record)
    return batch


def note_try(connection: sa.Connection, first_seq: int, last_seq: int, now: int) -> None:
    driver_of(connection).execute(_TRIED, (now, WAITING, first_seq, last_seq))


def note_decisions(connection: sa.Connection, decisions: Sequence[Decision], now: int) -> None:
    """Keeps each decision beside its action; only a waiting or a parked action takes one."""
    values = [
        (PARKED if decision.outcome == "parked" else DECIDED, decision.outcome, decision.position, decision.task,
         decision.reason, msgspec.json.encode(decision.facts).decode(), now, decision.action_id, WAITING, PARKED)
        for decision in decisions
    ]  # fmt: skip
    driver_of(connection).executemany(_DECIDED, values)


def begin_epoch(connection: sa.Connection, *, everything: bool) -> int:
    """A new epoch: what the hub has to be offered counts from 1 again, in the order it was made; how many.

    ``everything`` that is kept when the hub has been put back. Else what the rows of the hub do not hold: of what
    is done, the hub whose feed this desk follows knows. Paper numbers never change.
    """
    _offer_again(connection, "1" if everything else "state <> ?", *(() if everything else (DONE,)))
    driver = driver_of(connection)
    driver.execute(_NOT_COUNTED)
    rows = [whole_row(outbox)(*values) for values in driver.execute(_ALL_WAITING, (WAITING,))]
    chain, numbered = "", []
    for seq, row in enumerate(rows, 1):
        numbered.append((seq, chain, row.number))
        chain = chain_after(chain, content_hash(sendable(record_from(row))))
    driver.executemany(_COUNT_FROM, numbered)
    _give(connection, len(numbered), chain)
    return len(numbered)


def reoffer_after(connection: sa.Connection, seq: int) -> int:
    """Offers decided actions again that the hub does not count in this epoch; how many."""
    return _offer_again(connection, "seq > ?", seq)


def _offer_again(connection: sa.Connection, which: str, *values: object) -> int:
    """Decided actions wait once more. What was done or refused is not done on top of the hub's rows as long as
    those are of a time after that; the first outcome is kept beside the one that comes. Their second copies are
    wanted again."""
    done = driver_of(connection).execute(
        f"{_OFFER_AGAIN} AND {which}", (DONE, WAITING, DECIDED, DONE, PARKED, *values)
    )
    return int(done.rowcount)


def parked_ids(connection: sa.Connection, limit: int) -> list[str]:
    """The parked actions to ask the hub for: those that were asked for longest ago."""
    return [str(row[0]) for row in driver_of(connection).execute(_PARKED_IDS, (PARKED, limit))]


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
