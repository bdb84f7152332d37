"""One conversation with an ESC/POS printer over an open socket."""

from __future__ import annotations

import socket
from dataclasses import dataclass

from storedesk.devices.printer_port import UnavailableReason
from storedesk.devices.raw_printer_status import (
    ASK_WHEN_DONE,
    CLEAR_BUFFER,
    CLEARED,
    STATUS_QUESTIONS,
    is_done,
    is_status,
    reason_in_status,
)

_MOST_STRAY_BYTES = 64


@dataclass(frozen=True, slots=True)
class RawTimeouts:
    """How long to wait, in seconds: for the line, for one answer, for a whole print."""

    connect: float = 3.0
    answer: float = 2.0
    print_out: float = 16.0


class RawPrinterLine:
    """Asks and sends; every method raises OSError where the line is lost or an answer does not come."""

    def __init__(self, line: socket.socket, timeouts: RawTimeouts) -> None:
        self._line = line
        self._timeouts = timeouts
        self._done = False

    def status(self) -> UnavailableReason | None:
        """What keeps the printer from printing; None where it is ready."""
        self._line.settimeout(self._timeouts.answer)
        answers = []
        for question in STATUS_QUESTIONS:
            self._line.sendall(question)
            answers.append(self._next_status())
        return reason_in_status(*answers)

    def send(self, content: bytes) -> None:
        """Sends a print with the question whether it is done."""
        self._done = False
        self._line.settimeout(self._timeouts.print_out)
        self._line.sendall(content + ASK_WHEN_DONE)

    def trouble_before_done(self) -> UnavailableReason | None:
        """Waits until the print is done (None) or the printer names a trouble; TimeoutError for neither."""
        slices = max(1, round(self._timeouts.print_out / self._timeouts.answer))
        for _ in range(slices):
            self._line.settimeout(self._timeouts.answer)
            try:
                while not self._done:
                    self._next_byte()
            except TimeoutError:
                reason = self.status()
                if reason is not None and not self._done:
                    return reason
            if self._done:
                return None
        raise TimeoutError("the printer did not say that it was done")

    def clear(self) -> bool:
        """Has the printer throw away what it holds; whether it said so."""
        self._line.settimeout(self._timeouts.answer)
        self._line.sendall(CLEAR_BUFFER)
        received = b""
        try:
            while not received.endswith(CLEARED) and len(received) < _MOST_STRAY_BYTES:
                received += bytes([self._next_byte()])
        except OSError:
            return False
        return received.endswith(CLEARED)

    def _next_status(self) -> int:
        for _ in range(_MOST_STRAY_BYTES):
            answer = self._next_byte()
            if is_status(answer):
                return answer
        raise TimeoutError("the printer sent other bytes than a status")

    def _next_byte(self) -> int:
        received = self._line.recv(1)
        if not received:
            raise ConnectionResetError("the printer closed the line")
        self._done = self._done or is_done(received[0])
        return received[0]
