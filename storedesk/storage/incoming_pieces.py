"""Cuts what is to be brought in into pieces: from staged pages, from a snapshot file, from scopes left behind.

Reads on a connection of its own, on any one thread, beside the desk's writer.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec

from storedesk.domain.tables import TABLE_BY_NAME, TABLES, Key, Table
from storedesk.protocol.compression import unpack
from storedesk.protocol.desk_rows import BringingIn, Piece
from storedesk.protocol.wire import Gone, PullReply
from storedesk.protocol.wire_sizes import REPLY_BYTES
from storedesk.storage.feed_writer import key_from_text
from storedesk.storage.merge_rows import key_of
from storedesk.storage.schema import HASH, base_row, incoming, scope_state
from storedesk.storage.scope_recount import lies_in, recount

ROWS_TOGETHER = 100_000
"""Staged rows that are sorted together: the more, the fewer pages of the database are touched twice."""

Size = Callable[[str], int]
"""How many rows of a table the next piece may have."""
_BASE = f"SELECT row_key, content FROM {base_row.name} WHERE tbl = ?"


def pieces(reader: Any, work: BringingIn, file: Path | None, size: Size) -> Iterator[Piece]:
    """In the order in which they must be written; the reader is closed afterwards, with the file.

    ``size`` says how many rows of a table may come next.
    """
    yield from _left_behind(reader, work.followed, size)
    if file is not None and work.covered:
        reader.execute(
            "ATTACH ? AS snapshot KEY ?", (f"{file.absolute().as_uri()}?mode=ro", f"x'{work.key}'")
        )
        yield Piece("", [], [], sums=tuple(recount(reader, work.covered).items()))
        for table in TABLES:
            yield from _differing(reader, table, work.covered, size)
    yield from staged_pieces(reader, size, all_again=file is not None and bool(work.covered))


def staged_pieces(reader: Any, size: Size, *, all_again: bool = False) -> Iterator[Piece]:
    """``all_again`` keeps the pages until the end: whoever begins anew compares with the snapshot first, which is
    older than they are.
    """
    numbers = [number for (number,) in reader.execute(f"SELECT number FROM {incoming.name} ORDER BY number")]
    together, begun = _Together(), list[int]()
    for number in numbers:
        text = f"SELECT content FROM {incoming.name} WHERE number = ?"
        (content,) = reader.execute(text, (number,)).fetchone()
        together.add(msgspec.json.decode(unpack(content, REPLY_BYTES), type=PullReply))
        begun.append(number)
        if together.count >= ROWS_TOGETHER or number == numbers[-1]:
            yield from together.pieces(size)
            if not all_again:
                yield from (Piece("", [], [], done) for done in begun)
            together, begun = _Together(), []


def page_pieces(page: PullReply) -> Iterator[Piece]:
    """A page that is small enough to be applied as it is: a piece for each table."""
    together = _Together()
    together.add(page)
    yield from together.pieces(lambda table: together.count or 1)


class _Together:
    """Rows of several pages as if they had come in one; the later of two words about a row counts.

    Each page's rows are sorted by themselves and merged as they are taken: nothing takes long at a time, and other
    threads get their turn.
    """

    def __init__(self) -> None:
        self.count = 0
        self._rows: dict[str, list[list[tuple[Any, ...]]]] = {}
        self._gone: dict[tuple[str, str, Key], None] = {}

    def add(self, page: PullReply) -> None:
        for part in page.tables:
            spec = TABLE_BY_NAME.get(part.table)
            if spec is None or tuple(part.columns) != spec.columns:
                continue
            rows = [(*values, hash_) for values, hash_ in zip(part.rows, part.hashes, strict=True)]
            if self._gone:
                for row in map(spec.row._make, part.rows):
                    self._gone.pop((spec.name, spec.scope_of(row), spec.key_of(row)), None)
            rows.sort(key=key_of(spec.name))
            self._rows.setdefault(spec.name, []).append(rows)
            self.count += len(rows)
        for entry in page.gone:
            if entry.table in TABLE_BY_NAME:
                self._gone[entry.table, entry.scope, tuple(entry.key)] = None
                self.count += 1

    def pieces(self, size: Size) -> Iterator[Piece]:
        for table in TABLES:
            runs = self._rows.pop(table.name, [])
            merged = merge(*runs, key=key_of(table.name)) if len(runs) > 1 else chain(*runs)
            while rows := list(islice(merged, size(table.name))):
                yield Piece(table.name, rows, [])
        gone = sorted(
            (Gone(table, scope, list(key)) for table, scope, key in self._gone), key=attrgetter("table")
        )
        yield from _gone_pieces(gone, size)


def _gone_pieces(gone: Iterable[Gone], size: Size) -> Iterator[Piece]:
    for name, entries in groupby(gone, attrgetter("table")):
        left = [(entry.scope, tuple(entry.key)) for entry in entries]
        start = 0
        while start < len(left):
            end = start + size(name)
            yield Piece(name, [], left[start:end])
            start = end


def _left_behind(reader: Any, followed: Sequence[str], size: Size) -> Iterator[Piece]:
    """The rows of scopes that the desk follows no more."""
    held = [scope for (scope,) in reader.execute(f"SELECT scope FROM {scope_state.name}")]
    for scope in sorted(set(held) - set(followed)):
        for table in TABLES:
            where = lies_in(table, [scope])
            if where is None:
                continue
            key = ", ".join(f'"{column}"' for column in table.key)
            found = reader.execute(f'SELECT {key} FROM "{table.name}" WHERE {where[0]}', where[1])
            for keys in _parts(found, table, size):
                yield Piece(table.name, [], [(scope, key) for key in keys])
            yield Piece(table.name, [], [(scope, key) for key, _ in _beneath(reader, table)])


def _differing(reader: Any, table: Table, covered: Sequence[str], size: Size) -> Iterator[Piece]:
    """Rows of the snapshot that the desk lacks or has otherwise, those it should not have, and all that own work
    has changed."""
    where = lies_in(table, covered)
    if where is None:
        return
    columns = ", ".join(f's."{column}"' for column in (*table.columns, HASH))
    same = " AND ".join(f'm."{column}" = s."{column}"' for column in table.key)
    text = (
        f'SELECT {columns} FROM snapshot."{table.name}" s LEFT JOIN main."{table.name}" m ON {same} '
        f'WHERE m."{HASH}" IS NOT s."{HASH}"'
    )
    for found in _parts(reader.execute(text), table, size):
        found.sort(key=key_of(table.name))
        yield Piece(table.name, found, [])
    yield from _surplus(reader, table, where, same, size)
    yield _under_own_work(reader, table, covered)


def _surplus(
    reader: Any, table: Table, where: tuple[str, list[Any]], same: str, size: Size
) -> Iterator[Piece]:
    condition, values = where
    columns = ", ".join(f'"{column}"' for column in table.columns)
    text = (
        f'SELECT {columns} FROM main."{table.name}" m WHERE {condition} AND NOT EXISTS '
        f'(SELECT 1 FROM snapshot."{table.name}" s WHERE {same})'
    )
    for found in _parts(reader.execute(text, values), table, size):
        rows = [table.row(*values) for values in found]
        yield Piece(table.name, [], [(table.scope_of(row), table.key_of(row)) for row in rows])


def _under_own_work(reader: Any, table: Table, covered: Sequence[str]) -> Piece:
    """What the snapshot says of rows that own work has changed: their sum is that of the version beneath."""
    columns = ", ".join(f'"{column}"' for column in (*table.columns, HASH))
    found = " AND ".join(f'"{column}" = ?' for column in table.key)
    again = f'SELECT {columns} FROM snapshot."{table.name}" WHERE {found}'
    rows, gone = [], []
    for key, held in _beneath(reader, table):
        row = reader.execute(again, key).fetchone()
        if row is not None:
            rows.append(row)
        elif held is not None and table.scope_of(held) in covered:
            gone.append((table.scope_of(held), key))
    rows.sort(key=key_of(table.name))
    return Piece(table.name, rows, gone)


def _beneath(reader: Any, table: Table) -> list[tuple[Key, Any | None]]:
    """The rows of the table that own work has changed: their keys and the hub's versions."""
    return [
        (key_from_text(text), None if content is None else table.row(*msgspec.json.decode(content)))
        for text, content in reader.execute(_BASE, (table.name,)).fetchall()
    ]


def _parts(cursor: Any, table: Table, size: Size) -> Iterator[list[tuple[Any, ...]]]:
    while found := cursor.fetchmany(size(table.name)):
        yield found
