"""Makes any text from outside safe for paper: short, visible, without controls, bidi marks or ID digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

_LONG_DIGITS = re.compile(r"\d(?:[ \-+./]?\d){5,}")
_SPACES = re.compile(r"[^\S\u00a0]+")
_FOLDED = {
    "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ŧ": "T", "ŧ": "t", "Ŋ": "N", "ŋ": "n", "Ħ": "H", "ħ": "h",
    "ı": "i", "Œ": "OE", "œ": "oe", "ẞ": "SS", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "...",
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "•": "·", "≤": "<=", "≥": ">=", "→": "->",
}  # fmt: skip


def plain(text: str, longest: int = 200) -> str:
    """The text in NFC on one line, controls and direction marks gone, at most `longest` characters."""
    if len(text) <= longest and text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    capped = text[: longest * 4]
    shown = "".join(map(_visible, capped))
    tidy = _SPACES.sub(" ", unicodedata.normalize("NFC", shown)).strip()
    cut = len(tidy) > longest or (len(text) > len(capped))
    return tidy[: longest - 1].rstrip() + "…" if cut else tidy


def plain_name(text: str, longest: int = 80) -> str:
    """A person's name for paper; six or more digits in it (an ID or phone number) are struck out."""
    return _LONG_DIGITS.sub("***", plain(text, longest))


def spell(text: str, letters: Container[str]) -> str:
    """The text in the given letters: a near letter where there is one (š as s), else a question mark."""
    return "".join(letter if letter in letters else _nearest(letter, letters) for letter in text)


@lru_cache(4096)
def _visible(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Zl", "Zp", "Zs"):
        return "\u00a0" if letter == "\u00a0" else " "
    if kind == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return ""
    return "?" if kind in ("Cs", "Co", "Cn") else letter


def _nearest(letter: str, letters: Container[str]) -> str:
    if letter == "\u00a0":
        return " "
    if unicodedata.combining(letter):
        return ""
    near = _FOLDED.get(letter) or "".join(
        part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)
    )
    return near if near and all(part in letters for part in near) else "?"
