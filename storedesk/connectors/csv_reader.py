"""Reads delimited text files, gzipped or not, row by row; memory stays flat."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Protocol, cast

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import TableSettings
from storedesk.connectors.source_rows import SourceRow
from storedesk.connectors.text_encoding import detect_encoding, known_encoding

_DELIMITERS = ",;\t|"
_SNIFFED_LINES = 20
_BLOCK = 1 << 20
_LARGEST_TEXT = 8 << 30
_LONGEST_FIELD = 100_000


class _CsvRows(Protocol):
    """The csv module's reader."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


class CsvReader:
    """A delimited text file, gzipped or not, with detected or named encoding and delimiter."""

    def __init__(self, path: Path, settings: TableSettings, zipped: bool) -> None:
        self._path, self._size, self._place = path, max(path.stat().st_size, 1), 0
        self._zipped = zipped
        named = settings.encoding != "auto"
        self.encoding = (
            known_encoding(settings.encoding) if named else detect_encoding(self._blocks(), path.name)
        )
        self.delimiter = (
            self._sniff() if settings.delimiter == "auto" else settings.delimiter.replace("\\t", "\t")
        )
        if len(self.delimiter) != 1:
            raise ImportRefused(f"The mapping's table.delimiter {self.delimiter!r} is not one character.")
        self._header = self._read_header()

    def header(self) -> tuple[str, ...]:
        return self._header

    def described(self) -> str:
        zipped = "gzip, " if self._zipped else ""
        return f"{zipped}CSV, {self.encoding}, columns parted by {self.delimiter!r}"

    def fraction(self) -> float:
        return min(1.0, self._place / self._size)

    def rows(self) -> Iterator[SourceRow]:
        with self._reader() as reader:
            headed = False
            for values in self._parsed(reader):
                if not any(map(str.strip, values)):
                    continue
                if headed:
                    yield SourceRow(self._path.name, reader.line_num, tuple(values))
                headed = True

    def _read_header(self) -> tuple[str, ...]:
        with self._reader() as reader:
            for values in self._parsed(reader):
                if any(map(str.strip, values)):
                    return tuple(value.strip().strip("\ufeff") for value in values)
        raise ImportRefused(f"The file {self._path.name} is empty: it has no heading.")

    def _parsed(self, reader: _CsvRows) -> Iterator[list[str]]:
        """The csv module's rows, with its errors and those of encoding and gzip as sentences."""
        name = self._path.name
        try:
            yield from reader
        except csv.Error as error:
            raise ImportRefused(
                f"The file {name} is not a CSV table from line {reader.line_num} on ({error}): a quote may be missing."
            ) from error
        except UnicodeError as error:
            raise ImportRefused(
                f"The file {name} is not {self.encoding} after line {reader.line_num}: "
                f"name its encoding in the mapping under table.encoding."
            ) from error
        except (OSError, EOFError, zlib.error) as error:
            raise ImportRefused(
                f"The file {name} cannot be read to its end ({error}): it was cut short."
            ) from error

    @contextmanager
    def _reader(self) -> Iterator[_CsvRows]:
        csv.field_size_limit(_LONGEST_FIELD)
        with self._path.open("rb") as raw, self._unzipped(raw) as content:
            counted = _Counted(content, raw, self)
            text = io.TextIOWrapper(io.BufferedReader(counted, _BLOCK), self.encoding, newline="")
            yield csv.reader(text, delimiter=self.delimiter)

    @contextmanager
    def _unzipped(self, raw: IO[bytes]) -> Iterator[IO[bytes]]:
        if self._zipped:
            with gzip.GzipFile(fileobj=raw) as content:
                yield cast(IO[bytes], content)
        else:
            yield raw

    def _blocks(self) -> Iterator[bytes]:
        try:
            with self._path.open("rb") as raw, self._unzipped(raw) as content:
                while block := content.read(_BLOCK):
                    yield block
        except (OSError, EOFError, zlib.error) as error:
            raise ImportRefused(
                f"The file {self._path.name} cannot be read to its end ({error}): it was cut short."
            ) from error

    def _sniff(self) -> str:
        """The delimiter that cuts the first lines into the most equal columns."""
        self.delimiter = ","
        sample = [line for line, _ in zip(self._lines(), range(_SNIFFED_LINES), strict=False)]
        scores = []
        for delimiter in _DELIMITERS:
            widths = _widths(sample, delimiter)
            width = widths[0] if widths else 0
            scores.append((width > 1, widths.count(width) if width > 1 else 0, width, delimiter))
        best = max(scores, key=lambda score: score[:3])
        if not best[0]:
            raise ImportRefused(
                f"The file {self._path.name} is not a CSV table: its first line has one column only."
            )
        return best[3]

    def _lines(self) -> Iterator[str]:
        try:
            for block in self._blocks():
                yield from io.StringIO(block.decode(self.encoding, "replace"), newline="")
                return
        except UnicodeError as error:
            raise ImportRefused(f"The file {self._path.name} is not {self.encoding} text.") from error
        raise ImportRefused(f"The file {self._path.name} is empty.")

    def note_place(self, place: int) -> None:
        self._place = place


class _Counted(io.RawIOBase):
    """Passes bytes on, tells the reader how far the file is read, and stops at a size no table has."""

    def __init__(self, content: IO[bytes], raw: IO[bytes], reader: CsvReader) -> None:
        self._content, self._raw, self._reader, self._total = content, raw, reader, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        block = self._content.read(len(buffer))
        buffer[: len(block)] = block
        self._total += len(block)
        self._reader.note_place(self._raw.tell())
        if self._total > _LARGEST_TEXT:
            raise ImportRefused("The unpacked file is larger than 8 GiB: split it.")
        return len(block)


def _widths(lines: list[str], delimiter: str) -> list[int]:
    """How many columns each row has, up to the first that cannot be read."""
    widths = []
    with suppress(csv.Error):
        for values in csv.reader(lines, delimiter=delimiter):
            if values:
                widths.append(len(values))
    return widths
