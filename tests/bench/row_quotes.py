"""Row 10: how long a quote of fifty lines takes to make, beside a canvas that is told where each text stands."""

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from reportlab.pdfgen.canvas import Canvas

from storedesk.documents.document_model import Document
from storedesk.documents.page_flow import pages_of
from storedesk.documents.page_marks import Page, TextMark
from storedesk.documents.pdf_rendering import render_pdf
from storedesk.documents.quote import QuotePaperData, QuotePaperLine, quote
from storedesk.domain.codes import DocumentCode, qr_text
from storedesk.domain.currency import UNIT
from storedesk.domain.quote_totals import QuoteLineIn, quote_totals
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.floor_fonts import floor_font
from tests.bench.large_hub import SampleHub

LINES, QUOTES, ROUNDS = 50, 20, 5
MOST_TIMES = 2.0


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    pages = pages_of(_quote(0))
    _ours(0)
    rounds, floors = [], []
    for number in range(ROUNDS):
        numbers = range(1 + number * QUOTES, 1 + (number + 1) * QUOTES)
        floors.append(_timed(lambda count: _floor(count, pages), numbers))
        rounds.append(_timed(_ours, numbers))
    floor, own = median(map(median, floors)), median(map(median, rounds))
    floor_is = "a canvas with the quote's texts in their places, and its QR code encoded"
    yield now_measured(
        Figure(10, f"quote of {LINES} lines, median", floor, floor_is, own, "ms", f"<= {MOST_TIMES:g} times",
               own <= MOST_TIMES * floor,
               f"median of {ROUNDS} rounds of {QUOTES} quotes; ours p99 {median(map(p99, rounds)):.1f} ms")
    )  # fmt: skip


def _timed(make: Callable[[int], Any], numbers: range) -> list[float]:
    took = []
    for number in numbers:
        begun = time.perf_counter()
        make(number)
        took.append((time.perf_counter() - begun) * 1000)
    return took


def _quote(number: int) -> Document:
    sums = [QuoteLineIn((100 + line) * UNIT, 12, 1, 250_000, 50_000) for line in range(LINES)]
    totals = quote_totals(sums, "SEK")
    lines = tuple(
        QuotePaperLine(f"Skaljacka Alva {line}", 12, "piece", sums[line].price, 50_000, made.amount,
                       "Forest green · M", f"ALV-{number:04d}-{line:02d}")
        for line, made in enumerate(totals.lines)
    )  # fmt: skip
    name = _name(number)
    return quote(
        QuotePaperData(
            name, 1, "Göteborg Centrum", "Brännö Varv & Montage AB", lines, totals, "2026-12-23",
            qr_text(DocumentCode(name)), terms_days=30, po_number=f"{number}-A", language="sv",
        )
    )  # fmt: skip


def _name(number: int) -> str:
    return f"GBG-07-{number:05d}-K7"


def _ours(number: int) -> bytes:
    return render_pdf(_quote(number))


def _floor(number: int, pages: tuple[Page, ...]) -> bytes:
    segno.make_qr(qr_text(DocumentCode(_name(number))), error="m", boost_error=False)
    buffer = BytesIO()
    canvas: Any = Canvas(buffer, invariant=1, pageCompression=1)
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                canvas.setFont(floor_font(mark.face), mark.points)
                canvas.drawString(mark.x, page.height - mark.y, mark.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
