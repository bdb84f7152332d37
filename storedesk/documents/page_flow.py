"""Puts the blocks of a document on pages: breaks between rows, repeats heads, numbers the pages."""

from __future__ import annotations

from storedesk.documents.block_layout import lay_block
from storedesk.documents.document_model import Document, Footer, Table
from storedesk.documents.page_marks import (
    POINTS_PER_MM,
    BoxMark,
    Fragment,
    LineMark,
    Mark,
    Page,
    TextMark,
    moved,
    stacked,
)
from storedesk.documents.paper_fonts import Face, lettered, width_of
from storedesk.documents.table_layout import lay_head, lay_row
from storedesk.documents.text_fitting import cut_to

_LONGEST_ROLL = 14_000.0
_FOOTER_HEIGHT = 22.0
_FOOTER_POINTS = 9.0


class _Flow:
    """Fills one page after the other from the top."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.pages: list[list[Mark]] = [[]]
        self.used = 0.0

    def add(self, piece: Fragment, head: Fragment | None = None) -> None:
        if self.used + piece.height > self.room and self.pages[-1]:
            self.pages.append([])
            self.used = 0.0
            if head is not None:
                self.add(head)
        self.pages[-1] += moved(piece.marks, 0.0, self.used)
        self.used += piece.height

    def add_at_foot(self, piece: Fragment) -> None:
        if self.used + piece.height > self.room:
            self.pages.append([])
        self.used = self.room - piece.height
        self.add(piece)


def pages_of(document: Document) -> tuple[Page, ...]:
    """The pages with every mark in place; a roll is as long as its content."""
    paper = document.paper
    margin = paper.margin_mm * POINTS_PER_MM
    width = paper.width_mm * POINTS_PER_MM
    height = _LONGEST_ROLL if paper.height_mm is None else paper.height_mm * POINTS_PER_MM
    live = width - 2 * margin
    foot = 0.0 if document.footer is None else _FOOTER_HEIGHT
    flow = _Flow(height - 2 * margin - foot)
    for block in document.blocks:
        if isinstance(block, Table):
            _add_table(flow, block, document, live)
        else:
            flow.add(lay_block(block, paper, live))
    if document.bottom:
        flow.add_at_foot(stacked([lay_block(block, paper, live) for block in document.bottom]))
    if paper.height_mm is None and len(flow.pages) == 1:
        height = flow.used + 2 * margin
    pages = []
    for number, marks in enumerate(flow.pages, start=1):
        footer = _footer(document.footer, number, len(flow.pages), live, height - 2 * margin)
        pages.append(Page(width, height, moved((*marks, *footer), margin, margin)))
    return tuple(pages)


def _add_table(flow: _Flow, table: Table, document: Document, live: float) -> None:
    head = lay_head(table, live)
    pieces = [lay_row(table, row, document.paper, live) for row in table.rows]
    if table.whole:
        together = stacked([head, *pieces])
        if together.height <= flow.room:
            flow.add(together)
            return
    for index, piece in enumerate(pieces):
        flow.add(stacked([head, piece]) if index == 0 else piece, head)


def _footer(footer: Footer | None, number: int, pages: int, live: float, bottom: float) -> tuple[Mark, ...]:
    if footer is None:
        return ()
    page_of = footer.page_of.replace("{x}", str(number)).replace("{y}", str(pages))
    tail = lettered(page_of, Face.REGULAR)
    start = 13.0 if footer.tick else 0.0
    room = live - start - width_of(tail, Face.REGULAR, _FOOTER_POINTS) - 12.0
    text = cut_to(lettered(footer.text, Face.REGULAR), Face.REGULAR, _FOOTER_POINTS, room)
    base = bottom - 2.5
    marks: list[Mark] = [
        LineMark(0.0, bottom - 16.0, live, 0.8),
        TextMark(start, base, text, Face.REGULAR, _FOOTER_POINTS),
        TextMark(
            live - width_of(tail, Face.REGULAR, _FOOTER_POINTS), base, tail, Face.REGULAR, _FOOTER_POINTS
        ),
    ]
    if footer.tick:
        marks.append(BoxMark(0.0, base - 7.5, 8.0))
    return tuple(marks)
