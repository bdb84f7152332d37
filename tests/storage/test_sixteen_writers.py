"""Sixteen desks write at once while readers follow: no gap, nothing comes back older, and all of it arrives.

The same watch is kept over a hub that does what many do, a cursor over a sequence, and it notices.
"""

import asyncio
import random
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from storedesk.domain.records import Fulfilment
from storedesk.domain.tables import TABLE_BY_NAME, TABLES, Key
from storedesk.hub.database import Database
from storedesk.hub.decide_push import Faults
from storedesk.hub.handle import Hub
from storedesk.protocol.canonical import sum_of
from storedesk.protocol.wire import Cursor, PullReply, PullRequest
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter, late_lock
from storedesk.storage.hub_inbox import first_broken_audit_row
from tests.small_shop import ALVA, GBG, NOW, RASK, TERMOS, fulfilment_id
from tests.storage.desk_at_the_hub import DeskAtTheHub, set_up

pytestmark = pytest.mark.asyncio
WRITERS, PUSHES, ACTIONS, READERS = 16, 4, 3, 2
SCOPES = ["orders", f"persons:{GBG}", f"tasks:{GBG}", f"stock:{GBG}"]
ARTICLES = (ALVA, RASK, TERMOS)
"""Who promises the same article waits for each other, so that all of them on one would go one by one."""
STEP = 1_000


class TakesItsTime(FeedWriter):
    """Some commits take longer than others, as on any disk."""

    def __init__(self, connection: sa.Connection, random_tag: Callable[[], int]) -> None:
        super().__init__(connection, random_tag)
        self._seconds = random_tag() % 20 / 1000

    def write(self) -> Cursor:
        written = super().write()
        if self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql(f"SELECT pg_sleep({self._seconds})")
        return written


class OverASequence(TakesItsTime):
    """The usual mistake: the position is the next number when the row is written, whoever commits first."""

    def lock(self) -> None:
        """Not yet."""

    def write(self) -> Cursor:
        """The audit chain still has one writer at a time, or it would bring the commits into order by itself."""
        written = super().write()
        late_lock(self._connection)
        return written

    def _move_head(self, entries: int) -> int:
        return int(self._sql.all("SELECT nextval('naive_feed')")[0][0]) + entries

    def _write_sums(self) -> None:
        """Left out: whoever updates a sum would wait for the other, and so come in order by chance."""


class Reader:
    """Copies the feed by pages, and notes what it sees go wrong."""

    def __init__(self, desk: DeskAtTheHub, cursor: Cursor, *, with_sums: bool) -> None:
        self.desk, self.cursor, self._with_sums = desk, cursor, with_sums
        self.rows: dict[tuple[str, Key], tuple[str, int, Any]] = {}
        self.wrong: list[str] = []
        self.pages = 0

    async def follow(self, writing: "asyncio.Future[Any]") -> None:
        while not writing.done():
            await self.pull()

    async def pull(self) -> None:
        page = await self.desk.ask(PullRequest(cursor=self.cursor, scopes=SCOPES))
        assert isinstance(page, PullReply), page
        for table in page.tables:
            spec = TABLE_BY_NAME[table.table]
            for values, hash_ in zip(table.rows, table.hashes, strict=True):
                self._take(spec.name, spec.row(*values), hash_)
        if page.end.position < self.cursor.position:
            self.wrong.append("the feed went back")
        self.cursor, self.pages = page.end, self.pages + 1
        for scope in SCOPES if self._with_sums else ():
            own = sum_of(hash_ for there, hash_, _ in self.rows.values() if there == scope)
            if own != page.sums[scope]:
                self.wrong.append(f"{scope} differs at {page.end.position}")

    def _take(self, table: str, row: Any, hash_: int) -> None:
        spec = TABLE_BY_NAME[table]
        name = (table, spec.key_of(row))
        before = self.rows.get(name)
        if isinstance(row, Fulfilment) and before is not None and row.wrong_codes < before[2].wrong_codes:
            self.wrong.append(f"{name} came back older")
        self.rows[name] = (spec.scope_of(row), hash_, row)


async def write(desk: DeskAtTheHub, seed: int) -> None:
    """Pushes work on a few pickups, in an order of its own, until all of it is decided."""
    source, seq = random.Random(seed), 1
    for _ in range(PUSHES):
        pickups = source.sample(range(48201, 48207), ACTIONS - 1)
        records = [
            desk.record(seq + number, "EnterWrongCode", fulfilment_id=fulfilment_id(pickup))
            for number, pickup in enumerate(pickups, 1)
        ]
        held = {"location_id": GBG, "variant_id": ARTICLES[seed % 3], "quantity": 1, "until": NOW + 3_600_000}
        records.insert(0, desk.record(seq, "PlaceHold", **held))
        while records:
            done = len((await desk.push(records)).decisions)
            seq, records = seq + done, records[done:]


async def watched(database: Database, writer: type[FeedWriter], *, with_sums: bool = True) -> list[str]:
    """What the readers saw go wrong while the desks wrote."""
    _, start = await set_up(database)
    desks = [DeskAtTheHub(database, number) for number in range(WRITERS)]
    for desk in desks:
        await desk.enrol()
        desk.hub = Hub(desk.tag, Faults(feed_writer=writer))
    readers = [Reader(desk, start, with_sums=with_sums) for desk in desks[:READERS]]
    for reader in readers:
        await reader.pull()
    writing = asyncio.gather(*(write(desk, seed) for seed, desk in enumerate(desks)))
    await asyncio.gather(writing, *(reader.follow(writing) for reader in readers))
    there = await database.read(content)
    wrong = [what for reader in readers for what in reader.wrong]
    for reader in readers:
        await reader.pull()
        seen = {name: hash_ for name, (_, hash_, _) in reader.rows.items()}
        wrong += [f"{name} never arrived" for name, hash_ in there.items() if seen.get(name) != hash_]
        assert reader.pages > 3
    return wrong


def content(connection: Connection) -> dict[tuple[str, Key], int]:
    """The hash of each row that the readers follow."""
    rows: dict[tuple[str, Key], int] = {}
    for table in (table for table in TABLES if table.scope in {scope.partition(":")[0] for scope in SCOPES}):
        columns = ", ".join((*table.columns, "row_hash"))
        for *values, hash_ in connection.exec_driver_sql(f"SELECT {columns} FROM {table.name}"):
            row = table.row(*values)
            if table.scope_of(row) in SCOPES:
                rows[table.name, table.key_of(row)] = hash_
    return rows


async def test_every_row_reaches_every_reader_in_order(database: Database) -> None:
    assert await watched(database, TakesItsTime) == []
    codes = "SELECT sum(wrong_codes) FROM fulfilment"
    total = await database.read(lambda connection: connection.exec_driver_sql(codes).scalar_one())
    assert total == WRITERS * PUSHES * (ACTIONS - 1)
    levels = "SELECT count(*) FROM stock_level WHERE reserved > quantity"
    assert await database.read(lambda connection: connection.exec_driver_sql(levels).scalar_one()) == 0
    assert await database.read(first_broken_audit_row) is None


@pytest.mark.postgresql
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_the_same_watch_notices_a_cursor_over_a_sequence(database: Database) -> None:
    """SQLite has one writer, so that there it is no mistake."""
    sequence = f"CREATE SEQUENCE naive_feed INCREMENT {STEP} START 1000000"
    await database.write(lambda connection: connection.exec_driver_sql(sequence) and None)
    wrong = await watched(database, OverASequence, with_sums=False)
    assert [what for what in wrong if what.endswith(("never arrived", "came back older"))]
