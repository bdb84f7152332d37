"""Row 10: how long papers take to make; a QR code that was not made before each time."""

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from reportlab.pdfgen.canvas import Canvas

from storedesk.documents.paper_fonts import Face
from storedesk.documents.pdf_rendering import render_pdf
from storedesk.documents.pickup_slip import PickupSlipData, SlipLine, pickup_slip_80
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.floor_fonts import floor_font
from tests.bench.large_hub import SampleHub

SLIPS, ROUNDS = 100, 5
SLIP_MS, MANY_MS = 4.0, 400.0


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    render_pdf(pickup_slip_80(_slip(0)))
    rounds, floors = [], []
    for number in range(ROUNDS):
        start = 1 + number * SLIPS
        floors.append(_timed(_floor, range(start, start + SLIPS)))
        rounds.append(_timed(_ours, range(start, start + SLIPS)))
    floor, own = median(map(median, floors)), median(map(median, rounds))
    floor_is = "a canvas with the slip's texts in its fonts, and its QR code encoded"
    yield now_measured(
        Figure(10, "pickup slip with QR, median", floor, floor_is, own, "ms", f"<= {SLIP_MS:g} ms", own <= SLIP_MS,
               f"median of {ROUNDS} rounds of {SLIPS} slips; ours p99 {median(map(p99, rounds)):.1f} ms")
    )  # fmt: skip
    many, floor_many = median(map(sum, rounds)), median(map(sum, floors))
    yield now_measured(
        Figure(10, f"{SLIPS} pickup slips", floor_many, floor_is, many, "ms", f"<= {MANY_MS:g} ms", many <= MANY_MS,
               f"median of {ROUNDS} rounds")
    )  # fmt: skip


def _timed(make: Callable[[int], Any], numbers: range) -> list[float]:
    took = []
    for number in numbers:
        begun = time.perf_counter()
        make(number)
        took.append((time.perf_counter() - begun) * 1000)
    return took


def _slip(number: int) -> PickupSlipData:
    lines = (
        SlipLine("1", "Skaljacka Alva", "Forest green · M", "ALV-2201-SKO-M"),
        SlipLine("2", "Termos Sten"),
    )
    return PickupSlipData(
        store_name="Göteborg Centrum", order_number=str(48_000 + number), customer_name="Maria Nilsson", lines=lines,
        document_number=f"GBG-07-{number:05d}-K7", qr_text=f"GBG07{number:05d}K7X8P2QW4R", when_text="23 Nov 2026 14:52",
        desk="GBG-2", staff="Elin L.", bins="H4", checked_by_text="Code",
    )  # fmt: skip


def _ours(number: int) -> bytes:
    return render_pdf(pickup_slip_80(_slip(number)))


def _floor(number: int) -> bytes:
    segno.make_qr(f"GBG07{number:05d}K7X8P2QW4R", error="m", boost_error=False)
    buffer = BytesIO()
    canvas: Any = Canvas(buffer, invariant=1, pageCompression=1)
    canvas.setFont(floor_font(Face.REGULAR), 10)
    for line in range(8):
        canvas.drawString(10, 20 + 12 * line, f"Göteborg Centrum {number}")
    canvas.setFont(floor_font(Face.BOLD), 10)
    for line in range(8):
        canvas.drawString(10, 120 + 12 * line, f"Skaljacka Alva {number}")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
