"""What a printer is to the desk: it takes a job and answers with a value, never with a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PrinterRole(StrEnum):
    """What a printer is there for; a job names a role, never a printer."""

    SLIP_80 = "slip_80"
    LABEL_62X29 = "label_62x29"
    A5 = "a5"
    A4 = "a4"


class UnavailableReason(StrEnum):
    """Why a printer did not print; the key of the sentence shown to staff."""

    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PRINTER_ERROR = "printer_error"
    OFFLINE = "offline"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    NOT_FOUND = "not_found"
    REPLY_LOST = "reply_lost"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    NO_PRINT_SYSTEM = "no_print_system"


class Printable(Protocol):
    """The content of a job in the two forms printers take."""

    @property
    def pdf(self) -> bytes:
        """The content as PDF."""

    @property
    def escpos(self) -> bytes:
        """The same content as ESC/POS bytes."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One print: `id` is the job's own UUID, `number` the final document number; no personal data in both."""

    id: str
    role: PrinterRole
    number: str
    content: Printable


@dataclass(frozen=True, slots=True)
class Printed:
    """The print is out. `confirmed` is False where the queue took it but cannot say when it is on paper."""

    printer: str
    confirmed: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PrinterUnavailable:
    """Nothing, or nothing certain, was printed; `detail` is for the diagnostics and names no person.

    `may_have_printed` is True when the bytes had left and the printer's answer was lost. Then a repeat
    could be a second print: ask whether it came out, or print it again marked as a copy.
    """

    printer: str
    reason_key: UnavailableReason
    detail: str
    may_have_printed: bool = False


PrintResult = Printed | PrinterUnavailable


class PrinterPort(Protocol):
    """One printer. `print_job` blocks for some seconds at most: call it off the UI thread.

    Expected trouble is a `PrinterUnavailable`, never an exception. Calling again with the same job is safe
    after any result but `Printed` and `may_have_printed`; the printer itself remembers no jobs.
    """

    @property
    def name(self) -> str:
        """The name staff know the printer by."""

    def print_job(self, job: PrintJob) -> PrintResult:
        """Prints the job once."""

    def trouble(self) -> UnavailableReason | None:
        """What keeps it from printing now; None where it is ready, as far as it can tell. Blocks for seconds."""
