"""A desk's client and the hub's application, speaking HTTP to each other in one process."""

import errno
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from storedesk.desk.hub_failures import Refused, SnapshotDamaged
from storedesk.hub.openapi import document
from storedesk.hub.snapshots import AFTER_FETCH_MS, LIVES_MS
from storedesk.protocol.wire import Cursor, PullReply, PullRequest, SnapshotReply, SnapshotRequest, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.desk_search import variants_matching
from storedesk.storage.engine import driver_of, open_sqlite
from storedesk.storage.hub_rows import write_rows
from tests.hub.running_hub import RunningHub, hello, hello_request, running_hub
from tests.small_shop import ALVA, articles

pytestmark = pytest.mark.asyncio


async def snapshot(hub: RunningHub, desk: Any) -> SnapshotReply:
    reply = await desk.call(SnapshotRequest(scopes=(await hello(desk)).scopes))
    assert isinstance(reply, SnapshotReply), reply
    return reply


async def test_a_desk_says_hello_and_learns_its_rights(hub: RunningHub) -> None:
    reply = await hello(await hub.desk("GBG"))
    assert (reply.place_code, reply.desk, reply.revoked) == ("GBG", "GBG-1", False)
    assert {"catalogue", "orders", "persons:1", "stock:1"} <= set(reply.scopes)


async def test_a_desk_begins_with_a_snapshot_and_pulls_what_follows(hub: RunningHub, tmp_path: Path) -> None:
    desk = await hub.desk()
    reply = await snapshot(hub, desk)
    await desk.fetch_snapshot(reply, tmp_path / "desk.db", lambda _had, _all: None)
    await hub.database.write(lambda connection: write_rows(connection, articles(quantity=7), hub.tag))
    page = await desk.call(PullRequest(cursor=reply.cursor, scopes=list(reply.sums)))
    assert isinstance(page, PullReply)
    assert {table.table for table in page.tables} == {"stock_level"}
    assert page.start == reply.cursor
    assert page.sums.keys() == reply.sums.keys()


async def test_a_snapshot_tells_its_progress_and_opens_with_its_key(hub: RunningHub, tmp_path: Path) -> None:
    desk, told = await hub.desk(), list[tuple[int, int]]()
    reply = await snapshot(hub, desk)
    await desk.fetch_snapshot(reply, tmp_path / "desk.db", lambda had, size: told.append((had, size)))
    assert told[0] == (0, reply.size)
    assert told[-1] == (reply.size, reply.size)
    engine = open_sqlite(tmp_path / "desk.db", reply.key)
    with engine.connect() as connection:
        names = connection.execute(sa.text("SELECT name FROM variant ORDER BY id")).scalars().all()
        found = variants_matching(driver_of(connection), "alv")
        assert names[0] == "Skaljacka Alva"
        assert [hit.variant.id for hit in found] == [ALVA]
    engine.dispose()


async def test_a_broken_transfer_goes_on_where_it_stopped(hub: RunningHub, tmp_path: Path) -> None:
    desk, told = await hub.desk(), list[int]()
    reply = await snapshot(hub, desk)
    whole = next((tmp_path / "snapshots").glob("*.db")).read_bytes()
    (tmp_path / f"{reply.file}.part").write_bytes(whole[:100_000])
    await desk.fetch_snapshot(reply, tmp_path / "desk.db", lambda had, _all: told.append(had))
    assert told[0] == 100_000
    assert (tmp_path / "desk.db").read_bytes() == whole


async def test_a_damaged_transfer_is_thrown_away_and_begins_anew(hub: RunningHub, tmp_path: Path) -> None:
    desk = await hub.desk()
    reply = await snapshot(hub, desk)
    (tmp_path / f"{reply.file}.part").write_bytes(b"x" * 100_000)
    with pytest.raises(SnapshotDamaged):
        await desk.fetch_snapshot(reply, tmp_path / "desk.db", lambda _had, _all: None)
    await desk.fetch_snapshot(reply, tmp_path / "desk.db", lambda _had, _all: None)
    assert (tmp_path / "desk.db").stat().st_size == reply.size


async def test_a_fetched_snapshot_is_soon_gone_and_a_forgotten_one_after_an_hour(
    hub: RunningHub, tmp_path: Path
) -> None:
    desk, other = await hub.desk(), await hub.desk()
    fetched, forgotten = await snapshot(hub, desk), await snapshot(hub, other)
    await desk.fetch_snapshot(fetched, tmp_path / "desk.db", lambda _had, _all: None)
    hub.clock.now += AFTER_FETCH_MS
    with pytest.raises(Refused) as refused:
        await desk.fetch_snapshot(fetched, tmp_path / "again.db", lambda _had, _all: None)
    assert refused.value.error.number == WireErrorNumber.UNKNOWN_CURSOR
    hub.clock.now += LIVES_MS
    with pytest.raises(Refused):
        await other.fetch_snapshot(forgotten, tmp_path / "late.db", lambda _had, _all: None)
    assert list((tmp_path / "snapshots").glob("*.db")) == []


async def test_a_snapshot_is_for_the_desk_that_asked(hub: RunningHub, tmp_path: Path) -> None:
    desk, other = await hub.desk(), await hub.desk()
    reply = await snapshot(hub, desk)
    with pytest.raises(Refused):
        await other.fetch_snapshot(reply, tmp_path / "other.db", lambda _had, _all: None)
    assert not (tmp_path / "other.db").exists()


async def test_scopes_of_another_store_are_not_given(hub: RunningHub) -> None:
    desk = await hub.desk("GBG")
    reply = await desk.call(SnapshotRequest(scopes=["catalogue", "persons:2"]))
    assert isinstance(reply, WireError)
    assert reply.number == WireErrorNumber.SCOPE_NOT_ALLOWED


async def test_a_cursor_nobody_gave_out_is_unknown(hub: RunningHub) -> None:
    desk = await hub.desk()
    reply = await desk.call(PullRequest(cursor=Cursor(1, 1), scopes=["catalogue"]))
    assert isinstance(reply, WireError)
    assert reply.number == WireErrorNumber.UNKNOWN_CURSOR


async def test_a_full_disk_is_busy_and_nothing_else(tmp_path: Path) -> None:
    class Full:
        def handle(self, connection: object, device_id: str, request: object, now: int) -> object:
            raise OSError(errno.ENOSPC, "no space left")

    async with running_hub(tmp_path, Full()) as hub:
        reply = await (await hub.desk()).call(hello_request())
    assert isinstance(reply, WireError)
    assert reply.number == WireErrorNumber.BUSY


async def test_a_bug_answers_one_request_and_is_logged(tmp_path: Path) -> None:
    class Wrong:
        def handle(self, connection: object, device_id: str, request: object, now: int) -> object:
            raise ZeroDivisionError("secret of a customer")

    async with running_hub(tmp_path, Wrong()) as hub:
        desk = await hub.desk()
        reply = await desk.call(hello_request())
        assert isinstance(reply, WireError)
        assert (reply.number, reply.detail) == (WireErrorNumber.BUSY, "internal error")
        assert [entry["trace"][0] for entry in hub.log if entry["event"] == "bug"] == ["ZeroDivisionError"]


async def test_health_is_open_to_everybody(hub: RunningHub) -> None:
    async with hub.plain() as anybody:
        answer = await anybody.get("/v1/health")
    assert (answer.status_code, answer.json()["status"], answer.json()["instance"]) == (200, "ok", "hub-1")


async def test_the_openapi_document_describes_every_address_by_the_structs(hub: RunningHub) -> None:
    async with hub.plain() as anybody:
        served = (await anybody.get("/v1/openapi.json")).json()
    addresses = {route.path for route in hub.app.routes} - {"/v1/openapi.json"}
    assert {path.replace(":str", "") for path in addresses} == set(served["paths"])
    schemas = served["components"]["schemas"]
    assert set(schemas["ActionRecord"]["required"]) >= {"id", "seq", "kind", "args"}
    used = {
        part.split('"')[0] for part in str(document()).replace("'", '"').split("#/components/schemas/")[1:]
    }
    assert used <= set(schemas)


async def test_large_replies_travel_packed(hub: RunningHub) -> None:
    desk = await hub.desk()
    reply = await snapshot(hub, desk)
    await hub.database.write(lambda connection: write_rows(connection, articles(quantity=8), hub.tag))
    page = await desk.call(PullRequest(cursor=reply.cursor, scopes=list(reply.sums)))
    assert isinstance(page, PullReply)
    assert sum(len(table.rows) for table in page.tables) == 9
