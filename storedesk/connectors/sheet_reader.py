"""Reads the sheets of an XLSX file row by row; numbers and dates become the texts a CSV file would hold."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.source_rows import SourceRow

_LARGEST_CONTENT = 4 << 30
_BROKEN = (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, IndexError,
           AttributeError, EOFError, OSError, zlib.error, NotImplementedError, RuntimeError)  # fmt: skip
"""What openpyxl raises for files that are no workbook or a damaged one."""


class SheetReader:
    """All sheets with the same heading are one table; rows are named by sheet and row number."""

    def __init__(self, path: Path, sheets: tuple[str, ...]) -> None:
        self._path, self._done = path, 0.0
        try:
            with zipfile.ZipFile(path) as archive:
                size = sum(item.file_size for item in archive.infolist())
        except _BROKEN as error:
            raise self._not_a_workbook(error) from error
        if size > _LARGEST_CONTENT:
            raise ImportRefused(f"The workbook {path.name} is larger than 4 GiB unpacked: split it.")
        self._sheets, self._header = self._headings(sheets)

    def header(self) -> tuple[str, ...]:
        return self._header

    def described(self) -> str:
        return f"XLSX, sheets {', '.join(self._sheets)[:200]}"

    def fraction(self) -> float:
        return self._done

    def rows(self) -> Iterator[SourceRow]:
        for place, sheet in enumerate(self._sheets):
            headed = False
            for line, most, values in self._texts(sheet):
                self._done = (place + min(1.0, line / max(most, 1))) / len(self._sheets)
                if not any(map(str.strip, values)):
                    continue
                if headed:
                    yield SourceRow(f"{self._path.name}, sheet {sheet}", line, values)
                headed = True

    def _headings(self, wanted: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The sheets that are read, and their common heading."""
        names = self._sheet_names()
        missing = [name for name in wanted if name not in names]
        if missing:
            raise ImportRefused(
                f"The workbook {self._path.name} lacks the sheet {missing[0]!r}; it has {', '.join(names)[:200]}."
            )
        headings = {}
        for name in wanted or names:
            heading = next((values for _, _, values in self._texts(name) if any(map(str.strip, values))), ())
            if heading:
                headings[name] = tuple(value.strip() for value in heading)
        if not headings:
            raise ImportRefused(f"The file {self._path.name} is empty: no sheet has a heading.")
        header = next(iter(headings.values()))
        other = next((name for name, heading in headings.items() if heading != header), None)
        if other is not None:
            raise ImportRefused(
                f"The sheet {other!r} of {self._path.name} has other columns than the first one: "
                f"name the sheets to read in the mapping under table.sheets."
            )
        return tuple(headings), header

    def _sheet_names(self) -> list[str]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                with closing(load_workbook(self._path, read_only=True, data_only=True)) as book:
                    return [sheet.title for sheet in book.worksheets]
            except _BROKEN as error:
                raise self._not_a_workbook(error) from error

    def _texts(self, sheet: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Line, number of lines and texts; the workbook is closed with the generator."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                with closing(load_workbook(self._path, read_only=True, data_only=True)) as book:
                    opened = book[sheet]
                    most = opened.max_row or 1
                    for line, cells in enumerate(opened.iter_rows(values_only=True), 1):
                        yield line, most, tuple(map(_text, cells))
            except _BROKEN as error:
                raise self._not_a_workbook(error) from error

    def _not_a_workbook(self, error: Exception) -> ImportRefused:
        return ImportRefused(
            f"The file {self._path.name} is no readable XLSX workbook ({type(error).__name__})."
        )


def _text(value: Any) -> str:
    """A cell as text; sums of binary fractions are shown with 12 digits, as spreadsheets do."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".12g")
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else str(value)
