"""The hub of a simulated chain: crashes at named points, and a log of what happened in which order."""

import random
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.domain.tables import Key
from storedesk.hub.handle import Hub
from storedesk.protocol.wire import (
    PushRequest,
    Reply,
    Request,
    SnapshotReply,
    SnapshotRequest,
    encode,
    request_decoder,
)
from storedesk.storage.search_store import SearchStore
from storedesk.storage.snapshot_file import snapshot_of_connection
from tests.simulation.fast_engine import driver_below, open_fast
from tests.simulation.hub_bug import SOUND_HUB, HubBug
from tests.simulation.messages_sent import MessagesSent
from tests.simulation.mirror import Mirror
from tests.world import KEY, HubInProcess

BEFORE_COMMIT = "hub: before the commit of a push"
CRASHES = (BEFORE_COMMIT, "hub: before the commit of a hello", "hub: between commit and reply")
MINUTE = 60_000


class Wrote(NamedTuple):
    """Rows that came in after the audit entry ``audit`` and by no action, and keys of rows that went."""

    audit: int
    rows: list[Any]
    gone: list[tuple[str, Key]] = []


class HubCrashed(Exception):
    """The hub died while it worked on a request."""


class SimHub(HubInProcess):
    """Opens a prepared database file."""

    def __init__(
        self, folder: Path, rng: random.Random, counts: Counter[str], bug: HubBug = SOUND_HUB
    ) -> None:
        self.rng, self._bug = rng, bug
        self._reply: Reply | None = None
        self._working_on = ""
        self.folder, self._path = folder, folder / "hub.db"
        self._backup = folder / "hub.backup"
        self._search = SearchStore(folder / "hub.search", KEY)
        self.times_put_back = self._snapshots = self._minded_at = 0
        self._counts = counts
        self.crash_at = ""
        self.hub = Hub(self.tag, bug.faults)
        self.now = 0
        self._messages = MessagesSent(random.Random(rng.getrandbits(64)), counts)
        self.log: list[Wrote] = []
        self._open()
        if bug.trigger:
            self._driver.execute(bug.trigger)
        self.mirror = Mirror(self.query)

    def _open(self) -> None:
        self.engine = open_fast(self._path)

        self._driver = driver_below(self.engine)
        self._connection = self.engine.connect()

        @sa.event.listens_for(self.engine, "commit")
        def _commit(connection: sa.Connection) -> None:
            if self._working_on:
                self._moment(f"hub: before the commit of a {self._working_on}")

    def handle(self, device_id: str, request: Request) -> Reply:
        with self._connection.begin():
            if isinstance(request, SnapshotRequest):
                return self._snapshot(request)
            self._reply = self.hub.handle(self._connection, device_id, request, self.now)
        return self._reply

    def tag(self) -> int:
        return 7 if self._bug.same_tags else super().tag()

    def mind(self) -> Wrote | None:
        """What time does, if a minute has passed; what was written by it."""
        if self.now < self._minded_at + MINUTE:
            return None
        self._minded_at = self.now
        before = self.query("SELECT coalesce(max(number), 0) FROM touched")[0][0]
        with self._connection.begin():
            self.hub.mind(self._connection, self.now)
        self._messages.send(self._connection, self.now)
        found = self.query("SELECT DISTINCT tbl, row_key FROM touched WHERE number > ?", (before,))
        keys = [(name, tuple(msgspec.json.decode(text))) for name, text in found]
        tables = self.mirror.tables()
        rows = [tables[name][key] for name, key in keys if key in tables[name]]
        gone = [(name, key) for name, key in keys if key not in tables[name]]
        self.log.append(Wrote(self.audit_head(), rows, gone))
        return self.log[-1]

    def back_up(self) -> None:
        """Keeps the database as it is now."""
        shutil.copyfile(self._path, self._backup)
        self._kept_log = list(self.log)

    def put_back(self) -> bool:
        """Goes on with the database that was kept; False if none was."""
        if not self._backup.exists():
            return False
        self.engine.dispose()
        shutil.copyfile(self._backup, self._path)
        self._open()
        self.log = list(self._kept_log)
        self.mirror.reload()
        self.times_put_back += 1
        self._messages.begin_again(self.now)
        return True

    def _snapshot(self, request: SnapshotRequest) -> SnapshotReply:
        self._snapshots += 1
        name = f"{self._snapshots:032x}"
        made = snapshot_of_connection(self._connection, request.scopes, self.folder / name, KEY, self._search)
        return SnapshotReply(
            file=name, key=made.key, size=made.size, sha256=made.sha256, cursor=made.cursor, rows=made.rows,
            sums=made.sums,
        )  # fmt: skip

    def answer(self, device_id: str, body: bytes) -> bytes | None:
        """None when the hub crashed over it."""
        request = request_decoder.decode(body)
        self._reply, self._working_on = None, str(request.__struct_config__.tag)
        try:
            reply = self.handle(device_id, self._turned(request))
            if isinstance(request, PushRequest):
                self._moment("hub: between commit and reply")
        except HubCrashed as crash:
            self.engine.dispose()
            self._open()
            early = self._bug.answers_early and str(crash) == BEFORE_COMMIT and self._reply is not None
            return encode(self._reply) if early else None
        finally:
            self._working_on = ""
        return encode(reply)

    def _turned(self, request: Request) -> Request:
        if self._bug.turns_round and isinstance(request, PushRequest):
            return msgspec.structs.replace(request, actions=request.actions[::-1])
        return request

    def write(self, rows: list[Any]) -> None:
        super().write(rows)
        self.log.append(Wrote(self.audit_head(), rows))

    def audit_head(self) -> int:
        return int(self.query("SELECT coalesce(max(number), 0) FROM audit")[0][0])

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._driver.execute(sql, values).fetchall()

    def _moment(self, name: str) -> None:
        if self.crash_at == name:
            self.crash_at = ""
            self._counts[f"crash, {name}"] += 1
            raise HubCrashed(name)
