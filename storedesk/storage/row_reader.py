"""Reading whole synced rows by plain conditions through a driver connection; SQLite of a desk only."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar, cast

from storedesk.domain.tables import TABLE_BY_ROW

R = TypeVar("R")
_CHUNK = 500


class Driver(Protocol):
    """The part of a DB-API connection that reading needs; see ``engine.connect_sqlite(readonly=True)``."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any: ...


def columns_of(row_type: type[Any], alias: str = "") -> str:
    """The columns of a row in its own order, for a SELECT list."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f"{prefix}{column}" for column in TABLE_BY_ROW[row_type].columns)


def select(connection: Driver, row_type: type[R], condition: str, *values: int | str | None) -> list[R]:
    """All rows of a type under a condition written in SQL, whose values are always parameters."""
    table = TABLE_BY_ROW[row_type]
    sql = f"SELECT {columns_of(row_type)} FROM {table.name} WHERE {condition}"
    make = cast(Any, row_type)
    return [make(*found) for found in connection.execute(sql, values)]


def one(connection: Driver, row_type: type[R], condition: str, *values: int | str | None) -> R | None:
    found = select(connection, row_type, f"{condition} LIMIT 1", *values)
    return found[0] if found else None


def select_in(
    connection: Driver, row_type: type[R], column: str, wanted: Iterable[int | str], order: str = ""
) -> list[R]:
    """All rows whose column is one of the wanted values, 500 at a time; ``order`` holds within each part."""
    rows: list[R] = []
    for part in chunks(sorted(set(wanted), key=str)):
        marks = ", ".join("?" * len(part))
        tail = f" ORDER BY {order}" if order else ""
        rows += select(connection, row_type, f"{column} IN ({marks}){tail}", *part)
    return rows


def chunks(values: Sequence[int | str]) -> Iterable[Sequence[int | str]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]


def like_part(text: str) -> str:
    """Text inside a LIKE pattern with ``ESCAPE '\\'``, so that % and _ stand for themselves."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
