"""Prints by role: the role's printers in turn, and where none prints, the word to show it on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storedesk.devices.printer_port import Printed, PrinterPort, PrinterRole, PrinterUnavailable, PrintJob


@dataclass(frozen=True, slots=True)
class PrintedByRole:
    """The print is out; `passed_over` are the printers that failed before."""

    printed: Printed
    passed_over: tuple[PrinterUnavailable, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowOnScreen:
    """No printer of the role printed: show the document with its code, and keep the job waiting.

    `tried` is empty in a store without a printer for the role. With `may_have_printed` the job must not be
    repeated by itself: staff say whether it came out, a repeat is marked as a copy.
    """

    tried: tuple[PrinterUnavailable, ...]

    @property
    def may_have_printed(self) -> bool:
        """Whether a print may be out although nobody confirmed it."""
        return any(printer.may_have_printed for printer in self.tried)


PrintOutcome = PrintedByRole | ShowOnScreen


class PrinterRoles:
    """The printers of this desk by role, in the order they are tried."""

    def __init__(self, printers: Mapping[PrinterRole, Sequence[PrinterPort]]) -> None:
        self._printers = {role: tuple(ports) for role, ports in printers.items()}

    def printers_of(self, role: PrinterRole) -> tuple[PrinterPort, ...]:
        """The printers of a role, the first choice first."""
        return self._printers.get(role, ())

    def print_by_role(self, job: PrintJob) -> PrintOutcome:
        """Tries the role's printers until one prints; stops where a print may already be out.

        Blocks for some seconds per printer. Safe to call again with the same job after `ShowOnScreen`
        without `may_have_printed`; if this process ends before the outcome is saved, treat the job as one
        that may have printed.
        """
        tried: list[PrinterUnavailable] = []
        for printer in self.printers_of(job.role):
            result = printer.print_job(job)
            if isinstance(result, Printed):
                return PrintedByRole(result, tuple(tried))
            tried.append(result)
            if result.may_have_printed:
                break
        return ShowOnScreen(tuple(tried))
