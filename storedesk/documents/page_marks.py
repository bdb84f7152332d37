"""Marks with their place on a page, in points from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from storedesk.documents.paper_fonts import Face

POINTS_PER_MM = 72 / 25.4


class TextMark(NamedTuple):
    """A piece of text; `y` is its base line."""

    x: float
    y: float
    text: str
    face: Face
    points: float


class LineMark(NamedTuple):
    """A line across."""

    x: float
    y: float
    length: float
    thick: float
    dashed: bool = False


class UprightMark(NamedTuple):
    """A line down."""

    x: float
    y: float
    length: float
    thick: float


class BoxMark(NamedTuple):
    """An empty square to tick."""

    x: float
    y: float
    side: float


class CodeMark(NamedTuple):
    """A QR code without its quiet zone."""

    x: float
    y: float
    side: float
    modules: tuple[tuple[bool, ...], ...]


Mark = TextMark | LineMark | UprightMark | BoxMark | CodeMark


@dataclass(frozen=True, slots=True)
class Fragment:
    """Marks that stay together, with the height they take."""

    height: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page and all its marks."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def moved(marks: tuple[Mark, ...], right: float, down: float) -> tuple[Mark, ...]:
    """The marks at another place."""
    return tuple(mark._replace(x=mark.x + right, y=mark.y + down) for mark in marks)


def stacked(fragments: list[Fragment]) -> Fragment:
    """The fragments one below the other."""
    marks: list[Mark] = []
    height = 0.0
    for fragment in fragments:
        marks += moved(fragment.marks, 0.0, height)
        height += fragment.height
    return Fragment(height, tuple(marks))
