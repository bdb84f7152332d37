"""Eight desks write at once while somebody follows the feed: nothing is missed, nothing comes back older."""

import asyncio
import random
from typing import Any

import pytest

from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.hub.database import Database
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.protocol.wire import Cursor, PullReply, PullRequest, PushRequest, WireError
from storedesk.storage.hub_inbox import first_broken_audit_row
from storedesk.storage.hub_rows import write_rows
from tests.small_shop import ALVA, GBG, MAJA, fulfilment_id
from tests.storage.desk_at_the_hub import DeskAtTheHub, set_up

pytestmark = pytest.mark.asyncio
WRITERS, PUSHES = 8, 6
SCOPES = ["places", "catalogue", "orders", f"persons:{GBG}", f"tasks:{GBG}", f"staff:{GBG}", f"stock:{GBG}"]


class Follower:
    """Copies the feed by pages and proves each page against the sums that come with it."""

    def __init__(self, desk: DeskAtTheHub, cursor: Cursor) -> None:
        self.desk, self.cursor = desk, cursor
        self.rows: dict[tuple[str, Key], tuple[str, int, Any]] = {}
        self.pages = 0

    async def pull(self) -> None:
        page = await self.desk.ask(PullRequest(cursor=self.cursor, scopes=SCOPES))
        assert isinstance(page, PullReply), page
        for table in page.tables:
            spec = TABLE_BY_NAME[table.table]
            for values, hash_ in zip(table.rows, table.hashes, strict=True):
                row = spec.row(*values)
                assert row_hash(spec.name, row) == hash_
                self.rows[spec.name, spec.key_of(row)] = (spec.scope_of(row), hash_, row)
        assert page.end.position >= self.cursor.position
        self.cursor = page.end
        self.pages += 1
        for scope in SCOPES:
            own = sum_of(hash_ for there, hash_, _ in self.rows.values() if there == scope)
            assert own == page.sums[scope], f"{scope} at {page.end.position}, page {self.pages}"


async def write(desk: DeskAtTheHub, seed: int) -> int:
    """Pushes work on the same few pickups in an order of its own; the number of decisions."""
    source, decided, seq = random.Random(seed), 0, 1
    for _ in range(PUSHES):
        pickups = source.sample(range(48201, 48207), 4)
        records = [
            desk.record(seq + number, "EnterWrongCode", fulfilment_id=fulfilment_id(pickup))
            for number, pickup in enumerate(pickups)
        ]
        while records:
            reply = await desk.push(records)
            assert {decision.outcome for decision in reply.decisions} == {"accepted"}
            done = len(reply.decisions)
            assert reply.expected == records[0].seq + done
            decided, seq, records = decided + done, seq + done, records[done:]
    return decided


async def test_nothing_is_missed_and_nothing_comes_back_older(database: Database) -> None:
    _, start = await set_up(database)
    desks = [DeskAtTheHub(database, number) for number in range(WRITERS)]
    for desk in desks:
        await desk.enrol()
    follower = Follower(desks[0], start)
    writing = asyncio.gather(*(write(desk, seed) for seed, desk in enumerate(desks)))
    while not writing.done():
        await follower.pull()
    decided = sum(await writing)
    await follower.pull()
    assert decided == WRITERS * PUSHES * 4
    codes = sum(row.wrong_codes for (name, _), (_, _, row) in follower.rows.items() if name == "fulfilment")
    assert codes == decided
    assert follower.pages > 2
    assert await database.read(first_broken_audit_row) is None


async def test_two_desks_that_hand_over_the_same_parcel_at_once_leave_one_task(database: Database) -> None:
    await set_up(database)
    first, second = DeskAtTheHub(database, 1), DeskAtTheHub(database, 2)
    await first.enrol()
    await second.enrol()
    parcel = await first.make_ready(48201)
    seq = {first: 5, second: 1}
    replies = await asyncio.gather(*(
        desk.push([desk.record(seq[desk], "HandOver", fulfilment_id=fulfilment_id(48201), parcels=[parcel])])
        for desk in (first, second)
    ))  # fmt: skip
    outcomes = sorted(reply.decisions[0].outcome for reply in replies)
    assert outcomes == ["accepted", "accepted_with_conflict"]
    levels = await database.read(lambda connection: connection.exec_driver_sql(
        f"SELECT quantity FROM stock_level WHERE location_id = {GBG} AND variant_id = {ALVA} AND bucket = 0"
    ).scalar_one())  # fmt: skip
    assert levels == 49


async def test_work_from_outside_and_from_desks_may_meet(database: Database) -> None:
    rows, start = await set_up(database)
    desks = [DeskAtTheHub(database, number) for number in range(3)]
    for desk in desks:
        await desk.enrol()
    levels = [row for row in rows if type(row).__name__ == "StockLevel"]

    async def deliver(number: int) -> None:
        for step in range(8):
            changed = [row._replace(incoming=number * 100 + step) for row in levels]
            await database.write(
                lambda connection, changed=changed: write_rows(connection, changed, desks[0].tag)
            )

    follower = Follower(desks[0], start)
    await asyncio.gather(deliver(1), deliver(2), *(write(desk, 50 + n) for n, desk in enumerate(desks)))
    await follower.pull()
    assert await database.read(first_broken_audit_row) is None


async def test_what_a_desk_writes_badly_is_parked_and_the_rest_goes_on(database: Database) -> None:
    await set_up(database)
    desk = DeskAtTheHub(database, 1)
    await desk.enrol()
    known = fulfilment_id(48201)
    records = [
        desk.record(1, "ClaimPickup", fulfilment_id=known),
        desk.record(2, "HandOver", fulfilment_id=known, parcels=[], override="a\x00b"),
        desk.record(3, "Pick", fulfilment_id=known, lines=[{"line": 1 << 70, "quantity": 1}]),
        desk.raw(4, "ClaimPickup", b'["not", "an object"]'),
        desk.raw(5, "TeachTheParrot", b"{}"),
        desk.record(6, "EnterWrongCode", staff_id=(1 << 31) - 1, fulfilment_id=known),
        desk.record(7, "EnterWrongCode", fulfilment_id=known),
    ]
    reply = await desk.push(records)
    outcomes = [decision.outcome for decision in reply.decisions]
    assert outcomes == ["accepted", "parked", "parked", "parked", "parked", "refused", "accepted"]
    assert (await desk.push(records)).decisions == reply.decisions


async def test_a_number_that_comes_twice_ends_the_push_before_it_can_do_harm(database: Database) -> None:
    _, start = await set_up(database)
    desk = DeskAtTheHub(database, 1)
    await desk.enrol()
    twice = [desk.record(1, "EnterWrongCode", fulfilment_id=fulfilment_id(48201)) for _ in range(2)]
    reply = await desk.push(twice)
    assert [decision.action_id for decision in reply.decisions] == [twice[0].id]
    follower = Follower(desk, start)
    await follower.pull()
    answer = await desk.ask(PushRequest(epoch=1, first_seq=1, actions=[twice[1]], chain=""))
    assert isinstance(answer, WireError)
    assert answer.expected == 2, "the device begins again under a new epoch"
    await follower.pull()


async def test_an_action_that_cannot_be_written_leaves_the_others_of_its_push(database: Database) -> None:
    """The person whose rights ended still did it: a fact stays, with a task; a wish does not."""
    await set_up(database)
    desk = DeskAtTheHub(database, 1)
    await desk.enrol()
    parcel = await desk.make_ready(48201)
    other = [
        desk.record(5, "HandOver", staff_id=77, fulfilment_id=fulfilment_id(48201), parcels=[parcel]),
        desk.record(6, "ClaimPickup", staff_id=77, fulfilment_id=fulfilment_id(48202)),
        desk.record(7, "ClaimPickup", staff_id=MAJA, fulfilment_id=fulfilment_id(48202)),
    ]
    reply = await desk.push(other)
    assert [decision.outcome for decision in reply.decisions] == [
        "accepted_with_conflict",
        "refused",
        "accepted",
    ]
