"""The test page of a printer: a ruler to check scale and margins, every Nordic letter, and a code."""

from __future__ import annotations

from storedesk.documents.document_model import (
    A4,
    A5,
    LABEL_62X29,
    SLIP_80,
    Align,
    Beside,
    Block,
    Document,
    Gap,
    Paper,
    QrCode,
    Rule,
    Ruler,
    Text,
    TextSize,
)
from storedesk.documents.plain_text import plain

_PAPERS = {paper.name: paper for paper in (SLIP_80, LABEL_62X29, A5, A4)}
_LETTERS = "ÅÄÖÆØÉ åäöæøé ßü · 0O 1lI 5S 8B"
_CODE = "STOREDESK1234567890TEST"


def ruler_page(paper_name: str, printer_name: str, when_text: str) -> Document:
    """The test page for "slip_80", "label_62x29", "a5" or "a4"; KeyError for another paper."""
    paper = _PAPERS[paper_name]
    title = plain(printer_name, 60)
    if paper is LABEL_62X29:
        left = (
            Text(title, TextSize.HEADING, bold=True, shrink=True, most_lines=1),
            Text(plain(when_text, 40), TextSize.SMALL, most_lines=1),
            Ruler(),
        )
        return Document(paper, "TEST", title, (Beside(left, QrCode(_CODE, 20.0)),))
    return Document(paper, "TEST", title, _sheet(paper, title, when_text))


def _sheet(paper: Paper, title: str, when_text: str) -> tuple[Block, ...]:
    where = Align.CENTRE if paper is SLIP_80 else Align.LEFT
    return (
        Text(title, TextSize.HEADING, bold=True, align=where, most_lines=2),
        Text(f"{paper.name} · {plain(when_text, 60)}", align=where),
        Rule(),
        Ruler(),
        Gap(8),
        Text(_LETTERS, align=where),
        Text(_LETTERS, bold=True, align=where),
        Text(_LETTERS, code=True, align=where),
        QrCode(_CODE, 20.0),
        Rule(dashed=True),
    )
