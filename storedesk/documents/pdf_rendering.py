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
rl_config.useA85 = 0


def render_pdf(document: Document) -> bytes:
    """The PDF's bytes; never raises for what the texts contain."""
    buffer = BytesIO()
    canvas: Any = Canvas(
        buffer, invariant=1, pageCompression=1, initialFontName=embedded(Face.REGULAR).fontName
    )
    canvas.setTitle(lettered(f"{document.title} {document.number}", Face.REGULAR))
    canvas.setCreator("StoreDesk")
    canvas.setAuthor("StoreDesk")
    for face in Face:
        embedded(face).begin(canvas._doc)
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
    """One path in whole modules, scaled once: a fourth of the writing of a path in points."""
    module = mark.side / len(mark.modules)
    bars = " ".join(
        f"{start} {index} {length} 1 re"
        for index, row in enumerate(mark.modules)
        for start, length in _dark_runs(row)
    )
    canvas.saveState()
    canvas.transform(module, 0, 0, -module, mark.x, page.height - mark.y)
    canvas.addLiteral(f"{bars} f")
    canvas.restoreState()


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
