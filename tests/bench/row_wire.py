"""Row 9: what a stock row costs on the wire, beside the same values as columns of JSON packed with zstd."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol import compression
from storedesk.protocol.wire import Cursor, PullReply, TableRows, encode
from storedesk.storage.engine import connect_sqlite
from storedesk.storage.row_statements import select_all_rows
from tests.bench.figures import Figure, Measured, now_measured
from tests.bench.large_hub import KEY, SampleHub

ROWS = 5_000
"""As many as a page holds."""


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    driver = connect_sqlite(hub.database, KEY, readonly=True)
    rows = driver.execute(f"{select_all_rows('stock_level')} ORDER BY 1, 2, 3 LIMIT {ROWS}").fetchall()
    driver.close()
    floor = len(compression.pack(msgspec.json.encode(list(zip(*(row[:-1] for row in rows), strict=True)))))
    yield _figure("a stock row, with its hash", floor, _page(rows, [row[-1] for row in rows]), len(rows))
    yield _figure("a stock row, its hash left out", floor, _page(rows, []), len(rows))


def _page(rows: list[tuple[object, ...]], hashes: list[int]) -> int:
    columns = list(TABLE_BY_NAME["stock_level"].columns)
    table = TableRows(
        table="stock_level", columns=columns, rows=[list(row[:-1]) for row in rows], hashes=hashes
    )
    page = PullReply(
        start=Cursor(0, 0), end=Cursor(ROWS, 1), complete=True, tables=[table], gone=[], sums={"stock:1": 1}
    )
    return len(compression.pack(encode(page)))


def _figure(what: str, floor: int, ours: int, rows: int) -> Measured:
    return now_measured(
        Figure(9, what, floor / rows, "columns of JSON, zstd-3", ours / rows, "bytes", "<= 1.25 of the floor",
               ours <= 1.25 * floor, f"a page of {rows} rows")
    )  # fmt: skip
