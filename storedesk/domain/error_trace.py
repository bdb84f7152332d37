"""Where an error came from, for logs: kinds and lines of code, never what the error says."""

import traceback
from pathlib import PurePath

MOST_LINES = 40


def where_it_broke(error: BaseException) -> list[str]:
    """The error's kinds, outermost first, each followed by its lines; a message may name a person."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen and len(lines) < MOST_LINES:
        seen.add(id(current))
        lines.append(type(current).__name__)
        for frame in traceback.extract_tb(current.__traceback__)[-12:]:
            lines.append(f"{'/'.join(PurePath(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return lines[:MOST_LINES]
