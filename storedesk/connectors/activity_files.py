"""What buyers looked at from files: JSON lines as they are posted, or CSV with the same names in its first line."""

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec

from storedesk.connectors.import_refused import ImportRefused
from storedesk.protocol.activity_wire import ViewSent

JSON_LINES = (".jsonl", ".ndjson")
LARGEST, LONGEST_LINE = 64 << 20, 4_000
_NAMES = ("at", "consent", "sku", "variant", "contact", "company", "consent_at")
_YES = frozenset({"1", "yes", "true", "ja", "y", "j"})
_NO_TIME = ViewSent(at="", consent=True)
"""A line that cannot be read: it is counted as such."""
_decoder = msgspec.json.Decoder(ViewSent)


def read_activity_file(path: Path) -> Iterator[ViewSent]:
    """Line by line; raises ImportRefused where the whole file cannot be used."""
    if path.stat().st_size > LARGEST:
        raise ImportRefused(f"The file {path.name} is larger than {LARGEST >> 20} MB; send it in parts.")
    return _json_lines(path) if path.suffix.lower() in JSON_LINES else _csv_lines(path)


def _json_lines(path: Path) -> Iterator[ViewSent]:
    with path.open("rb") as file:
        for line in file:
            if line.strip():
                try:
                    yield _decoder.decode(line) if len(line) <= LONGEST_LINE else _NO_TIME
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                    yield _NO_TIME


def _csv_lines(path: Path) -> Iterator[ViewSent]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        first = file.readline(LONGEST_LINE)
        mark = max(";,\t", key=first.count)
        names = [name.strip().strip('"').lower() for name in first.rstrip("\r\n").split(mark)]
        if not {"at", "consent"} <= set(names) or not {"sku", "variant"} & set(names):
            raise ImportRefused(
                f"The first line of {path.name} must name at, consent, sku or variant, contact or company."
            )
        try:
            for cells in csv.reader(file, delimiter=mark):
                if any(cells):
                    yield _from_cells(dict(zip(names, cells, strict=False)))
        except csv.Error as error:
            raise ImportRefused(f"The file {path.name} is no CSV: {error}.") from error


def _from_cells(cells: dict[str, str]) -> ViewSent:
    """Only a plain yes is a consent."""
    said = {name: cells.get(name, "").strip() for name in _NAMES}
    if any(len(text) > 80 for text in said.values()):
        return _NO_TIME
    consent = said.pop("consent").lower() in _YES
    return ViewSent(consent=consent, **said)
