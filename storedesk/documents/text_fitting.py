"""Fits text into a width: wraps at words, breaks long words, cuts with an ellipsis, shrinks codes."""

from __future__ import annotations

from storedesk.documents.paper_fonts import Face, width_of

_LEAST_POINTS = 9.0


def wrapped(text: str, face: Face, points: float, width: float, most_lines: int) -> list[str]:
    """At most `most_lines` lines, none wider than `width`; the last ends in "…" where text was left out."""
    lines: list[str] = []
    rest = text
    while rest:
        if len(lines) == most_lines - 1:
            return [*lines, cut_to(rest, face, points, width)]
        line, rest = _first_line(rest, face, points, width)
        lines.append(line)
    return lines or [""]


def cut_to(text: str, face: Face, points: float, width: float) -> str:
    """The text, or as much of its beginning as fits before an ellipsis."""
    if width_of(text, face, points) <= width:
        return text
    count = _letters_that_fit(text, face, points, width - width_of("…", face, points))
    return text[:count].rstrip() + "…"


def points_that_fit(text: str, face: Face, points: float, width: float) -> float:
    """The size at which the text is not wider than `width`, never under 9 points."""
    needed = width_of(text, face, points)
    return points if needed <= width else max(_LEAST_POINTS, int(points * width / needed * 4) / 4)


def _first_line(text: str, face: Face, points: float, width: float) -> tuple[str, str]:
    if width_of(text, face, points) <= width:
        return text, ""
    count = max(1, _letters_that_fit(text, face, points, width))
    space = text.rfind(" ", 0, count + 1)
    if space > 0:
        return text[:space], text[space + 1 :]
    return text[:count], text[count:]


def _letters_that_fit(text: str, face: Face, points: float, width: float) -> int:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle], face, points) <= width:
            low = middle
        else:
            high = middle - 1
    return low
