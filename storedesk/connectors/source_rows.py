"""What a table is to the import, whatever file it came in: a heading and rows of texts."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol


class SourceRow(NamedTuple):
    """A row as texts; ``part`` is the file, with the sheet where there are several."""

    part: str
    line: int
    values: tuple[str, ...]


class TableReader(Protocol):
    """A table with a heading; can be read again from the start."""

    def header(self) -> tuple[str, ...]: ...

    def described(self) -> str:
        """How the file was understood, in a few words for the report."""

    def rows(self) -> Iterator[SourceRow]:
        """Rows below the heading; empty ones are left out. Raises ImportRefused."""

    def fraction(self) -> float:
        """How much of the input the running ``rows`` has consumed, 0 to 1."""
