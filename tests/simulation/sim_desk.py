"""A desk of a simulated chain: its store with named crash points, its exchange with the hub, its clock."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa

from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.desk.bring_in import BringIn, PieceSize
from storedesk.domain.reasons import Reason
from storedesk.protocol.wire import ActionRecord, Decision, PullReply
from storedesk.protocol.wire import Request as WireRequest
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.sealed_copy import SealedCopy, SealedRecord
from storedesk.sync.pace import Pace
from storedesk.sync.rebase import PageOutcome, do, replay
from storedesk.sync.sync_round import Answer, Exchange, RoundOutcome
from tests.simulation.failure import CURSOR, PURE, SUMS, hold
from tests.simulation.fast_engine import driver_below, open_fast
from tests.simulation.mirror import Mirror
from tests.simulation.shape import Device
from tests.simulation.sim_hub import SimHub
from tests.world import KEY, DeskInProcess

T = TypeVar("T")
SMALL_PUSH, PIECE = 2, 7
CRASHES = (
    "perform: before the commit", "perform: after the commit, before sealing", "seal: torn in the middle",
    "seal: written, not yet noted", "send: after sending", "decided: before the commit",
    "decided: after the commit", "apply: before the commit", "apply: after the commit",
    "stage: after the commit", "bring in: after a piece", "bring in: before the end",
)  # fmt: skip


class DeskCrashed(Exception):
    """The desk's process died."""


class Flight(NamedTuple):
    """Requests under way together, and the answers that have come."""

    number: int
    requests: list[WireRequest]
    answers: dict[int, Answer]


class CrashPoint:
    """Where the next crash happens, if any."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self.at = ""
        self.working_on = ""

    def reached(self, name: str) -> None:
        if self.at == name:
            self.at = ""
            self._counts[f"crash, {name}"] += 1
            raise DeskCrashed(name)


class CrashingCopy(SealedCopy):
    """Dies in the middle of a record, or just after it."""

    point: CrashPoint

    def append(self, records: Iterable[SealedRecord]) -> None:
        torn = self.point.at == "seal: torn in the middle"
        super().append(records)
        if torn:
            size = self.path.stat().st_size
            with self.path.open("r+b") as file:
                file.truncate(size - 1 - size % 40)
        self.point.reached("seal: torn in the middle")
        self.point.reached("seal: written, not yet noted")


class CrashingStore(DeskStore):
    """The product's store that can die at named points, and sends small pushes so that several fly at once."""

    def __init__(
        self, engine: sa.Engine, sealed: SealedCopy, point: CrashPoint, clock: Callable[[], int]
    ) -> None:
        super().__init__(engine, sealed)
        self.point, self.clock = point, clock

    def perform(self, record: ActionRecord, do: Callable[[DeskRowsInTransaction], T | None]) -> T | None:
        refusal = self._watched("perform", lambda: super(CrashingStore, self).perform(record, do))
        if refusal is None:
            self.point.reached("perform: after the commit, before sealing")
        return refusal

    def to_send(self, after_seq: int) -> list[ActionRecord]:
        return super().to_send(after_seq)[:SMALL_PUSH]

    def decided(self, decisions: Sequence[Decision], now: int) -> None:
        self._watched("decided", lambda: super(CrashingStore, self).decided(decisions, now))
        self.point.reached("decided: after the commit")

    def apply(self, page: PullReply, apply_page: Callable[[DeskRowsInTransaction, PullReply], T]) -> T | None:
        outcome = self._watched("apply", lambda: super(CrashingStore, self).apply(page, apply_page))
        self.point.reached("apply: after the commit")
        return outcome

    def stage(self, page: PullReply, followed: Sequence[str]) -> bool:
        kept = super().stage(page, followed)
        self.point.reached("stage: after the commit")
        return kept

    def _watched(self, name: str, step: Callable[[], T]) -> T:
        self.point.working_on = name
        try:
            return step()
        finally:
            self.point.working_on = ""


class SimDesk(DeskInProcess):
    """Opens a prepared database file. ``clock_error`` is what its own clock is off, in milliseconds.

    ``saved`` is what it has saved as far as its own files know, ``lines`` all that was ever saved here, a line for
    each life of its files. ``is_back``: since the hub or its disk was put back it has had a good round.
    """

    def __init__(
        self, folder: Path, hub: SimHub, device: Device, rng: random.Random, counts: Counter[str],
        make_store: Callable[..., DeskStore],
    ) -> None:  # fmt: skip
        self.hub, self.folder, self._rng, self._make_store = hub, folder, rng, make_store
        self.device, self._counts = device, counts
        self.index, self.number, self.place_id, self.device_id = device
        self.code = device.code
        self.point = CrashPoint(counts)
        self.clock = 0
        self.clock_error = 0
        self.heard = 0
        self.saved: list[ActionRecord] = []
        self.lines: list[list[str]] = [[]]
        self.is_back, self.began_after = True, 0
        self.made_at: dict[str, int] = {}
        self.has_twin = False
        self.fetched: RoundOutcome | None = None
        self.differs = False
        self.pressed: ActionRecord | None = None
        self.exchange: Exchange | None = None
        self.flight: Flight | None = None
        self.flights = 0
        self.pace = Pace(next_at=0)
        self.highest_cursor = 0
        self.open()
        self.mirror = Mirror(self.query)

    def open(self) -> None:
        self.engine = open_fast(self.folder / "desk.db")

        self._driver = driver_below(self.engine)

        @sa.event.listens_for(self.engine, "commit")
        def _commit(connection: sa.Connection) -> None:
            if self.point.working_on:
                self.point.reached(f"{self.point.working_on}: before the commit")

        sealed = CrashingCopy(self.folder / "outbox.sealed", KEY, self._rng.randbytes)
        sealed.point = self.point
        self.sealed = sealed
        self.store = self._make_store(self.engine, sealed, self.point, lambda: self.clock)

    def restart(self) -> None:
        """What a start does: the outbox and its second copy each get what they lack; what was fetched and not yet
        begun is forgotten."""
        self.point.at, self.exchange, self.flight, self.heard, self.fetched = "", None, None, 0, None
        self.crash()
        if self.store.rescue(self.store.sealed_records()):
            with self.store.begin() as connection:
                replay(self.store.rows(connection))
        self.store.seal()

    def keep(self, record: ActionRecord, now: int) -> bool:
        """Notes what staff were told is saved, at which true time; False if it was noted before."""
        if any(kept.id == record.id for kept in reversed(self.saved)):
            return False
        self.saved.append(record)
        self.lines[-1].append(record.id)
        self.made_at[record.id] = now
        return True

    def take_image(self, folder: Path) -> None:
        """Copies its files, while nothing is being written."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)

    def put_back(self, image: Path) -> int:
        """Its disk is an older one from now on; how many saved actions it does not know of any more."""
        self.engine.dispose()
        shutil.copytree(image, self.folder, dirs_exist_ok=True)
        self.restart()
        self.mirror.reload()
        known = {row[0] for row in self.query("SELECT action_id FROM journal")}
        before = len(self.saved)
        self.saved = [record for record in self.saved if record.id in known]
        self.lines.append([])
        self.pressed, self.highest_cursor = None, 0
        return before - len(self.saved)

    def copied(self, folder: Path, index: int, rng: random.Random) -> "SimDesk":
        """A second desk with the same device and the same files as of now."""
        self.take_image(folder)
        device = self.device._replace(index=index)
        twin = SimDesk(folder, self.hub, device, rng, self._counts, self._make_store)
        twin.restart()
        known = {row[0] for row in twin.query("SELECT action_id FROM journal")}
        twin.saved = [record for record in self.saved if record.id in known]
        twin.made_at, twin.is_back = dict(self.made_at), self.is_back
        self.has_twin = twin.has_twin = True
        return twin

    def act_on(self, record: ActionRecord, gate: bool) -> Reason | None:
        """Performs and seals; raises ``DeskCrashed`` at a crash point."""
        act = act_from(
            record.id,
            record.kind,
            record.version,
            bytes(record.args),
            record.staff_id,
            self.place_id,
            self.code,
        )

        def work(rows: DeskRowsInTransaction) -> Reason | None:
            once, again = (decide(rows.view(), act, record.at, record.at) for _ in range(2))
            hold(PURE, once == again, f"{act.kind}: {once} and then {again}")
            stopped = may_begin(rows.view(), act, record.at) if gate else None
            return stopped.reason if stopped is not None else do(rows, act, record.at)

        refusal = self.store.perform(record, work)
        if refusal is None:
            self.store.seal()
        return refusal

    def apply(self, page: PullReply) -> PageOutcome | None:
        before = self.cursor()
        outcome = super().apply(page)
        hold(
            CURSOR,
            self.cursor() >= before or not self.is_back,
            f"desk {self.index}: {before} to {self.cursor()}",
        )
        right = outcome is None or not outcome.wrong
        hold(SUMS, right or self.differs, f"desk {self.index} after a page: {outcome}")
        return outcome

    @property
    def waits_for(self) -> str:
        """What its sync has asked the hub for."""
        return "nothing" if self.flight is None else str(self.flight.requests[0].__struct_config__.tag)

    def changes(self) -> object:
        """Differs whenever something may have been written since."""
        return id(self._driver), self._driver.total_changes

    def scopes(self) -> frozenset[str]:
        text = self.query("SELECT value FROM desk_state WHERE name = 'scopes'")[0][0]
        return frozenset(msgspec.json.decode(text))

    def epoch(self) -> int:
        found = self.query("SELECT value FROM desk_state WHERE name = 'epoch'")
        return int(found[0][0]) if found else 1

    def is_bringing_in(self) -> bool:
        """Whether its rows are of two ages."""
        found = self.query("SELECT 1 FROM desk_state WHERE name = 'bringing_in' AND value <> ''")
        return bool(found)

    def bring_in(self) -> PageOutcome | None:
        """Brings in what it has begun to, piece by piece; None if that is nothing. What is read was read before
        the first piece is written, as if by a connection of its own."""
        work = self.store.bringing_in()
        if work is None:
            return None
        file = self.hub.folder / work.file if work.file else None
        job = BringIn(self.store, self._driver, work, file, PieceSize(PIECE))
        try:
            pieces = [*iter(job.next_piece, None)]
        finally:
            if file is not None and work.covered:
                self._driver.execute("DETACH snapshot")
        for piece in pieces:
            job.write(piece)
            self.point.reached("bring in: after a piece")
        self.point.reached("bring in: before the end")
        outcome = job.end()
        return outcome

    def cursor(self) -> int:
        return int(self.query("SELECT value FROM desk_state WHERE name = 'cursor'")[0][0].split()[0])

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._driver.execute(sql, values).fetchall()
