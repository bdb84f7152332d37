"""A real runner with much to fetch: long pulls, a scope gone wrong, and what a restart finds half done."""

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from storedesk.desk.bring_in import BringIn, PieceSize
from storedesk.protocol.desk_rows import BringingIn
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.hub_rows import write_rows
from storedesk.sync.catch_up import CatchUp
from tests.day.day_desk import DayDesk
from tests.hub.running_hub import RunningHub, running_hub
from tests.small_shop import ALVA, GBG, articles, fulfilment_id, pickup, small_shop

pytestmark = pytest.mark.asyncio
STOCK = f"stock:{GBG}"
MANY = 160


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[DayDesk]:
    async with running_hub(tmp_path, rows=small_shop()) as hub:
        desk = DayDesk(tmp_path / "desk", hub, GBG, 0)
        await desk.enrol("GBG")
        yield desk
        await desk.close()


async def write(hub: RunningHub, rows: list[Any]) -> None:
    await hub.database.write(lambda connection: write_rows(connection, rows, hub.tag))


async def many_orders(hub: RunningHub) -> None:
    await write(hub, [row for number in range(70_000, 70_000 + MANY) for row in pickup(number, {ALVA: 1})])


async def assert_level(desk: DayDesk) -> None:
    """A round without trouble, after which all sums agree."""
    await desk.sync()
    assert (desk.states[-1].problem, desk.states[-1].refetching) == ("", False)
    theirs = dict(
        await desk.hub.database.read(
            lambda connection: connection.exec_driver_sql("SELECT scope, total FROM scope_sum").fetchall()
        )  # type: ignore[arg-type]
    )
    own = desk.query("SELECT scope, total, refetching FROM scope_state")
    assert [row for row in own if row[1] != theirs.get(row[0], 0) or row[2]] == []


async def test_a_long_pull_comes_in_beside_own_work_and_says_so(desk: DayDesk) -> None:
    desk.must("ClaimPickup", fulfilment_id=fulfilment_id(48201))
    await many_orders(desk.hub)
    assert desk.query("SELECT count(*) FROM orders")[0][0] < MANY
    desk.states.clear()
    await desk.sync()
    assert any(state.refetching for state in desk.states)
    assert desk.query("SELECT count(*) FROM orders")[0][0] > MANY
    assert desk.query("SELECT count(*) FROM incoming") == [(0,)]
    assert desk.query(f"SELECT state FROM fulfilment WHERE id = '{fulfilment_id(48201)}'") == [("claimed",)]
    await assert_level(desk)


async def test_a_scope_gone_wrong_is_fetched_with_its_progress_and_nothing_else(desk: DayDesk) -> None:
    before = desk.query("SELECT * FROM stock_level ORDER BY 1, 2, 3")
    with desk.opened.store.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM stock_level WHERE location_id = {GBG}")
        connection.exec_driver_sql(f"UPDATE scope_state SET total = 0 WHERE scope = '{STOCK}'")
    desk.states.clear()
    await desk.sync()
    assert any(state.refetching for state in desk.states)
    assert desk.query("SELECT * FROM stock_level ORDER BY 1, 2, 3") == before
    assert list(desk.profile.folder.glob("desk-*.db")) == [desk.files.database(desk.opened)[0]]
    await assert_level(desk)


@pytest.mark.parametrize("pieces", [0, 1, 4])
async def test_what_was_half_in_when_the_worker_ended_is_finished_without_the_hub(
    desk: DayDesk, pieces: int
) -> None:
    await many_orders(desk.hub)
    await half_in(desk, pieces)
    desk.must("ClaimPickup", fulfilment_id=fulfilment_id(48201))
    desk.line.cut = True
    await desk.sync()
    assert desk.query("SELECT count(*) FROM orders")[0][0] > MANY
    assert desk.query(f"SELECT state FROM fulfilment WHERE id = '{fulfilment_id(48201)}'") == [("claimed",)]
    assert desk.opened.store.bringing_in() is None
    desk.line.cut = False
    await assert_level(desk)


async def test_a_snapshot_lost_half_way_is_fetched_again(desk: DayDesk) -> None:
    await write(desk.hub, articles(quantity=4))
    await half_in(desk, 1, file="desk-gone.db")
    await desk.sync()
    await assert_level(desk)
    assert desk.query(f"SELECT DISTINCT quantity FROM stock_level WHERE location_id = {GBG}") == [(4,)]


async def test_a_start_clears_fetched_files_away_that_nothing_needs(desk: DayDesk) -> None:
    (desk.profile.folder / "desk-0123456789ab.db").write_bytes(b"left")
    await many_orders(desk.hub)
    await half_in(desk, 1, file="desk-ba9876543210.db")
    needed = desk.profile.folder / "desk-ba9876543210.db"
    needed.write_bytes(b"needed")
    desk.opened.store.close()
    opened = desk.files.open()
    found = {path.name for path in desk.profile.folder.glob("desk-*.db")}
    assert found == {needed.name, opened.secrets.current}
    opened.store.close()


async def half_in(desk: DayDesk, pieces: int, file: str = "") -> None:
    """The rows of a long pull are here, and some of them are in."""
    store = desk.opened.store
    followed = store.link().scopes
    exchange = CatchUp(store, lambda page: None).gather(followed)
    requests: Any = next(exchange)
    while requests is not None:
        answers = [await desk.client.call(request) for request in requests]
        requests = None
        with suppress(StopIteration):
            requests = exchange.send(answers)
    staged = store.staged()
    assert staged is not None
    work = BringingIn(followed=list(followed), end=staged.end, sums=staged.sums, file=file)
    store.begin_bringing_in(work)
    reader = connect_sqlite(*desk.files.database(desk.opened), readonly=True)
    job = BringIn(store, reader, work, None, PieceSize(5))
    for _ in range(pieces):
        piece = job.next_piece()
        assert piece is not None
        job.write(piece)
    reader.close()
