"""Writes what an import brings, and how far it has come, in one transaction."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.domain.records import Movement, StockLevel
from storedesk.domain.tables import TABLE_BY_ROW, Key
from storedesk.storage.hub_rows import Tag, Written, write_rows
from storedesk.storage.rows import Rows
from storedesk.storage.schema import import_run


class ImportRun(NamedTuple):
    """``next_row`` is the number of input rows that are done; ``report`` is JSON."""

    key: str
    mapping: str
    next_row: int
    finished: bool
    report: str


class Counted(NamedTuple):
    """So much was there at ``at`` (UTC ms); the difference to the level becomes a movement of this id."""

    movement_id: str
    location_id: int
    variant_id: int
    bucket: int
    quantity: int
    at: int


def find_run(connection: sa.Connection, key: str) -> ImportRun | None:
    found = connection.execute(sa.select(import_run).where(import_run.c.input_hash == key)).first()
    if found is None:
        return None
    return ImportRun(found.input_hash, found.mapping, found.next_row, bool(found.finished), found.report)


def save_run(connection: sa.Connection, run: ImportRun, now: int) -> None:
    values = {
        "mapping": run.mapping,
        "next_row": run.next_row,
        "finished": int(run.finished),
        "report": run.report,
        "changed_at": now,
    }
    done = connection.execute(sa.update(import_run).where(import_run.c.input_hash == run.key).values(values))
    if done.rowcount == 0:
        connection.execute(import_run.insert().values(input_hash=run.key, **values))


def write_import(
    connection: sa.Connection,
    rows: Iterable[Any],
    new_only: Iterable[Any],
    movements: Iterable[Movement],
    counts: Iterable[Counted],
    random_tag: Tag,
) -> Written:
    """Rows replace what has their key, ``new_only`` never does, a movement counts once; levels follow."""
    access = Rows(connection)
    missing = [row for row in new_only if access.get(TABLE_BY_ROW[type(row)].name, _key(row)) is None]
    fresh, levels = _moved(access, list(movements), list(counts))
    return write_rows(connection, [*missing, *rows, *fresh, *levels], random_tag)


def _moved(
    access: Rows, movements: list[Movement], counts: list[Counted]
) -> tuple[list[Movement], list[StockLevel]]:
    """The movements that are new, and the levels after them."""
    there = access.get_many("movement", [(movement.id,) for movement in movements])
    fresh = [movement for movement in movements if (movement.id,) not in there]
    levels = _locked_levels(
        access, {_level_key(item) for item in fresh} | {_level_key(item) for item in counts}
    )
    for movement in fresh:
        _move(levels, movement)
    for count in counts:
        level = levels[_level_key(count)]
        if count.quantity != level.quantity:
            movement = Movement(
                count.movement_id,
                count.location_id,
                count.variant_id,
                count.bucket,
                count.quantity - level.quantity,
                "imported_count",
                "",
                0,
                count.at,
            )
            fresh.append(movement)
            _move(levels, movement)
    return fresh, list(levels.values())


def _locked_levels(access: Rows, keys: set[Key]) -> dict[Key, StockLevel]:
    """Levels as they are, an empty one where there is none; held until the transaction ends."""
    found = access.get_many("stock_level", keys, lock=True)
    empty = {key: StockLevel(int(key[0]), int(key[1]), int(key[2]), 0, 0, 0, 0, None, "", 0) for key in keys}
    return empty | {key: stored.row for key, stored in found.items()}


def _move(levels: dict[Key, StockLevel], movement: Movement) -> None:
    key = _level_key(movement)
    level = levels[key]
    levels[key] = level._replace(
        quantity=level.quantity + movement.quantity, changed_at=max(level.changed_at, movement.at)
    )


def _level_key(item: Movement | Counted) -> Key:
    return (item.location_id, item.variant_id, item.bucket)


def _key(row: Any) -> Key:
    return TABLE_BY_ROW[type(row)].key_of(row)
