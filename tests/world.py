"""Desk and hub in one process: the real actions, sync, storage and ``Hub.handle``, without a socket."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from storedesk.actions.registry import KINDS, act_from, may_begin
from storedesk.domain.ids import new_id
from storedesk.domain.reasons import Reason
from storedesk.hub.decide_push import NO_FAULTS, Faults
from storedesk.hub.handle import Hub, desk_scopes
from storedesk.protocol.wire import ActionRecord, Cursor, PullReply, Reply, Request, SnapshotRequest
from storedesk.storage.desk_rows import DeskRowsInTransaction, put_state
from storedesk.storage.desk_store import DeskStore, Identity
from storedesk.storage.engine import create_schema, driver_of, open_sqlite
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.schema import device
from storedesk.storage.sealed_copy import SealedCopy
from storedesk.storage.variant_search import create_search
from storedesk.sync.rebase import PageOutcome, apply_page, do
from storedesk.sync.sync_round import Answer, Exchange, RoundOutcome, SyncRound
from tests.caught_up import bring_in_begun, catch_up, snapshot_of
from tests.small_shop import GBG, NOW, small_shop

KEY = "11" * 32
MOST_EXCHANGES = 10_000


class HubInProcess:
    """A hub on an encrypted SQLite file; each request in a transaction of its own."""

    def __init__(
        self, folder: Path, rng: random.Random, faults: Faults = NO_FAULTS, rows: list[Any] | None = None
    ) -> None:
        self.rng = rng
        self.path = folder / "hub.db"
        self.engine = open_sqlite(folder / "hub.db", KEY)
        self.hub = Hub(self.tag, faults)
        self.now = NOW
        with self.engine.begin() as connection:
            prepare_hub(connection, "test-hub", self.tag)
        if rows is not None:
            self.write(rows)

    def tag(self) -> int:
        return self.rng.getrandbits(62)

    def write(self, rows: list[Any]) -> None:
        with self.engine.begin() as connection:
            write_rows(connection, rows, self.tag)

    def add_device(self, number: int, place_id: int = GBG) -> str:
        device_id = f"device-{place_id}-{number}"
        with self.engine.begin() as connection:
            connection.execute(
                device.insert().values(
                    id=device_id,
                    place_id=place_id,
                    number=number,
                    code=f"GBG-{place_id}-{number}",
                    name="",
                    public_key="",
                    enrolled_at=NOW,
                )
            )
        return device_id

    def handle(self, device_id: str, request: Request) -> Reply:
        with self.engine.begin() as connection:
            return self.hub.handle(connection, device_id, request, self.now)

    def rows(self, table: str) -> list[Any]:
        with self.engine.begin() as connection:
            return list(connection.exec_driver_sql(f"SELECT * FROM {table}"))


class DeskInProcess:
    """A desk on an encrypted SQLite file with its sealed copy; performs at once, syncs when told."""

    heard = 0

    def __init__(self, folder: Path, hub: HubInProcess, number: int, *, place_id: int = GBG) -> None:
        self.hub, self.number, self.place_id = hub, number, place_id
        self.folder = folder / f"desk-{place_id}-{number}"
        self.folder.mkdir()
        self.device_id = hub.add_device(number, place_id)
        self.clock = NOW
        self.heard = 0
        self.open()
        with self.store.begin() as connection:
            create_schema(connection, "desk")
            create_search(driver_of(connection).execute)
        self.store.set_identity(Identity(self.device_id, place_id, f"GBG-{place_id}-{number}"))
        with hub.engine.begin() as connection:
            scopes = desk_scopes(connection, place_id)
            tag = connection.exec_driver_sql("SELECT tag FROM commit_tag WHERE position = 0").scalar_one()
        self.store.follow(scopes)
        with self.store.begin() as connection:
            put_state(connection, "cursor", f"0 {tag}")

    def open(self) -> None:
        """Opens the files, also again after a crash."""
        self.engine = open_sqlite(self.folder / "desk.db", KEY)
        self.sealed = SealedCopy(self.folder / "outbox.sealed", KEY, self.hub.rng.randbytes)
        self.store = DeskStore(self.engine, self.sealed)

    def crash(self) -> None:
        self.engine.dispose()
        self.heard = 0
        self.open()

    def perform(self, kind: str, staff_id: int = 1, **args: Any) -> Reason | None:
        action_id = new_id(self.clock, self.hub.rng.randbytes)
        return self.perform_record(self.record(action_id, kind, staff_id, args))

    def record(self, action_id: str, kind: str, staff_id: int, args: dict[str, Any]) -> ActionRecord:
        return ActionRecord(
            id=action_id,
            seq=0,
            kind=kind,
            version=KINDS[kind].version,
            at=self.clock,
            at_error=0,
            boot="b",
            staff_id=staff_id,
            place_id=self.place_id,
            args=msgspec.Raw(msgspec.json.encode(args)),
        )

    def perform_record(self, record: ActionRecord) -> Reason | None:
        act = act_from(
            record.id,
            record.kind,
            record.version,
            bytes(record.args),
            record.staff_id,
            self.place_id,
            f"GBG-{self.place_id}-{self.number}",
        )

        def work(rows: DeskRowsInTransaction) -> Reason | None:
            stopped = may_begin(rows.view(), act, record.at)
            return stopped.reason if stopped is not None else do(rows, act, record.at)

        reason = self.store.perform(record, work)
        if reason is None:
            self.store.seal()
        return reason

    def apply(self, page: PullReply) -> PageOutcome | None:
        return self.store.apply(page, apply_page)

    def round(self) -> SyncRound:
        return SyncRound(self.store, self.apply, lambda: self.clock, "test", self.heard)

    def sync(self, answer: Callable[[Request], Answer] | None = None) -> RoundOutcome:
        """Drives one round; ``answer`` may lose or change what travels."""
        bring_in_begun(self)
        return catch_up(self, self.drive(self.round().run(), answer), answer)

    def drive(self, exchange: Exchange, answer: Callable[[Request], Answer] | None = None) -> RoundOutcome:
        """Lets an exchange have its answers until it ends."""
        ask = answer or self._ask
        try:
            requests = next(exchange)
            for _ in range(MOST_EXCHANGES):
                requests = exchange.send([ask(request) for request in requests])
        except StopIteration as end:
            outcome: RoundOutcome = end.value
            self.heard = outcome.heard
            return outcome
        raise AssertionError("a round without an end")

    def _ask(self, request: Request) -> Answer:
        if isinstance(request, SnapshotRequest):
            return snapshot_of(self, request.scopes)
        return self.hub.handle(self.device_id, request)

    def rows(self, sql: str) -> list[Any]:
        with self.engine.begin() as connection:
            return list(connection.exec_driver_sql(sql))


def make_world(
    folder: Path, seed: int = 1, desks: int = 2, faults: Faults = NO_FAULTS, pickups: int = 6
) -> tuple[HubInProcess, list[DeskInProcess]]:
    hub = HubInProcess(folder, random.Random(seed), faults, small_shop(pickups))
    made = [DeskInProcess(folder, hub, number) for number in range(1, desks + 1)]
    for desk in made:
        outcome = desk.sync()
        assert outcome.kind == "done", outcome
    return hub, made


def content(connection: sa.Connection, tables: list[str], where: str = "") -> dict[str, list[Any]]:
    return {
        name: [
            tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name} {where} ORDER BY 1, 2, 3")
        ]
        for name in tables
    }


__all__ = ["Cursor", "DeskInProcess", "FeedWriter", "HubInProcess", "content", "make_world"]
