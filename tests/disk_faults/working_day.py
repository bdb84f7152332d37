"""A desk's working day on a recorded disk: acts, rounds, quiet moments and starts; then the power is cut in it."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from storedesk.actions.registry import UnreadableArguments
from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.key_store import Secrets
from storedesk.desk.perform_action import Performer
from storedesk.desk.profile import Profile, Settings
from storedesk.domain.ids import new_id
from storedesk.protocol.wire import ActionRecord
from storedesk.storage.desk_store import Identity
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.sealed_copy import SealedCopy
from storedesk.sync.rebase import apply_page
from storedesk.sync.sync_round import SyncRound
from tests.disk_faults.faulty_vfs import FaultyVfs
from tests.disk_faults.power import MARK, MODES, Disks, Recorder
from tests.simulation.shape import Shape
from tests.simulation.staff_at_work import StaffAtWork
from tests.simulation.stored_rows import load
from tests.simulation.template import opening_rows
from tests.small_shop import GBG, NOW
from tests.world import KEY, DeskInProcess, HubInProcess

DATABASE, SECOND_COPY = "desk-1.db", "outbox.sealed"
PLENTY = 1 << 40
ACTS, CUTS_PER_DAY = 60, 100
SAVED, DECIDED = "saved ", "decided "


class WorkingDay:
    """``weakened`` plants ``synchronous=NORMAL`` in the ``database``, or a ``second copy`` that is not flushed.
    What staff were told stands in the record as marks."""

    def __init__(self, folder: Path, layer: FaultyVfs, seed: int, weakened: str = "") -> None:
        self._rng, self._weakened = random.Random(seed), weakened
        self.now, self.folder = NOW, folder / "desk"
        self.hub = HubInProcess(folder, random.Random(seed), rows=opening_rows(Shape()))
        desk = DeskInProcess(folder, self.hub, 1)
        assert desk.sync().kind == "done"
        desk.engine.dispose()
        self._identity = Identity(desk.device_id, GBG, "GBG-1")
        self._profile = self._profile_of(desk.folder)
        shutil.copytree(self.folder, folder / "morning")
        self.morning = folder / "morning"
        self.recorder = Recorder(layer, weakened != "second copy")
        self._decided: set[str] = set()
        self._desk = self._start()

    def run(self, acts: int) -> None:
        saved = 0
        while saved < acts:
            self.now += self._rng.randrange(1_000, 400_000)
            saved += self._act()
            chance = self._rng.random()
            if chance < 0.12:
                self._sync()
            elif chance < 0.2:
                self._desk.store.rest()
            elif chance < 0.24:
                self._desk.store.close()
                self._desk = self._start()
        self._desk.store.close()
        self.hub.engine.dispose()

    def _act(self) -> bool:
        with self._desk.store.begin() as connection:
            tables, _ = load(lambda sql: list(connection.exec_driver_sql(sql)))
        intent = StaffAtWork(self._rng, tables, GBG).next_intent()
        if intent is None:
            return False
        action_id = new_id(self.now, self._rng.randbytes)
        clock = DeskClock(lambda: self.now, lambda: 0)
        performer = Performer(self._desk.store, self._identity, clock, "b", lambda: PLENTY)
        try:
            done = performer.perform(
                action_id, intent.kind, msgspec.json.encode(intent.args), intent.staff_id
            )
        except UnreadableArguments:
            return False
        if done.kind == "saved":
            self.recorder.mark(SAVED + action_id)
        return done.kind == "saved"

    def _sync(self) -> None:
        store = self._desk.store
        exchange = SyncRound(
            store, lambda page: store.apply(page, apply_page), lambda: self.now, "test"
        ).run()
        self.hub.now = self.now
        try:
            requests = next(exchange)
            while True:
                answers = [self.hub.handle(self._identity.device_id, request) for request in requests]
                requests = exchange.send(answers)
        except StopIteration as end:
            outcome = end.value
        assert outcome.kind == "done", outcome
        with store.begin() as connection:
            decided = {row[0] for row in connection.exec_driver_sql(_NOT_WAITING)}
        for action_id in sorted(decided - self._decided):
            self.recorder.mark(DECIDED + action_id)
        self._decided |= decided

    def _start(self) -> OpenDesk:
        opened = DeskFiles(self._profile, self._rng.randbytes, self.recorder).open()
        assert opened.healed == ""
        if self._weakened == "database":
            with opened.store.begin() as connection:
                engine: sa.Engine = connection.engine
            with engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA synchronous = NORMAL")
        return opened

    def _profile_of(self, desk: Path) -> Profile:
        self.folder.mkdir()
        shutil.copyfile(desk / "desk.db", self.folder / DATABASE)
        (self.folder / SECOND_COPY).touch()
        Profile(self.folder).save_settings(Settings(key_store="file"))
        profile = Profile(self.folder)
        known = Secrets(
            device_id=self._identity.device_id, place_id=GBG, desk=self._identity.desk,
            databases={DATABASE: KEY}, current=DATABASE,
        )  # fmt: skip
        profile.keys.save(known)
        return profile


_NOT_WAITING = "SELECT action_id FROM outbox WHERE state != 'waiting'"


def cut_power(day: WorkingDay, cuts: int, place: Path, rng: random.Random) -> Iterator[tuple[str, list[str]]]:
    """For each cut its mode and what is wrong with what is found: nothing for a desk that keeps its word."""
    events = day.recorder.events
    at = sorted(rng.randrange(len(events)) for _ in range(cuts))
    disks, played = Disks(day.morning), 0
    played_names = _renamed(day)
    told: dict[str, set[str]] = {SAVED: set(), DECIDED: set()}
    for number, moment in enumerate(at):
        for event in events[played:moment]:
            if event.what == MARK:
                said, _, action_id = event.text.partition(" ")
                told[f"{said} "].add(action_id)
            else:
                disks.play(played_names(event))
        played = moment
        mode = MODES[number % len(MODES)]
        disks.cut(place, mode, rng)
        yield mode, _wrong(place, told[SAVED], told[DECIDED], rng)
        shutil.rmtree(place)


def _renamed(day: WorkingDay) -> Any:
    """The record speaks of the day's folder, the disk began as a copy of it."""

    def event_there(event: Any) -> Any:
        was, there = str(day.folder), str(day.morning)
        return event._replace(path=event.path.replace(was, there), text=event.text.replace(was, there))

    return event_there


def _wrong(place: Path, saved: set[str], decided: set[str], rng: random.Random) -> list[str]:
    """The database alone holds all that was said to be saved, the second copy alone all that is not decided, and
    a start mends nothing and has it all in both."""
    found = []
    if saved - _in_database(place):
        found.append("the database has lost what was saved")
    if (saved - decided) - _in_second_copy(place):
        found.append("the second copy has lost what was saved")
    opened = DeskFiles(Profile(place), rng.randbytes).open()
    try:
        if opened.healed:
            found.append("the database had to be made anew")
        with opened.store.begin() as connection:
            kept = {row[0] for row in connection.exec_driver_sql("SELECT action_id FROM outbox")}
            waiting = kept - {row[0] for row in connection.exec_driver_sql(_NOT_WAITING)}
        if saved - kept:
            found.append("a start does not find what was saved")
        if waiting != {record.id for record in opened.store.sealed_records()}:
            found.append("a start does not level the two")
    finally:
        opened.store.close()
    return found


def _in_database(place: Path) -> set[str]:
    copy = place.with_suffix(".alone")
    shutil.copytree(place, copy)
    driver = connect_sqlite(copy / DATABASE, KEY)
    try:
        assert driver.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        return {row[0] for row in driver.execute("SELECT action_id FROM outbox")}
    finally:
        driver.close()
        shutil.rmtree(copy)


def _in_second_copy(place: Path) -> set[str]:
    sealed = SealedCopy(place / SECOND_COPY, KEY, random.Random(1).randbytes)
    return {msgspec.json.decode(record.content, type=ActionRecord).id for record in sealed.read()}


def cut_many(folder: Path, layer: FaultyVfs, cuts: int, weakened: str = "") -> Counter[str]:
    """How often what was found, ``whole`` or what is wrong; a new day for every hundred cuts."""
    found: Counter[str] = Counter()
    for seed in range(-(-cuts // CUTS_PER_DAY)):
        place = folder / f"day-{seed}"
        place.mkdir()
        day = WorkingDay(place, layer, seed, weakened)
        day.run(ACTS)
        here = min(CUTS_PER_DAY, cuts - seed * CUTS_PER_DAY)
        for mode, wrong in cut_power(day, here, place / "found", random.Random(seed)):
            found.update(f"{mode}: {what}" for what in wrong or ["whole"])
        shutil.rmtree(place)
    return found
