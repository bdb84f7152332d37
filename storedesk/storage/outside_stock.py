"""Movements and counts that come from tills and files, with the levels that follow from them."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from storedesk.domain.ids import derived_id
from storedesk.domain.records import Movement, StockLevel
from storedesk.domain.tables import Key
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import Tag, Written, write_rows
from storedesk.storage.rows import Rows
from storedesk.storage.short_sql import ShortSql

COVERED = "count_covers"
_MOVED_SINCE = (
    'SELECT variant_id, sum(quantity) FROM "movement" '
    "WHERE location_id = ? AND bucket = ? AND at > ? GROUP BY variant_id"
)


class Booked(NamedTuple):
    """``before`` and ``after`` are the levels that moved."""

    rows: list[Any]
    before: Mapping[Key, StockLevel]
    after: Mapping[Key, StockLevel]


class Counted(NamedTuple):
    """So much was there at ``at`` (UTC ms)."""

    location_id: int
    variant_id: int
    bucket: int
    quantity: int
    at: int


def booked(connection: Connection, movements: Iterable[Movement]) -> Booked:
    """The rows to write for movements that are new, held until the transaction ends.

    What happened before a level was last counted is in that count already, and is balanced at once.
    """
    fresh = list(movements)
    before = locked_levels(Rows(connection), {_key(move) for move in fresh})
    after, rows = dict(before), list[Any](fresh)
    for move in fresh:
        key = _key(move)
        level = after[key]
        if level.counted_at is not None and move.at < level.counted_at:
            rows.append(
                move._replace(id=derived_id("covered", move.id), quantity=-move.quantity, reason=COVERED)
            )
            continue
        after[key] = level._replace(
            quantity=level.quantity + move.quantity, changed_at=max(level.changed_at, move.at)
        )
    return Booked(rows, before, after)


def counted(
    connection: Connection, counts: Iterable[Counted], reason: str, source: str
) -> tuple[list[Any], int]:
    """The rows that bring levels to what was counted, and how many counts are older than one that is there.

    What moved after the count stays on top of it; of two counts the later one holds. ``source`` names the file.
    """
    wanted = {count[:3]: count for count in counts}
    levels = locked_levels(Rows(connection), set(wanted))
    since: dict[tuple[int, int, int], dict[int, int]] = {}
    rows: list[Any] = []
    older = 0
    for key, count in sorted(wanted.items()):
        level = levels[key]
        if level.counted_at is not None and count.at < level.counted_at:
            older += 1
            continue
        group = (count.location_id, count.bucket, count.at)
        if group not in since:
            since[group] = _moved_since(connection, *group)
        variance = count.quantity - (level.quantity - since[group].get(count.variant_id, 0))
        if variance:
            id_ = derived_id("counted", source, *(str(part) for part in key), str(count.at))
            rows.append(Movement(id_, *key, variance, reason, "", 0, count.at))
        rows.append(level._replace(quantity=level.quantity + variance, counted_at=count.at, changed_at=max(
            level.changed_at, count.at)))  # fmt: skip
    return rows, older


def write(connection: Connection, rows: Iterable[Any], random_tag: Tag) -> Written:
    """Everything in one feed commit; equal rows change nothing."""
    return write_rows(connection, rows, random_tag)


def locked_levels(access: Rows, keys: set[Key]) -> dict[Key, StockLevel]:
    """Levels as they are, an empty one where there is none; held until the transaction ends."""
    found = access.get_many("stock_level", keys, lock=True)
    empty = {key: StockLevel(int(key[0]), int(key[1]), int(key[2]), 0, 0, 0, 0, None, "", 0) for key in keys}
    return empty | {key: stored.row for key, stored in found.items()}


def _moved_since(connection: Connection, location_id: int, bucket: int, at: int) -> dict[int, int]:
    found = ShortSql(connection).all(_MOVED_SINCE, location_id, bucket, at)
    return {variant_id: int(total) for variant_id, total in found}


def _key(move: Movement) -> Key:
    return (move.location_id, move.variant_id, move.bucket)
