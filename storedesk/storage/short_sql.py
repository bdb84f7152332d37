"""Short statements run below SQLAlchemy's Core, on SQLite and PostgreSQL alike: Core costs ten times as much."""

import json
from collections import namedtuple
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import sqlalchemy as sa

from storedesk.storage.engine import driver_of


class ShortSql:
    """Statements within the transaction of a connection, written with ``?`` for each value, and with
    ``IN ?*`` for a list of any length.

    Errors are the driver's own on SQLite and Core's on PostgreSQL; ``naming_trouble`` knows both.
    """

    def __init__(self, connection: sa.Connection) -> None:
        self.on_postgres = connection.dialect.name == "postgresql"
        self.for_update = " FOR UPDATE" if self.on_postgres else ""
        self._connection = connection
        self._driver = None if self.on_postgres else driver_of(connection)

    def first(self, text: str, *values: Any) -> Any | None:
        """The first row as a tuple of its columns."""
        if self._driver is not None:
            return self._driver.execute(*_for_sqlite(text, values)).fetchone()
        return self._connection.exec_driver_sql(numbered(text), values).fetchone()

    def all(self, text: str, *values: Any) -> Sequence[Any]:
        if self._driver is not None:
            found: list[Any] = self._driver.execute(*_for_sqlite(text, values)).fetchall()
            return found
        return self._connection.exec_driver_sql(numbered(text), values).fetchall()

    def change(self, text: str, *values: Any) -> int:
        """How many rows were changed."""
        if self._driver is not None:
            return int(self._driver.execute(*_for_sqlite(text, values)).rowcount)
        return self._connection.exec_driver_sql(numbered(text), values).rowcount

    def change_many(self, text: str, values: Sequence[tuple[Any, ...]]) -> None:
        if not values:
            return
        if self._driver is not None:
            self._driver.executemany(text, values)
        else:
            self._connection.exec_driver_sql(numbered(text), list(values))

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Whatever is raised inside leaves nothing behind; savepoints may lie within each other."""
        self.change("SAVEPOINT inner_step")
        try:
            yield
        except BaseException:
            self.change("ROLLBACK TO SAVEPOINT inner_step")
            self.change("RELEASE SAVEPOINT inner_step")
            raise
        self.change("RELEASE SAVEPOINT inner_step")


def _for_sqlite(text: str, values: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    if "?*" not in text:
        return text, values
    lists_as_text = (json.dumps(value) if isinstance(value, list) else value for value in values)
    return text.replace("?*", "(SELECT value FROM json_each(?))"), tuple(lists_as_text)


@cache
def numbered(text: str) -> str:
    """PostgreSQL's way of writing values: ``$1`` for the first ``?`` and so on."""
    first, *rest = text.replace("IN ?*", "= ANY(?)").split("?")
    return first + "".join(f"${number}{part}" for number, part in enumerate(rest, 1))


def quoted(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def insert_into(table: sa.Table, columns: Sequence[str] = ()) -> str:
    """Values in the order of the columns, or of the table's where none are named."""
    named = columns or tuple(table.c.keys())
    return f'INSERT INTO "{table.name}" ({quoted(named)}) VALUES ({", ".join("?" * len(named))})'


def upsert_into(table: sa.Table, key: Sequence[str], columns: Sequence[str] = ()) -> str:
    """As ``insert_into``; where the key is there already, the other columns take the new values."""
    named = columns or tuple(table.c.keys())
    rest = ", ".join(f'"{column}" = excluded."{column}"' for column in named if column not in key)
    return f"{insert_into(table, named)} ON CONFLICT ({quoted(key)}) DO UPDATE SET {rest}"


@cache
def whole_row(table: sa.Table) -> Any:
    """A named tuple of the table's columns, for rows of ``select_all``."""
    return namedtuple(table.name, table.c.keys())


def select_all(table: sa.Table, where: str = "") -> str:
    return select_from(table, tuple(table.c.keys()), where)


def select_from(table: sa.Table, columns: Sequence[str], where: str = "") -> str:
    text = f'SELECT {quoted(columns)} FROM "{table.name}"'
    return f"{text} WHERE {where}" if where else text
