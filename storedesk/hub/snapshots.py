"""The snapshot files that wait to be fetched: who may have each, and when it is thrown away."""

import contextlib
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from storedesk.hub.database import Database
from storedesk.protocol.wire import SnapshotReply
from storedesk.storage.database_work import DatabaseTrouble
from storedesk.storage.snapshot_file import SnapshotFile

LIVES_MS = 60 * 60 * 1000
AFTER_FETCH_MS = 2 * 60 * 1000
MOST_BUILDING = 20


class TooManySnapshots(Exception):
    """More desks wait for a snapshot than this hub builds at a time."""


class Waiting(NamedTuple):
    device_id: str
    path: Path
    size: int
    sha256: str
    until: int


class Snapshots:
    """Used on the event loop; ``folder`` holds nothing else and is emptied at the start."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database
        self._waiting: dict[str, Waiting] = {}
        self._building = 0

    def prepare(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in self._folder.iterdir():
            left.unlink(missing_ok=True)

    async def warm(self) -> None:
        """Has the search index made before the first desk waits for it; a failure costs only that time."""
        path = self._folder / "warm.db"
        with contextlib.suppress(DatabaseTrouble):
            await self._database.snapshot(("catalogue",), path, secrets.token_hex(32))
        path.unlink(missing_ok=True)

    async def build(self, device_id: str, scopes: Sequence[str], now: int) -> SnapshotReply:
        """Replaces what the device has not fetched; raises ``TooManySnapshots`` or ``DatabaseTrouble``."""
        self.drop_old(now)
        if self._building >= MOST_BUILDING:
            raise TooManySnapshots
        name = secrets.token_hex(16)
        path = self._folder / f"{name}.db"
        self._building += 1
        try:
            built = await self._database.snapshot(scopes, path, secrets.token_hex(32))
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        finally:
            self._building -= 1
        self._forget_those_of(device_id)
        self._waiting[name] = Waiting(device_id, path, built.size, built.sha256, now + LIVES_MS)
        return _reply(name, built)

    def find(self, name: str, device_id: str, now: int) -> Waiting | None:
        self.drop_old(now)
        found = self._waiting.get(name)
        return found if found is not None and found.device_id == device_id else None

    def fetched(self, name: str, now: int) -> None:
        """The last byte was sent: the file stays a little longer for a desk that did not receive it."""
        found = self._waiting.get(name)
        if found is not None:
            self._waiting[name] = found._replace(until=min(found.until, now + AFTER_FETCH_MS))

    def drop_old(self, now: int) -> None:
        for name in [name for name, waiting in self._waiting.items() if waiting.until <= now]:
            self._waiting.pop(name).path.unlink(missing_ok=True)

    def _forget_those_of(self, device_id: str) -> None:
        for name in [name for name, waiting in self._waiting.items() if waiting.device_id == device_id]:
            self._waiting.pop(name).path.unlink(missing_ok=True)


def _reply(name: str, built: SnapshotFile) -> SnapshotReply:
    return SnapshotReply(
        file=name, key=built.key, size=built.size, sha256=built.sha256, cursor=built.cursor, rows=built.rows,
        sums=built.sums,
    )  # fmt: skip
