"""Starts desks on damaged files with the product's own start and sync, and says what came of it."""

import shutil
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from storedesk.desk.device_key import DeviceKey
from storedesk.desk.hub_client import HubClient
from storedesk.storage.encrypted_file import connect_sqlite
from tests.day.day_desk import DayDesk
from tests.disk_faults.damages import SECOND_COPY, Damage, damage
from tests.disk_faults.scenes import killed
from tests.hub.running_hub import ADDRESS, KEY, RunningHub, running_hub
from tests.simulation.stored_rows import export
from tests.small_shop import GBG, fulfilment_id, small_shop

FIRST, DECIDED, UNSENT = 48_201, 3, 12
ROUNDS = 6


class Killed(NamedTuple):
    """A desk's files as its death left them, the work that was saved and not sent, and where the second copy
    holds each of it (start, end)."""

    profile: Path
    database: str
    unsent: tuple[str, ...]
    spans: dict[str, tuple[int, int]]
    sealed: bytes


class FoundDesk(DayDesk):
    """A desk that starts on files it finds."""

    async def resume(self) -> None:
        known = self.opened.secrets
        key = DeviceKey(bytes.fromhex(known.device_secret), known.device_id)
        client = HubClient(ADDRESS, key, self.wall, self.line, None, self.hub.random.randbytes)
        await self.begin_sync(client, self.opened)

    def outbox(self) -> dict[str, str]:
        with self.opened.store.begin() as connection:
            rows = connection.exec_driver_sql("SELECT action_id, state FROM outbox")
            return {str(row[0]): str(row[1]) for row in rows}


@asynccontextmanager
async def killed_desk(folder: Path) -> AsyncIterator[tuple[RunningHub, Killed]]:
    """A desk with decided work, unsent work in its file, unsent work in its log; then the process dies."""
    (folder / "hub").mkdir()
    async with running_hub(folder / "hub", rows=small_shop(DECIDED + UNSENT)) as hub:
        desk = DayDesk(folder / "desk", hub, GBG, 0)
        await desk.enrol("GBG")
        for number in range(DECIDED):
            desk.must("ClaimPickup", fulfilment_id=fulfilment_id(FIRST + number))
        await desk.sync()
        desk.opened.store.rest()
        unsent = [_claim(desk, DECIDED + number) for number in range(UNSENT // 2)]
        desk.opened.store.rest()
        unsent += [_claim(desk, DECIDED + number) for number in range(UNSENT // 2, UNSENT)]
        desk._forget_reader()
        yield hub, _files_of(desk, killed(folder / "desk", folder / "killed"), unsent)
        await desk.close()


def _claim(desk: DayDesk, number: int) -> str:
    hub = desk.hub
    hub.clock.now += 1_000
    return desk.must("ClaimPickup", fulfilment_id=fulfilment_id(FIRST + number))


def _files_of(desk: DayDesk, profile: Path, unsent: Sequence[str]) -> Killed:
    sealed = (profile / SECOND_COPY).read_bytes()
    ids = [record.id for record in desk.opened.store.sealed_records()]
    spans, at = {}, 0
    for action_id in ids:
        end = at + 4 + int.from_bytes(sealed[at : at + 4], "big")
        spans[action_id] = (at, end)
        at = end
    assert set(unsent) <= set(spans) and at == len(sealed)
    return Killed(profile, desk.opened.secrets.current, tuple(unsent), spans, sealed)


async def start_on(hub: RunningHub, found: Killed, place: Path, seed: int) -> str:
    """Damages a copy and starts on it; gives what was healed. Asserted: nothing unsent is lost of which one place
    is whole, all of it is sent, the rows are the hub's byte for byte, and a second start finds nothing to mend."""
    shutil.copytree(found.profile, place)
    done = damage(place, found.database, seed)
    must_be_there = _still_whole(found, place, done)
    desk = FoundDesk(place, hub, GBG, 0)
    healed = desk.opened.healed
    lost = must_be_there - desk.outbox().keys()
    assert not lost, (seed, done, healed, len(lost))
    await desk.resume()
    for _ in range(ROUNDS):
        await desk.sync()
        state = desk.states[-1]
        if state.online and not state.problem and not state.waiting and desk.opened.store.link().cursor:
            break
    assert (state.waiting, state.problem) == (0, ""), (seed, done, healed, state)
    _assert_like_the_hub(hub, desk, (seed, done, healed))
    assert not desk.files.is_damaged(desk.opened), (seed, done)
    await desk.close()
    again = FoundDesk(place, hub, GBG, 0)
    assert again.opened.healed == "", (seed, done, healed)
    again.opened.store.close()
    shutil.rmtree(place)
    return f"{'+'.join(_short(name) for name in done.where)}: {healed or 'kept'}"


def _still_whole(found: Killed, place: Path, done: Damage) -> set[str]:
    """The unsent work of which the database or the second copy was left alone, record by record in the latter."""
    if SECOND_COPY not in done.where:
        return set(found.unsent)
    if done.where == (SECOND_COPY,):
        return set(found.unsent)
    path = place / SECOND_COPY
    now = path.read_bytes() if path.exists() else b""
    whole = {name for name, (start, end) in found.spans.items() if now[start:end] == found.sealed[start:end]}
    return whole & set(found.unsent)


def _assert_like_the_hub(hub: RunningHub, desk: FoundDesk, which: object) -> None:
    scopes = desk.opened.store.link().scopes
    driver = connect_sqlite(hub.folder / "hub.db", KEY, readonly=True)
    try:
        expected = export(lambda sql: driver.execute(sql).fetchall(), scopes)
    finally:
        driver.close()
    assert export(desk.query, scopes) == expected, which


def _short(name: str) -> str:
    return "second copy" if name == SECOND_COPY else "log" if name.endswith("-wal") else "database"


async def damage_many(folder: Path, count: int) -> Counter[str]:
    told: Counter[str] = Counter()
    async with killed_desk(folder) as (hub, found):
        for seed in range(count):
            told[await start_on(hub, found, folder / f"damaged-{seed}", seed)] += 1
    return told
