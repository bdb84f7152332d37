"""The ESC/POS commands our prints use, and text in the printers' code page 858."""

from __future__ import annotations

from storedesk.documents.document_model import Align
from storedesk.documents.plain_text import plain, spell

_CODE_PAGE = "cp858"
_LETTERS = frozenset(bytes([*range(0x20, 0x7F), *range(0x80, 0xFF)]).decode(_CODE_PAGE)) - {"\xad"}
_ALIGN = {Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2}

START = b"\x1b@\x1bt\x13\x1bR\x00"
"""Reset, code page 858, international set 0."""
FEED_AND_CUT = b"\x1dVB\x00"
"""Feed to the knife and cut, leaving one point."""


def escpos_letters(text: str) -> str:
    """Cleaned text with only letters of code page 858."""
    return spell(plain(text, 400), _LETTERS)


def encoded(text: str) -> bytes:
    """Text already kept to the code page; a letter outside becomes a question mark."""
    return text.encode(_CODE_PAGE, "replace")


def align(where: Align) -> bytes:
    """Takes effect at the beginning of a line."""
    return b"\x1ba" + bytes([_ALIGN[where]])


def bold(on: bool) -> bytes:
    """Bold on or off."""
    return b"\x1bE" + bytes([int(on)])


def magnified(times: int) -> bytes:
    """Letters 1 to 4 times as wide and as high."""
    return b"\x1d!" + bytes([(times - 1) * 0x11])


def qr_code(text: str, dots_per_module: int) -> bytes:
    """Model 2, level M; the printer draws the modules itself. At most 300 ASCII letters."""
    data = text.encode("ascii")
    length = len(data) + 3
    return b"".join(
        (
            b"\x1d(k\x04\x001A2\x00",
            b"\x1d(k\x03\x001C" + bytes([dots_per_module]),
            b"\x1d(k\x03\x001E1",
            b"\x1d(k" + bytes([length % 256, length // 256]) + b"1P0" + data,
            b"\x1d(k\x03\x001Q0",
        )
    )
