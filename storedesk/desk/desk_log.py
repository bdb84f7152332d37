"""The log of a desk's process: lines of JSON in the profile, without data, in two files of limited size."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog

MOST_BYTES = 512 * 1024


class LimitedFile:
    """Appends lines; a full file becomes the old one. A disk that takes no line stops nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def msg(self, message: str) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and self._path.stat().st_size > MOST_BYTES:
                os.replace(self._path, self._path.with_suffix(".old"))
            with self._path.open("a", encoding="utf-8") as file:
                file.write(message + "\n")
        except OSError:
            return

    debug = info = warning = error = critical = exception = msg


def set_up_log(path: Path, now_ms: Callable[[], int]) -> None:
    """From now on this process logs there; the time of each line is UTC."""

    def stamp(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        event["at"] = datetime.fromtimestamp(now_ms() / 1000, UTC).isoformat(timespec="milliseconds")
        return event

    structlog.configure(
        processors=[structlog.processors.add_log_level, stamp, structlog.processors.JSONRenderer()],
        logger_factory=lambda *_: LimitedFile(path),
        wrapper_class=structlog.make_filtering_bound_logger(20),
    )
