"""The SQL of till lines: what was taken, what waits, and what a till's article numbers stand for."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from storedesk.domain.ids import derived_id
from storedesk.domain.till_line import ASIDE, TillLine
from storedesk.domain.till_settle import KeptLine
from storedesk.storage.database_work import Connection
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, select_all, select_from, upsert_into
from storedesk.storage.till_schema import till_article, till_line

AT_ONCE = 1_000
_BY_ID = select_all(till_line, "id IN ?*")
_BY_TARGET = select_all(till_line, "target IN ?*")
_OWN = select_from(till_line, ("own",), "own IN ?* AND own <> ''")
_PUT = upsert_into(till_line, ("id",))
_ASIDE = select_all(till_line, f"state = '{ASIDE}'")
_WAITING_CODES = (
    f"SELECT place_id, article, count(*), min(received_at) FROM \"till_line\" WHERE state = '{ASIDE}' "
    "GROUP BY place_id, article ORDER BY place_id, article"
)
_OPEN_COUNTS = (
    "SELECT place_id, state, count(*) FROM \"till_line\" WHERE state IN ('aside', 'held') "
    "GROUP BY place_id, state ORDER BY place_id, state"
)
_NAMED = select_from(till_article, ("place_id", "code", "variant_id"), "code IN ?* AND place_id IN ?*")
_NAME = upsert_into(till_article, ("place_id", "code"))
_BARCODES = select_from(SYNCED["barcode"], ("code", "variant_id", "pack_quantity"), "code IN ?*")
_SKUS = select_from(SYNCED["variant"], ("sku", "id"), "sku IN ?*")
_UNITS = select_from(SYNCED["variant"], ("id", "unit"), "id IN ?*")


class WaitingCode(NamedTuple):
    """An article number of a place's tills that nothing is known by, and how many lines wait for it."""

    place_id: int
    article: str
    lines: int
    since: int


@lru_cache(32_768)
def target_key(target: tuple[int, str, str, str]) -> str:
    """The name of a line of goods in the table; asked for again and again while a line is taken."""
    place_id, till, receipt, line = target
    return derived_id("till goods", str(place_id), till, receipt, line)


def own_key(line: TillLine) -> str:
    return target_key((line.place_id, line.till, line.receipt, line.line)) if line.voids_another else ""


def kept_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, KeptLine]:
    return {row[0]: _kept(row) for row in _many(connection, _BY_ID, ids)}


def kept_about(connection: Connection, targets: Iterable[str]) -> list[KeptLine]:
    """The lines about these lines of goods."""
    return [_kept(row) for row in _many(connection, _BY_TARGET, targets)]


def own_voids(connection: Connection, targets: Iterable[str]) -> set[str]:
    """Which of these names are voids themselves."""
    return {row[0] for row in _many(connection, _OWN, targets)}


def put_lines(connection: Connection, lines: Iterable[KeptLine]) -> None:
    ShortSql(connection).change_many(_PUT, [_values(kept) for kept in lines])


def aside_lines(connection: Connection, place_id: int, article: str) -> list[KeptLine]:
    found = ShortSql(connection).all(
        f"{_ASIDE} AND place_id = ? AND article = ? ORDER BY id", place_id, article
    )
    return [_kept(row) for row in found]


def waiting_codes(connection: Connection) -> list[WaitingCode]:
    return [WaitingCode(*row) for row in ShortSql(connection).all(_WAITING_CODES)]


def open_counts(connection: Connection) -> list[tuple[int, str, int]]:
    """Place, state and number of the lines that are not booked yet."""
    return [(row[0], row[1], row[2]) for row in ShortSql(connection).all(_OPEN_COUNTS)]


def name_article(connection: Connection, place_id: int, code: str, variant_id: int, now: int) -> None:
    ShortSql(connection).change(_NAME, place_id, code, variant_id, now)


def named_articles(
    connection: Connection, places: Collection[int], codes: Iterable[str]
) -> dict[tuple[int, str], int]:
    """Variants by place (0 for all) and code."""
    wanted = [0, *sorted(places)]
    found = _many(connection, _NAMED, codes, wanted)
    return {(place_id, code): variant_id for place_id, code, variant_id in found}


def barcodes_of(connection: Connection, codes: Iterable[str]) -> list[tuple[str, int, int]]:
    """Code, variant and how many units one pack is."""
    return [(row[0], row[1], row[2]) for row in _many(connection, _BARCODES, codes)]


def skus_of(connection: Connection, skus: Iterable[str]) -> list[tuple[str, int]]:
    return [(row[0], row[1]) for row in _many(connection, _SKUS, skus)]


def units_of(connection: Connection, variants: Iterable[int]) -> dict[int, str]:
    return {row[0]: row[1] for row in _many(connection, _UNITS, variants)}


def _many(connection: Connection, text: str, wanted: Iterable[Any], *more: Any) -> list[Any]:
    """Rows of a statement with a list, some of the list at a time."""
    whole: Sequence[Any] = sorted(set(wanted))
    sql, rows = ShortSql(connection), list[Any]()
    for start in range(0, len(whole), AT_ONCE):
        rows += sql.all(text, list(whole[start : start + AT_ONCE]), *more)
    return rows


def _kept(row: Any) -> KeptLine:
    (_, _, _, place_id, till, receipt, line, kind, article, quantity, at, condition, of_receipt, of_line,
     variant_id, steps, state, why, booked, received_at) = row  # fmt: skip
    said = TillLine(
        place_id, till, receipt, line, kind, article, quantity, at, condition, of_receipt, of_line
    )
    return KeptLine(said, variant_id, steps, state, why, booked, received_at)


def _values(kept: KeptLine) -> tuple[Any, ...]:
    line = kept.line
    return (
        line.id, target_key(line.target), own_key(line), *line[:11], kept.variant_id, kept.steps, kept.state,
        kept.why, kept.booked, kept.received_at,
    )  # fmt: skip
