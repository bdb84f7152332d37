"""The hub of a simulated chain: crashes at named points, and a log of what happened in which order."""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.hub.handle import Hub
from storedesk.protocol.wire import PushRequest, Reply, Request, encode, request_decoder
from tests.simulation.fast_engine import driver_below, open_fast
from tests.simulation.mirror import Mirror
from tests.simulation.planted_bugs import SOUND, Bug
from tests.world import HubInProcess

BEFORE_COMMIT = "hub: before the commit of a push"
CRASHES = (BEFORE_COMMIT, "hub: before the commit of a hello", "hub: between commit and reply")


class Wrote(NamedTuple):
    """Rows from outside that came in after the audit entry ``audit``."""

    audit: int
    rows: list[Any]


class HubCrashed(Exception):
    """The hub died while it worked on a request."""


class SimHub(HubInProcess):
    """Opens a prepared database file."""

    def __init__(self, folder: Path, rng: random.Random, counts: Counter[str], bug: Bug = SOUND) -> None:
        self.rng, self._bug = rng, bug
        self._reply: Reply | None = None
        self._working_on = ""
        self._path = folder / "hub.db"
        self._counts = counts
        self.crash_at = ""
        self.hub = Hub(self.tag, bug.hub_faults)
        self.now = 0
        self.log: list[Wrote] = []
        self._open()
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
            self._reply = self.hub.handle(self._connection, device_id, request, self.now)
        return self._reply

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
        if self._bug.turns_pushes_round and isinstance(request, PushRequest):
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
