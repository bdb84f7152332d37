"""Changed rows of a desk's database as the hub would send them: spread over all tables, or one stretch of stock."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NamedTuple

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.canonical import row_hash, signed
from storedesk.protocol.wire import Cursor, PullReply, TableRows

PAGE_ROWS = 5_000
SPREAD = {
    "stock_level": ("quantity", 70),
    "order_line": ("cancelled", 20),
    "price": ("amount", 6),
    "orders": ("changed_at", 3),
}
"""By table the column that changes, and how many of a hundred rows; the rest are articles, with their words."""

Rows = dict[str, list[tuple[Any, ...]]]


class Changes(NamedTuple):
    """``rows`` by table are driver tuples with their hashes, in no order; ``pages`` are the same as they travel."""

    rows: Rows
    pages: list[PullReply]

    @property
    def count(self) -> int:
        return sum(map(len, self.rows.values()))


def spread_changes(driver: Any, count: int) -> Changes:
    """Rows from all over the tables, picked by their hashes."""
    rows: Rows = {}
    for table, (column, share) in SPREAD.items():
        rows[table] = list(_changed(table, column, _picked(driver, table, count * share // 100), 1))
    articles = count - sum(map(len, rows.values()))
    if articles > 0:
        rows["variant"] = list(
            _changed("variant", "name", _picked(driver, "variant", min(articles, count // 100)), " X")
        )
    return _as_sent(driver, rows)


def stock_changes(driver: Any, count: int) -> Changes:
    """The stock of one location after the other, as a delivery or a till sends it."""
    found = driver.execute("SELECT * FROM stock_level ORDER BY 1, 2, 3 LIMIT ?", (count,)).fetchall()
    return _as_sent(driver, {"stock_level": list(_changed("stock_level", "quantity", found, 1))})


def _picked(driver: Any, table: str, count: int) -> list[tuple[Any, ...]]:
    (there,) = driver.execute(f"SELECT count(*) FROM {table}").fetchone()
    every = max(1, there // max(1, count))
    text = f"SELECT * FROM {table} WHERE abs(row_hash % {every}) = 0 LIMIT ?"
    found: list[tuple[Any, ...]] = driver.execute(text, (count,)).fetchall()
    return found


def _changed(table: str, column: str, found: list[tuple[Any, ...]], more: Any) -> Iterator[tuple[Any, ...]]:
    make = TABLE_BY_NAME[table].row
    for values in found:
        row = make(*values[:-1])
        row = row._replace(**{column: getattr(row, column) + more})
        yield (*row, row_hash(table, row))


def _as_sent(driver: Any, rows: Rows) -> Changes:
    """In the order of the hashes, which is none."""
    (text,) = driver.execute("SELECT value FROM desk_state WHERE name = 'cursor'").fetchone()
    position, tag = map(int, text.split())
    sent = [(table, row) for table, found in rows.items() for row in sorted(found, key=itemgetter(-1))]
    sums = _sums_after(driver, rows)
    pages = []
    for start in range(0, len(sent), PAGE_ROWS):
        part = sent[start : start + PAGE_ROWS]
        begins, ends = position + start, position + start + len(part)
        last = start + PAGE_ROWS >= len(sent)
        pages.append(
            PullReply(
                start=Cursor(begins, tag), end=Cursor(ends, tag), complete=last, gone=[],
                sums=sums if last else {}, tables=list(_tables(part)),
            )
        )  # fmt: skip
    return Changes(rows, pages)


def _tables(part: list[tuple[str, tuple[Any, ...]]]) -> Iterator[TableRows]:
    for table in dict.fromkeys(name for name, _ in part):
        rows = [row for name, row in part if name == table]
        columns = list(TABLE_BY_NAME[table].columns)
        yield TableRows(
            table=table,
            columns=columns,
            rows=[list(row[:-1]) for row in rows],
            hashes=[row[-1] for row in rows],
        )


def _sums_after(driver: Any, rows: Rows) -> dict[str, int]:
    sums = dict(driver.execute("SELECT scope, total FROM scope_state").fetchall())
    for table, found in rows.items():
        spec = TABLE_BY_NAME[table]
        where = " AND ".join(f'"{column}" = ?' for column in spec.key)
        for row in found:
            new = spec.row(*row[:-1])
            (old,) = driver.execute(
                f"SELECT row_hash FROM {table} WHERE {where}", spec.key_of(new)
            ).fetchone()
            scope = spec.scope_of(new)
            sums[scope] = signed(sums[scope] + row[-1] - old)
    return sums
