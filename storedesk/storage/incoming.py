"""Pages of a pull that wait, packed, until all of it is here; and the mark that they are being brought in."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from storedesk.domain.tables import Key
from storedesk.protocol.canonical import row_hash
from storedesk.protocol.desk_rows import BringingIn, Piece
from storedesk.protocol.wire import Cursor, PullReply
from storedesk.storage.desk_state import get_state, put_state
from storedesk.storage.engine import driver_of
from storedesk.storage.merge_rows import MergeRows
from storedesk.storage.rows import Rows
from storedesk.storage.schema import incoming, scope_state

BRINGING = "bringing_in"
DISTRUSTED = 2
"""Of a scope whose rows must be fetched anew; 1 while others are being brought into it."""
_LAST = f"SELECT number, head FROM {incoming.name} ORDER BY number DESC LIMIT 1"
_PUT = f"INSERT INTO {incoming.name} (number, head, content) VALUES (?, ?, ?)"
_DONE = f"DELETE FROM {incoming.name} WHERE number <= ?"
_FLAG = (
    f"INSERT INTO {scope_state.name} (scope, total, refetching) VALUES (?, 0, 1) "
    "ON CONFLICT (scope) DO UPDATE SET refetching = max(refetching, 1)"
)
_DISTRUST = f"UPDATE {scope_state.name} SET refetching = {DISTRUSTED} WHERE scope = ?"
_TRUST = f"UPDATE {scope_state.name} SET refetching = 0 WHERE scope = ?"
_RECOUNTED = (
    f"INSERT INTO {scope_state.name} (scope, total) VALUES (?, ?) "
    "ON CONFLICT (scope) DO UPDATE SET total = excluded.total"
)


class Staged(msgspec.Struct, frozen=True, kw_only=True):
    """``start`` is where the first page began, ``end`` where the last one ends; sums come with the last."""

    start: Cursor
    end: Cursor
    followed: list[str]
    complete: bool
    sums: dict[str, int]


def staged(connection: sa.Connection) -> Staged | None:
    found = driver_of(connection).execute(_LAST).fetchone()
    return None if found is None else msgspec.json.decode(found[1], type=Staged)


def stage(connection: sa.Connection, page: PullReply, content: bytes, followed: Sequence[str]) -> bool:
    """Puts a page behind those that wait; False if it does not follow on them."""
    last = driver_of(connection).execute(_LAST).fetchone()
    number, start = 1, page.start
    if last is not None:
        before = msgspec.json.decode(last[1], type=Staged)
        if before.end != page.start or before.followed != list(followed):
            return False
        number, start = last[0] + 1, before.start
    head = Staged(start=start, end=page.end, followed=list(followed), complete=page.complete, sums=page.sums)
    driver_of(connection).execute(_PUT, (number, msgspec.json.encode(head).decode(), content))
    return True


def drop_staged(connection: sa.Connection) -> None:
    driver_of(connection).execute(f"DELETE FROM {incoming.name}")


def bringing_in(connection: sa.Connection) -> BringingIn | None:
    text = get_state(connection, BRINGING)
    return None if not text else msgspec.json.decode(text, type=BringingIn)


def begin(connection: sa.Connection, work: BringingIn) -> None:
    """From here on the scopes that will change are said to be refetched, until ``end``."""
    put_state(connection, BRINGING, msgspec.json.encode(work).decode())
    own = dict(driver_of(connection).execute(f"SELECT scope, total FROM {scope_state.name}").fetchall())
    wanted = {scope: work.sums.get(scope, 0) for scope in work.followed}
    changing = {scope for scope, total in wanted.items() if own.get(scope, 0) != total}
    changing |= (own.keys() - wanted.keys()) | set(work.covered)
    driver_of(connection).executemany(_FLAG, [(scope,) for scope in sorted(changing)])


def bring(connection: sa.Connection, piece: Piece) -> None:
    """Merges a piece; done twice, it does the same as once."""
    driver = driver_of(connection)
    driver.executemany(_RECOUNTED, piece.sums)
    merge = MergeRows(connection)
    if piece.rows:
        merge.put(piece.table, piece.rows)
    if piece.gone:
        merge.take_out(piece.table, piece.gone)
    merge.write_sums()
    if piece.finished:
        driver.execute(_DONE, (piece.finished,))


def end(connection: sa.Connection, work: BringingIn) -> None:
    """All pieces are in: the desk follows what it was to follow, and nothing is being refetched."""
    driver = driver_of(connection)
    drop_staged(connection)
    put_state(connection, BRINGING, "")
    put_state(connection, "scopes", msgspec.json.encode(work.followed).decode())
    driver.execute(f"UPDATE {scope_state.name} SET refetching = 0 WHERE refetching < {DISTRUSTED}")
    driver.executemany(_TRUST, [(scope,) for scope in work.covered])
    marks = ", ".join("?" * len(work.followed))
    driver.execute(f"DELETE FROM {scope_state.name} WHERE scope NOT IN ({marks})", work.followed)


def give_up(connection: sa.Connection) -> None:
    """What was being brought in cannot be finished; the scopes stay marked until they have been fetched anew."""
    put_state(connection, BRINGING, "")
    drop_staged(connection)


def refetching(connection: sa.Connection) -> tuple[str, ...]:
    """The scopes whose rows are partly older and partly newer than the rest, in order."""
    text = f"SELECT scope FROM {scope_state.name} WHERE refetching > 0 ORDER BY scope"
    return tuple(scope for (scope,) in driver_of(connection).execute(text))


def distrust(connection: sa.Connection, scope: str, rows: Sequence[tuple[str, Key]]) -> None:
    """Has the scope fetched anew. The hash beside a row whose content does not fit it becomes that of the content:
    then the row differs from the hub's, and is brought in again."""
    held = Rows(connection)
    for table, key in rows:
        stored = held.get(table, key)
        if stored is not None and row_hash(table, stored.row) != stored.hash:
            held.put(table, stored.row, row_hash(table, stored.row))
    driver_of(connection).execute(_DISTRUST, (scope,))
