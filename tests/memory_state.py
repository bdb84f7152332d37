"""The data in plain dictionaries: an independent place to decide and carry out actions in."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from storedesk.domain.changes import ABSENT, ELSEWHERE, Absent, Add, Change, Elsewhere, Insert, Set
from storedesk.domain.tables import TABLE_BY_NAME, TABLE_BY_ROW, TABLES, Key

R = TypeVar("R")
Tables = dict[str, dict[Key, Any]]


class Misfit(Exception):
    """A change does not fit what is there."""


def empty_tables() -> Tables:
    return {table.name: {} for table in TABLES}


def tables_of_rows(rows: Iterable[Any]) -> Tables:
    tables = empty_tables()
    put_rows(tables, rows)
    return tables


def put_rows(tables: Tables, rows: Iterable[Any]) -> None:
    for row in rows:
        table = TABLE_BY_ROW[type(row)]
        tables[table.name][table.key_of(row)] = row


class MemoryState:
    """Answers actions from dictionaries; ``followed`` None holds everything, like the hub."""

    def __init__(
        self, tables: Mapping[str, Mapping[Key, Any]], followed: Collection[str] | None = None
    ) -> None:
        self._tables = tables
        self._followed = followed

    @property
    def is_central(self) -> bool:
        return self._followed is None

    def get(self, row_type: type[R], *key: int | str) -> R | Absent | Elsewhere:
        table = TABLE_BY_ROW[row_type]
        row: R | None = self._tables[table.name].get(key)
        if row is not None:
            return row
        if self._followed is None:
            return ABSENT
        if table.scope_column is None:
            held = table.scope in self._followed
        elif table.scope_column in table.key:
            held = f"{table.scope}:{key[table.key.index(table.scope_column)]}" in self._followed
        else:
            held = any(scope.partition(":")[0] == table.scope for scope in self._followed)
        return ABSENT if held else ELSEWHERE

    def among(self, row_type: type[R], **equals: int | str) -> tuple[R, ...]:
        rows = self._tables[TABLE_BY_ROW[row_type].name]
        wanted = list(equals.items())
        found = [
            key for key, row in rows.items() if all(getattr(row, name) == value for name, value in wanted)
        ]
        return tuple(rows[key] for key in sorted(found))


def carry_out(tables: Tables, change: Change) -> None:
    """Raises ``Misfit`` where storage would fail the change's condition."""
    rows = tables[change.table]
    if isinstance(change, Add):
        row = rows.get(change.key)
        if row is None:
            raise Misfit(f"{change.table} lacks {change.key}")
        value = getattr(row, change.column) + change.delta
        if change.floor is not None and value < change.floor:
            raise Misfit(f"{change.table}.{change.column} below its floor")
        rows[change.key] = row._replace(**{change.column: value})
        return
    new = change.row if isinstance(change, Insert) else change.new
    key = TABLE_BY_NAME[change.table].key_of(new)
    there = rows.get(key)
    if isinstance(change, Insert) and there is not None:
        raise Misfit(f"{change.table} has {key} already")
    if isinstance(change, Set) and there != change.old:
        raise Misfit(f"{change.table} {key} is not what was read")
    rows[key] = new


def carry_out_all(tables: Tables, changes: Iterable[Change]) -> None:
    """All or nothing."""
    before: list[tuple[str, Key, Any]] = []
    try:
        for change in changes:
            key = (
                change.key
                if isinstance(change, Add)
                else TABLE_BY_NAME[change.table].key_of(
                    change.row if isinstance(change, Insert) else change.new
                )
            )
            before.append((change.table, key, tables[change.table].get(key)))
            carry_out(tables, change)
    except Misfit:
        for table, key, row in reversed(before):
            if row is None:
                tables[table].pop(key, None)
            else:
                tables[table][key] = row
        raise
