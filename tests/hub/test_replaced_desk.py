"""A replaced desk is answered no more, keeps what it has not sent, and its code is never given again."""

import msgspec
import pytest

from storedesk.domain.ids import new_id
from storedesk.domain.records import Desk
from storedesk.protocol.wire import (
    ActionRecord,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    SnapshotReply,
    SnapshotRequest,
    WireError,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.rows import Rows
from tests.hub.running_hub import RunningHub, hello
from tests.small_shop import ELIN, GBG, MAJA

pytestmark = pytest.mark.asyncio


def action(hub: RunningHub, seq: int, kind: str, staff: int, **args: object) -> ActionRecord:
    return ActionRecord(
        id=new_id(hub.clock.now + seq, hub.random.randbytes),
        seq=seq,
        kind=kind,
        version=1,
        at=hub.clock.now,
        at_error=0,
        boot="boot",
        staff_id=staff,
        place_id=GBG,
        args=msgspec.Raw(msgspec.json.encode(args)),
    )


def push(*actions: ActionRecord) -> PushRequest:
    return PushRequest(epoch=1, first_seq=actions[0].seq, actions=list(actions), chain="")


async def desks(hub: RunningHub) -> dict[str, Desk]:
    rows = await hub.database.read(lambda connection: Rows(connection).among("desk", {"place_id": GBG}))
    return {stored.row.code: stored.row for stored in rows}


async def replaced(hub: RunningHub, desk: object, code: str, staff: int = MAJA) -> str:
    reply = await desk.call(push(action(hub, 1, "ReplaceDesk", staff, desk=code)))  # type: ignore[attr-defined]
    assert isinstance(reply, PushReply), reply
    return reply.decisions[0].outcome


async def test_enrolling_writes_the_desk_for_the_others_of_its_place(hub: RunningHub) -> None:
    first = await hub.desk()
    snapshot = await first.call(SnapshotRequest(scopes=(await hello(first)).scopes))
    assert isinstance(snapshot, SnapshotReply)
    await hub.desk()
    page = await first.call(PullRequest(cursor=snapshot.cursor, scopes=list(snapshot.sums)))
    assert isinstance(page, PullReply)
    assert [table.table for table in page.tables] == ["desk"]
    assert {code: row.state for code, row in (await desks(hub)).items()} == {
        "GBG-1": "active",
        "GBG-2": "active",
    }


async def test_a_manager_replaces_a_desk_and_the_hub_answers_it_no_more(hub: RunningHub) -> None:
    old, other = await hub.desk(), await hub.desk()
    assert await replaced(hub, other, "GBG-1") == "accepted"
    row = (await desks(hub))["GBG-1"]
    assert (row.state, row.replaced_by) == ("replaced", MAJA)
    assert (await hello(old)).revoked
    refused = await old.call(push(action(hub, 1, "OpenDay", ELIN, day="2026-11-23")))
    assert isinstance(refused, WireError)
    assert refused.number == WireErrorNumber.REVOKED
    assert not (await hello(other)).revoked


async def test_the_desk_that_takes_its_place_gets_a_code_of_its_own(hub: RunningHub) -> None:
    await hub.desk()
    other = await hub.desk()
    await replaced(hub, other, "GBG-1")
    assert (await hello(await hub.desk())).desk == "GBG-3"


async def test_a_sales_associate_replaces_no_desk_and_nobody_the_own_one(hub: RunningHub) -> None:
    await hub.desk()
    other = await hub.desk()
    first = action(hub, 1, "ReplaceDesk", ELIN, desk="GBG-1")
    reply = await other.call(push(first, action(hub, 2, "ReplaceDesk", MAJA, desk="GBG-2")))
    assert isinstance(reply, PushReply)
    assert [decision.outcome for decision in reply.decisions] == ["refused", "refused"]
    assert reply.decisions[1].reason == "OwnDesk"
    assert {row.state for row in (await desks(hub)).values()} == {"active"}


async def test_a_desk_of_another_place_is_not_replaced_from_here(hub: RunningHub) -> None:
    await hub.desk("MAL")
    here = await hub.desk("GBG")
    reply = await here.call(push(action(hub, 1, "ReplaceDesk", MAJA, desk="MAL-1")))
    assert isinstance(reply, PushReply)
    assert reply.decisions[0].reason == "NotThisPlace"
