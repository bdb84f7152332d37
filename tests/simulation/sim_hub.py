"""The hub of a simulated chain: crashes at named points, and a log of what happened in which order."""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.hub.decide_push import NO_FAULTS, Faults
from storedesk.hub.handle import Hub
from storedesk.protocol.wire import PushRequest, Reply, Request, encode, request_decoder
from tests.simulation.fast_engine import open_fast
from tests.simulation.mirror import Mirror
from tests.world import HubInProcess

CRASHES = ("hub: before the commit", "hub: between commit and reply")


class Wrote(NamedTuple):
    """Rows from outside that came in after the audit entry ``audit``."""

    audit: int
    rows: list[Any]


class HubCrashed(Exception):
    """The hub died while it worked on a request."""


def driver_of(engine: sa.Engine) -> Any:
    """The engine's one connection below SQLAlchemy, for the many looks of the invariants."""
    pooled = engine.raw_connection()
    driver = pooled.driver_connection
    pooled.close()
    return driver


class SimHub(HubInProcess):
    """Opens a prepared database file."""

    def __init__(
        self, folder: Path, rng: random.Random, counts: Counter[str], faults: Faults = NO_FAULTS
    ) -> None:
        self.rng = rng
        self._path = folder / "hub.db"
        self._counts = counts
        self.crash_at = ""
        self.hub = Hub(self.tag, faults)
        self.now = 0
        self.log: list[Wrote] = []
        self._open()
        self.mirror = Mirror(self.query)

    def _open(self) -> None:
        self.engine = open_fast(self._path)

        self._driver = driver_of(self.engine)
        self._connection = self.engine.connect()

        @sa.event.listens_for(self.engine, "commit")
        def _commit(connection: sa.Connection) -> None:
            self._moment("hub: before the commit")

    def handle(self, device_id: str, request: Request) -> Reply:
        with self._connection.begin():
            return self.hub.handle(self._connection, device_id, request, self.now)

    def answer(self, device_id: str, body: bytes) -> bytes | None:
        """None when the hub crashed over it."""
        request = request_decoder.decode(body)
        try:
            reply = self.handle(device_id, request)
            if isinstance(request, PushRequest):
                self._moment("hub: between commit and reply")
        except HubCrashed:
            self.engine.dispose()
            self._open()
            return None
        return encode(reply)

    def write(self, rows: list[Any]) -> None:
        armed, self.crash_at = self.crash_at, ""
        super().write(rows)
        self.crash_at = armed
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
