"""Rows of a till's or an ERP system's file by field, its totals row taken off and checked against the sum."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from storedesk.connectors.decimal_number import scaled_number, written_decimal
from storedesk.connectors.feed_mapping import FeedMapping
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import Names, names_of
from storedesk.connectors.source_rows import SourceRow
from storedesk.connectors.table_reader import open_table
from storedesk.connectors.values import Unreadable, moment_reader
from storedesk.domain.plain_text import clean_text
from storedesk.domain.wall_clock import local_time, zone_named

LARGEST_FILE, MOST_ROWS = 256 << 20, 2_000_000
PLACES = 6
_LONGEST = 200


class FeedRow(NamedTuple):
    """``values`` are cleaned texts by field; a field without a column and without a value is missing."""

    line: int
    values: dict[str, str]

    def text(self, field: str, limit: int = _LONGEST) -> str:
        return self.values.get(field, "")[:limit].rstrip()


class FeedTable(NamedTuple):
    """``totals`` is what the totals row said, or empty where the file has none."""

    rows: list[FeedRow]
    described: str
    totals: str


class FeedValuesReader:
    """Numbers and times of a file, as its mapping says they are written; each raises Unreadable with a reason."""

    def __init__(self, mapping: FeedMapping) -> None:
        self._mark = mapping.values.decimal
        self._zone = zone_named(mapping.values.zone)
        self._moment = moment_reader(mapping.values.zone, mapping.values.date_formats)
        self._yes = {word.casefold() for word in mapping.values.yes}
        self._words = {
            word.casefold(): meaning for meaning, words in mapping.words.items() for word in names_of(words)
        }

    def number(self, text: str, places: int) -> int:
        return scaled_number(text, self._mark, places)

    def moment(self, date: str, time: str = "") -> int:
        """UTC milliseconds."""
        return self._moment(f"{date} {time}".strip() if time else date)

    def day(self, date: str) -> str:
        """The local date as ISO."""
        return local_time(self._moment(date), self._zone).date().isoformat()

    def flag(self, text: str) -> bool:
        return text.casefold() in self._yes

    def meaning(self, text: str) -> str:
        """What the mapping says a word means, else the word itself in small letters."""
        return self._words.get(text.casefold(), text.casefold())


def read_feed(path: Path, mapping: FeedMapping) -> FeedTable:
    """All rows of a CSV or XLSX file; raises ImportRefused. Nothing is given out if the totals do not add up."""
    if path.stat().st_size > LARGEST_FILE:
        raise ImportRefused(f"The file {path.name} is larger than {LARGEST_FILE >> 20} MB; split it.")
    table = open_table(path, mapping.table)
    places = _columns(table.header(), mapping, path.name)
    rows: list[FeedRow] = []
    total: SourceRow | None = None
    for source in table.rows():
        if total is not None:
            raise ImportRefused(
                f"The file {path.name} has rows after its totals row in line {total.line}: it is two files in one."
            )
        if _is_total(source.values, mapping):
            total = source
            continue
        rows.append(FeedRow(source.line, _values(source.values, places, mapping)))
        if len(rows) > MOST_ROWS:
            raise ImportRefused(f"The file {path.name} has more than {MOST_ROWS:,} rows; split it.")
    if total is None and mapping.totals.needed:
        raise ImportRefused(f"The file {path.name} has no totals row: it was cut short.")
    said = "" if total is None else _checked(total, rows, places, mapping, path.name)
    return FeedTable(rows, table.described(), said)


def _columns(header: Sequence[str], mapping: FeedMapping, file: str) -> dict[str, int]:
    """Where each field stands; headings are compared without case and outer space."""
    there: dict[str, list[int]] = {}
    for place, heading in enumerate(header):
        there.setdefault(" ".join(heading.split()).casefold(), []).append(place)
    found = {}
    for field, names in mapping.columns.items():
        known = _first(there, names, file)
        if known is not None:
            found[field] = known
        elif field in mapping.shape.needed and field not in mapping.fixed:
            wanted = " or ".join(repr(name) for name in names_of(names))
            has = ", ".join(repr(heading) for heading in header if heading)[:300]
            raise ImportRefused(f"The file {file} lacks the column {wanted} for {field}; it has {has}.")
    return found


def _first(there: dict[str, list[int]], names: Names, file: str) -> int | None:
    for name in names_of(names):
        places = there.get(" ".join(name.split()).casefold(), [])
        if len(places) > 1:
            raise ImportRefused(f"The file {file} has the column {name!r} twice: rename one of them.")
        if places:
            return places[0]
    return None


def _values(values: Sequence[str], places: dict[str, int], mapping: FeedMapping) -> dict[str, str]:
    found = dict(mapping.fixed)
    for field, place in places.items():
        text = clean_text(values[place], _LONGEST) if place < len(values) else ""
        if text or field not in found:
            found[field] = text
    return found


def _is_total(values: Sequence[str], mapping: FeedMapping) -> bool:
    first = next((value.strip() for value in values if value.strip()), "")
    return first.rstrip(":").strip().casefold() in mapping.totals.marks


def _checked(
    total: SourceRow, rows: list[FeedRow], places: dict[str, int], mapping: FeedMapping, file: str
) -> str:
    """The total as it was said; raises ImportRefused with both figures where the rows add up to another."""
    field, mark = mapping.totals.field or mapping.shape.summed, mapping.values.decimal
    place = places.get(field)
    said = total.values[place].strip() if place is not None and place < len(total.values) else ""
    if not said:
        raise ImportRefused(f"The totals row of {file} in line {total.line} has no figure for {field}.")
    try:
        wanted = scaled_number(said, mark, PLACES)
        added = sum(scaled_number(row.values[field], mark, PLACES) for row in rows if row.values.get(field))
    except Unreadable as error:
        raise ImportRefused(f"The totals of {file} cannot be checked: {error}.") from error
    if wanted != added:
        raise ImportRefused(
            f"The totals row of {file} says {written_decimal(wanted, PLACES, mark)} for {field}, its rows add up "
            f"to {written_decimal(added, PLACES, mark)}: the file is not complete. Send it again."
        )
    return said
