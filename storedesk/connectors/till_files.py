"""Lines of tills from files: CSV through a mapping, JSON lines as they are posted."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from storedesk.connectors.decimal_number import plain_decimal
from storedesk.connectors.feed_mapping import FeedMapping
from storedesk.connectors.feed_table import PLACES, FeedRow, FeedValuesReader, read_feed
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.values import Unreadable
from storedesk.domain.plain_text import clean_text
from storedesk.domain.till_line import RETURN, SALE, VOID, TillLine
from storedesk.protocol.till_wire import TillSale

JSON_LINES = (".jsonl", ".ndjson")
LARGEST_JSON, LONGEST_LINE = 64 << 20, 20_000
SHORT = 60
_NO_TIME = -1
_decoder = msgspec.json.Decoder(TillSale)


class ReadLine(NamedTuple):
    """A line of the file: what it says, or why it cannot be read."""

    number: int
    line: TillLine | None
    why: str = ""


def read_till_file(path: Path, mapping: FeedMapping, place_id: int) -> list[ReadLine]:
    """Every line of a file; raises ImportRefused where the whole file cannot be used."""
    if path.suffix.lower() in JSON_LINES:
        return list(_json_lines(path, place_id))
    read = FeedValuesReader(mapping)
    return [_from_row(row, read, place_id) for row in read_feed(path, mapping).rows]


def line_of(sale: TillSale, place_id: int) -> TillLine:
    """The line as it is kept; a time that cannot be read is refused later, with its line."""
    return TillLine(
        place_id,
        clean_text(sale.till, SHORT),
        clean_text(sale.receipt, SHORT),
        clean_text(sale.line, SHORT),
        sale.kind,
        "" if sale.kind == VOID else clean_text(sale.article, SHORT),
        "" if sale.kind == VOID else _plain_quantity(sale.quantity),
        _moment(sale.at),
        sale.condition,
        clean_text(sale.of_receipt, SHORT),
        clean_text(sale.of_line, SHORT),
    )


def _plain_quantity(text: str) -> str:
    """The number as all ways of telling it write it; as it is where it is none."""
    whole, point, part = text.strip().replace(",", ".").partition(".")
    digits = (whole + part).isascii() and (whole + part).isdigit()
    if not digits or (point and not part) or len(whole) > 12 or len(part) > PLACES:
        return text.strip()
    return plain_decimal(int(whole or "0") * 10**PLACES + int(part.ljust(PLACES, "0") or "0"), PLACES)


def _moment(text: str) -> int:
    """UTC milliseconds of a time with its offset; a time before 1970 where it is none."""
    try:
        found = datetime.fromisoformat(text)
        return int(found.timestamp() * 1000) if found.tzinfo is not None else _NO_TIME
    except (ValueError, OverflowError, OSError):
        return _NO_TIME


def _json_lines(path: Path, place_id: int) -> Iterator[ReadLine]:
    content = path.read_bytes()
    if len(content) > LARGEST_JSON:
        raise ImportRefused(f"The file {path.name} is larger than {LARGEST_JSON >> 20} MB; split it.")
    for number, text in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not text.strip():
            continue
        if len(text) > LONGEST_LINE:
            yield ReadLine(number, None, "the line is too long")
            continue
        try:
            yield ReadLine(number, line_of(_decoder.decode(text), place_id))
        except msgspec.ValidationError as error:
            yield ReadLine(number, None, str(error)[:200])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            yield ReadLine(number, None, "the line is not JSON")


def _from_row(row: FeedRow, read: FeedValuesReader, place_id: int) -> ReadLine:
    try:
        kind = read.meaning(row.text("kind")) if "kind" in row.values else ""
        quantity = 0 if kind == VOID else read.number(row.text("quantity"), PLACES)
        if kind in ("", SALE):
            kind = RETURN if quantity < 0 else SALE
        line = TillLine(
            place_id,
            row.text("till", SHORT),
            row.text("receipt", SHORT),
            row.text("line", SHORT),
            kind,
            "" if kind == VOID else row.text("article", SHORT),
            "" if kind == VOID else plain_decimal(abs(quantity), PLACES),
            read.moment(row.text("at"), row.text("time")),
            read.meaning(row.text("condition")) if row.text("condition") else "",
            row.text("of_receipt", SHORT),
            row.text("of_line", SHORT),
        )
    except Unreadable as error:
        return ReadLine(row.line, None, str(error))
    return ReadLine(row.line, line)
