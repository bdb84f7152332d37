"""The fonts of a floor on paper: the same files, in reportlab's own way."""

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from storedesk.documents.paper_fonts import FONTS_FOLDER, Face


@cache
def floor_font(face: Face) -> str:
    """The registered font's name."""
    name = f"floor {face.value}"
    pdfmetrics.registerFont(TTFont(name, str(FONTS_FOLDER / f"{face.value}.ttf")))
    return name
