"""The A4 list a picker walks with: one row per place, article and order, with a box to tick."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from storedesk.documents.document_model import (
    A4,
    Align,
    Beside,
    Cell,
    Column,
    Document,
    Footer,
    Gap,
    QrCode,
    Table,
    Text,
    TextSize,
)
from storedesk.documents.paper_texts import counted, paper_texts
from storedesk.documents.plain_text import plain

_DIGITS = re.compile(r"(\d{1,9})")


@dataclass(frozen=True, slots=True)
class PickListLine:
    """What to fetch at one place for one order; `quantity` is a text."""

    place: str
    name: str
    variant: str
    order_number: str
    quantity: str


@dataclass(frozen=True, slots=True)
class PickListData:
    """All that a pick list says; `lines` are printed in the order given (see `walking_order`)."""

    number: str
    when_text: str
    staff: str
    lines: tuple[PickListLine, ...]
    qr_text: str
    copy_of: str | None = None
    practice: bool = False
    desk: str = ""
    language: str = "en"


def walking_order(lines: Iterable[PickListLine]) -> tuple[PickListLine, ...]:
    """The lines by place as people count (A2 before A10), then article, then order."""
    return tuple(
        sorted(lines, key=lambda line: (_natural(line.place), line.name, line.variant, line.order_number))
    )


def pick_list(data: PickListData) -> Document:
    """The list on A4; more lines go to more pages, each with the table head."""
    words = paper_texts(data.language)
    orders = len({line.order_number for line in data.lines})
    about = [
        plain(data.when_text, 60),
        plain(data.desk, 40),
        plain(data.staff, 60),
        counted(words.order_one, words.order_many, orders),
        counted(words.line_one, words.line_many, len(data.lines)),
    ]
    marks = [words.practice] if data.practice else []
    if data.copy_of is not None:
        marks.append(f"{words.copy} {plain(data.copy_of, 20)}")
    number = plain(data.number, 64)
    title = Text(f"{words.pick_list} {number}", TextSize.HEADING, bold=True, most_lines=2)
    head = (
        *(Text(mark, TextSize.HEADING, bold=True) for mark in marks),
        title,
        Text(" · ".join(part for part in about if part), most_lines=3),
    )
    columns = (
        Column("", 8.0),
        Column(words.place, 26.0),
        Column(words.item),
        Column(words.order, 34.0),
        Column(words.quantity, 18.0, Align.RIGHT),
    )
    rows = tuple(
        (
            Cell(tick=True),
            Cell(plain(line.place, 40), bold=True),
            Cell(plain(line.name), plain(line.variant), bold=True),
            Cell(plain(line.order_number, 64)),
            Cell(plain(line.quantity, 20), bold=True),
        )
        for line in data.lines
    )
    note = f"{words.found} · {words.write_number}"
    return Document(
        A4,
        number,
        words.pick_list,
        (Beside(head, QrCode(data.qr_text, 22.0)), Gap(6), Table(columns, rows)),
        footer=Footer(note, words.page_of, tick=True),
    )


def _natural(place: str) -> tuple[tuple[int, int, str], ...]:
    parts = _DIGITS.split(plain(place, 64).casefold())
    return tuple(
        (1, int(part), "") if index % 2 else (0, 0, part) for index, part in enumerate(parts) if part
    )
