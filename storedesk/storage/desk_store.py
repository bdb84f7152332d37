"""A desk's database as whole steps: each method is one transaction on the one writing connection."""

import contextlib
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.protocol.desk_rows import Link
from storedesk.protocol.wire import PARKED_ASKED, ActionRecord, Cursor, Decision, PullReply
from storedesk.storage import desk_outbox
from storedesk.storage.database_work import CommitUnsure
from storedesk.storage.desk_drafts import keep_draft
from storedesk.storage.desk_incoming import DeskIncoming
from storedesk.storage.desk_rows import DeskRowsInTransaction, get_state, put_state
from storedesk.storage.desk_state import cursor_of
from storedesk.storage.encrypted_file import may_be_written
from storedesk.storage.engine import cut_log, driver_of
from storedesk.storage.sealed_copy import SealedCopy
from storedesk.storage.second_copy import SecondCopy

T = TypeVar("T")
EPOCH, CURSOR, LOST_CURSOR, SEEN = "epoch", "cursor", "lost_cursor", "seen"


class Identity(NamedTuple):
    """What a desk was given when it was enrolled, and the start it is in."""

    device_id: str
    place_id: int
    desk: str


class DeskStore(DeskIncoming):
    """Used by one thread at a time."""

    def __init__(self, engine: sa.Engine, sealed: SealedCopy) -> None:
        self._engine = engine
        self._copy = SecondCopy(sealed)

    def close(self) -> None:
        self._engine.dispose()

    def rest(self) -> None:
        """For a quiet moment: brings the log into the file, so that no action has to wait for that, and makes
        up for what the second copy lacks; raises what the disk does not take, for another try."""
        driver_of(self._engine.connect()).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        self.seal()

    def tidy(self) -> None:
        """For a quiet moment: the second copy holds undecided work only, the log nothing. Raises what the disk
        does not take."""
        with self.begin() as connection:
            waiting, _ = desk_outbox.count_waiting(connection)
        if not waiting and self._copy.holds_something():
            self.compact_sealed()
        cut_log(self._engine.connect())

    def become(self, other: "DeskStore") -> None:
        """Works on the other's database from now on; whoever holds this store goes on with it."""
        self.close()
        self._engine, self._copy = other._engine, other._copy

    def rows(self, connection: sa.Connection) -> DeskRowsInTransaction:
        return DeskRowsInTransaction(connection, _scopes(connection), get_state(connection, "desk") or "")

    def identity(self) -> Identity | None:
        with self.begin() as connection:
            device_id = get_state(connection, "device_id")
            if not device_id:
                return None
            return Identity(
                device_id, int(get_state(connection, "place_id") or 0), get_state(connection, "desk") or ""
            )

    def set_identity(self, identity: Identity) -> None:
        with self.begin() as connection:
            put_state(connection, "device_id", identity.device_id)
            put_state(connection, "place_id", str(identity.place_id))
            put_state(connection, "desk", identity.desk)

    def note(self, name: str, value: str) -> None:
        """Keeps a short text of the desk's own, over restarts."""
        with self.begin() as connection:
            put_state(connection, name, value)

    def noted(self, name: str) -> str | None:
        with self.begin() as connection:
            return get_state(connection, name)

    def perform(
        self, record: ActionRecord, do: Callable[[DeskRowsInTransaction], T | None], draft: str = ""
    ) -> T | None:
        """One transaction: the effects of ``do``, the outbox row and the journal row; the draft of that name is
        unfinished no more.

        ``do`` gives None if it has changed the rows, or the refusal, and then nothing is written. An action
        that was performed before changes nothing and is no error: a press takes effect once. Whatever error it
        raises, nothing was saved; only after ``CommitUnsure`` nobody can know.
        """
        marked = set(self._copy.unmarked)
        is_done = False
        try:
            with self.begin() as connection:
                if desk_outbox.was_performed(connection, record.id):
                    return None
                refusal = do(self.rows(connection))
                if refusal is not None:
                    connection.rollback()
                    return refusal
                desk_outbox.append(connection, record)
                desk_outbox.mark_sealed(connection, marked)
                if draft:
                    keep_draft(connection, draft, "", record.at)
                is_done = True
        except sa.exc.DBAPIError as error:
            if is_done and may_be_written(error.orig):
                self._write_over(record.id, error)
            raise
        self._copy.unmarked -= marked
        return None

    def _write_over(self, action_id: str, error: Exception) -> None:
        """A commit that was written but could not be flushed comes back with the next start unless something
        else is written in its place; raises ``CommitUnsure`` if the disk does not take that either."""
        try:
            self.note("not_saved", action_id)
        except (sa.exc.SQLAlchemyError, sqlcipher.Error):
            raise CommitUnsure(type(error).__name__) from error

    def seal(self) -> None:
        """Brings the second copy up to date; raises ``OSError`` if the disk does not take it.

        That an action is sealed is noted with the next one, to save the disk a flush: a start that finds it
        unnoted seals it again, and copies are compared by id. A second copy that could not be rewritten is now.
        """
        self._copy.seal(self.begin)

    def rescue(self, records: Sequence[ActionRecord]) -> int:
        """Takes back into the outbox what this database has never seen; the number taken."""
        taken = 0
        with self.begin() as connection:
            for record in records:
                if not desk_outbox.was_performed(connection, record.id):
                    desk_outbox.append(connection, record)
                    taken += 1
        return taken

    def sealed_records(self) -> list[ActionRecord]:
        """What the second copy holds, in the order it was made."""
        return self._copy.records()

    def compact_sealed(self) -> None:
        """Rewrites the second copy so that it holds just what the hub has not decided; where that fails,
        ``seal`` does it."""
        self._copy.compact(self.begin)

    def link(self) -> Link:
        with self.begin() as connection:
            _, oldest = desk_outbox.count_waiting(connection)
            return Link(
                int(get_state(connection, EPOCH) or 0),
                cursor_of(connection),
                _scopes(connection),
                desk_outbox.last_given(connection).seq,
                desk_outbox.oldest_seq(connection),
                oldest,
                get_state(connection, LOST_CURSOR) == (get_state(connection, CURSOR) or ""),
                cursor_of(connection, SEEN),
                tuple(desk_outbox.parked_ids(connection, PARKED_ASKED)),
            )

    def to_send(self, after_seq: int) -> list[ActionRecord]:
        with self.begin() as connection:
            return desk_outbox.to_send(connection, after_seq)

    def sent(self, first_seq: int, last_seq: int, now: int) -> None:
        with self.begin() as connection:
            desk_outbox.note_try(connection, first_seq, last_seq, now)

    def decided(self, decisions: Sequence[Decision], now: int) -> None:
        with self.begin() as connection:
            desk_outbox.note_decisions(connection, decisions, now)

    def chain_before(self, seq: int) -> str:
        with self.begin() as connection:
            return desk_outbox.chain_before(connection, seq)

    def saw(self, head: Cursor) -> None:
        """Keeps the feed behind the newest decisions; to be called before they are kept."""
        with self.begin() as connection:
            put_state(connection, SEEN, f"{head.position} {head.tag}")

    def begin_epoch(self, epoch: int, *, everything: bool = False, cursor_lost: bool = False) -> None:
        """Counts from 1 what is to be offered in it, which is all that is kept if ``everything``; with
        ``cursor_lost`` the rows are known not to be the hub's until the cursor is set anew."""
        with self.begin() as connection:
            put_state(connection, EPOCH, str(epoch))
            if everything:
                put_state(connection, SEEN, "")
            if cursor_lost:
                put_state(connection, LOST_CURSOR, get_state(connection, CURSOR) or "")
            desk_outbox.begin_epoch(connection, everything=everything)
        self._seal_if_possible()

    def reoffer_after(self, seq: int) -> int:
        with self.begin() as connection:
            again = desk_outbox.reoffer_after(connection, seq)
        if again:
            self._seal_if_possible()
        return again

    def _seal_if_possible(self) -> None:
        """What is offered again is unsent work; a disk that is full now gets its copy with the next action."""
        with contextlib.suppress(OSError):
            self.seal()

    def follow(self, scopes: Sequence[str]) -> None:
        with self.begin() as connection:
            put_state(connection, "scopes", msgspec.json.encode(list(scopes)).decode())

    def apply(self, page: PullReply, apply_page: Callable[[DeskRowsInTransaction, PullReply], T]) -> T | None:
        """One transaction; None, and nothing done, if the page does not begin at this desk's cursor."""
        with self.begin() as connection:
            if (cursor_of(connection) or Cursor(0, 0)) != page.start:
                return None
            return apply_page(self.rows(connection), page)


def _scopes(connection: sa.Connection) -> tuple[str, ...]:
    return tuple(msgspec.json.decode(get_state(connection, "scopes") or "[]"))
