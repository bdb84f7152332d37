"""A desk's rows within one transaction: what staff see, the hub's versions beneath, the pending actions."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from storedesk.domain.changes import Change
from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.desk_rows import BringingIn, Held, Kept, Pending
from storedesk.protocol.wire import ActionRecord, Cursor, PullReply
from storedesk.storage import change_set, incoming
from storedesk.storage.desk_state import get_state, put_state
from storedesk.storage.engine import driver_of
from storedesk.storage.feed_writer import key_from_text, key_text
from storedesk.storage.incoming_pieces import page_pieces
from storedesk.storage.merge_rows import MergeRows
from storedesk.storage.rows import Rows
from storedesk.storage.schema import base_row, outbox, scope_state
from storedesk.storage.search_upkeep import indexing
from storedesk.storage.short_sql import select_all, whole_row
from storedesk.storage.state_view import StateView

# What every act and every round runs, as text: building these anew costs more than running them.
_KEEP = (
    "INSERT INTO base_row (tbl, row_key, content, hash) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (tbl, row_key) DO UPDATE SET content = excluded.content, hash = excluded.hash"
)
_IS_KEPT = "SELECT 1 FROM base_row WHERE tbl = ? AND row_key = ?"
_KEPT = select_all(base_row)
_FORGET = f"DELETE FROM {base_row.name}"
_PENDING = select_all(outbox, "state IN (?, ?, ?) AND beneath = 0") + " ORDER BY number"
_UNCOVER = f"UPDATE {outbox.name} SET beneath = 0 WHERE beneath = 1"
_DOUBT = f"UPDATE {outbox.name} SET doubtful = ? WHERE action_id = ?"
_FINISH = f"UPDATE {outbox.name} SET state = ? WHERE state = ? AND position <= ?"
_SUMS = f"SELECT scope, total FROM {scope_state.name}"

__all__ = [
    "DECIDED", "DONE", "PARKED", "WAITING", "DeskRowsInTransaction", "get_state", "put_state", "record_from",
]  # fmt: skip

WAITING, DECIDED, PARKED, DONE = "waiting", "decided", "parked", "done"


class DeskRowsInTransaction:
    """Row access of one transaction; the caller begins and commits."""

    def __init__(self, connection: sa.Connection, followed: tuple[str, ...], desk: str) -> None:
        self._connection = connection
        self._rows = Rows(connection)
        self._followed = followed
        self._desk = desk

    def view(self) -> StateView:
        return StateView(self._rows, self._followed)

    def local(self, table: str, key: Key) -> Held | None:
        stored = self._rows.get(table, key)
        return None if stored is None else Held(*stored)

    def write(self, table: str, row: Any, hash_: int) -> None:
        with indexing(driver_of(self._connection), table, [row[:2]]):
            self._rows.put(table, row, hash_)

    def remove(self, table: str, key: Key) -> None:
        with indexing(driver_of(self._connection), table, [key]):
            self._rows.delete(table, key)

    def merge(self, page: PullReply) -> int:
        """Brings a page's rows in, beneath own work, with the sums of their scopes; how many they were."""
        merge = MergeRows(self._connection)
        count = 0
        for piece in page_pieces(page):
            merge.put(piece.table, piece.rows)
            merge.take_out(piece.table, piece.gone)
            count += len(piece.rows) + len(piece.gone)
        merge.write_sums()
        return count

    def carry_out(self, changes: Sequence[Change]) -> bool:
        """All of the changes, the hub's version of each row kept first; False, and nothing done, if one
        does not fit what is there."""
        try:
            with change_set.attempt(self._connection):
                for change in changes:
                    self._keep_if_new(*change_set.key_of_change(change))
                    change_set.execute(self._rows, change)
        except change_set.ConditionFailed:
            return False
        return True

    def kept(self) -> list[Kept]:
        return [
            Kept(row.tbl, key_from_text(row.row_key), _held(row.tbl, row.content, row.hash))
            for row in (whole_row(base_row)(*found) for found in driver_of(self._connection).execute(_KEPT))
        ]

    def keep(self, table: str, key: Key, held: Held | None) -> None:
        content = None if held is None else msgspec.json.encode(tuple(held.row)).decode()
        hash_ = 0 if held is None else held.hash
        driver_of(self._connection).execute(_KEEP, (table, key_text(key), content, hash_))

    def _keep_if_new(self, table: str, key: Key) -> None:
        if driver_of(self._connection).execute(_IS_KEPT, (table, key_text(key))).fetchone() is None:
            self.keep(table, key, self.local(table, key))

    def forget_kept(self) -> None:
        driver_of(self._connection).execute(_FORGET)

    def pending(self) -> list[Pending]:
        """What is to be done on top of the hub's rows: not what has been refused, nor what is offered again while
        it lies beneath already."""
        found = driver_of(self._connection).execute(_PENDING, (WAITING, DECIDED, PARKED))
        rows = [whole_row(outbox)(*values) for values in found]
        return [Pending(record_from(row), self._desk) for row in rows if row.outcome != "refused"]

    def mark_doubtful(self, action_id: str, doubtful: bool) -> None:
        driver_of(self._connection).execute(_DOUBT, (int(doubtful), action_id))

    def finish_decided(self, position: int) -> int:
        """Actions whose effects the cursor has reached are done; how many, and how many that were offered again
        are no longer beneath, since the rows are now those of the hub that decides them anew."""
        driver = driver_of(self._connection)
        uncovered = driver.execute(_UNCOVER).rowcount
        return int(uncovered + driver.execute(_FINISH, (DONE, DECIDED, position)).rowcount)

    def followed(self) -> tuple[str, ...]:
        return self._followed

    def sums(self) -> dict[str, int]:
        return dict(driver_of(self._connection).execute(_SUMS))

    def is_bringing_in(self) -> bool:
        return incoming.bringing_in(self._connection) is not None

    def end_bringing_in(self, work: BringingIn) -> None:
        incoming.end(self._connection, work)
        self._followed = tuple(work.followed)

    def set_cursor(self, cursor: Cursor) -> None:
        put_state(self._connection, "cursor", f"{cursor.position} {cursor.tag}")


def _held(table: str, content: str | None, hash_: int) -> Held | None:
    return None if content is None else Held(TABLE_BY_NAME[table].row(*msgspec.json.decode(content)), hash_)


def record_from(row: Any) -> ActionRecord:
    """The action as it travels, from its outbox row."""
    return ActionRecord(
        id=row.action_id,
        seq=row.seq,
        kind=row.kind,
        version=row.version,
        at=row.at,
        at_error=row.at_error,
        boot=row.boot,
        staff_id=row.staff_id,
        place_id=row.place_id,
        args=msgspec.Raw(row.args.encode()),
    )
