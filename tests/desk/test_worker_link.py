"""The window's side of a worker that dies, talks nonsense or never comes up."""

import queue
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from storedesk.desk.worker_link import MOST_DEATHS, MOST_RESTARTS, WorkerLink
from storedesk.protocol.desk_link import Answered, CheckJournal, Perform, SignIn, frame

SECONDS = 30.0
COUNTS = "open({log!r}, 'ab').write(b'x')\n"
READS = """
import sys
source, sink = sys.stdin.buffer, sys.stdout.buffer
def read():
    head = source.read(4)
    return source.read(int.from_bytes(head, "big")) if len(head) == 4 else b""
def say(body):
    sink.write(len(body).to_bytes(4, "big") + body)
    sink.flush()
"""
STARTED = 'say(b\'{"type":"started","phase":"ready"}\')\n'
ANSWERS = "while b'journal' in (got := read()): say(got.replace(b'check_journal', b'answered'))\n"


class Worker:
    """A link to a worker of a few lines; ``starts`` counts how often it was started."""

    def __init__(self, folder: Path, *parts: str) -> None:
        self._log = folder / "starts"
        code = COUNTS.format(log=str(self._log)) + "".join(parts)
        self.downs: queue.Queue[bool] = queue.Queue()
        self.link = WorkerLink([sys.executable, "-S", "-c", code], lambda _: None, self.downs.put)

    @property
    def starts(self) -> int:
        return len(self._log.read_bytes())

    def ask(self, message: Any) -> Any:
        return self.link.ask(message).result(SECONDS)


def perform(number: int) -> Perform:
    return Perform(request=number, action_id="a", kind="K", args=msgspec.Raw(b"{}"), staff_id=1)


def test_question_that_no_worker_survives_is_answered_and_the_next_one_is_done(tmp_path: Path) -> None:
    worker = Worker(tmp_path, READS, STARTED, ANSWERS)
    answer = worker.ask(perform(worker.link.next_request()))
    assert (answer.outcome, answer.why) == ("unavailable", "unreadable")
    request = worker.link.next_request()
    assert worker.ask(CheckJournal(request=request)) == Answered(request=request)
    assert [worker.downs.get(timeout=SECONDS) for _ in range(MOST_DEATHS + 1)] == [True] * (MOST_DEATHS + 1)
    assert worker.starts == MOST_DEATHS + 2
    worker.link.stop()


def test_worker_that_never_speaks_is_given_up_and_nobody_waits_for_ever(tmp_path: Path) -> None:
    worker = Worker(tmp_path, "raise SystemExit(1)")
    answer = worker.ask(SignIn(request=worker.link.next_request(), staff_id=1, pin="1"))
    assert answer.outcome == "unavailable"
    heard = [worker.downs.get(timeout=SECONDS) for _ in range(MOST_RESTARTS + 1)]
    assert heard == [True] * MOST_RESTARTS + [False]
    assert worker.starts == MOST_RESTARTS + 1
    assert worker.ask(CheckJournal(request=worker.link.next_request())).problem == "no_worker"
    worker.link.stop()


def test_worker_that_talks_nonsense_is_started_anew(tmp_path: Path) -> None:
    first = f"import os\nif os.path.getsize({str(tmp_path / 'starts')!r}) == 1: say(b'nonsense'); read()\n"
    worker = Worker(tmp_path, READS, first, ANSWERS)
    request = worker.link.next_request()
    assert worker.ask(CheckJournal(request=request)) == Answered(request=request)
    assert worker.starts == 2
    worker.link.stop()


def test_message_that_cannot_travel_is_refused_at_once(tmp_path: Path) -> None:
    worker = Worker(tmp_path, READS, ANSWERS)
    with pytest.raises(UnicodeEncodeError):
        worker.link.ask(SignIn(request=worker.link.next_request(), staff_id=1, pin="\ud800"))
    request = worker.link.next_request()
    assert worker.ask(CheckJournal(request=request)) == Answered(request=request)
    worker.link.stop()


def test_frame_begins_with_its_length() -> None:
    data = frame(CheckJournal(request=1))
    assert int.from_bytes(data[:4], "big") == len(data) - 4
