"""Brings staged pages and snapshots into a desk's rows, piece by piece, with room for actions in between."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from storedesk.protocol.desk_rows import BringingIn, Piece
from storedesk.storage.desk_database import log_bytes, tidy_log
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.incoming_pieces import pieces
from storedesk.storage.search_upkeep import INDEXED
from storedesk.sync.rebase import PageOutcome, end_bringing_in

T = TypeVar("T")
WRITER_SECONDS = 0.004
FIRST_ROWS, FIRST_INDEXED_ROWS, MOST_ROWS = 200, 20, 4_000
LONG_LOG_BYTES, TIDY_AFTER_SECONDS = 32 * 1024 * 1024, 1.0
"""A log that has been longer goes into the file after so much writing. It keeps its length and begins anew, so that
its length alone does not tell what is in it."""


class DatabaseThread(Protocol):
    """Runs a function on the thread that owns the writing connection."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...


class PieceSize:
    """Rows per table that the writer takes in ``WRITER_SECONDS``, learnt from the pieces before."""

    def __init__(self, rows: int = 0) -> None:
        """``rows`` is for pieces of one size whatever they take."""
        self._fixed = rows
        self._rows: dict[str, int] = {}

    def __call__(self, table: str) -> int:
        return self._fixed or self._rows.get(table, FIRST_INDEXED_ROWS if table in INDEXED else FIRST_ROWS)

    def learn(self, piece: Piece, seconds: float) -> None:
        rows = len(piece.rows) + len(piece.gone)
        if rows and seconds > 0 and not self._fixed:
            fitting = int(rows * WRITER_SECONDS / seconds)
            self._rows[piece.table] = max(10, min(fitting, 2 * self(piece.table), MOST_ROWS))


@dataclass
class BringIn:
    """One work on its way in. ``next_piece`` may run on another thread than the writer's; ``write`` and ``end``
    are the writer's. Whoever stops in between begins again with a new one: no piece does harm twice."""

    store: DeskStore
    reader: Any
    work: BringingIn
    file: Path | None = None
    size: PieceSize = field(default_factory=PieceSize)

    def __post_init__(self) -> None:
        self._pieces = pieces(self.reader, self.work, self.file, self.size)
        self._rows = 0
        self._tables: set[str] = set()

    def next_piece(self) -> Piece | None:
        return next(self._pieces, None)

    def write(self, piece: Piece) -> None:
        self.store.bring(piece)
        self._rows += len(piece.rows) + len(piece.gone)
        if piece.table:
            self._tables.add(piece.table)

    def end(self) -> PageOutcome:
        brought = PageOutcome(max(self._rows, 1), frozenset(self._tables), 0, ())
        return self.store.end_bringing_in(lambda rows: end_bringing_in(rows, self.work, brought))

    def at_once(self) -> PageOutcome:
        """All of it on the calling thread."""
        while (piece := self.next_piece()) is not None:
            self.write(piece)
        return self.end()


async def bring_in(
    store: DeskStore, database: Path, key: str, file: Path | None, on_database: DatabaseThread,
    seconds: Callable[[], float], brought: Callable[[int], None],
) -> PageOutcome | None:  # fmt: skip
    """Finishes what the store has begun to bring in; None if that is nothing.

    Each piece is handed to the writer's thread by itself, so that an action that came meanwhile goes first. The
    next one is decoded on another thread, but after it: two threads at Python work stop each other at every row.
    ``seconds`` is a clock that only measures; ``brought`` hears of each piece's
    rows.
    """
    work = await on_database(store.bringing_in)
    if work is None:
        return None
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, "incoming") as beside:
        reader = await loop.run_in_executor(beside, partial(connect_sqlite, database, key, readonly=True))
        job, written = BringIn(store, reader, work, file), 0.0
        try:
            await on_database(partial(store.spare_log, False))
            while (piece := await loop.run_in_executor(beside, job.next_piece)) is not None:
                took = await on_database(partial(_timed, seconds, job, piece))
                job.size.learn(piece, took)
                written += took
                if written > TIDY_AFTER_SECONDS and log_bytes(database) > LONG_LOG_BYTES:
                    await loop.run_in_executor(beside, tidy_log, database, key)
                    written = 0.0
                brought(len(piece.rows) + len(piece.gone))
            outcome = await on_database(job.end)
            await loop.run_in_executor(beside, tidy_log, database, key)
            return outcome
        finally:
            await loop.run_in_executor(beside, reader.close)
            await on_database(partial(store.spare_log, True))


def _timed(seconds: Callable[[], float], job: BringIn, piece: Piece) -> float:
    begun = seconds()
    job.write(piece)
    return seconds() - begun
