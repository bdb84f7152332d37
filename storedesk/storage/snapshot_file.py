"""Builds the encrypted database file with which a desk begins: its scopes at one position, search included."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.domain.tables import TABLES, Table
from storedesk.protocol.wire import Cursor
from storedesk.storage.engine import schema_statements
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.schema import HASH, SYNCED, commit_tag, scope_sum
from storedesk.storage.search_store import SearchStore
from storedesk.storage.variant_search import create_tables, index_tails

CHUNK_ROWS = 5_000
CATALOGUE, STOCK = "catalogue", "stock"


class SnapshotFile(NamedTuple):
    """``key`` is the file's raw SQLCipher key in hex, ``size`` in bytes, ``rows`` by table, ``sums`` by scope."""

    path: Path
    key: str
    size: int
    sha256: str
    cursor: Cursor
    rows: dict[str, int]
    sums: dict[str, int]


def snapshot_of_sqlite(
    hub: Path, hub_key: str, scopes: Sequence[str], path: Path, key: str, search: SearchStore
) -> SnapshotFile:
    """Reads the hub's file in one read transaction beside its running writer; no row passes through Python."""
    with _building(path, key, search) as target:
        target.execute("ATTACH ? AS hub KEY ?", (f"{hub.absolute().as_uri()}?mode=ro", f"x'{hub_key}'"))
        target.execute("PRAGMA hub.cache_size = -32000")
        target.execute("BEGIN")
        head = f"SELECT position, tag FROM hub.{commit_tag.name} ORDER BY position DESC LIMIT 1"
        cursor = Cursor(*target.execute(head).fetchone())
        totals = dict(target.execute(f"SELECT scope, total FROM hub.{scope_sum.name}").fetchall())
        rows = {table.name: _copy_table(target, table, scopes, totals) for table in TABLES}
        sums = _finish(target, cursor, scopes, totals, search)
        target.execute("COMMIT")
    return _sealed(path, key, cursor, rows, sums)


def snapshot_of_connection(
    connection: sa.Connection, scopes: Sequence[str], path: Path, key: str, search: SearchStore
) -> SnapshotFile:
    """Streams the rows in chunks out of a read transaction that sees one state (repeatable read)."""
    with _building(path, key, search) as target:
        target.execute("BEGIN")
        cursor = FeedWriter.head(connection)
        found = connection.execute(sa.select(scope_sum.c.scope, scope_sum.c.total))
        totals: dict[str, int] = {row.scope: row.total for row in found}
        rows = {table.name: _stream_table(connection, target, table, scopes) for table in TABLES}
        sums = _finish(target, cursor, scopes, totals, search)
        target.execute("COMMIT")
    return _sealed(path, key, cursor, rows, sums)


@contextmanager
def _building(path: Path, key: str, search: SearchStore) -> Iterator[Any]:
    """A driver connection to the new, empty desk's database with the search store beside it."""
    target = _open_new(path, key)
    try:
        _create_empty(target)
        search.attach(target)
        yield target
    except BaseException:
        target.close()
        search.forget()
        raise
    target.close()


def _open_new(path: Path, key: str) -> Any:
    """A file that is thrown away if anything goes wrong: no journal, nothing flushed, nobody else on it."""
    path.unlink(missing_ok=True)
    uri = f"{path.absolute().as_uri()}?mode=rwc"
    target = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    pragmas = (
        f"key = \"x'{key}'\"", "cipher_memory_security = OFF", "main.journal_mode = OFF", "main.synchronous = OFF",
        "main.locking_mode = EXCLUSIVE", "temp_store = MEMORY", "cache_size = -64000",
    )  # fmt: skip
    for pragma in pragmas:
        target.execute(f"PRAGMA {pragma}")
    return target


def _create_empty(target: Any) -> None:
    target.execute("BEGIN")
    for statement in schema_statements("desk"):
        target.execute(statement)
    create_tables(target.execute)
    target.execute("COMMIT")


def _wanted(table: Table, scopes: Iterable[str]) -> list[Any]:
    """The values of the table's scope column in these scopes, or its one scope if it is among them."""
    if table.scope_column is None:
        return [scope for scope in scopes if scope == table.scope]
    head = f"{table.scope}:"
    found = [scope.removeprefix(head) for scope in scopes if scope.startswith(head)]
    is_text = isinstance(SYNCED[table.name].c[table.scope_column].type, sa.Text)
    return found if is_text else [int(value) for value in found]


def _copy_table(target: Any, table: Table, scopes: Sequence[str], totals: dict[str, int]) -> int:
    """Copies the table's pages where it is followed whole, else the rows of the wanted scopes.

    Whether a desk follows all of a table is told by the sums, which is good enough for stock but not for
    persons: theirs are always chosen row by row.
    """
    wanted = _wanted(table, scopes)
    if not wanted:
        return 0
    whole = table.scope == STOCK and set(_wanted(table, totals)) <= set(wanted)
    if table.scope_column is None or whole:
        done = target.execute(f"INSERT INTO main.{table.name} SELECT * FROM hub.{table.name}")
    else:
        marks = ", ".join("?" * len(wanted))
        columns = ", ".join((*table.columns, HASH))
        text = f"SELECT {columns} FROM hub.{table.name} WHERE {table.scope_column} IN ({marks})"
        done = target.execute(f"INSERT INTO main.{table.name} ({columns}) {text}", wanted)
    return int(done.rowcount)


def _stream_table(connection: sa.Connection, target: Any, table: Table, scopes: Sequence[str]) -> int:
    wanted = _wanted(table, scopes)
    if not wanted:
        return 0
    source = SYNCED[table.name]
    query = sa.select(*source.c).order_by(*(source.c[column] for column in table.key))
    if table.scope_column is not None:
        query = query.where(source.c[table.scope_column].in_(wanted))
    marks = ", ".join("?" * len(source.c))
    insert = f"INSERT INTO {table.name} VALUES ({marks})"
    count = 0
    streamed = connection.execution_options(stream_results=True).execute(query)
    for chunk in streamed.partitions(CHUNK_ROWS):
        target.executemany(insert, map(tuple, chunk))
        count += len(chunk)
    return count


def _finish(
    target: Any, cursor: Cursor, scopes: Sequence[str], totals: dict[str, int], search: SearchStore
) -> dict[str, int]:
    sums = {scope: totals.get(scope, 0) for scope in scopes}
    target.executemany("INSERT INTO main.scope_state (scope, total) VALUES (?, ?)", sums.items())
    followed = msgspec.json.encode(list(scopes)).decode()
    state = [("cursor", f"{cursor.position} {cursor.tag}"), ("scopes", followed)]
    target.executemany("INSERT INTO main.desk_state (name, value) VALUES (?, ?)", state)
    index_tails(target.execute)
    if CATALOGUE in scopes:
        search.fill(target, totals.get(CATALOGUE, 0))
    return sums


def _sealed(path: Path, key: str, cursor: Cursor, rows: dict[str, int], sums: dict[str, int]) -> SnapshotFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return SnapshotFile(path, key, path.stat().st_size, digest, cursor, rows, sums)
