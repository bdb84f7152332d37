"""All rows of all inputs of an import as one numbered stream."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import TableSettings
from storedesk.connectors.source_rows import SourceRow
from storedesk.connectors.table_reader import open_table

Progress = Callable[[str, float], None]
"""Hears the name of the step and how much of it is done, 0 to 1."""
_BLOCK = 1 << 20
_TELL_EVERY = 2_000


class Inputs:
    """Opens every input at once, so that a wrong file is found before anything is written."""

    def __init__(self, paths: Sequence[Path], settings: TableSettings, progress: Progress) -> None:
        if not paths:
            raise ImportRefused("Name at least one input file.")
        self._paths, self._progress = paths, progress
        self.tables = [open_table(path, settings) for path in paths]

    def name(self, place: int) -> str:
        return self._paths[place].name

    def rows(self, step: str) -> Iterator[tuple[int, int, SourceRow]]:
        """Number of the row in all inputs, place of its table, and the row."""
        number = 0
        for place, table in enumerate(self.tables):
            for row in table.rows():
                number += 1
                if number % _TELL_EVERY == 0:
                    self._progress(step, (place + table.fraction()) / len(self.tables))
                yield number, place, row
        if number == 0:
            raise ImportRefused(f"The file {self.name(0)} has a heading and no rows.")
        self._progress(step, 1.0)


def input_key(mapping: bytes, paths: Sequence[Path]) -> str:
    """Names an import by its content: the same mapping and files give the same key."""
    digest = hashlib.sha256(b"storedesk import 1\0" + hashlib.sha256(mapping).digest())
    for path in paths:
        own = hashlib.sha256()
        try:
            with path.open("rb") as file:
                while block := file.read(_BLOCK):
                    own.update(block)
        except OSError as error:
            raise ImportRefused(f"The file {path.name} cannot be read: {error.strerror}.") from error
        digest.update(own.digest())
    return digest.hexdigest()
