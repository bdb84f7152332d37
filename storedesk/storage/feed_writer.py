"""The hub's feed: one entry per changed row, scope sums and a commit tag, written last under the late lock."""

from collections.abc import Callable, Iterable

import msgspec
import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.canonical import signed
from storedesk.protocol.wire import Cursor
from storedesk.protocol.wire_versions import SPOKEN, Spoken
from storedesk.storage.change_set import Applied
from storedesk.storage.rows import Stored
from storedesk.storage.schema import commit_tag, feed, feed_head, scope_sum
from storedesk.storage.short_sql import ShortSql, insert_into, select_from, upsert_into

FEED_LOCK = 7_403_201
_LOCK = f"SELECT pg_advisory_xact_lock({FEED_LOCK})"
_HEAD = f"SELECT position, tag FROM {commit_tag.name} ORDER BY position DESC LIMIT 1"
_MOVE_HEAD = f"UPDATE {feed_head.name} SET position = position + ? RETURNING position"
_ENTER = upsert_into(feed, ("tbl", "row_key", "scope"), ("position", "tbl", "row_key", "scope", "gone"))
_SUMS = select_from(scope_sum, ("scope", "total", "older"), "scope IN ?*")
_PUT_SUM = upsert_into(scope_sum, ("scope",), ("scope", "total", "older"))
_TAG = insert_into(commit_tag, ("position", "tag"))


def key_text(key: Key) -> str:
    return msgspec.json.encode(key).decode()


def key_from_text(text: str) -> Key:
    return tuple(msgspec.json.decode(text))


def late_lock(connection: sa.Connection) -> None:
    """Taken last in a transaction, just before the feed is written: positions come in the order of the commits."""
    sql = ShortSql(connection)
    if sql.on_postgres:
        sql.first(_LOCK)


class FeedWriter:
    """Collects the rows changed in one transaction and writes the feed once, just before the commit."""

    def __init__(
        self, connection: sa.Connection, random_tag: Callable[[], int], spoken: Spoken = SPOKEN
    ) -> None:
        self._connection = connection
        self._sql = ShortSql(connection)
        self._random_tag = random_tag
        self._entries: dict[tuple[str, str, str], int] = {}
        self._sums: dict[str, int] = {}
        self._older: dict[str, int] = {}
        self._spoken = spoken

    def note(self, applied: Iterable[Applied]) -> None:
        for table_name, key, before, after in applied:
            table, text = TABLE_BY_NAME[table_name], key_text(key)
            old = None if before is None else table.scope_of(before.row)
            new = None if after is None else table.scope_of(after.row)
            if before is not None and old is not None:
                self._count(table_name, old, before, -1)
                self._entries.pop((table_name, text, old), None)
                self._entries[table_name, text, old] = 1
            if after is not None and new is not None:
                self._count(table_name, new, after, 1)
                self._entries.pop((table_name, text, new), None)
                self._entries[table_name, text, new] = 0

    def _count(self, table: str, scope: str, stored: Stored, sign: int) -> None:
        self._sums[scope] = self._sums.get(scope, 0) + sign * stored.hash
        if table in self._spoken.differing:
            change = self._spoken.older_hash(table, stored.row, stored.hash) - stored.hash
            self._older[scope] = self._older.get(scope, 0) + sign * change

    def lock(self) -> None:
        """Nothing else may be locked after this."""
        late_lock(self._connection)

    def write(self) -> Cursor:
        """Writes what was noted; returns the cursor of this commit (the old head if nothing changed)."""
        self.lock()
        if not self._entries:
            return self.head(self._connection)
        position = self._move_head(len(self._entries))
        first = position - len(self._entries) + 1
        entries = enumerate(self._entries.items(), first)
        self._sql.change_many(_ENTER, [(number, *name, gone) for number, (name, gone) in entries])
        self._write_sums()
        cursor = Cursor(position, self._random_tag())
        self._sql.change(_TAG, cursor.position, cursor.tag)
        return cursor

    def _move_head(self, entries: int) -> int:
        """The last position of so many new ones."""
        return int(self._sql.all(_MOVE_HEAD, entries)[0][0])

    def _write_sums(self) -> None:
        old = {scope: (total, older) for scope, total, older in self._sql.all(_SUMS, list(self._sums))}
        new = []
        for scope, change in self._sums.items():
            total, older = old.get(scope, (0, 0))
            new.append((scope, signed(total + change), signed(older + self._older.get(scope, 0))))
        self._sql.change_many(_PUT_SUM, new)

    @staticmethod
    def head(connection: sa.Connection) -> Cursor:
        """The position and tag of the last commit."""
        found = ShortSql(connection).first(_HEAD)
        if found is None:
            raise LookupError("This hub's feed has not been prepared")
        return Cursor(*found)
