"""The window's side of the worker: starts it, asks it, and starts it again when it dies."""

import contextlib
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import msgspec

from storedesk.desk.worker_setup import read_frame
from storedesk.protocol.desk_link import (
    Answered,
    Perform,
    Performed,
    SignedIn,
    SignIn,
    SignInByBadge,
    Stop,
    frame,
    from_worker_decoder,
)

MOST_RESTARTS = 5
MOST_DEATHS = 10


def worker_command(profile: Path) -> list[str]:
    """How this program starts itself as a worker, from a checkout and frozen."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "storedesk"]
    return [*own, "worker", "--profile", str(profile)]


class WorkerLink:
    """``ask`` and ``tell`` from any thread; ``on_message`` is called on the reading thread.

    ``on_down`` is called with True when the worker died and is started again (questions without an answer
    are asked again: each takes effect once), with False when it was given up.
    """

    def __init__(
        self, command: list[str], on_message: Callable[[Any], None], on_down: Callable[[bool], None]
    ) -> None:
        self._command, self._on_message, self._on_down = command, on_message, on_down
        self._lock = threading.Lock()
        self._requests = 0
        self._open: dict[int, tuple[Any, Future[Any]]] = {}
        self._deaths: Counter[int] = Counter()
        self._stopping = self._given_up = False
        self._restarts = 0
        self._process = self._start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def next_request(self) -> int:
        with self._lock:
            self._requests += 1
            return self._requests

    def ask(self, message: Any) -> "Future[Any]":
        """The answer to a message that carries ``request``; survives a restart of the worker."""
        answer: Future[Any] = Future()
        data = frame(message)
        with self._lock:
            self._open[message.request] = (message, answer)
            self._write(data)
        if self._given_up:
            self._refuse([message.request])
        return answer

    def tell(self, message: Any) -> None:
        data = frame(message)
        with self._lock:
            self._write(data)

    def stop(self, seconds: float = 10.0) -> None:
        """Lets the worker finish what it does, then waits for its end."""
        with self._lock:
            self._stopping = True
            process = self._process
            self._write(frame(Stop()))
            _close(process)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _write(self, data: bytes) -> None:
        sink = self._process.stdin
        assert sink is not None
        try:
            sink.write(data)
            sink.flush()
        except (BrokenPipeError, ValueError, OSError):
            return

    def _start(self) -> "subprocess.Popen[bytes]":
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=hidden
        )
        threading.Thread(target=self._read, args=(process,), name="worker", daemon=True).start()
        return process

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        source = process.stdout
        assert source is not None
        while (body := read_frame(source)) is not None:
            try:
                message = from_worker_decoder.decode(body)
            except msgspec.MsgspecError:
                process.kill()
                break
            self._restarts = 0
            self._deliver(message)
        source.close()
        process.wait()
        if not self._stopping:
            self._begin_again()

    def _deliver(self, message: Any) -> None:
        number = getattr(message, "request", None)
        if number is None:
            self._on_message(message)
            return
        with self._lock:
            found = self._open.pop(number, None)
            self._deaths.pop(number, None)
        if found is not None and found[1].set_running_or_notify_cancel():
            found[1].set_result(message)

    def _begin_again(self) -> None:
        self._restarts += 1
        if self._restarts > MOST_RESTARTS:
            self._given_up = True
            self._refuse(list(self._open))
            self._on_down(False)
            return
        self._deaths.update(self._open.keys())
        self._refuse([number for number, deaths in self._deaths.items() if deaths > MOST_DEATHS])
        with self._lock:
            if self._stopping:
                return
            _close(self._process)
            self._process = self._start()
            for message, _ in list(self._open.values()):
                self._write(frame(message))
        self._on_down(True)

    def _refuse(self, numbers: list[int]) -> None:
        """No worker has survived these questions: they are answered here, so that nobody waits for ever."""
        for number in numbers:
            with self._lock:
                found = self._open.get(number)
            if found is not None:
                self._deliver(_no_answer(found[0]))


def _close(process: "subprocess.Popen[bytes]") -> None:
    """The worker hears the end; one that is dead already cannot take what was left for it."""
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()


def _no_answer(question: Any) -> Any:
    match question:
        case Perform(request=number):
            return Performed(request=number, outcome="unavailable", why="unreadable")
        case SignIn(request=number) | SignInByBadge(request=number):
            return SignedIn(request=number, outcome="unavailable")
    return Answered(request=question.request, problem="no_worker")
