"""What follows a round in which much came, for a desk without a worker: snapshots and staged pages brought in."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from storedesk.desk.bring_in import BringIn, PieceSize
from storedesk.protocol.desk_rows import BringingIn
from storedesk.protocol.wire import SnapshotReply
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.search_store import SearchStore
from storedesk.storage.snapshot_file import snapshot_of_sqlite
from storedesk.sync.catch_up import CatchUp
from storedesk.sync.rebase import PageOutcome
from storedesk.sync.sync_round import RoundOutcome

KEY = "11" * 32
PIECE = 7
"""Rows a piece, so that even a small shop comes in many."""


class Died(Exception):
    """The desk's process ended between two pieces."""


def begin_staged(desk: Any, file: str = "", key: str = "", covered: tuple[str, ...] = ()) -> None:
    staged = desk.store.staged()
    assert staged.complete
    desk.store.begin_bringing_in(
        BringingIn(
            followed=staged.followed, end=staged.end, sums=staged.sums, file=file, key=key, covered=list(covered)
        )
    )  # fmt: skip


def bring_in_begun(
    desk: Any, rows: int = PIECE, before: Callable[[int], None] = lambda number: None
) -> PageOutcome | None:
    """Finishes what was begun; ``before`` each piece (from 0 on, and before the end) something may happen."""
    work = desk.store.bringing_in()
    if work is None:
        return None
    file = desk.folder / work.file if work.file else None
    reader = connect_sqlite(desk.folder / "desk.db", KEY, readonly=True)
    try:
        job = BringIn(desk.store, reader, work, file, PieceSize(rows))
        number = 0
        while (piece := job.next_piece()) is not None:
            before(number)
            job.write(piece)
            number += 1
        before(number)
        return job.end()
    finally:
        reader.close()


def begin_whole(desk: Any, outcome: RoundOutcome) -> None:
    """A snapshot of all that the desk follows is here."""
    reply = outcome.snapshot
    assert reply is not None
    desk.store.drop_staged()
    desk.store.begin_bringing_in(
        BringingIn(
            followed=list(outcome.followed), end=reply.cursor, sums=reply.sums, file=reply.file, key=reply.key,
            covered=list(outcome.covered),
        )
    )  # fmt: skip


def snapshot_of(desk: Any, scopes: list[str]) -> SnapshotReply:
    """The hub's file of some scopes; it lies beside the desk's database as if it had been fetched."""
    name = f"snapshot-{random.Random(str(scopes)).getrandbits(32):x}.db"
    store = SearchStore(Path(desk.folder / f"{name}.search"), KEY)
    path = desk.folder / name
    file = snapshot_of_sqlite(desk.hub.path, KEY, tuple(scopes), path, "22" * 32, store)
    return SnapshotReply(
        file=name, key=file.key, size=file.size, sha256=file.sha256, cursor=file.cursor, rows=file.rows,
        sums=file.sums,
    )  # fmt: skip


def catch_up(desk: Any, outcome: RoundOutcome, answer: Any = None) -> RoundOutcome:
    """As the worker does it after a round; the outcome is then that of all."""
    if outcome.kind == "staged":
        begin_staged(desk)
    elif outcome.kind == "needs_snapshot":
        if set(outcome.covered) >= set(outcome.followed):
            begin_whole(desk, outcome)
        else:
            gathered = desk.drive(CatchUp(desk.store, desk.apply).gather(outcome.followed), answer)
            if gathered.kind != "staged":
                return gathered
            assert outcome.snapshot is not None
            begin_staged(desk, outcome.snapshot.file, outcome.snapshot.key, outcome.covered)
    else:
        return outcome
    page = bring_in_begun(desk)
    assert page is not None
    return outcome._replace(kind="refused" if page.wrong else "done", page=page)
