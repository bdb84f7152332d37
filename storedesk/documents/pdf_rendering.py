"""Renders a document as PDF: embedded fonts, codes as vectors, equal bytes for equal input."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from storedesk.documents.document_model import Document
from storedesk.documents.page_flow import pages_of
from storedesk.documents.page_marks import BoxMark, CodeMark, LineMark, Mark, Page, TextMark, UprightMark
from storedesk.documents.paper_fonts import Face, embedded, lettered

rl_config.trustedHosts = []
rl_config.trustedSchemes = []


def render_pdf(document: Document) -> bytes:
    """The PDF's bytes; never raises for what the texts contain."""
    buffer = BytesIO()
    canvas: Any = Canvas(
        buffer, invariant=1, pageCompression=1, initialFontName=embedded(Face.REGULAR).fontName
    )
    canvas.setTitle(lettered(f"{document.title} {document.number}", Face.REGULAR))
    canvas.setCreator("StoreDesk")
    canvas.setAuthor("StoreDesk")
    for page in pages_of(document):
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _draw(canvas, mark, page)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Any, mark: Mark, page: Page) -> None:
    match mark:
        case TextMark():
            canvas.setFont(embedded(mark.face).fontName, mark.points)
            canvas.drawString(mark.x, page.height - mark.y, mark.text)
        case LineMark():
            canvas.setLineWidth(mark.thick)
            canvas.setDash(*((3, 2) if mark.dashed else ()))
            canvas.line(mark.x, page.height - mark.y, mark.x + mark.length, page.height - mark.y)
        case UprightMark():
            canvas.setLineWidth(mark.thick)
            canvas.setDash()
            canvas.line(mark.x, page.height - mark.y, mark.x, page.height - mark.y - mark.length)
        case BoxMark():
            canvas.setLineWidth(1.0)
            canvas.setDash()
            canvas.rect(mark.x, page.height - mark.y - mark.side, mark.side, mark.side)
        case CodeMark():
            _draw_code(canvas, mark, page)


def _draw_code(canvas: Any, mark: CodeMark, page: Page) -> None:
    module = mark.side / len(mark.modules)
    path = canvas.beginPath()
    for index, row in enumerate(mark.modules):
        y = page.height - mark.y - (index + 1) * module
        for start, length in _dark_runs(row):
            path.rect(mark.x + start * module, y, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = None
    for column, dark in enumerate((*row, False)):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            runs.append((start, column - start))
            start = None
    return runs
