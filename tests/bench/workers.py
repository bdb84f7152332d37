"""A real worker process on a profile, spoken to over its pipes as the window does."""

import os
import queue
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storedesk.desk.worker_link import WorkerLink, worker_command
from storedesk.protocol.desk_link import Started


class BenchWorker:
    """``heard`` holds what the worker tells without being asked."""

    def __init__(self, folder: Path) -> None:
        self.heard: queue.Queue[Any] = queue.Queue()
        self.link = WorkerLink(worker_command(folder), self.heard.put, self._down)

    def wait_for(self, kind: type[Any], seconds: float = 120.0) -> Any:
        """The next message of a kind; raises ``queue.Empty`` when none comes in time."""
        while True:
            message = self.heard.get(timeout=seconds)
            if isinstance(message, kind):
                return message

    def started(self, phase: str) -> Started:
        while True:
            message: Started = self.wait_for(Started)
            if message.phase == phase:
                return message

    def _down(self, again: bool) -> None:
        raise RuntimeError("The worker died during a measurement")


@contextmanager
def running_worker(folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[BenchWorker]:
    """Starts a worker whose environment has these variables besides the present ones."""
    before = dict(os.environ)
    os.environ.update(environment or {})
    try:
        worker = BenchWorker(folder)
    finally:
        os.environ.clear()
        os.environ.update(before)
    try:
        yield worker
    finally:
        worker.link.stop()
