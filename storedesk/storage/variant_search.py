"""The desk's search index over articles: made, filled and kept by row."""

from collections.abc import Callable, Iterable
from typing import Any

import sqlalchemy as sa

TABLE = "variant_search"
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(name, colour, size, sku, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
_FILL = (
    f"INSERT INTO main.{TABLE} (rowid, name, colour, size, sku) "
    "SELECT id, name, colour, size, sku FROM main.variant ORDER BY id"
)


def create_search(connection: sa.Connection) -> None:
    """An empty index; ``rowid`` is the variant's id. The texts are read from ``variant``, not kept twice."""
    connection.exec_driver_sql(CREATE)


def fill_search(execute: Callable[[str], Any]) -> None:
    """Indexes every variant of a database whose index is empty."""
    execute(_FILL)


def index_variants(connection: sa.Connection, variants: Iterable[tuple[int, str, str, str, str]]) -> None:
    """Puts or replaces (id, name, colour, size, sku) in the index."""
    rows = list(variants)
    if rows:
        text = f"INSERT OR REPLACE INTO {TABLE} (rowid, name, colour, size, sku) VALUES (?, ?, ?, ?, ?)"
        connection.exec_driver_sql(text, rows)


def unindex_variants(connection: sa.Connection, ids: Iterable[int]) -> None:
    rows = [(id_,) for id_ in ids]
    if rows:
        connection.exec_driver_sql(f"DELETE FROM {TABLE} WHERE rowid = ?", rows)


def copy_search(execute: Callable[[str], Any], source: str, target: str) -> None:
    """Makes the index of database ``target`` that of ``source`` on one connection, as pages, without reading a word.

    What FTS5 keeps lies in ordinary tables beside the virtual one; the target must not be searched or written
    on this connection before it is opened again.
    """
    for part in ("config", "data", "docsize", "idx"):
        execute(f"DELETE FROM {target}.{TABLE}_{part}")
        execute(f"INSERT INTO {target}.{TABLE}_{part} SELECT * FROM {source}.{TABLE}_{part}")
