"""The device-neutral page: blocks of text, tables and codes, rendered alike to PDF and to raw printers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class TextSize(Enum):
    """How important a text is; each paper gives it its points."""

    SMALL = "small"
    BODY = "body"
    MEDIUM = "medium"
    HEADING = "heading"
    LARGE = "large"


class Align(Enum):
    """Where a text stands in its column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper, in millimetres; a roll has no height of its own."""

    name: str
    width_mm: float
    height_mm: float | None
    margin_mm: float


SLIP_80 = Paper("slip_80", 80.0, None, 4.0)
LABEL_62X29 = Paper("label_62x29", 62.0, 29.0, 1.5)
A5 = Paper("a5", 148.0, 210.0, 10.0)
A4 = Paper("a4", 210.0, 297.0, 15.0)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: wrapped, cut at the end with "…" after `most_lines`; `shrink` keeps codes whole.

    `tail` stays at the end of a single line even where the text before it must be cut.
    """

    text: str
    size: TextSize = TextSize.BODY
    bold: bool = False
    align: Align = Align.LEFT
    code: bool = False
    most_lines: int = 3
    shrink: bool = False
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the live width."""

    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space in points; a raw printer leaves a blank line for eight or more."""

    points: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A name at the left and its value at the right."""

    label: str
    value: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of level M with a quiet zone of four modules around `side_mm`."""

    text: str
    side_mm: float = 20.0


@dataclass(frozen=True, slots=True)
class Field:
    """A small label above a value; the large ones carry codes and are never cut."""

    label: str
    value: str
    large: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled values side by side."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; a width of None takes what the others leave."""

    title: str
    width_mm: float | None = None
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row; `second` is a thinner line below, `tick` an empty box."""

    text: str = ""
    second: str = ""
    bold: bool = False
    code: bool = False
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; the head, where there is one, is repeated on each page.

    A `whole` table is not parted where it fits on one page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: bool = True
    ruled: bool = True
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Lines to write on, each with its label below."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruler:
    """A centimetre scale across the live width, to check that a printer prints to size."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks at the left, a code at the right."""

    left: tuple[Text | Rule | Gap | Pair | Fields | Ruler, ...]
    code: QrCode


SimpleBlock = Text | Rule | Gap | Pair | QrCode | Fields | SignatureLines | Ruler | Beside
Block = SimpleBlock | Table


@dataclass(frozen=True, slots=True)
class Footer:
    """The last line of every page; `page_of` has {x} and {y}; a roll and a label carry none."""

    text: str
    page_of: str
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One print: its paper, its final number and its blocks; `bottom` stands at the foot of the last page."""

    paper: Paper
    number: str
    title: str
    blocks: tuple[Block, ...]
    bottom: tuple[SimpleBlock, ...] = ()
    footer: Footer | None = None
