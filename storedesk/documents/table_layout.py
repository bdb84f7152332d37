"""Lays out a table: its head, to be repeated on each page, and each row as one piece."""

from __future__ import annotations

from storedesk.documents.block_layout import lay_lines, points_of
from storedesk.documents.document_model import Align, Cell, Column, Paper, Table, TextSize
from storedesk.documents.page_marks import POINTS_PER_MM, BoxMark, Fragment, LineMark, Mark, moved, stacked
from storedesk.documents.paper_fonts import Face, lettered
from storedesk.documents.text_fitting import points_that_fit, wrapped

_GUTTER = 6.0
_ROW_PAD = 3.5
_HEAD_POINTS = 9.0
_BOX = 10.0


def lay_head(table: Table, width: float) -> Fragment:
    """The titles over a line; empty where the table has no head."""
    if not table.head:
        return Fragment(0.0)
    marks: list[Mark] = []
    for column, left, room in _places(table.columns, width):
        title = wrapped(lettered(column.title, Face.BOLD), Face.BOLD, _HEAD_POINTS, room, 1)
        marks += moved(lay_lines(title, Face.BOLD, _HEAD_POINTS, column.align, room).marks, left, 0.0)
    return Fragment(16.0, (*marks, LineMark(0.0, 14.5, width, 1.2)))


def lay_row(table: Table, row: tuple[Cell, ...], paper: Paper, width: float) -> Fragment:
    """One row with the line below it."""
    points = points_of(paper, TextSize.BODY)
    places = _places(table.columns, width)
    cells = [
        _lay_cell(cell, column, points, room) for cell, (column, _, room) in zip(row, places, strict=True)
    ]
    inner = max(cell.height for cell in cells)
    pad = _ROW_PAD if table.ruled else 0.0
    marks: list[Mark] = []
    for cell, (_, left, _) in zip(cells, places, strict=True):
        down = (inner - cell.height) / 2 if table.ruled else 0.0
        marks += moved(cell.marks, left, pad + down)
    if table.ruled:
        marks.append(LineMark(0.0, inner + 2 * pad, width, 0.5))
        return Fragment(inner + 2 * pad + 0.5, tuple(marks))
    return Fragment(inner + 4.0, tuple(marks))


def _places(columns: tuple[Column, ...], width: float) -> list[tuple[Column, float, float]]:
    fixed = sum((column.width_mm or 0.0) * POINTS_PER_MM for column in columns)
    open_columns = sum(column.width_mm is None for column in columns)
    free = (width - fixed - _GUTTER * (len(columns) - 1)) / max(1, open_columns)
    places, left = [], 0.0
    for column in columns:
        room = free if column.width_mm is None else column.width_mm * POINTS_PER_MM
        places.append((column, left, room))
        left += room + _GUTTER
    return places


def _lay_cell(cell: Cell, column: Column, points: float, room: float) -> Fragment:
    if cell.tick:
        return Fragment(_BOX + 2.0, (BoxMark(0.0, 1.0, _BOX),))
    face = Face.CODE if cell.code else Face.BOLD if cell.bold else Face.REGULAR
    text = lettered(cell.text, face)
    size = points_that_fit(text, face, points, room) if column.width_mm is not None else points
    first = lay_lines(wrapped(text, face, size, room, 3), face, size, column.align, room)
    if not cell.second:
        return first
    lines = wrapped(lettered(cell.second, Face.REGULAR), Face.REGULAR, points, room, 2)
    return stacked([first, lay_lines(lines, Face.REGULAR, points, Align.LEFT, room)])
