"""A fake ESC/POS printer on a local port: prints, runs out of paper, stays silent or hangs up as told."""

from __future__ import annotations

import socket
import threading
from enum import Enum

CUT = b"\x1dVB\x00"
_ASK_STATUS = b"\x10\x04"
_ASK_DONE = b"\x1dr\x01"
_CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
_COMMANDS = (*(_ASK_STATUS + bytes([n]) for n in (1, 2, 4)), _ASK_DONE, _CLEAR)


class Mood(Enum):
    """How the printer behaves."""

    OK = "ok"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    SILENT = "silent"
    HALF_REPLY = "half_reply"
    NEVER_DONE = "never_done"
    HANGS_UP_AFTER_PRINT = "hangs_up_after_print"
    BABBLES = "babbles"


class FakeRawPrinter:
    """`jobs` are the whole prints that came out; `received` is every byte that arrived.

    `paper_left` is how many bytes of a print still fit; then the printer stops, keeps the rest, and prints
    it when `put_in_paper` is called, as real ones do, unless it was told to clear its buffer.
    """

    def __init__(self, mood: Mood = Mood.OK, paper_left: int | None = None) -> None:
        self.mood = mood
        self.jobs: list[bytes] = []
        self.received = b""
        self.torn = 0
        self.clears = True
        self._paper_left = paper_left
        self._printing = b""
        self._held = b""
        self._changed = threading.Condition()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._lines: list[socket.socket] = []
        self._stopping = False
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.getsockname()[1])

    def __enter__(self) -> FakeRawPrinter:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping = True
        with socket.create_connection(("127.0.0.1", self.port)):
            pass
        with self._changed:
            for line in self._lines:
                line.close()
        self._thread.join(5)
        self._server.close()

    def put_in_paper(self) -> None:
        """A new roll: what was held comes out."""
        with self._changed:
            self.mood = Mood.OK
            self._paper_left = None
            held, self._held = self._held, b""
            self._print(held)

    def wait_for_jobs(self, count: int, seconds: float = 10.0) -> bool:
        """Whether so many whole prints are out in time."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.jobs) >= count, seconds)

    def _serve(self) -> None:
        while not self._stopping:
            line, _ = self._server.accept()
            if self._stopping:
                line.close()
                return
            with self._changed:
                self._lines.append(line)
            with line:
                try:
                    self._talk(line)
                except OSError:
                    continue

    def _talk(self, line: socket.socket) -> None:
        pending = b""
        while not self._stopping:
            chunk = line.recv(4096)
            if not chunk:
                return
            with self._changed:
                self.received += chunk
            pending += chunk
            if self.mood is Mood.BABBLES:
                line.sendall(b"\xff" * 500)
            if self.mood in (Mood.SILENT, Mood.BABBLES):
                continue
            pending = self._work_through(line, pending)
            if self.mood is Mood.HANGS_UP_AFTER_PRINT and self.jobs:
                return

    def _work_through(self, line: socket.socket, stream: bytes) -> bytes:
        while stream:
            command = next((known for known in _COMMANDS if stream.startswith(known)), None)
            if command is not None:
                stream = stream[len(command) :]
                self._obey(line, command)
            elif any(known.startswith(stream) for known in _COMMANDS):
                return stream
            else:
                with self._changed:
                    self._print(stream[:1])
                stream = stream[1:]
        return b""

    def _obey(self, line: socket.socket, command: bytes) -> None:
        if command == _CLEAR:
            if self.clears:
                with self._changed:
                    self._held = self._printing = b""
                    self.torn += 1
                line.sendall(b"\x37\x25\x00")
        elif command == _ASK_DONE:
            if not self._out_of_paper() and self.mood not in (Mood.NEVER_DONE, Mood.HANGS_UP_AFTER_PRINT):
                line.sendall(b"\x00")
        else:
            line.sendall(bytes([self._status(command[2])]))
            if self.mood is Mood.HALF_REPLY:
                line.shutdown(socket.SHUT_RDWR)

    def _status(self, question: int) -> int:
        out, cover = self._out_of_paper(), self.mood is Mood.COVER_OPEN
        bits = {1: 0x08 * (out or cover), 2: 0x20 * out | 0x04 * cover, 4: 0x6C * out}
        return 0x12 | bits[question]

    def _out_of_paper(self) -> bool:
        return self.mood is Mood.PAPER_OUT or self._paper_left == 0

    def _print(self, content: bytes) -> None:
        for index in range(len(content)):
            if self._out_of_paper():
                self._held += content[index:]
                return
            if self._paper_left is not None:
                self._paper_left -= 1
            self._printing += content[index : index + 1]
            if self._printing.endswith(CUT):
                self.jobs.append(self._printing)
                self._printing = b""
                self._changed.notify_all()
