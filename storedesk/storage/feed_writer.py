"""The hub's feed: one entry per changed row, scope sums and a commit tag, written last under the late lock."""

from collections.abc import Callable, Iterable

import msgspec
import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.canonical import signed
from storedesk.protocol.wire import Cursor
from storedesk.storage.change_set import Applied
from storedesk.storage.schema import commit_tag, feed, feed_head, scope_sum
from storedesk.storage.short_sql import ShortSql, insert_into, select_from, upsert_into

FEED_LOCK = 7_403_201
_LOCK = f"SELECT pg_advisory_xact_lock({FEED_LOCK})"
_HEAD = f"SELECT position, tag FROM {commit_tag.name} ORDER BY position DESC LIMIT 1"
_MOVE_HEAD = f"UPDATE {feed_head.name} SET position = position + ? RETURNING position"
_ENTER = upsert_into(feed, ("tbl", "row_key", "scope"), ("position", "tbl", "row_key", "scope", "gone"))
_SUMS = select_from(scope_sum, ("scope", "total"), "scope IN ?*")
_PUT_SUM = upsert_into(scope_sum, ("scope",), ("scope", "total"))
_TAG = insert_into(commit_tag, ("position", "tag"))


def key_text(key: Key) -> str:
    return msgspec.json.encode(key).decode()


def key_from_text(text: str) -> Key:
    return tuple(msgspec.json.decode(text))


class FeedWriter:
    """Collects the rows changed in one transaction and writes the feed once, just before the commit."""

    def __init__(self, connection: sa.Connection, random_tag: Callable[[], int]) -> None:
        self._connection = connection
        self._sql = ShortSql(connection)
        self._random_tag = random_tag
        self._entries: dict[tuple[str, str, str], int] = {}
        self._sums: dict[str, int] = {}

    def note(self, applied: Iterable[Applied]) -> None:
        for table_name, key, before, after in applied:
            table, text = TABLE_BY_NAME[table_name], key_text(key)
            old = None if before is None else table.scope_of(before.row)
            new = None if after is None else table.scope_of(after.row)
            if before is not None and old is not None:
                self._sums[old] = self._sums.get(old, 0) - before.hash
                self._entries.pop((table_name, text, old), None)
                self._entries[table_name, text, old] = 1
            if after is not None and new is not None:
                self._sums[new] = self._sums.get(new, 0) + after.hash
                self._entries.pop((table_name, text, new), None)
                self._entries[table_name, text, new] = 0

    def lock(self) -> None:
        """Nothing else may be locked after this."""
        if self._sql.on_postgres:
            self._sql.first(_LOCK)

    def write(self) -> Cursor:
        """Writes what was noted; returns the cursor of this commit (the old head if nothing changed)."""
        self.lock()
        if not self._entries:
            return self.head(self._connection)
        (position,) = self._sql.all(_MOVE_HEAD, len(self._entries))[0]
        first = position - len(self._entries) + 1
        entries = enumerate(self._entries.items(), first)
        self._sql.change_many(_ENTER, [(number, *name, gone) for number, (name, gone) in entries])
        self._write_sums()
        cursor = Cursor(position, self._random_tag())
        self._sql.change(_TAG, cursor.position, cursor.tag)
        return cursor

    def _write_sums(self) -> None:
        old: dict[str, int] = dict(self._sql.all(_SUMS, list(self._sums)))
        new = [(scope, signed(old.get(scope, 0) + delta)) for scope, delta in self._sums.items()]
        self._sql.change_many(_PUT_SUM, new)

    @staticmethod
    def head(connection: sa.Connection) -> Cursor:
        """The position and tag of the last commit."""
        found = ShortSql(connection).first(_HEAD)
        if found is None:
            raise LookupError("This hub's feed has not been prepared")
        return Cursor(*found)
