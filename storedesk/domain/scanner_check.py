"""What a scanner made of a code whose letters are known: the same, other capitals, another keyboard, a part."""

from enum import StrEnum
from typing import NamedTuple

TEST_CODE = "STORE-DESK/09:ZY+ÅÄÖ"
"""Signs that move between keyboards (``-/:+``, Z and Y) and the letters only Nordic ones have."""
_NORDIC = "ÅÄÖ"


class Came(StrEnum):
    """How the test code came in; everything but ``KEYBOARD``, ``PART`` and ``OTHER`` is fit for work."""

    SAME = "same"
    CAPITALS = "capitals"
    NORDIC = "nordic"
    AROUND = "around"
    KEYBOARD = "keyboard"
    PART = "part"
    OTHER = "other"


class ScannerResult(NamedTuple):
    """``swapped`` names up to four signs as they should be and as they came; ``added`` what stood around."""

    came: Came
    swapped: tuple[tuple[str, str], ...] = ()
    added: str = ""

    @property
    def works(self) -> bool:
        return self.came not in (Came.KEYBOARD, Came.PART, Came.OTHER)


def compared(text: str, code: str = TEST_CODE) -> ScannerResult:
    """What to say of a scan that came in as ``text``."""
    if text == code:
        return ScannerResult(Came.SAME)
    if text.casefold() == code.casefold():
        return ScannerResult(Came.CAPITALS)
    if code.casefold() in text.casefold():
        start = text.casefold().index(code.casefold())
        return ScannerResult(Came.AROUND, added=text[:start] + text[start + len(code) :])
    plain = code.rstrip(_NORDIC)
    if text.casefold().startswith(plain.casefold()):
        return ScannerResult(Came.NORDIC)
    if len(text) >= len(plain) and _alike(text, code) * 2 >= len(plain):
        pairs = dict.fromkeys(
            (sign, came) for sign, came in zip(code, text, strict=False) if sign.casefold() != came.casefold()
        )
        return ScannerResult(Came.KEYBOARD, tuple(pairs)[:4])
    is_part = len(text) >= 3 and text.casefold() in code.casefold()
    return ScannerResult(Came.PART if is_part else Came.OTHER)


def _alike(text: str, code: str) -> int:
    return sum(one.casefold() == other.casefold() for one, other in zip(text, code, strict=False))
