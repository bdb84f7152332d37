"""What the worker is made of: its settings, printers, ports and the pipe to the window."""

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable
from io import FileIO
from typing import IO, Any

import msgspec

from storedesk.desk.profile import PrinterEntry, Settings
from storedesk.devices.printer_port import PrinterRole
from storedesk.devices.printer_roles import PrinterRoles
from storedesk.devices.printer_setup import PrinterKind, PrinterSetting, printers_by_role
from storedesk.protocol.desk_link import FRAME_BYTES, SyncState, frame, to_worker_decoder


def printers_of(settings: Settings) -> PrinterRoles:
    """The printers of the settings by role."""
    return printers_by_role(printer_setting(entry) for entry in settings.printers)


def practice_state(clock_offset: int) -> SyncState:
    """There is no line and none is looked for; the window still learns the time of the invented shop."""
    return SyncState(
        online=False, syncing=False, on_purpose=True, offline_since=None, last_good_at=None, waiting=0,
        oldest_waiting_at=None, next_try_at=0, clock_offset=clock_offset,
    )  # fmt: skip


def printer_setting(entry: PrinterEntry) -> PrinterSetting:
    roles = tuple(PrinterRole(role) for role in entry.roles)
    return PrinterSetting(entry.name, PrinterKind(entry.kind), entry.target, roles, entry.port)


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next message's bytes; None when the other side has closed or sends nonsense."""
    head = _exactly(stream, 4)
    size = int.from_bytes(head, "big") if head else 0
    if head is None or not 0 < size <= FRAME_BYTES:
        return None
    return _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    parts: list[bytes] = []
    while size:
        part = stream.read(size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class WindowPipe:
    """The worker's side: messages of the window as they come, ``None`` at its end; ``tell`` from any thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop, source: IO[bytes], sink: IO[bytes]) -> None:
        self._loop, self._source, self._sink = loop, source, sink
        self._lock = threading.Lock()
        self.messages: asyncio.Queue[Any] = asyncio.Queue()
        threading.Thread(target=self._read, name="window", daemon=True).start()

    def tell(self, message: Any) -> None:
        """A window that is gone hears nothing; the worker learns of its end by reading."""
        with self._lock:
            try:
                self._sink.write(frame(message))
                self._sink.flush()
            except (BrokenPipeError, ValueError, OSError):
                return

    def _read(self) -> None:
        """Until the window closes, or sends what no window of this version sends."""
        with contextlib.suppress(msgspec.MsgspecError):
            while (body := read_frame(self._source)) is not None:
                self._post(to_worker_decoder.decode(body))
        self._post(None)

    def _post(self, message: Any) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.messages.put_nowait, message)


def own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output as the pipe; whatever else prints goes to standard error from now on.

    Input is read without a buffer: the lock of one, held by a thread that still waits for the window, would abort
    the interpreter at its end.
    """
    source, sink = FileIO(sys.stdin.fileno(), "rb", closefd=False), sys.stdout.buffer
    sys.stdout = sys.stderr
    return source, sink


Tell = Callable[[Any], None]
