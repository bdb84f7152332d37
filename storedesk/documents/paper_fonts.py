"""The embedded fonts: registers them once, measures text, and keeps text to the letters they have."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics

from storedesk.documents.cut_fonts import CutFont
from storedesk.documents.plain_text import plain, spell

FONTS_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"


class Face(Enum):
    """The fonts on paper; the value is the file's name without its ending."""

    REGULAR = "Inter-Regular"
    BOLD = "Inter-Bold"
    CODE = "JetBrainsMono-500"


@cache
def embedded(face: Face) -> CutFont:
    """The face, read from its file and registered on first use (some 15 ms)."""
    font = CutFont(face.value, str(FONTS_FOLDER / f"{face.value}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def lettered(text: str, face: Face) -> str:
    """Cleaned text in letters the face has; what it lacks becomes a near letter or a question mark."""
    tidy = plain(text, 400)
    return tidy if tidy.isascii() else spell(tidy, _letters(face))


def width_of(text: str, face: Face, points: float) -> float:
    """Width in points."""
    return float(embedded(face).stringWidth(text, points))


@cache
def _letters(face: Face) -> frozenset[str]:
    return frozenset(chr(code) for code in embedded(face).face.charToGlyph if code >= 0x20)
