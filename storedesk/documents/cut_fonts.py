"""A font file whose cuttings to a paper's letters are made and compressed once, not for each paper."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

OFTEN_USED = "åäöÅÄÖéÉøØæÆüÜß·×–−€"
"""Letters beside ASCII that every paper's cutting holds, so that most papers share one."""

_CUTTINGS = 64


class _CompressedOnce:
    """The filter of a stream of a PDF; equal bytes are compressed once."""

    pdfname = "FlateDecode"

    def __init__(self) -> None:
        self.encode = lru_cache(_CUTTINGS)(zlib.compress)


class _CutFace(TTFontFace):  # type: ignore[misc]
    def __init__(self, filename: str) -> None:
        super().__init__(filename)
        self._cut = lru_cache(_CUTTINGS)(super().makeSubset)
        self._filter = _CompressedOnce()

    def makeSubset(self, subset: list[int]) -> bytes:
        cut: bytes = self._cut(tuple(subset))
        return cut

    def addSubsetObjects(self, doc: Any, fontname: str, subset: list[int]) -> Any:
        reference = super().addSubsetObjects(doc, fontname, subset)
        stream = doc.idToObject[f"fontFile:{self.filename}({fontname})"]
        if stream.filters:
            stream.filters = [self._filter]
        return reference


class _Widths(PDFObject):  # type: ignore[misc]
    """The widths of a cutting's letters, written once."""

    def __init__(self, widths: tuple[float, ...]) -> None:
        self._text = b"[ %s ]" % " ".join(f"{width:g}" for width in widths).encode()

    def format(self, document: Any) -> bytes:
        return self._text


_widths = lru_cache(_CUTTINGS)(_Widths)


class CutFont(TTFont):  # type: ignore[misc]
    """A TrueType font for many papers; use within one document at a time, as reportlab demands."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self.face = _CutFace(filename)

    def begin(self, document: Any) -> None:
        """Puts the letters often used first in this document's cutting."""
        self.splitString(OFTEN_USED, document)

    def addObjects(self, doc: Any) -> None:
        super().addObjects(doc)
        cut_name = f"+{self.face.name.decode()}"
        for font in doc.idToObject["BasicFonts"].dict.values():
            if str(getattr(font, "BaseFont", "")).endswith(cut_name):
                font.Widths = _widths(tuple(font.Widths.sequence))
