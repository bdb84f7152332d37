"""The read-only view an action decides on; it remembers every row that was read."""

import typing
from collections.abc import Collection

from storedesk.domain.changes import ABSENT, ELSEWHERE, Absent, Elsewhere
from storedesk.domain.tables import TABLE_BY_ROW, Key, Table
from storedesk.storage.rows import Rows, Stored

R = typing.TypeVar("R")


class StateView:
    """Answers from the tables as they are; ``followed`` is None where every scope is held (the hub)."""

    def __init__(self, rows: Rows, followed: Collection[str] | None = None) -> None:
        self._rows = rows
        self._followed = None if followed is None else frozenset(followed)
        self._heads = None if followed is None else frozenset(scope.partition(":")[0] for scope in followed)
        self.read: dict[tuple[str, Key], Stored | None] = {}

    @property
    def is_central(self) -> bool:
        return self._followed is None

    def get(self, row_type: type[R], *key: int | str) -> R | Absent | Elsewhere:
        table = TABLE_BY_ROW[row_type]
        stored = self._rows.get(table.name, key)
        self.read[table.name, key] = stored
        if stored is not None:
            row: R = stored.row
            return row
        return ABSENT if self._would_hold(table, key) else ELSEWHERE

    def among(self, row_type: type[R], **equals: int | str) -> tuple[R, ...]:
        table = TABLE_BY_ROW[row_type]
        found = self._rows.among(table.name, equals)
        for stored in found:
            self.read[table.name, table.key_of(stored.row)] = stored
        return tuple(stored.row for stored in found)

    def _would_hold(self, table: Table, key: Key) -> bool:
        if self._followed is None or self._heads is None:
            return True
        if table.scope_column is None:
            return table.scope in self._followed
        if table.scope_column in table.key:
            return f"{table.scope}:{key[table.key.index(table.scope_column)]}" in self._followed
        return table.scope in self._heads
