"""Sample jobs for the printer tests, rendered from a real slip."""

from dataclasses import dataclass, replace

from storedesk.devices.printer_port import Printable, PrinterRole, PrintJob
from storedesk.documents.pickup_slip import pickup_slip_80
from storedesk.documents.printable_document import PrintableDocument
from tests.documents.sample_prints import SLIP


@dataclass(frozen=True)
class Bytes:
    """Content of given bytes."""

    pdf: bytes = b"%PDF-1"
    escpos: bytes = b"x"


def slip_content(**changes: object) -> Printable:
    return PrintableDocument(pickup_slip_80(replace(SLIP, **changes)))  # type: ignore[arg-type]


def job_of(content: Printable, number: str = "GBG-07-00041-K7") -> PrintJob:
    return PrintJob("0192f0c0-0000-7000-8000-000000000001", PrinterRole.SLIP_80, number, content)
