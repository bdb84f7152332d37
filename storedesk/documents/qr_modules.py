"""Encodes a code's text as QR modules of level M, or says that it cannot be one."""

from __future__ import annotations

from functools import lru_cache

import segno

MOST_LETTERS = 300


def is_encodable(text: str) -> bool:
    """Whether the text may become a code: printable ASCII, not empty, at most 300 letters."""
    return 0 < len(text) <= MOST_LETTERS and all(" " <= letter <= "~" for letter in text)


@lru_cache(maxsize=64)
def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules by row, without the quiet zone; ValueError for text that is not encodable."""
    if not is_encodable(text):
        raise ValueError("A QR code takes 1 to 300 printable ASCII letters.")
    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
