"""Files for an ERP system as bytes: semicolon, decimal comma, Windows-1252, a totals row, no cell that runs. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.connectors.decimal_number import written_decimal
from storedesk.domain.plain_text import clean_text

ENCODING, TOTAL, LONGEST = "cp1252", "Total", 200
_RUNS = ("=", "+", "-", "@", "\t", "\r", "|", "%")


class Number(NamedTuple):
    """``value`` in 10^-places."""

    value: int
    places: int


Cell = str | Number
PLACES = 6


def erp_file(header: Sequence[str], rows: Iterable[Sequence[Cell]], summed: str) -> bytes:
    """The whole file; ``summed`` is the column that the last row adds up."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    place, total = header.index(summed), 0
    for row in rows:
        figure = row[place]
        if isinstance(figure, Number):
            total += figure.value * 10 ** (PLACES - figure.places)
        writer.writerow([_written(cell) for cell in row])
    last = ["" for _ in header]
    last[0], last[place] = TOTAL, written_decimal(total, PLACES, ",")
    writer.writerow(last)
    return text.getvalue().encode(ENCODING, "replace")


def _written(cell: Cell) -> str:
    return written_decimal(cell.value, cell.places, ",") if isinstance(cell, Number) else defused(cell)


def defused(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    plain = clean_text(text, LONGEST)
    return f"'{plain}" if plain.startswith(_RUNS) else plain
