"""A desk's rows within one transaction: what staff see, the hub's versions beneath, the pending actions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
import sqlalchemy as sa

from storedesk.domain.changes import Change
from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.desk_rows import Held, Kept, Pending
from storedesk.protocol.wire import ActionRecord, Cursor
from storedesk.storage import change_set
from storedesk.storage.engine import driver_of
from storedesk.storage.feed_writer import key_from_text, key_text
from storedesk.storage.rows import Rows
from storedesk.storage.schema import base_row, outbox, scope_state
from storedesk.storage.short_sql import select_all, upsert_into, whole_row
from storedesk.storage.state_view import StateView
from storedesk.storage.variant_search import index_products, products_of

# What every act and every round runs, as text: building these anew costs more than running them.
_KEEP = (
    "INSERT INTO base_row (tbl, row_key, content, hash) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (tbl, row_key) DO UPDATE SET content = excluded.content, hash = excluded.hash"
)
_IS_KEPT = "SELECT 1 FROM base_row WHERE tbl = ? AND row_key = ?"
_PUT_STATE = (
    "INSERT INTO desk_state (name, value) VALUES (?, ?) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
_KEPT = select_all(base_row)
_FORGET = f"DELETE FROM {base_row.name}"
_PENDING = select_all(outbox, "state IN (?, ?, ?) AND beneath = 0") + " ORDER BY number"
_UNCOVER = f"UPDATE {outbox.name} SET beneath = 0 WHERE beneath = 1"
_DOUBT = f"UPDATE {outbox.name} SET doubtful = ? WHERE action_id = ?"
_FINISH = f"UPDATE {outbox.name} SET state = ? WHERE state = ? AND position <= ?"
_SUMS = f"SELECT scope, total FROM {scope_state.name}"
_PUT_SUM = upsert_into(scope_state, ("scope",), ("scope", "total"))
_GET_STATE = "SELECT value FROM desk_state WHERE name = ?"

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

    def local_hashes(self, table: str, keys: Sequence[Key]) -> dict[Key, Held]:
        return {key: Held(*stored) for key, stored in self._rows.get_many(table, keys).items()}

    def write(self, table: str, row: Any, hash_: int) -> None:
        with self._indexing(table, [row[:2]]):
            self._rows.put(table, row, hash_)

    def write_many(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        with self._indexing(table, rows):
            self._rows.put_many(table, rows)

    def remove(self, table: str, key: Key) -> None:
        with self._indexing(table, [key]):
            self._rows.delete(table, key)

    @contextmanager
    def _indexing(self, table: str, rows: Sequence[Sequence[Any]]) -> Iterator[None]:
        """Keeps the search index level with products and articles; ``rows`` begin with the id, articles' go on
        with their product's, which may be another than before."""
        if table not in ("product", "variant"):
            yield
            return
        driver = driver_of(self._connection)
        ids = [int(row[0]) for row in rows]
        products = set(ids) if table == "product" else products_of(driver, ids)
        yield
        if table == "variant":
            products |= {int(row[1]) for row in rows if len(row) > 1}
        index_products(driver, products)

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

    def set_sums(self, sums: dict[str, int]) -> None:
        driver_of(self._connection).executemany(_PUT_SUM, list(sums.items()))

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


def put_state(connection: sa.Connection, name: str, value: str) -> None:
    driver_of(connection).execute(_PUT_STATE, (name, value))


def get_state(connection: sa.Connection, name: str) -> str | None:
    found = driver_of(connection).execute(_GET_STATE, (name,)).fetchone()
    return None if found is None else str(found[0])
