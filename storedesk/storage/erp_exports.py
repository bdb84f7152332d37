"""The SQL of what goes to the ERP system: which rows changed since the last file, and every file that was made."""

import zlib
from typing import NamedTuple

from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter, key_from_text
from storedesk.storage.schema import hub_state
from storedesk.storage.short_sql import ShortSql, insert_into, select_from, upsert_into
from storedesk.storage.till_schema import erp_export

_STATE, _NUMBER = "erp_exported_to", "erp_export_number"
_GET = select_from(hub_state, ("value",), "name = ?")
_PUT = upsert_into(hub_state, ("name",))
_CHANGED = (
    'SELECT position, tbl, row_key FROM "feed" WHERE position > ? AND position <= ? AND gone = 0 '
    "AND tbl IN ?* ORDER BY position LIMIT ?"
)
_COLUMNS = ("kind", "number", "after_position", "to_position", "rows", "made_at", "written_at")
_ADD = insert_into(erp_export)
_ALL = select_from(erp_export, _COLUMNS) + " ORDER BY number DESC, kind LIMIT ?"
_OF = select_from(erp_export, _COLUMNS, "number = ?") + " ORDER BY kind"
_UNWRITTEN = select_from(erp_export, _COLUMNS, "written_at IS NULL") + " ORDER BY number, kind"
_CONTENT = select_from(erp_export, ("content",), "kind = ? AND number = ?")
_WRITTEN = 'UPDATE "erp_export" SET written_at = ? WHERE kind = ? AND number = ?'


class Export(NamedTuple):
    """A file that was made; ``written_at`` is None until it lies in the folder."""

    kind: str
    number: int
    after_position: int
    to_position: int
    rows: int
    made_at: int
    written_at: int | None

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.number:06d}.csv"


class Changed(NamedTuple):
    """Keys of changed rows by table, in the order they changed, up to ``to_position``."""

    keys: dict[str, list[tuple[int | str, ...]]]
    after_position: int
    to_position: int


def changed_since_last(connection: Connection, tables: tuple[str, ...], most: int) -> Changed:
    """What changed since the last export; at most ``most`` rows."""
    sql = ShortSql(connection)
    after, head = _number(sql, _STATE), FeedWriter.head(connection).position
    found = sql.all(_CHANGED, after, head, list(tables), most)
    keys: dict[str, list[tuple[int | str, ...]]] = {}
    for _, table, key in found:
        keys.setdefault(table, []).append(key_from_text(key))
    return Changed(keys, after, found[-1][0] if len(found) == most else head)


def add_exports(
    connection: Connection, changed: Changed, files: dict[str, tuple[int, bytes]], now: int
) -> int:
    """Keeps the files (rows and content by kind) under one new number and moves the cursor; the number, 0 for none."""
    sql = ShortSql(connection)
    sql.change(_PUT, _STATE, str(changed.to_position))
    if not files:
        return 0
    number = _number(sql, _NUMBER) + 1
    sql.change(_PUT, _NUMBER, str(number))
    for kind, (rows, content) in sorted(files.items()):
        packed = zlib.compress(content)
        span = (changed.after_position, changed.to_position)
        sql.change(_ADD, kind, number, *span, rows, now, None, packed)
    return number


def unwritten(connection: Connection) -> list[Export]:
    return [Export(*row) for row in ShortSql(connection).all(_UNWRITTEN)]


def exports_of(connection: Connection, number: int) -> list[Export]:
    return [Export(*row) for row in ShortSql(connection).all(_OF, number)]


def latest_exports(connection: Connection, most: int) -> list[Export]:
    return [Export(*row) for row in ShortSql(connection).all(_ALL, most)]


def content_of(connection: Connection, export: Export) -> bytes:
    found = ShortSql(connection).first(_CONTENT, export.kind, export.number)
    if found is None:
        raise LookupError(f"There is no export {export.name}")
    return zlib.decompress(found[0])


def note_written(connection: Connection, export: Export, now: int) -> None:
    ShortSql(connection).change(_WRITTEN, now, export.kind, export.number)


def _number(sql: ShortSql, name: str) -> int:
    found = sql.first(_GET, name)
    return 0 if found is None else int(found[0])
