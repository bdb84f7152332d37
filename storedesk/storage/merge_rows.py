"""Brings many of the hub's rows in at once, beneath own work, and sums their hashes meanwhile."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME, Key, Table
from storedesk.protocol.canonical import signed
from storedesk.storage.engine import driver_of
from storedesk.storage.feed_writer import key_from_text, key_text
from storedesk.storage.schema import HASH, base_row, scope_state
from storedesk.storage.search_upkeep import indexing

NOTE = "note_old"
_KEPT = f"SELECT row_key, content, hash FROM {base_row.name} WHERE tbl = ?"
_KEEP = (
    f"INSERT INTO {base_row.name} (tbl, row_key, content, hash) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (tbl, row_key) DO UPDATE SET content = excluded.content, hash = excluded.hash"
)
_SHIFT = (
    f"INSERT INTO {scope_state.name} (scope, total) VALUES (?, ?) "
    "ON CONFLICT (scope) DO UPDATE SET total = excluded.total"
)
_hash_of = itemgetter(-1)


class _Statements(NamedTuple):
    """``upsert`` and ``delete`` tell ``NOTE`` the hash of the row that was there (and before it, where that may
    change with the row, the value its scope is named after), so that no row is read for its own sake."""

    upsert: str
    delete: str
    key: Callable[[tuple[Any, ...]], Any]
    scope: int | None
    notes_scope: bool


class MergeRows:
    """Within one transaction on a connection, for one thread. Call ``write_sums`` at the end."""

    def __init__(self, connection: sa.Connection) -> None:
        self._driver = driver_of(connection)
        self._noted = _noted_on(connection)
        self._delta: dict[str, int] = {}
        self._kept: dict[str, dict[Any, tuple[str | None, int]]] = {}

    def put(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """``rows`` are the columns and then the hash, sorted by key; of two with one key the later one counts."""
        spec, statements = TABLE_BY_NAME[table], _statements(table)
        kept = self._kept_of(table)
        plain = rows
        if kept:
            plain = [row for row in rows if statements.key(row) not in kept]
            for row in rows:
                if statements.key(row) in kept:
                    self._put_beneath(spec, kept, statements.key(row), row)
        if not plain:
            return
        with indexing(self._driver, table, plain):
            if statements.scope is None or statements.notes_scope:
                self._upsert(spec, statements, plain)
            else:
                for _, part in groupby(plain, itemgetter(statements.scope)):
                    self._upsert(spec, statements, list(part))

    def take_out(self, table: str, gone: Sequence[tuple[str, Key]]) -> None:
        """Rows that have left a scope go, unless they lie in another one by now."""
        spec, statements = TABLE_BY_NAME[table], _statements(table)
        kept = self._kept_of(table)
        plain: dict[str, list[Key]] = {}
        for scope, key in gone:
            name = _name(key)
            if name in kept:
                self._take_from_beneath(spec, kept, name, key, scope)
            else:
                plain.setdefault(scope, []).append(key)
        for scope, keys in plain.items():
            self._delete(spec, statements, scope, sorted(keys))

    def write_sums(self) -> None:
        """Moves the sum of each scope by what has come and gone since."""
        changed = {scope: delta for scope, delta in self._delta.items() if delta}
        old = dict(self._driver.execute(f"SELECT scope, total FROM {scope_state.name}").fetchall())
        new = [(scope, signed(old.get(scope, 0) + delta)) for scope, delta in changed.items()]
        self._driver.executemany(_SHIFT, new)
        self._delta.clear()

    def _upsert(self, spec: Table, statements: _Statements, rows: list[tuple[Any, ...]]) -> None:
        """All of one scope, unless the scope is noted with each row."""
        self._noted.clear()
        self._driver.executemany(statements.upsert, rows)
        if statements.notes_scope and statements.scope is not None:
            for row in rows:
                self._shift(spec, row[statements.scope], row[-1])
        else:
            value = None if statements.scope is None else rows[0][statements.scope]
            self._shift(spec, value, sum(map(_hash_of, rows)))
        self._without_noted(spec, statements, rows[0])

    def _without_noted(self, spec: Table, statements: _Statements, example: tuple[Any, ...]) -> None:
        if statements.notes_scope:
            for value, hash_ in zip(self._noted[::2], self._noted[1::2], strict=True):
                self._shift(spec, value, -hash_)
        else:
            value = None if statements.scope is None else example[statements.scope]
            self._shift(spec, value, -sum(self._noted))

    def _delete(self, spec: Table, statements: _Statements, scope: str, keys: list[Key]) -> None:
        value = None
        if spec.scope_column is None:
            if scope != spec.scope:
                return
            parameters: list[tuple[Any, ...]] = keys
        else:
            value = scope.removeprefix(f"{spec.scope}:")
            parameters = [(*key, value) for key in keys]
        self._noted.clear()
        with indexing(self._driver, spec.name, keys):
            self._driver.executemany(statements.delete, parameters)
        self._shift(spec, value, -sum(self._noted))

    def _kept_of(self, table: str) -> dict[Any, tuple[str | None, int]]:
        found = self._kept.get(table)
        if found is None:
            rows = self._driver.execute(_KEPT, (table,)).fetchall()
            found = {_name(key_from_text(text)): (content, hash_) for text, content, hash_ in rows}
            self._kept[table] = found
        return found

    def _put_beneath(self, spec: Table, kept: dict[Any, Any], name: Any, row: tuple[Any, ...]) -> None:
        self._remove_held(spec, kept[name])
        content = msgspec.json.encode(row[:-1]).decode()
        kept[name] = content, row[-1]
        key = name if isinstance(name, tuple) else (name,)
        self._driver.execute(_KEEP, (spec.name, key_text(key), content, row[-1]))
        self._delta_of(spec.scope_of(spec.row(*row[:-1])), row[-1])

    def _take_from_beneath(self, spec: Table, kept: dict[Any, Any], name: Any, key: Key, scope: str) -> None:
        content, _ = kept[name]
        if content is None or spec.scope_of(spec.row(*msgspec.json.decode(content))) != scope:
            return
        self._remove_held(spec, kept[name])
        kept[name] = None, 0
        self._driver.execute(_KEEP, (spec.name, key_text(key), None, 0))

    def _remove_held(self, spec: Table, held: tuple[str | None, int]) -> None:
        content, hash_ = held
        if content is not None:
            self._delta_of(spec.scope_of(spec.row(*msgspec.json.decode(content))), -hash_)

    def _shift(self, spec: Table, value: Any, by: int) -> None:
        self._delta_of(spec.scope if spec.scope_column is None else f"{spec.scope}:{value}", by)

    def _delta_of(self, scope: str, by: int) -> None:
        self._delta[scope] = signed(self._delta.get(scope, 0) + by)


def _noted_on(connection: sa.Connection) -> list[Any]:
    """What ``NOTE`` is told on this connection; made known to it once, since that undoes prepared statements."""
    noted: list[Any] | None = connection.info.get(NOTE)
    if noted is None:
        noted = connection.info[NOTE] = []
        driver_of(connection).create_function(NOTE, 1, noted.append)
    return noted


def _name(key: Key) -> Any:
    """What ``itemgetter`` makes of a row's key: a single column stands for itself."""
    return key if len(key) > 1 else key[0]


def key_of(table: str) -> Callable[[tuple[Any, ...]], Any]:
    """What the table's driver tuples are sorted by."""
    return _statements(table).key


@cache
def _statements(table: str) -> _Statements:
    spec = TABLE_BY_NAME[table]
    columns = (*spec.columns, HASH)
    named = ", ".join(f'"{column}"' for column in columns)
    scope = None if spec.scope_column is None else spec.columns.index(spec.scope_column)
    notes_scope = spec.scope_column is not None and spec.scope_column != spec.key[0]
    first = f'{NOTE}("{table}"."{spec.scope_column}"), ' if notes_scope else ""
    noting = f'"{HASH}" = coalesce({first}{NOTE}("{table}"."{HASH}"), excluded."{HASH}")'
    rest = [f'"{column}" = excluded."{column}"' for column in spec.columns if column not in spec.key]
    key = ", ".join(f'"{column}"' for column in spec.key)
    where = " AND ".join(f'"{column}" = ?' for column in spec.key)
    gone = f'{NOTE}("{HASH}") IS NULL'
    if spec.scope_column is not None:
        gone = f'CASE WHEN CAST("{spec.scope_column}" AS TEXT) = ? THEN {gone} ELSE 0 END'
    return _Statements(
        upsert=f'INSERT INTO "{table}" ({named}) VALUES ({", ".join("?" * len(columns))}) '
        f"ON CONFLICT ({key}) DO UPDATE SET {', '.join([*rest, noting])}",
        delete=f'DELETE FROM "{table}" WHERE {where} AND {gone}',
        key=itemgetter(*(spec.columns.index(column) for column in spec.key)),
        scope=scope,
        notes_scope=notes_scope,
    )
