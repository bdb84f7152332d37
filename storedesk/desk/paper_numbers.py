"""Document numbers that are never given twice, also by a database that had to be made anew."""

import os
from pathlib import Path

from storedesk.storage import print_queue
from storedesk.storage.database_work import Connection

AHEAD = 100


class PaperNumbers:
    """Counts in the database and keeps, in a file beside it, a number that none given so far is above."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reserved = _read(path)

    def take(self, connection: Connection) -> int:
        """The next number. A database without a count goes on above everything reserved before.

        Raises ``OSError`` if the reservation cannot be written; then no number was given.
        """
        number = print_queue.next_document_number(connection, "paper", self._reserved + 1)
        if number > self._reserved:
            self._reserve(number + AHEAD)
        return number

    def _reserve(self, number: int) -> None:
        fresh = self._path.with_suffix(".new")
        with fresh.open("w", encoding="ascii") as file:
            file.write(str(number))
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._path)
        self._reserved = number


def _read(path: Path) -> int:
    try:
        text = path.read_text(encoding="ascii")
    except (FileNotFoundError, UnicodeDecodeError):
        return 0
    return int(text) if text.isdigit() else 0
