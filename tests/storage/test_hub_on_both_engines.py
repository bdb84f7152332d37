"""The hub decides the same on SQLite and on PostgreSQL."""

import asyncio
import random

import msgspec
import pytest

from storedesk.actions.registry import KINDS
from storedesk.desk.device_key import DeviceKey
from storedesk.domain.ids import new_id
from storedesk.hub.database import Database
from storedesk.hub.enrolment import Applicant, make_code
from storedesk.hub.handle import Hub
from storedesk.protocol.enrolment import EnrolReply, EnrolRequest
from storedesk.protocol.wire import (
    WIRE_VERSION,
    ActionRecord,
    Cursor,
    HelloReply,
    HelloRequest,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    Reply,
    Request,
)
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import first_broken_audit_row
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.hub_setup import set_up_hub
from tests.small_shop import ELIN, GBG, NOW, fulfilment_id, small_shop

pytestmark = pytest.mark.asyncio


class Desk:
    """Enrols and speaks to the hub's decisions directly."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.source = random.Random(seed)
        self.hub = Hub(lambda: self.source.getrandbits(62))
        self.id = ""

    async def enrol(self) -> EnrolReply:
        key = DeviceKey.new(self.source.randbytes)
        code = await self.database.write(
            lambda connection: make_code(connection, "GBG", "test", NOW, self.source.randbytes)
        )
        request = EnrolRequest(
            code=code, public_key=key.public_key, device_name="x", proof=key.enrol_proof(code, "x")
        )
        applicant = Applicant("hub-1", request, self.source.randbytes)
        reply = await self.database.write(lambda connection: applicant.enrol(connection, NOW))
        assert isinstance(reply, EnrolReply)
        self.id = reply.device_id
        return reply

    async def ask(self, request: Request) -> Reply:
        run = self.database.read if isinstance(request, PullRequest) else self.database.write
        return await run(lambda connection: self.hub.handle(connection, self.id, request, NOW))

    def record(self, seq: int, kind: str, **args: object) -> ActionRecord:
        return ActionRecord(
            id=new_id(NOW, self.source.randbytes), seq=seq, kind=kind, version=KINDS[kind].version, at=NOW,
            at_error=0, boot="b", staff_id=ELIN, place_id=GBG, args=msgspec.Raw(msgspec.json.encode(args)),
        )  # fmt: skip

    async def push(self, records: list[ActionRecord]) -> PushReply:
        request = PushRequest(epoch=1, first_seq=records[0].seq, actions=records, chain="")
        reply = await self.ask(request)
        assert isinstance(reply, PushReply), reply
        return reply


async def set_up(database: Database) -> Cursor:
    source = random.Random(5)
    await database.write(lambda connection: set_up_hub(connection, "hub-1", lambda: source.getrandbits(62)))
    await database.write(
        lambda connection: write_rows(connection, small_shop(), lambda: source.getrandbits(62))
    )
    return await database.read(FeedWriter.head)


async def test_a_pickup_is_claimed_pushed_twice_and_pulled_once(database: Database) -> None:
    cursor = await set_up(database)
    desk = Desk(database, 1)
    await desk.enrol()
    hello = await desk.ask(HelloRequest(app="x", wire=WIRE_VERSION, epoch=1, cursor=cursor, last_seq=0))
    assert isinstance(hello, HelloReply)
    claim = desk.record(1, "ClaimPickup", fulfilment_id=fulfilment_id(48201))
    first, second = await desk.push([claim]), await desk.push([claim])
    assert first.decisions == second.decisions
    assert first.decisions[0].outcome == "accepted"
    page = await desk.ask(PullRequest(cursor=cursor, scopes=hello.scopes))
    assert isinstance(page, PullReply)
    assert page.end.position == first.decisions[0].position
    assert "fulfilment" in {table.table for table in page.tables}


async def test_setting_up_twice_changes_nothing(database: Database) -> None:
    cursor = await set_up(database)
    await database.write(lambda connection: set_up_hub(connection, "other", lambda: 1))
    assert await database.read(FeedWriter.head) == cursor


async def test_desks_that_enrol_at_once_get_numbers_of_their_own(database: Database) -> None:
    await set_up(database)
    first = await Desk(database, 0).enrol()
    others = await asyncio.gather(*(Desk(database, seed).enrol() for seed in range(1, 6)))
    numbers = sorted(reply.number for reply in (first, *others))
    assert numbers == [1, 2, 3, 4, 5, 6]
    assert len({reply.place_key for reply in (first, *others)}) == 1


async def test_desks_that_claim_the_same_pickups_at_once_leave_one_order_of_events(
    database: Database,
) -> None:
    cursor = await set_up(database)
    desks = [Desk(database, seed) for seed in range(4)]
    for desk in desks:
        await desk.enrol()
    replies = await asyncio.gather(
        *(
            desk.push(
                [desk.record(n, "ClaimPickup", fulfilment_id=fulfilment_id(48200 + n)) for n in range(1, 5)]
            )
            for desk in desks
        )
    )
    outcomes = [decision.outcome for reply in replies for decision in reply.decisions]
    assert len(outcomes) == 16
    assert outcomes.count("accepted") >= 4
    assert await database.read(first_broken_audit_row) is None
    head = await database.read(FeedWriter.head)
    assert head.position == max(decision.position for reply in replies for decision in reply.decisions)
    assert head.position > cursor.position
