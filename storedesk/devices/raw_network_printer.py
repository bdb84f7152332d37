"""Prints ESC/POS on a network printer at port 9100 and asks it whether the print came out."""

from __future__ import annotations

import socket
import threading

from storedesk.devices.printer_port import (
    Printed,
    PrinterUnavailable,
    PrintJob,
    PrintResult,
    UnavailableReason,
)
from storedesk.devices.raw_printer_line import RawPrinterLine, RawTimeouts
from storedesk.devices.raw_printer_status import sentence_for

RAW_PORT = 9100
_NOT_REACHED = {
    UnavailableReason.NO_ANSWER: "The printer did not answer in time.",
    UnavailableReason.REFUSED: "The printer refused the connection.",
    UnavailableReason.NOT_FOUND: "The printer's address was not reached.",
}


class RawNetworkPrinter:
    """One printer by its address. One job at a time; threads wait for each other.

    Asks the status first and sends nothing to a printer that cannot print. After the print it asks a
    question that is answered only when all before it has been worked through. Where a trouble comes first
    it has the printer throw the rest away, so that a later repeat is the only whole print.
    """

    def __init__(
        self, name: str, host: str, port: int = RAW_PORT, timeouts: RawTimeouts | None = None
    ) -> None:
        self._name = name
        self._address = (host, port)
        self._timeouts = timeouts or RawTimeouts()
        self._one_at_a_time = threading.Lock()

    @property
    def name(self) -> str:
        """The name staff know the printer by."""
        return self._name

    def print_job(self, job: PrintJob) -> PrintResult:
        """Prints, blocking half a minute at most; `reply_lost` where the print may be out."""
        content = job.content.escpos
        with self._one_at_a_time:
            line = self._connect()
            if isinstance(line, UnavailableReason):
                return self._unavailable(line, _NOT_REACHED[line])
            with line:
                return self._print_on(RawPrinterLine(line, self._timeouts), content)

    def trouble(self) -> UnavailableReason | None:
        """Asks the printer; blocks some seconds at most."""
        with self._one_at_a_time:
            line = self._connect()
            if isinstance(line, UnavailableReason):
                return line
            with line:
                try:
                    return RawPrinterLine(line, self._timeouts).status()
                except OSError:
                    return UnavailableReason.NO_ANSWER

    def _connect(self) -> socket.socket | UnavailableReason:
        try:
            return socket.create_connection(self._address, self._timeouts.connect)
        except TimeoutError:
            return UnavailableReason.NO_ANSWER
        except ConnectionRefusedError:
            return UnavailableReason.REFUSED
        except (OSError, UnicodeError, OverflowError):
            return UnavailableReason.NOT_FOUND

    def _print_on(self, line: RawPrinterLine, content: bytes) -> PrintResult:
        try:
            reason = line.status()
        except OSError:
            return self._unavailable(UnavailableReason.NO_ANSWER, "The printer did not tell its status.")
        if reason is not None:
            return self._unavailable(reason, sentence_for(reason))
        try:
            line.send(content)
            reason = line.trouble_before_done()
            if reason is not None:
                cleared = line.clear()
                return self._unavailable(reason, sentence_for(reason), may_have_printed=not cleared)
        except OSError:
            sentence = "The printer took the print and did not confirm it."
            return self._unavailable(UnavailableReason.REPLY_LOST, sentence, may_have_printed=True)
        return self._after_print(line)

    def _after_print(self, line: RawPrinterLine) -> Printed:
        """Everything is on paper; a printer that ran dry with this print is only mentioned."""
        try:
            reason = line.status()
        except OSError:
            reason = None
        detail = "" if reason is None else sentence_for(reason)
        return Printed(self._name, confirmed=True, detail=detail)

    def _unavailable(
        self, reason: UnavailableReason, detail: str, may_have_printed: bool = False
    ) -> PrinterUnavailable:
        return PrinterUnavailable(self._name, reason, detail, may_have_printed)
