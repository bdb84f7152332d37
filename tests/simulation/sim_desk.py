"""A desk of a simulated chain: its store with named crash points, its exchange with the hub, its clock."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa

from storedesk.actions.registry import act_from, may_begin
from storedesk.domain.reasons import Reason
from storedesk.protocol.wire import ActionRecord, Decision, PullReply
from storedesk.protocol.wire import Request as WireRequest
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.sealed_copy import SealedCopy, SealedRecord
from storedesk.sync.pace import Pace
from storedesk.sync.rebase import PageOutcome, do, replay
from storedesk.sync.sync_round import Answer, Exchange
from tests.simulation.failure import CURSOR, SUMS, hold
from tests.simulation.fast_engine import open_fast
from tests.simulation.mirror import Mirror
from tests.simulation.sim_hub import driver_of
from tests.world import KEY, DeskInProcess, HubInProcess

T = TypeVar("T")
SMALL_PUSH = 2
CRASHES = (
    "perform: before the commit", "perform: after the commit, before sealing", "seal: torn in the middle",
    "seal: written, not yet noted", "send: after sending", "decided: before the commit",
    "decided: after the commit", "apply: before the commit", "apply: after the commit",
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

    def __init__(self, engine: sa.Engine, sealed: SealedCopy, point: CrashPoint) -> None:
        super().__init__(engine, sealed)
        self.point = point

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

    def _watched(self, name: str, step: Callable[[], T]) -> T:
        self.point.working_on = name
        try:
            return step()
        finally:
            self.point.working_on = ""


class SimDesk(DeskInProcess):
    """Opens a prepared database file. ``clock_error`` is what its own clock is off, in milliseconds."""

    make_store: Callable[[sa.Engine, SealedCopy, CrashPoint], DeskStore] = CrashingStore

    def __init__(
        self, folder: Path, hub: HubInProcess, index: int, number: int, place_id: int, device_id: str,
        rng: random.Random, counts: Counter[str], make_store: Callable[..., DeskStore] = CrashingStore,
    ) -> None:  # fmt: skip
        self.hub, self.index, self.number, self.place_id, self.device_id = (
            hub,
            index,
            number,
            place_id,
            device_id,
        )
        self.folder, self._rng, self._make_store = folder, rng, make_store
        self.point = CrashPoint(counts)
        self.clock = 0
        self.clock_error = 0
        self.heard = 0
        self.saved: list[ActionRecord] = []
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

        self._driver = driver_of(self.engine)

        @sa.event.listens_for(self.engine, "commit")
        def _commit(connection: sa.Connection) -> None:
            if self.point.working_on:
                self.point.reached(f"{self.point.working_on}: before the commit")

        sealed = CrashingCopy(self.folder / "outbox.sealed", KEY, self._rng.randbytes)
        sealed.point = self.point
        self.sealed = sealed
        self.store = self._make_store(self.engine, sealed, self.point)

    def restart(self) -> None:
        """What a start does: the outbox and its second copy each get what they lack."""
        self.point.at, self.exchange, self.flight, self.heard = "", None, None, 0
        self.crash()
        if self.store.rescue(self.store.sealed_records()):
            with self.store.begin() as connection:
                replay(self.store.rows(connection))
        self.store.seal()

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
            stopped = may_begin(rows.view(), act, record.at) if gate else None
            return stopped.reason if stopped is not None else do(rows, act, record.at)

        refusal = self.store.perform(record, work)
        if refusal is None:
            self.store.seal()
        return refusal

    def apply(self, page: PullReply) -> PageOutcome | None:
        before = self.cursor()
        outcome = super().apply(page)
        hold(CURSOR, self.cursor() >= before, f"desk {self.index}: {before} to {self.cursor()}")
        hold(SUMS, outcome is None or not outcome.wrong, f"desk {self.index} after a page: {outcome}")
        return outcome

    @property
    def code(self) -> str:
        return f"GBG-{self.place_id}-{self.number}"

    def changes(self) -> object:
        """Differs whenever something may have been written since."""
        return id(self._driver), self._driver.total_changes

    def scopes(self) -> frozenset[str]:
        text = self.query("SELECT value FROM desk_state WHERE name = 'scopes'")[0][0]
        return frozenset(msgspec.json.decode(text))

    def cursor(self) -> int:
        return int(self.query("SELECT value FROM desk_state WHERE name = 'cursor'")[0][0].split()[0])

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._driver.execute(sql, values).fetchall()
