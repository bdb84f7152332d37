"""Prints PDFs through a driver queue of the operating system: CUPS by `lp`, elsewhere a clear refusal."""

from __future__ import annotations

import os
import re
import subprocess

from storedesk.devices.pdf_queue import safe_file_stem
from storedesk.devices.printer_port import (
    Printed,
    PrinterUnavailable,
    PrintJob,
    PrintResult,
    UnavailableReason,
)

_MOST_LETTERS, _MOST_QUEUES, _PATIENCE_SECONDS = 20_000, 50, 5.0
_QUEUE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,126}")


class SystemQueue:
    """One queue by its name in the print system; the queue keeps the job once it has taken it.

    `Printed` means here that the queue took the job (`confirmed` is False): paper trouble after that is the
    queue's to report, and it prints by itself when the trouble is over.
    """

    def __init__(
        self, name: str, queue: str, program: str = "lp", timeout_seconds: float = 10.0, system: str = os.name
    ) -> None:
        if not _QUEUE_NAME.fullmatch(queue):
            raise ValueError("A queue's name has letters, digits, dots, hyphens and underscores only.")
        self._name = name
        self._queue = queue
        self._program = program
        self._timeout = timeout_seconds
        self._system = system

    @property
    def name(self) -> str:
        """The name staff know the queue by."""
        return self._name

    def print_job(self, job: PrintJob) -> PrintResult:
        """Hands the PDF to the queue, blocking at most `timeout_seconds`."""
        if self._system == "nt":
            sentence = "Driver queues are not used on Windows; choose a network printer or a PDF folder."
            return self._unavailable(UnavailableReason.NO_PRINT_SYSTEM, sentence)
        content = job.content.pdf
        command = [self._program, "-d", self._queue, "-t", safe_file_stem(job.number), "-s"]
        try:
            done = subprocess.run(
                command,
                input=content,
                capture_output=True,
                timeout=self._timeout,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        except subprocess.TimeoutExpired:
            sentence = "The print system did not answer in time."
            return self._unavailable(UnavailableReason.NO_ANSWER, sentence, may_have_printed=True)
        except OSError:
            return self._unavailable(UnavailableReason.NO_PRINT_SYSTEM, "There is no print system here.")
        if done.returncode == 0:
            return Printed(self._name, confirmed=False)
        return self._refused(done.stderr[:2000].decode("utf-8", "replace"))

    def trouble(self) -> UnavailableReason | None:
        """What the print system says of its queue; a queue that is stopped is offline."""
        found = ask_print_system(("-p", self._queue), self._system)
        if found is None:
            return UnavailableReason.NO_PRINT_SYSTEM
        if f"printer {self._queue}" not in found:
            return UnavailableReason.NOT_FOUND
        return UnavailableReason.OFFLINE if "disabled" in found else None

    def _refused(self, complaint: str) -> PrinterUnavailable:
        if "does not exist" in complaint or "no destination" in complaint.lower():
            return self._unavailable(UnavailableReason.NOT_FOUND, "The print system has no such queue.")
        if "connect" in complaint.lower() or "scheduler" in complaint.lower():
            return self._unavailable(UnavailableReason.NO_PRINT_SYSTEM, "The print system is not running.")
        return self._unavailable(UnavailableReason.REFUSED, "The print system refused the job.")

    def _unavailable(
        self, reason: UnavailableReason, detail: str, may_have_printed: bool = False
    ) -> PrinterUnavailable:
        return PrinterUnavailable(self._name, reason, detail, may_have_printed)


def system_queues(system: str = os.name) -> tuple[str, ...]:
    """The names of the queues of this machine that can be used here; empty without a print system."""
    found = ask_print_system(("-e",), system)
    names = (found or "")[:_MOST_LETTERS].split()
    return tuple(name for name in names if _QUEUE_NAME.fullmatch(name))[:_MOST_QUEUES]


def ask_print_system(question: tuple[str, ...], system: str = os.name) -> str | None:
    """What ``lpstat`` answers in English; None where there is none or it does not answer in time."""
    if system == "nt":
        return None
    try:
        done = subprocess.run(
            ["lpstat", *question],
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace")
