"""Writes the rows that somebody outside brings, against what was read of them, with or without the feed."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME, Key, Table
from storedesk.protocol.canonical import row_hashes
from storedesk.protocol.wire_versions import SPOKEN
from storedesk.storage.change_set import Applied
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import Tag, Written, move_horizon
from storedesk.storage.rows import Rows, Stored


class OutsideRows:
    """Collects what one transaction writes. Where nobody ``follows``, rows go in without feed entries and the
    feed gets a new horizon: a desk that comes later begins with a snapshot."""

    def __init__(self, connection: sa.Connection, random_tag: Tag, *, follows: bool) -> None:
        self._connection, self._random_tag, self._follows = connection, random_tag, follows
        self._rows = Rows(connection)
        self._applied: list[Applied] = []
        self._sums: dict[str, int] = {}
        self._older: dict[str, int] = {}
        self.inserted = self.changed = self.unchanged = 0

    def read(self, table: str, keys: Iterable[Key]) -> dict[Key, Stored]:
        """Rows as they are, nobody else's to change until the transaction ends."""
        return self._rows.get_many(table, keys, lock=True)

    def put(self, table: str, there: Mapping[Key, Stored], rows: Iterable[Any]) -> None:
        """``there`` has what ``read`` gave for the rows' keys; of two rows with one key the later counts."""
        by_key = {TABLE_BY_NAME[table].key_of(row): row for row in rows}
        new: list[tuple[Any, ...]] = []
        changed: list[tuple[Any, ...]] = []
        written: list[tuple[Key, Any, int]] = []
        for (key, row), hash_ in zip(by_key.items(), row_hashes(table, by_key.values()), strict=True):
            before = there.get(key)
            if before is None:
                new.append((*row, hash_))
            elif before.hash != hash_:
                changed.append((*row, hash_))
            else:
                continue
            written.append((key, row, hash_))
        self._rows.insert_many(table, new)
        self._rows.put_many(table, changed)
        self.inserted += len(new)
        self.changed += len(changed)
        self.unchanged += len(by_key) - len(written)
        if self._follows:
            self._applied += (
                Applied(table, key, there.get(key), Stored(row, hash_)) for key, row, hash_ in written
            )
        else:
            self._add_up(TABLE_BY_NAME[table], there, written)

    def _add_up(
        self, table: Table, there: Mapping[Key, Stored], written: Iterable[tuple[Key, Any, int]]
    ) -> None:
        """What the rows do to the sums of their scopes. A row of these tables never leaves its scope."""
        place = None if table.scope_column is None else table.columns.index(table.scope_column)
        sums: dict[Any, int] = {}
        differs = table.name in SPOKEN.differing
        for key, row, hash_ in written:
            before = there.get(key)
            scope = None if place is None else row[place]
            sums[scope] = sums.get(scope, 0) + (hash_ if before is None else hash_ - before.hash)
            if differs:
                self._add_older(table, row, hash_, 1)
                if before is not None:
                    self._add_older(table, before.row, before.hash, -1)
        for scope, change in sums.items():
            name = table.scope if scope is None else f"{table.scope}:{scope}"
            self._sums[name] = self._sums.get(name, 0) + change

    def _add_older(self, table: Table, row: Any, hash_: int, sign: int) -> None:
        scope, change = table.scope_of(row), SPOKEN.older_hash(table.name, row, hash_) - hash_
        self._older[scope] = self._older.get(scope, 0) + sign * change

    def write(self) -> Written:
        """The last of the transaction."""
        if self._applied:
            feed = FeedWriter(self._connection, self._random_tag)
            feed.note(self._applied)
            feed.write()
        elif self._sums:
            move_horizon(self._connection, self._random_tag, self._sums, self._older)
        return Written(self.inserted, self.changed, self.unchanged)
