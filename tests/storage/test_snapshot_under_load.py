"""Snapshots taken while eight desks write: each is the hub's rows at its position, and the feed goes on from there."""

import asyncio
import secrets
from pathlib import Path

import pytest

from storedesk.domain.tables import TABLE_BY_NAME, TABLES
from storedesk.hub.database import Database
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.snapshot_file import SnapshotFile
from tests.storage.desk_at_the_hub import DeskAtTheHub, set_up
from tests.storage.test_feed_under_load import PUSHES, SCOPES, WRITERS, Follower, write

pytestmark = pytest.mark.asyncio


def follower_of(snapshot: SnapshotFile, desk: DeskAtTheHub) -> Follower:
    """Somebody who begins with the file's rows at its position."""
    follower = Follower(desk, snapshot.cursor)
    reader = connect_sqlite(snapshot.path, snapshot.key, readonly=True)
    for table in TABLES:
        for values in reader.execute(f"SELECT * FROM {table.name}"):
            row = table.row(*values[:-1])
            assert row_hash(table.name, row) == values[-1]
            follower.rows[table.name, table.key_of(row)] = (table.scope_of(row), values[-1], row)
    reader.close()
    return follower


def assert_sums(follower: Follower, snapshot: SnapshotFile) -> None:
    for scope in SCOPES:
        own = sum_of(hash_ for there, hash_, _ in follower.rows.values() if there == scope)
        assert own == snapshot.sums[scope], f"{scope} at {snapshot.cursor.position}"
    assert {TABLE_BY_NAME[name].scope_of(row) for (name, _), (_, _, row) in follower.rows.items()} <= set(
        SCOPES
    )


async def test_a_snapshot_is_the_state_at_its_position_and_the_feed_leads_on(
    database: Database, tmp_path: Path
) -> None:
    await set_up(database)
    desks = [DeskAtTheHub(database, number) for number in range(WRITERS)]
    for desk in desks:
        await desk.enrol()
    writing = asyncio.gather(*(write(desk, seed) for seed, desk in enumerate(desks)))
    taken: list[SnapshotFile] = []
    while not writing.done():
        path = tmp_path / f"desk-{len(taken)}.db"
        taken.append(await database.snapshot(SCOPES, path, secrets.token_hex(32)))
    decided = sum(await writing)
    assert decided == WRITERS * PUSHES * 4
    positions = {snapshot.cursor.position for snapshot in taken}
    assert len(positions) > 1, "nothing was written while the files were made"
    for snapshot in taken:
        follower = follower_of(snapshot, desks[0])
        assert_sums(follower, snapshot)
        await follower.pull()
        codes = sum(
            row.wrong_codes for (name, _), (_, _, row) in follower.rows.items() if name == "fulfilment"
        )
        assert codes == decided
