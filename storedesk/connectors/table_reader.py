"""Opens an input file as a table, by what its first bytes say it is."""

from pathlib import Path

from storedesk.connectors.csv_reader import CsvReader
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import TableSettings
from storedesk.connectors.source_rows import TableReader


def open_table(path: Path, settings: TableSettings) -> TableReader:
    """A reader for CSV (also gzipped) or XLSX; raises ImportRefused."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise ImportRefused(f"The file {path.name} cannot be read: {error.strerror}.") from error
    if not start:
        raise ImportRefused(f"The file {path.name} is empty.")
    if start == b"PK\x03\x04":
        from storedesk.connectors.sheet_reader import (
            SheetReader,  # openpyxl costs 0.3 s, only workbooks need it
        )

        return SheetReader(path, settings.sheets)
    return CsvReader(path, settings, start.startswith(b"\x1f\x8b"))
