"""What must be true when the day is over, read from the hub's database and from each desk's."""

import hashlib
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from storedesk.actions.quote_rows import content_of, live_lines, totals_of_rows
from storedesk.domain.document_number import parse_document_number
from storedesk.domain.quote_content import content_hash
from storedesk.domain.records import Movement, Quote, QuoteLine, QuoteRevision, StockLevel
from storedesk.domain.tables import TABLES
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.storage.engine import driver_of
from tests.day.day_desk import DayDesk
from tests.day.store_day import StoreDay
from tests.memory_state import Tables
from tests.simulation.stored_rows import load

Query = Callable[[str], list[Any]]


class DeskAfterwards(NamedTuple):
    """``unsettled`` are undecided acts and rows that wait for a decision; ``numbers`` papers and records."""

    code: str
    place_id: int
    scopes: tuple[str, ...]
    tables: Tables
    sums: dict[str, int]
    outbox: Counter[str]
    unsettled: int
    sealed: int
    performed: Counter[str]
    numbers: list[str]


class HubAfterwards(NamedTuple):
    tables: Tables
    sums: dict[str, int]
    decided: Counter[tuple[str, str]]


async def hub_afterwards(day: StoreDay) -> HubAfterwards:
    def read(connection: Any) -> HubAfterwards:
        query: Query = lambda sql: list(driver_of(connection).execute(sql))  # noqa: E731
        tables, hashes = load(query)
        _hold_their_hashes(tables, hashes)
        sums = dict(query("SELECT scope, total FROM scope_sum"))
        decided = Counter({(kind, out): many for kind, out, many in query(
            "SELECT kind, outcome, count(*) FROM inbox GROUP BY kind, outcome")})  # fmt: skip
        return HubAfterwards(tables, sums, decided)

    return await day.hub.database.read(read)


def desk_afterwards(desk: DayDesk) -> DeskAfterwards:
    tables, hashes = load(desk.query)
    _hold_their_hashes(tables, hashes)
    outbox = Counter(dict(desk.query("SELECT state, count(*) FROM outbox GROUP BY 1")))
    ((rows,),) = desk.query("SELECT count(*) FROM base_row")
    desk.opened.store.compact_sealed()
    scopes = tuple(
        msgspec.json.decode(desk.query("SELECT value FROM desk_state WHERE name = 'scopes'")[0][0])
    )
    numbers = [value for (value,) in desk.query("SELECT value FROM desk_state WHERE name LIKE 'number %'")]
    unsettled = rows + sum(many for state, many in outbox.items() if state != "done")
    return DeskAfterwards(
        desk.code, desk.place_id, scopes, tables, sums_of(tables), outbox, unsettled,
        len(desk.opened.store.sealed_records()), desk.performed, numbers,
    )  # fmt: skip


def _hold_their_hashes(tables: Tables, hashes: dict[Any, int]) -> None:
    """The hash beside each row is that of the row."""
    for name, rows in tables.items():
        for key, row in rows.items():
            assert hashes[name, key] == row_hash(name, row), (name, key)


def sums_of(tables: Tables) -> dict[str, int]:
    """The checksum of each scope, worked out anew from its rows."""
    sums: dict[str, list[int]] = {}
    for table in TABLES:
        for row in tables[table.name].values():
            sums.setdefault(table.scope_of(row), []).append(row_hash(table.name, row))
    return {scope: sum_of(hashes) for scope, hashes in sums.items()}


def digests(tables: Tables, scopes: tuple[str, ...]) -> dict[str, str]:
    """A digest per table of the rows within these scopes."""
    made = {}
    for table in TABLES:
        rows = sorted(repr(row) for row in tables[table.name].values() if table.scope_of(row) in scopes)
        digest = hashlib.sha256("\n".join(rows).encode()).hexdigest()
        made[table.name] = f"{len(rows)} rows {digest}"
    return made


def moved(tables: Tables) -> Counter[tuple[int, int, int]]:
    sums: Counter[tuple[int, int, int]] = Counter()
    row: Movement
    for row in tables["movement"].values():
        sums[row.location_id, row.variant_id, row.bucket] += row.quantity
    return sums


def levels(tables: Tables) -> dict[tuple[int, int, int], int]:
    rows: list[StockLevel] = list(tables["stock_level"].values())
    return {(row.location_id, row.variant_id, row.bucket): row.quantity for row in rows}


def document_numbers(hub: HubAfterwards, desks: list[DeskAfterwards]) -> list[str]:
    """Every number once for each document: a quote has one over its versions."""
    given = [number for desk in desks for number in desk.numbers]
    used = [row.number for name in ("quote", "transfer", "goods_return") for row in hub.tables[name].values()]
    strange = [number for number in given if parse_document_number(number) is None]
    assert not strange, strange
    unknown = {number for number in used if number} - set(given)
    assert not unknown, f"numbers that no desk has given: {unknown}"
    assert len([number for number in used if number]) == len({number for number in used if number})
    return given


def handed_out(tables: Tables) -> Counter[str]:
    """How many handovers that nobody doubts name each parcel."""
    gone: Counter[str] = Counter()
    for fact in tables["handover"].values():
        if fact.outcome == "plain":
            gone.update(msgspec.json.decode(fact.parcels))
    return gone


class Frozen(NamedTuple):
    """``hash_now`` and ``net`` to ``total`` are worked out anew from the lines."""

    quote_id: str
    version: int
    frozen: tuple[int, int, int]
    summed: tuple[int, int, int]
    hash_frozen: str
    hash_now: str


def frozen_quotes(tables: Tables) -> list[Frozen]:
    """All issued versions; those that a later version has replaced keep no header to hash."""
    found = []
    revisions: list[QuoteRevision] = sorted(tables["quote_revision"].values())
    for revision in revisions:
        quote: Quote = tables["quote"][revision.quote_id,]
        lines: list[QuoteLine] = [
            line
            for _, line in sorted(tables["quote_line"].items())
            if (line.quote_id, line.version) == (quote.id, revision.version)
        ]
        totals = totals_of_rows(live_lines(lines), quote.currency)
        current = quote.version == revision.version
        again = content_hash(content_of(quote, live_lines(lines))) if current else revision.content_hash
        found.append(
            Frozen(
                quote.id, revision.version, (revision.net, revision.tax, revision.total),
                (totals.net, totals.tax, totals.total), revision.content_hash, again,
            )
        )  # fmt: skip
    return found
