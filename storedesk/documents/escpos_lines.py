"""Fits text into the fixed columns of a raw printer."""

from __future__ import annotations

from storedesk.documents.document_model import Align


def wrapped_columns(text: str, width: int, most_lines: int) -> list[str]:
    """At most `most_lines` lines of at most `width` letters; "..." where text was left out."""
    lines: list[str] = []
    rest = text
    while len(rest) > width:
        if len(lines) == most_lines - 1:
            return [*lines, rest[: max(0, width - 3)].rstrip() + "..."[:width]]
        space = rest.rfind(" ", 0, width + 1)
        cut = space if space > 0 else width
        lines.append(rest[:cut])
        rest = rest[cut:].lstrip(" ")
    return [*lines, rest]


def side_by_side(cells: list[list[str]], widths: list[int], aligns: list[Align]) -> list[str]:
    """The cells' lines beside each other, one space between the columns."""
    height = max(len(cell) for cell in cells)
    rows = []
    for index in range(height):
        parts = [cell[index] if index < len(cell) else "" for cell in cells]
        padded = [
            _padded(part, width, where) for part, width, where in zip(parts, widths, aligns, strict=True)
        ]
        rows.append(" ".join(padded).rstrip())
    return rows


def column_widths(wanted: list[int | None], total: int) -> list[int]:
    """Letters per column; a column that wants None takes the rest, at least a third of the line."""
    room = total - (len(wanted) - 1)
    fixed = [width for width in wanted if width is not None]
    most_fixed = room - (room // 3 if len(fixed) < len(wanted) else 0)
    while sum(fixed) > most_fixed:
        fixed[fixed.index(max(fixed))] -= 1
    rest = room - sum(fixed)
    remaining = iter(fixed)
    return [rest if width is None else next(remaining) for width in wanted]


def _padded(text: str, width: int, where: Align) -> str:
    if where is Align.RIGHT:
        return text.rjust(width)
    return text.center(width) if where is Align.CENTRE else text.ljust(width)
