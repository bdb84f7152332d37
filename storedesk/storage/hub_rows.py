"""Bringing rows into the hub from outside (imports, connectors, the sample shop) with feed and sums."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.domain.records import Movement, StockLevel
from storedesk.domain.tables import TABLE_BY_ROW, Key
from storedesk.protocol.canonical import row_hash, signed
from storedesk.protocol.wire import Cursor
from storedesk.protocol.wire_versions import SPOKEN, Spoken
from storedesk.storage.change_set import Applied
from storedesk.storage.engine import create_schema
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.rows import Rows, Stored
from storedesk.storage.schema import commit_tag, feed_head, hub_state, scope_sum
from storedesk.storage.short_sql import ShortSql, select_all, upsert_into

Tag = Callable[[], int]
OUTSIDE_LOCK = 7_403_202
_SUMS = select_all(scope_sum)
_PUT_SUM = upsert_into(scope_sum, ("scope",))


class Written(NamedTuple):
    inserted: int
    changed: int
    unchanged: int


def prepare_hub(connection: sa.Connection, instance: str, random_tag: Tag) -> None:
    """Schema, feed head and instance name of a new hub; does nothing on one that is prepared."""
    create_schema(connection, "hub")
    if connection.execute(sa.select(feed_head.c.id)).first() is None:
        connection.execute(feed_head.insert().values(id=1, position=0, horizon=0))
        connection.execute(commit_tag.insert().values(position=0, tag=random_tag()))
        connection.execute(hub_state.insert().values(name="instance", value=instance))


def one_at_a_time(connection: sa.Connection) -> None:
    """Lets only one writer from outside the desks be at work (PostgreSQL); taken before anything else."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({OUTSIDE_LOCK})")


def write_rows(
    connection: sa.Connection, rows: Iterable[Any], random_tag: Tag, spoken: Spoken = SPOKEN
) -> Written:
    """Upserts rows of any synced tables in one feed commit; equal rows change nothing."""
    one_at_a_time(connection)
    access, counts, applied = Rows(connection), [0, 0, 0], []
    by_table: dict[str, dict[Key, Any]] = {}
    for row in rows:
        table = TABLE_BY_ROW[type(row)]
        by_table.setdefault(table.name, {})[table.key_of(row)] = row
    for name, wanted in sorted(by_table.items()):
        there = access.get_many(name, wanted, lock=True)
        to_insert: list[tuple[Any, ...]] = []
        to_put: list[tuple[Any, ...]] = []
        for key, row in wanted.items():
            before, hash_ = there.get(key), row_hash(name, row)
            if before is not None and before.hash == hash_:
                counts[2] += 1
                continue
            counts[0 if before is None else 1] += 1
            (to_insert if before is None else to_put).append((*row, hash_))
            applied.append(Applied(name, key, before, Stored(row, hash_)))
        access.insert_many(name, to_insert)
        access.put_many(name, to_put)
    feed = FeedWriter(connection, random_tag, spoken)
    feed.note(applied)
    feed.write()
    return Written(*counts)


def load_rows(connection: sa.Connection, rows: Iterable[Any], random_tag: Tag, chunk: int = 20_000) -> Cursor:
    """Fills a hub that no desk follows yet: rows without feed entries, behind a new horizon.

    Every cursor older than the horizon is unknown afterwards, so that desks begin with a snapshot.
    Keys must be new. Memory is bounded by ``chunk`` rows.
    """
    one_at_a_time(connection)
    access, sums, pending = Rows(connection), dict[str, list[int]](), dict[str, list[tuple[Any, ...]]]()
    older: dict[str, int] = {}
    for row in rows:
        table = TABLE_BY_ROW[type(row)]
        hash_ = row_hash(table.name, row)
        scope = table.scope_of(row)
        sums.setdefault(scope, []).append(hash_)
        if table.name in SPOKEN.differing:
            older[scope] = older.get(scope, 0) + SPOKEN.older_hash(table.name, row, hash_) - hash_
        waiting = pending.setdefault(table.name, [])
        waiting.append((*row, hash_))
        if len(waiting) >= chunk:
            access.put_many(table.name, waiting)
            waiting.clear()
    for name, waiting in pending.items():
        access.put_many(name, waiting)
    return move_horizon(connection, random_tag, {scope: sum(hashes) for scope, hashes in sums.items()}, older)


def move_horizon(
    connection: sa.Connection, random_tag: Tag, sums: Mapping[str, int], older: Mapping[str, int]
) -> Cursor:
    """Ends a transaction that wrote rows without feed entries: ``sums`` are the changes of each scope's sum of
    hashes, ``older`` those of its sum in the wire version before."""
    FeedWriter(connection, random_tag).lock()
    sql = ShortSql(connection)
    old = {scope: (total, change) for scope, total, change in sql.all(_SUMS)}
    new = []
    for scope, added in sums.items():
        total, change = old.get(scope, (0, 0))
        new.append((scope, signed(total + added), signed(change + older.get(scope, 0))))
    sql.change_many(_PUT_SUM, new)
    return _new_horizon(connection, random_tag)


def _new_horizon(connection: sa.Connection, random_tag: Tag) -> Cursor:
    position = connection.execute(sa.select(feed_head.c.position)).scalar_one() + 1
    cursor = Cursor(position, random_tag())
    connection.execute(sa.update(feed_head).values(position=position, horizon=position))
    connection.execute(commit_tag.insert().values(position=cursor.position, tag=cursor.tag))
    return cursor


def opening_movement(level: StockLevel, movement_id: str, reason: str) -> Movement:
    """The movement that explains a level brought in from outside, so that level = sum of movements."""
    return Movement(
        movement_id,
        level.location_id,
        level.variant_id,
        level.bucket,
        level.quantity,
        reason,
        "",
        0,
        level.changed_at,
    )
