"""Finds printers, asks how they are, and prints a test page past the queue."""

import secrets
from collections.abc import Iterator

from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.profile import Profile, Settings
from storedesk.desk.worker_setup import printer_setting, printers_of
from storedesk.devices.printer_port import Printed, PrinterRole, PrintJob
from storedesk.devices.printer_setup import PrinterKind, PrinterSettingRefused, printer_of
from storedesk.devices.system_queue import system_queues
from storedesk.domain.ids import new_id
from storedesk.protocol.desk_link import Answered, FindPrinters, PrinterFound, PrintersFound, PrintTest


class PrinterRequests:
    """Blocks for some seconds for each printer: used by the thread of the printers alone."""

    def __init__(self, profile: Profile, clock: DeskClock) -> None:
        self._profile, self._clock = profile, clock

    def find(self, message: FindPrinters) -> PrintersFound:
        settings = self._profile.settings
        return PrintersFound(
            request=message.request, printers=[*_of_settings(settings), *self._besides(settings)]
        )

    def test(self, message: PrintTest) -> Answered:
        """``detail`` is the printer's name; a problem is the key of why nothing came out."""
        from storedesk.documents.printable_document import (
            PrintableDocument,  # PDF costs 0.1 s that no start should pay
        )
        from storedesk.documents.ruler_page import ruler_page

        role = PrinterRole(message.role)
        found = printers_of(self._profile.settings).printers_of(role)
        if not found:
            return Answered(request=message.request, problem="no_printer")
        printer = found[0]
        page = PrintableDocument(ruler_page(message.role, printer.name, message.when))
        job = PrintJob(new_id(self._clock.now(), secrets.token_bytes), role, "TEST", page)
        result = printer.print_job(job)
        problem = "" if isinstance(result, Printed) else str(result.reason_key)
        return Answered(request=message.request, problem=problem, detail=printer.name)

    def _besides(self, settings: Settings) -> Iterator[PrinterFound]:
        """What can be chosen and stands in no setting yet; a folder of the profile is always there."""
        known = {(entry.kind, entry.target) for entry in settings.printers}
        papers = str(self._profile.papers)
        if ("pdf_folder", papers) not in known:
            yield PrinterFound(name="PDF", kind="pdf_folder", target=papers)
        for queue in system_queues():
            if ("system_queue", queue) not in known:
                yield PrinterFound(name=queue, kind="system_queue", target=queue)


def _of_settings(settings: Settings) -> Iterator[PrinterFound]:
    for entry in settings.printers:
        try:
            reason = printer_of(printer_setting(entry)).trouble()
            problem = "" if reason is None else str(reason)
        except PrinterSettingRefused:
            problem = "not_found"
        kind = str(PrinterKind(entry.kind))
        yield PrinterFound(name=entry.name, kind=kind, target=entry.target, problem=problem)
