"""The hub's feed: one entry per changed row, scope sums and a commit tag, written last under the late lock."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.canonical import signed
from storedesk.protocol.wire import Cursor
from storedesk.storage.change_set import Applied
from storedesk.storage.schema import commit_tag, feed, feed_head, scope_sum

FEED_LOCK = 7_403_201
_HEAD = sa.select(commit_tag.c.position, commit_tag.c.tag).order_by(commit_tag.c.position.desc()).limit(1)


def key_text(key: Key) -> str:
    return msgspec.json.encode(key).decode()


def key_from_text(text: str) -> Key:
    return tuple(msgspec.json.decode(text))


class FeedWriter:
    """Collects the rows changed in one transaction and writes the feed once, just before the commit."""

    def __init__(self, connection: sa.Connection, random_tag: Callable[[], int]) -> None:
        self._connection = connection
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
        if self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({FEED_LOCK})")

    def write(self) -> Cursor:
        """Writes what was noted; returns the cursor of this commit (the old head if nothing changed)."""
        self.lock()
        head = self._connection.execute(sa.select(feed_head.c.position)).scalar_one()
        if not self._entries:
            return self.head(self._connection)
        rows = [
            {"position": head + number, "tbl": table, "row_key": key, "scope": scope, "gone": gone}
            for number, ((table, key, scope), gone) in enumerate(self._entries.items(), 1)
        ]
        position = head + len(rows)
        insert = self._insert(feed)
        self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["tbl", "row_key", "scope"],
                set_={"position": insert.excluded.position, "gone": insert.excluded.gone},
            ),
            rows,
        )
        self._connection.execute(sa.update(feed_head).values(position=position))
        self._write_sums()
        cursor = Cursor(position, self._random_tag())
        self._connection.execute(commit_tag.insert().values(position=position, tag=cursor.tag))
        return cursor

    def _write_sums(self) -> None:
        old: dict[str, int] = dict(
            self._connection.execute(
                sa.select(scope_sum.c.scope, scope_sum.c.total).where(scope_sum.c.scope.in_(self._sums))
            ).all()
        )
        insert = self._insert(scope_sum)
        self._connection.execute(
            insert.on_conflict_do_update(index_elements=["scope"], set_={"total": insert.excluded.total}),
            [
                {"scope": scope, "total": signed(old.get(scope, 0) + delta)}
                for scope, delta in self._sums.items()
            ],
        )

    def _insert(self, table: sa.Table) -> Any:
        return (postgresql_insert if self._connection.dialect.name == "postgresql" else sqlite_insert)(table)

    @staticmethod
    def head(connection: sa.Connection) -> Cursor:
        """The position and tag of the last commit."""
        row = connection.execute(_HEAD).one()
        return Cursor(row.position, row.tag)
