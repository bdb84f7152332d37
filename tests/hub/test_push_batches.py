"""Pushes that wait while the writer is busy share a transaction; each is answered for itself, after the commit."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio

from storedesk.hub.database import SqliteDatabase
from storedesk.hub.handle import Hub
from storedesk.hub.push_batches import MOST_ACTIONS, Push, PushBatches
from storedesk.protocol.wire import PushReply, PushRequest, Reply
from storedesk.storage.database_work import Connection, DatabaseTrouble, Work
from storedesk.storage.hub_inbox import first_broken_audit_row
from tests.small_shop import NOW, fulfilment_id
from tests.storage.desk_at_the_hub import DeskAtTheHub, set_up

pytestmark = pytest.mark.asyncio
T = TypeVar("T")
KEY = "5a" * 32
DESKS = 12


class Watched(SqliteDatabase):
    """Counts transactions, and gives up those that a test names just before their commit."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "hub.db", KEY, folder / "snapshots")
        self.transactions = 0
        self.to_fail = 0

    async def write(self, work: Work[T]) -> T:
        self.transactions += 1

        def watched(connection: Connection) -> T:
            result = work(connection)
            if self.to_fail:
                self.to_fail -= 1
                raise DatabaseTrouble("the disk is full")
            return result

        return await super().write(watched)


class Poisoned(Hub):
    """Breaks over the pushes of one device."""

    poison = "device-3"

    def handle_pushes(
        self, connection: Connection, pushes: Sequence[Push], now: int, go_on: Callable[[], bool]
    ) -> list[Reply | None]:
        if any(push.device_id == self.poison for push in pushes):
            raise ZeroDivisionError
        return super().handle_pushes(connection, pushes, now, go_on)


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Watched]:
    opened = Watched(tmp_path)
    await set_up(opened)
    yield opened
    await opened.close()


async def desks_at(database: Watched, number: int = DESKS) -> list[DeskAtTheHub]:
    desks = [DeskAtTheHub(database, index) for index in range(number)]
    for desk in desks:
        await desk.enrol()
    database.transactions = 0
    return desks


def push_of(desk: DeskAtTheHub, first: int = 1, actions: int = 1) -> PushRequest:
    records = [
        desk.record(seq, "EnterWrongCode", fulfilment_id=fulfilment_id(48201))
        for seq in range(first, first + actions)
    ]
    return desk.push_request(records)


def batches_of(database: Watched, desk: DeskAtTheHub, hub: type[Hub] = Hub, step: float = 0.0) -> PushBatches:
    """``step`` is how many seconds go by each time the clock is looked at."""
    ticks = count()
    return PushBatches(database, hub(desk.tag), lambda: NOW, lambda: next(ticks) * step)


async def order_of_decisions(database: Watched) -> list[str]:
    text = "SELECT device_id FROM audit ORDER BY number"
    return await database.read(lambda c: [str(row[0]) for row in c.exec_driver_sql(text)])


async def test_what_waits_shares_a_transaction_in_the_order_of_arrival(database: Watched) -> None:
    desks = await desks_at(database)
    batches = batches_of(database, desks[0])
    replies = await asyncio.gather(*(batches.push(desk.id, push_of(desk)) for desk in desks))
    assert [reply.expected for reply in replies if isinstance(reply, PushReply)] == [2] * DESKS
    assert database.transactions == 2, "the first alone, and then all who waited for it"
    assert await order_of_decisions(database) == [desk.id for desk in desks]
    assert await database.read(first_broken_audit_row) is None


async def test_a_transaction_takes_no_more_than_fifty_actions(database: Watched) -> None:
    desks = await desks_at(database)
    batches = batches_of(database, desks[0])
    await asyncio.gather(*(batches.push(desk.id, push_of(desk, actions=20)) for desk in desks))
    assert database.transactions == 1 + -(-(DESKS - 1) // (MOST_ACTIONS // 20))
    assert len(await order_of_decisions(database)) == DESKS * 20


async def test_a_transaction_that_has_taken_long_leaves_the_rest_to_the_next(database: Watched) -> None:
    desks = await desks_at(database)
    batches = batches_of(database, desks[0], step=1.0)
    await asyncio.gather(*(batches.push(desk.id, push_of(desk)) for desk in desks))
    assert database.transactions == DESKS
    assert await order_of_decisions(database) == [desk.id for desk in desks]


async def test_pushes_of_one_device_follow_each_other(database: Watched) -> None:
    (desk,) = await desks_at(database, 1)
    batches = batches_of(database, desk)
    replies = await asyncio.gather(*(batches.push(desk.id, push_of(desk, first)) for first in (1, 2, 3)))
    assert [(reply.expected, reply.gap) for reply in replies if isinstance(reply, PushReply)] == [
        (2, False), (3, False), (4, False),
    ]  # fmt: skip


async def test_a_commit_that_fails_answers_nobody_and_leaves_nothing(database: Watched) -> None:
    desks = await desks_at(database)
    batches = batches_of(database, desks[0])
    pushes = {desk: push_of(desk) for desk in desks}
    database.to_fail = 1_000
    failed = await asyncio.gather(
        *(batches.push(desk.id, pushes[desk]) for desk in desks), return_exceptions=True
    )
    assert {type(error) for error in failed} == {DatabaseTrouble}
    assert await order_of_decisions(database) == []
    database.to_fail = 0
    again = await asyncio.gather(*(batches.push(desk.id, pushes[desk]) for desk in desks))
    assert all(isinstance(reply, PushReply) and reply.decisions for reply in again)


async def test_a_commit_that_fails_once_is_done_again_for_each_alone(database: Watched) -> None:
    desks = await desks_at(database)
    batches = batches_of(database, desks[0])
    first = asyncio.ensure_future(batches.push(desks[0].id, push_of(desks[0])))
    rest = [asyncio.ensure_future(batches.push(desk.id, push_of(desk))) for desk in desks[1:]]
    await first
    database.to_fail = 1
    await asyncio.gather(*rest)
    assert sorted(await order_of_decisions(database)) == sorted(desk.id for desk in desks)


async def test_one_push_that_breaks_is_no_harm_to_the_others(database: Watched) -> None:
    desks = await desks_at(database)
    batches = batches_of(database, desks[0], Poisoned)
    replies = await asyncio.gather(
        *(batches.push(desk.id, push_of(desk)) for desk in desks), return_exceptions=True
    )
    broken = [
        desk.id for desk, reply in zip(desks, replies, strict=True) if isinstance(reply, ZeroDivisionError)
    ]
    assert broken == [Poisoned.poison]
    assert len(await order_of_decisions(database)) == DESKS - 1


async def test_who_still_waits_when_the_hub_stops_is_told_so(database: Watched) -> None:
    desks = await desks_at(database)
    batches = batches_of(database, desks[0])
    pushes = [asyncio.ensure_future(batches.push(desk.id, push_of(desk))) for desk in desks]
    await asyncio.sleep(0)
    await batches.close()
    results = await asyncio.gather(*pushes, return_exceptions=True)
    assert isinstance(results[0], PushReply)
    assert {type(result) for result in results[1:]} == {DatabaseTrouble}
