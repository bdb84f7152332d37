"""SQL text for reading and writing rows, compiled once per engine and table from Core."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.schema import HASH, SYNCED


class RowStatements(NamedTuple):
    """Driver text; parameters are positional: keys, or the row and its hash, or row, hash, keys, old hash."""

    select: str
    insert: str
    upsert: str
    update: str
    delete: str


def _text(statement: Any, dialect: sa.Dialect, order: Sequence[str]) -> str:
    compiled = statement.compile(dialect=dialect)
    if list(compiled.positiontup) != list(order):
        raise RuntimeError(f"Parameters are {compiled.positiontup}, expected {list(order)}")
    return str(compiled)


_dialects: dict[str, sa.Dialect] = {}


def row_statements(dialect: sa.Dialect, table: str) -> RowStatements:
    """The statements of one synced table for this engine's dialect."""
    _dialects.setdefault(dialect.name, dialect)
    return _row_statements(dialect.name, table)


@cache
def _row_statements(dialect_name: str, name: str) -> RowStatements:
    dialect = _dialects[dialect_name]
    table, sql = TABLE_BY_NAME[name], SYNCED[name]
    columns = [*table.columns, HASH]
    keys = [f"key_{column}" for column in table.key]
    found = sa.and_(
        *(sql.c[column] == sa.bindparam(f"key_{column}", type_=sql.c[column].type) for column in table.key)
    )
    values = {column: sa.bindparam(column, type_=sql.c[column].type) for column in columns}
    insert = (postgresql_insert if dialect_name == "postgresql" else sqlite_insert)(sql).values(values)
    rest = {column: insert.excluded[column] for column in columns if column not in table.key}
    update = sa.update(sql).where(found, sql.c[HASH] == sa.bindparam("old_hash", type_=sql.c[HASH].type))
    return RowStatements(
        select=_text(sa.select(*sql.c).where(found), dialect, keys),
        insert=_text(insert, dialect, columns),
        upsert=_text(
            insert.on_conflict_do_update(index_elements=list(table.key), set_=rest), dialect, columns
        ),
        update=_text(update.values(values), dialect, [*columns, *keys, "old_hash"]),
        delete=_text(sa.delete(sql).where(found), dialect, keys),
    )


def select_where(dialect: sa.Dialect, name: str, columns: tuple[str, ...]) -> str:
    """SELECT of all rows with the given columns equal to parameters, in key order."""
    _dialects.setdefault(dialect.name, dialect)
    return _select_where(dialect.name, name, columns)


@cache
def _select_where(dialect_name: str, name: str, columns: tuple[str, ...]) -> str:
    table, sql = TABLE_BY_NAME[name], SYNCED[name]
    conditions = [
        sql.c[column] == sa.bindparam(f"is_{column}", type_=sql.c[column].type) for column in columns
    ]
    statement = sa.select(*sql.c).where(*conditions).order_by(*(sql.c[column] for column in table.key))
    return _text(statement, _dialects[dialect_name], [f"is_{column}" for column in columns])
