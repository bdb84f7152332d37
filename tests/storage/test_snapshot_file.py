"""A desk's first file holds exactly its scopes at one position, from either engine."""

import asyncio
import random
import secrets
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from storedesk.domain.records import Product, Variant
from storedesk.domain.tables import TABLES, scopes_of_desk
from storedesk.hub.database import Database, SqliteDatabase
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.protocol.wire import Cursor
from storedesk.storage.all_tables import tables_of
from storedesk.storage.database_work import DatabaseTrouble
from storedesk.storage.desk_search import variants_matching
from storedesk.storage.engine import DatabaseDamaged, connect_sqlite
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import load_rows, prepare_hub, write_rows
from storedesk.storage.schema import SYNCED
from storedesk.storage.snapshot_file import SnapshotFile
from storedesk.storage.variant_search import index_products
from tests.small_shop import ALVA, GBG, MAL, RASK, articles, small_shop

pytestmark = pytest.mark.asyncio
ALL = scopes_of_desk(GBG, (1, 2, 9))
LESS = scopes_of_desk(GBG, (1,))


def tag() -> int:
    return random.Random(1).getrandbits(62)


async def filled(database: Database) -> Cursor:
    await database.write(lambda connection: prepare_hub(connection, "hub-1", tag))
    await database.write(lambda connection: load_rows(connection, small_shop(), tag))
    await database.write(lambda connection: write_rows(connection, articles(quantity=9), tag))
    return await database.read(FeedWriter.head)


async def build(database: Database, scopes: tuple[str, ...], folder: Path) -> SnapshotFile:
    return await database.snapshot(scopes, folder / "desk.db", secrets.token_hex(32))


def opened(snapshot: SnapshotFile) -> Any:
    return connect_sqlite(snapshot.path, snapshot.key)


def rows_in(snapshot: SnapshotFile) -> dict[str, list[tuple[Any, ...]]]:
    connection = opened(snapshot)
    try:
        return {table.name: connection.execute(f"SELECT * FROM {table.name}").fetchall() for table in TABLES}
    finally:
        connection.close()


def wanted_rows(connection: sa.Connection, scopes: tuple[str, ...]) -> dict[str, list[tuple[Any, ...]]]:
    wanted: dict[str, list[tuple[Any, ...]]] = {}
    for table in TABLES:
        source = SYNCED[table.name]
        found = connection.execute(sa.select(*source.c).order_by(*(source.c[name] for name in table.key)))
        rows = [tuple(row) for row in found]
        wanted[table.name] = [row for row in rows if table.scope_of(table.row(*row[:-1])) in scopes]
    return wanted


@pytest.mark.parametrize("scopes", [ALL, LESS, ("catalogue", "stock:2"), ("persons:2",)])
async def test_a_snapshot_holds_the_rows_of_its_scopes_and_no_others(
    database: Database, scopes: tuple[str, ...], tmp_path: Path
) -> None:
    await filled(database)
    snapshot = await build(database, scopes, tmp_path)
    wanted = await database.read(lambda connection: wanted_rows(connection, scopes))
    assert {name: sorted(rows) for name, rows in rows_in(snapshot).items()} == {
        name: sorted(rows) for name, rows in wanted.items()
    }
    assert snapshot.rows == {name: len(rows) for name, rows in wanted.items()}


async def test_its_sums_are_those_of_its_content(database: Database, tmp_path: Path) -> None:
    await filled(database)
    snapshot = await build(database, LESS, tmp_path)
    content: dict[str, list[int]] = {scope: [] for scope in LESS}
    for name, rows in rows_in(snapshot).items():
        table = next(table for table in TABLES if table.name == name)
        for row in rows:
            assert row[-1] == row_hash(name, row[:-1])
            content[table.scope_of(table.row(*row[:-1]))].append(row[-1])
    assert snapshot.sums == {scope: sum_of(hashes) for scope, hashes in content.items()}
    connection = opened(snapshot)
    assert dict(connection.execute("SELECT scope, total FROM scope_state").fetchall()) == snapshot.sums
    connection.close()


async def test_it_is_a_desks_database_with_the_hubs_cursor(database: Database, tmp_path: Path) -> None:
    cursor = await filled(database)
    snapshot = await build(database, LESS, tmp_path)
    assert snapshot.cursor == cursor
    connection = opened(snapshot)
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {table.name for table in tables_of("desk")} <= there
    assert not {"inbox", "feed", "device", "hub_state"} & there
    assert connection.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
    state = dict(connection.execute("SELECT name, value FROM desk_state").fetchall())
    assert state["cursor"] == f"{cursor.position} {cursor.tag}"
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA user_version").fetchone()[0] > 0
    connection.close()


def found(connection: Any, typed: str) -> list[int]:
    return [hit.variant.id for hit in variants_matching(connection, typed)]


async def test_its_search_finds_words_without_their_accents(database: Database, tmp_path: Path) -> None:
    await filled(database)
    connection = opened(await build(database, LESS, tmp_path))
    assert found(connection, "al skal") == [ALVA]
    assert len(found(connection, "vandringskanga")) == 1
    connection.close()


async def test_the_kept_search_is_that_of_the_catalogue_as_it_is(database: Database, tmp_path: Path) -> None:
    await filled(database)
    renamed = [row._replace(name="Ny \u00e4lg") for row in articles() if isinstance(row, Variant | Product)]
    seen: list[list[int]] = []
    for rows in ([], [], renamed, []):
        await database.write(lambda connection, rows=rows: write_rows(connection, rows, tag))
        connection = opened(await build(database, LESS, tmp_path))
        seen.append(found(connection, "skal"))
        connection.execute("UPDATE product SET name = 'skal' WHERE id = ?", (RASK,))
        index_products(connection, [RASK])
        assert RASK in found(connection, "skal")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in ("product_search", "search_part"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        connection.close()
    assert seen == [[ALVA], [ALVA], [], []]


async def test_a_failed_snapshot_leaves_the_next_one_whole(database: Database, tmp_path: Path) -> None:
    await filled(database)
    await build(database, LESS, tmp_path)
    with pytest.raises(DatabaseTrouble):
        await build(database, LESS, tmp_path / "nowhere")
    connection = opened(await build(database, LESS, tmp_path))
    assert found(connection, "skaljacka") == [ALVA]
    connection.close()


async def test_it_is_encrypted_with_its_own_key(database: Database, tmp_path: Path) -> None:
    await filled(database)
    snapshot = await build(database, LESS, tmp_path)
    raw = snapshot.path.read_bytes()
    assert len(raw) == snapshot.size
    assert b"Skaljacka" not in raw
    assert not raw.startswith(b"SQLite")
    with pytest.raises(DatabaseDamaged):
        connect_sqlite(snapshot.path, secrets.token_hex(32))


async def test_what_is_written_meanwhile_is_whole_or_not_in_it(database: Database, tmp_path: Path) -> None:
    await filled(database)
    stop = asyncio.Event()

    async def write() -> None:
        quantity = 10
        while not stop.is_set():
            quantity += 1
            rows = articles(quantity=quantity)
            await database.write(lambda connection, rows=rows: write_rows(connection, rows, tag))

    writing = asyncio.create_task(write())
    try:
        for number in range(3):
            folder = tmp_path / str(number)
            folder.mkdir()
            snapshot = await build(database, ALL, folder)
            quantities = {row[3] for row in rows_in(snapshot)["stock_level"]}
            assert len(quantities) == 1
            hashes = [row[-1] for row in rows_in(snapshot)["stock_level"] if row[0] == MAL]
            assert sum_of(hashes) == snapshot.sums[f"stock:{MAL}"]
    finally:
        stop.set()
        await writing


async def test_a_place_without_room_is_trouble_and_leaves_nothing(tmp_path: Path) -> None:
    database = SqliteDatabase(tmp_path / "hub.db", secrets.token_hex(32), tmp_path / "snapshots")
    await filled(database)
    with pytest.raises(DatabaseTrouble):
        await build(database, LESS, tmp_path / "nowhere")
    await database.close()
    assert not (tmp_path / "nowhere").exists()
