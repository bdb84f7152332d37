"""Takes waiting print jobs to the printers, one at a time, and says what became of each."""

from collections.abc import Callable
from typing import NamedTuple

from storedesk.devices.printer_port import PrinterRole, PrintJob
from storedesk.devices.printer_roles import PrintedByRole, PrinterRoles, PrintOutcome
from storedesk.storage import print_queue
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.print_queue import QueuedPrint

TRY_AGAIN_MS = 5_000


class PrintReport(NamedTuple):
    """``state``: printed, waiting, on_screen (no printer of the role), unsure."""

    job: QueuedPrint
    state: str
    printer: str = ""
    problem: str = ""


class PrintRunner:
    """``take`` and ``settle`` belong to the thread with the writing connection, ``print`` to any other."""

    def __init__(self, store: DeskStore, printers: PrinterRoles, now: Callable[[], int]) -> None:
        self._store, self._printers, self._now = store, printers, now

    def take(self) -> QueuedPrint | None:
        with self._store.begin() as connection:
            return print_queue.next_print(connection, self._now())

    def print(self, job: QueuedPrint) -> PrintOutcome:
        """Blocks for some seconds at most for each printer."""
        return self._printers.print_by_role(PrintJob(job.id, PrinterRole(job.role), job.title, job.paper))

    def settle(self, job: QueuedPrint, outcome: PrintOutcome) -> PrintReport:
        with self._store.begin() as connection:
            if isinstance(outcome, PrintedByRole):
                print_queue.print_done(connection, job.id, outcome.printed.printer, self._now())
                return PrintReport(job, "printed", outcome.printed.printer)
            last = outcome.tried[-1] if outcome.tried else None
            problem = "no_printer" if last is None else str(last.reason_key)
            printer = "" if last is None else last.printer
            if outcome.may_have_printed:
                print_queue.print_unsure(connection, job.id, problem)
                return PrintReport(job, "unsure", printer, problem)
            print_queue.print_waits(connection, job.id, problem, self._now() + TRY_AGAIN_MS)
            return PrintReport(job, "on_screen" if last is None else "waiting", printer, problem)

    def interrupted(self) -> list[PrintReport]:
        """At the start: what was under way when the program ended."""
        with self._store.begin() as connection:
            jobs = print_queue.interrupted_prints(connection)
        return [PrintReport(job, "unsure", problem=job.problem) for job in jobs]
