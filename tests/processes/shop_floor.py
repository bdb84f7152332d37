"""A hub process and desks' worker processes as a shop has them, for tests that kill, starve and cheat them."""

import atexit
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from storedesk.desk.key_store import Secrets
from storedesk.desk.worker_link import WorkerLink, worker_command
from storedesk.domain.ids import new_id
from storedesk.hub.data_folder import DataFolder
from storedesk.hub.enrolment import make_code
from storedesk.hub.system_clock import AHEAD
from storedesk.protocol.desk_link import Answered, Enrol, Perform, Performed, Started, SyncNow, SyncState
from storedesk.storage.database_work import Work
from storedesk.storage.engine import connect_sqlite, open_sqlite
from storedesk.storage.hub_rows import load_rows, prepare_hub, write_rows
from tests.small_shop import NOW, small_shop

T = TypeVar("T")
PATIENCE = 60.0


def random_tag() -> int:
    return secrets.randbits(62)


def quietly(command: list[str], log: Path) -> list[str]:
    """The same process with its standard error in a file."""
    return ["/bin/sh", "-c", 'log=$1; shift; exec "$@" 2>>"$log"', "sh", str(log), *command]


class HubProcess:
    """``storedesk hub serve`` on a folder of its own, filled with rows before its first start."""

    def __init__(self, folder: Path, rows: Iterable[Any] | None = None, ahead_ms: int | None = None) -> None:
        self.folder, self.log = folder, folder / "hub.log"
        if rows is None:
            shutil.copytree(_small_shop_prepared(), folder)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.key = DataFolder(folder).key()
        self.ahead_ms = NOW - time.time_ns() // 1_000_000 if ahead_ms is None else ahead_ms
        self.port, self.url = 0, ""
        self.options: list[str] = []
        self.process: subprocess.Popen[str] | None = None
        if rows is not None:
            self.write(lambda connection: prepare_hub(connection, "shop", random_tag))
            self.write(lambda connection: load_rows(connection, rows, random_tag))

    def start(self) -> "HubProcess":
        """Starts it, later again on the same port, and waits until it listens."""
        own = [sys.executable, "-m", "storedesk", "hub", "serve", "--data", str(self.folder)]
        command = [*own, "--port", str(self.port), "--until-stdin-closes", *self.options]
        self.process = subprocess.Popen(
            quietly(command, self.log), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, AHEAD: str(self.ahead_ms)},
        )  # fmt: skip
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert "http" in line, self.log.read_text()
        self.url = line.split()[-1]
        self.port = int(self.url.rpartition(":")[2])
        return self

    def stop(self) -> None:
        """Lets it end; does nothing if it does not run."""
        process, self.process = self.process, None
        if process is None:
            return
        process.communicate(timeout=PATIENCE)

    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def kill(self) -> None:
        """SIGKILL, wherever it is."""
        process, self.process = self.process, None
        assert process is not None
        process.kill()
        process.communicate(timeout=PATIENCE)

    def now(self) -> int:
        return time.time_ns() // 1_000_000 + self.ahead_ms

    def write(self, work: Work[T]) -> T:
        """One transaction of ours beside the running hub."""
        engine = open_sqlite(DataFolder(self.folder).database, self.key)
        try:
            with engine.begin() as connection:
                return work(connection)
        finally:
            engine.dispose()

    def put(self, rows: Iterable[Any]) -> None:
        self.write(lambda connection: write_rows(connection, rows, random_tag))

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return read_rows(DataFolder(self.folder).database, self.key, sql, *values)

    def code(self, place: str = "GBG") -> str:
        """An enrolment code for one desk."""
        return self.write(
            lambda connection: make_code(connection, place, "test", self.now(), secrets.token_bytes)
        )

    def decided(self, action_ids: Iterable[str]) -> bool:
        known = {row[0] for row in self.rows("SELECT action_id FROM inbox")}
        return known.issuperset(action_ids)


@cache
def _small_shop_prepared() -> Path:
    """The folder of a hub with the small shop, made once for all tests of this process."""
    folder = Path(tempfile.mkdtemp(prefix="storedesk-hub-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return HubProcess(folder / "hub", small_shop()).folder


class DeskProcess:
    """A window's side of one desk: the worker behind a ``WorkerLink``, and everything it has said."""

    def __init__(self, profile: Path, command: list[str] | None = None) -> None:
        self.profile, self.log = profile, profile.with_name(f"{profile.name}.log")
        self.changed = threading.Condition()
        self.messages: list[Any] = []
        self.downs: list[bool] = []
        self.link = WorkerLink(quietly(command or worker_command(profile), self.log), self._take, self._down)

    def __enter__(self) -> "DeskProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self.link.stop()

    def _take(self, message: Any) -> None:
        with self.changed:
            self.messages.append(message)
            self.changed.notify_all()

    def _down(self, again: bool) -> None:
        with self.changed:
            self.downs.append(again)
            self.changed.notify_all()

    def wait(self, ready: Callable[[], T], seconds: float = PATIENCE) -> T:
        """What ``ready`` gives as soon as it is true; it is asked again after each message."""
        with self.changed:
            found = self.changed.wait_for(ready, seconds)
        assert found, f"not within {seconds} s; last heard: {self.messages[-3:]}; {self._log_end()}"
        return found

    def wait_message(self, wanted: Callable[[Any], bool], seconds: float = PATIENCE, after: int = 0) -> Any:
        """The first message that fits, counted from ``after``."""
        return self.wait(lambda: next((m for m in self.messages[after:] if wanted(m)), None), seconds)

    def wait_ready(self, after: int = 0) -> Started:
        found: Started = self.wait_message(
            lambda m: isinstance(m, Started) and m.phase == "ready", after=after
        )
        return found

    def wait_until_sent(self) -> SyncState:
        """Everything is decided by the hub after a good round from now on; asked for at once."""
        since = len(self.messages)
        before = {m.last_good_at for m in self.messages if isinstance(m, SyncState)} | {None}
        self.nudge()
        found: SyncState = self.wait_message(
            lambda m: (
                isinstance(m, SyncState)
                and not (m.syncing or m.problem or m.waiting)
                and m.last_good_at not in before
            ),
            after=since,
        )
        return found

    def nudge(self) -> None:
        self.link.tell(SyncNow())

    def ask(self, message: Any, seconds: float = PATIENCE) -> Any:
        return self.link.ask(message).result(seconds)

    def enrol(self, hub: HubProcess, place: str = "GBG") -> Started:
        answer: Answered = self.ask(
            Enrol(request=self.link.next_request(), hub_url=hub.url, code=hub.code(place), device_name="test")
        )
        assert not answer.problem, answer
        return self.wait_ready()

    def perform_message(self, kind: str, staff_id: int, action_id: str, args: dict[str, Any]) -> Perform:
        raw = msgspec.Raw(msgspec.json.encode(args))
        return Perform(
            request=self.link.next_request(), action_id=action_id, kind=kind, args=raw, staff_id=staff_id
        )

    def perform(self, kind: str, *, staff_id: int = 1, action_id: str = "", **args: Any) -> Performed:
        performed: Performed = self.ask(
            self.perform_message(kind, staff_id, action_id or new_action_id(), args)
        )
        return performed

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Of the database in use, read beside the worker."""
        known = secrets_of(self.profile)
        return read_rows(self.profile / known.current, known.databases[known.current], sql, *values)

    def _log_end(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""


def new_action_id() -> str:
    return new_id(NOW, secrets.token_bytes)


def secrets_of(profile: Path) -> Secrets:
    return msgspec.json.decode((profile / "keys.json").read_bytes(), type=Secrets)


def read_rows(path: Path, key: str, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    connection = connect_sqlite(path, key, readonly=True)
    try:
        return list(connection.execute(sql, values))
    finally:
        connection.close()
