"""The feed forgets what is too old, and a desk that was away longer begins again with a snapshot."""

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from storedesk.domain.ids import derived_id
from storedesk.domain.records import Person
from storedesk.hub.commands import hub as hub_commands
from storedesk.hub.compact_hour import HOUR, compact_by_night
from storedesk.hub.database import Database
from storedesk.protocol.wire import Cursor
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_compaction import KEPT_MS, Compacted, compact_feed
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.pull_page import cursor_is_known, pull_page
from tests.small_shop import GBG, MAL, NOW, order_id, small_shop

pytestmark = pytest.mark.asyncio
DAY_MS, MOST = 86_400_000, 10_000
WHO = derived_id("person", "moving")


class Hub:
    """A hub whose one customer moves from place to place; each move leaves a tombstone in the place before."""

    def __init__(self, database: Database) -> None:
        self.database, self.source = database, random.Random(4)

    def tag(self) -> int:
        return self.source.getrandbits(62)

    async def set_up(self) -> None:
        await self.database.write(lambda connection: prepare_hub(connection, "hub-1", self.tag))
        await self.database.write(lambda connection: write_rows(connection, small_shop(), self.tag) and None)

    async def move_to(self, place_id: int) -> Cursor:
        person = Person(WHO, str(place_id), order_id(48201), "buyer", "", "Ada", "ada", "", "", "", "sv")
        await self.database.write(lambda connection: write_rows(connection, [person], self.tag) and None)
        return await self.database.read(FeedWriter.head)

    async def compact(self, now: int, most: int = MOST) -> Compacted:
        return await self.database.write(lambda connection: compact_feed(connection, now, most))

    async def count(self, what: str) -> int:
        def look(connection: Connection) -> int:
            return int(connection.exec_driver_sql(f"SELECT count(*) FROM {what}").scalar_one())

        return await self.database.read(look)

    async def knows(self, cursors: Sequence[Cursor]) -> list[bool]:
        return await self.database.read(
            lambda connection: [cursor_is_known(connection, cursor) for cursor in cursors]
        )


async def test_nothing_goes_before_its_time(database: Database) -> None:
    hub = Hub(database)
    await hub.set_up()
    there = [await hub.move_to(place) for place in (GBG, MAL, GBG)]
    await hub.compact(NOW)
    done = await hub.compact(NOW + KEPT_MS - 1)
    assert (done.tombstones, done.tags, done.horizon) == (0, 0, 0)
    assert await hub.knows(there) == [True, True, True]


async def test_old_tombstones_and_tags_go_and_the_horizon_moves(database: Database) -> None:
    hub = Hub(database)
    await hub.set_up()
    old = [await hub.move_to(place) for place in (GBG, MAL)]
    await hub.compact(NOW)
    young = await hub.move_to(GBG)
    rows = await hub.count("feed WHERE gone = 0")
    done = await hub.compact(NOW + KEPT_MS)
    assert done.horizon == old[-1].position
    assert await hub.knows([*old, young]) == [False, True, True]
    assert await hub.count("feed WHERE gone = 0") == rows, "the newest entry of each row stays"
    assert await hub.count("feed WHERE gone = 1") == 1, "the move of a moment ago is still told"
    page = await database.read(lambda connection: pull_page(connection, old[-1], [f"persons:{MAL}"]))
    assert page is not None
    assert [gone.key for gone in page.gone] == [[WHO]]
    assert await database.read(lambda connection: pull_page(connection, old[0], [f"persons:{MAL}"])) is None


async def test_a_hub_at_rest_keeps_its_last_tag(database: Database) -> None:
    hub = Hub(database)
    await hub.set_up()
    head = await hub.move_to(GBG)
    await hub.compact(NOW)
    await hub.compact(NOW + 2 * KEPT_MS)
    assert await database.read(FeedWriter.head) == head
    assert await hub.knows([head]) == [True]
    assert (await hub.move_to(MAL)).position == head.position + 2


async def test_what_is_too_much_for_one_step_goes_in_the_next(database: Database) -> None:
    hub = Hub(database)
    await hub.set_up()
    for place in (GBG, MAL) * 3:
        await hub.move_to(place)
    await hub.compact(NOW)
    tags = await hub.count("commit_tag")
    done = [await hub.compact(NOW + KEPT_MS, most=2) for _ in range(5)]
    assert [step.tags for step in done][:2] == [2, 2]
    assert sum(step.tags for step in done) == tags - 1
    assert await hub.count("feed WHERE gone = 1") == 0


async def test_it_happens_by_night(database: Database) -> None:
    hub = Hub(database)
    await hub.set_up()
    midnight = NOW - NOW % DAY_MS
    by_hour = [
        await database.write(lambda c, at=midnight + hour * 3_600_000: compact_by_night(c, at))
        for hour in range(24)
    ]
    assert [hour for hour, done in enumerate(by_hour) if done is not None] == [HOUR]


async def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    asked = ["compact", "--data", str(tmp_path)]
    done = await asyncio.to_thread(CliRunner().invoke, hub_commands, asked)
    assert done.exit_code == 0, done.output
    assert done.output == "Forgot 0 rows that are gone and 0 commits; desks go on from 0.\n"
