"""The stored side of a comparison: differences and daily figures written with their feed, and how far it has come."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from storedesk.domain.records import Difference
from storedesk.domain.tables import Key
from storedesk.storage.change_set import Applied
from storedesk.storage.channel_schema import channel_comparing
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.rows import Rows
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

_BETWEEN = "SELECT id FROM difference WHERE channel_id = ? AND (variant_id IS NULL OR variant_id > ? AND variant_id <= ?)"
_COUNT = "SELECT count(*) FROM difference WHERE channel_id = ?"
_ASKED = "SELECT id FROM difference WHERE asked = ? AND channel_id = ? ORDER BY asked_at, id LIMIT ?"
_OLD_DAYS = "SELECT channel_id, day, cause FROM difference_day WHERE channel_id = ? AND (day < ? OR day = ?)"
_PROGRESS = ("channel_id", "after_id", "began_at", "counts")
_READ = select_from(channel_comparing, _PROGRESS, "channel_id = ?")
_PUT = upsert_into(channel_comparing, ("channel_id",), _PROGRESS)
_DROP = "DELETE FROM channel_comparing WHERE channel_id = ?"


class Progress(NamedTuple):
    """Articles up to ``after_id`` are compared in the pass that began then; ``counts`` are what was found by cause,
    under "" what was compared."""

    after_id: int
    began_at: int
    counts: Mapping[str, int]


def progress_of(connection: Connection, channel_id: int) -> Progress | None:
    found = ShortSql(connection).first(_READ, channel_id)
    return None if found is None else Progress(found[1], found[2], json.loads(found[3]))


def keep_progress(connection: Connection, channel_id: int, progress: Progress) -> None:
    counts = json.dumps(progress.counts, sort_keys=True)
    ShortSql(connection).change(_PUT, channel_id, progress.after_id, progress.began_at, counts)


def end_progress(connection: Connection, channel_id: int) -> None:
    ShortSql(connection).change(_DROP, channel_id)


def differences_between(
    connection: Connection, channel_id: int, after: int, upto: int
) -> dict[str, Difference]:
    """By id; nobody else changes them until the transaction ends."""
    keys: list[Key] = [(row[0],) for row in ShortSql(connection).all(_BETWEEN, channel_id, after, upto)]
    found = Rows(connection).get_many("difference", keys, lock=True)
    return {stored.row.id: stored.row for stored in found.values()}


def asked_differences(connection: Connection, channel_id: int, asked: str, most: int) -> list[Difference]:
    """Those that somebody wants repaired that way, the oldest wish first."""
    keys: list[Key] = [(row[0],) for row in ShortSql(connection).all(_ASKED, asked, channel_id, most)]
    found = Rows(connection).get_many("difference", keys)
    return [found[key].row for key in keys if key in found]


def how_many(connection: Connection, channel_id: int) -> int:
    return int(ShortSql(connection).all(_COUNT, channel_id)[0][0])


def days_to_drop(connection: Connection, channel_id: int, before: str, today: str) -> list[Key]:
    """Daily figures that are too old, and those of a day that is counted anew."""
    return [tuple(row) for row in ShortSql(connection).all(_OLD_DAYS, channel_id, before, today)]


def drop_rows(connection: Connection, table: str, keys: Sequence[Key], random_tag: Callable[[], int]) -> None:
    """Deletes rows here and, through the feed, on every desk."""
    access = Rows(connection)
    there = access.get_many(table, keys, lock=True)
    if not there:
        return
    access.delete_many(table, list(there))
    feed = FeedWriter(connection, random_tag)
    feed.note(Applied(table, key, stored, None) for key, stored in there.items())
    feed.write()


def row_of(connection: Connection, table: str, *key: int | str) -> Any | None:
    """A synced row by its key."""
    found = Rows(connection).get(table, key)
    return None if found is None else found.row
