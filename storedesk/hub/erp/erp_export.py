"""Writes what has happened since the last file for the ERP system: each change once, under a running number."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from storedesk.connectors.erp_files import erp_file
from storedesk.hub.database import Database
from storedesk.hub.erp.export_rows import KINDS, TABLES, ExportRows
from storedesk.hub.watched_folder import write_whole
from storedesk.storage import erp_exports
from storedesk.storage.database_work import Connection
from storedesk.storage.erp_exports import Export
from storedesk.storage.hub_rows import one_at_a_time

MOST_ROWS = 50_000


class NoSuchExport(Exception):
    """No file was ever made under this number."""


class ErpExport:
    """``out`` is the folder in which the ERP system finds its files."""

    def __init__(self, database: Database, out: Path, now: Callable[[], int]) -> None:
        self._database, self._out, self._now = database, out, now

    async def export(self) -> list[Export]:
        """Makes and writes what is new, after what an earlier run had made and not written."""
        written = await self._write_unwritten()
        while True:
            more, number = await self._database.write(self._make)
            if number:
                written += await self._write_unwritten()
            if not more:
                return written

    async def again(self, number: int) -> list[Export]:
        """Writes the files of a number once more, byte for byte; raises NoSuchExport."""
        exports = await self._database.read(lambda connection: erp_exports.exports_of(connection, number))
        if not exports:
            raise NoSuchExport(f"No file was ever made under number {number}.")
        for export in exports:
            await self._write(export)
        return exports

    def _make(self, connection: Connection) -> tuple[bool, int]:
        """Whether there is more, and the number of the files that were made."""
        one_at_a_time(connection)
        changed = erp_exports.changed_since_last(connection, TABLES, MOST_ROWS)
        if changed.after_position == changed.to_position:
            return False, 0
        rows = ExportRows(connection, changed.keys)
        files: dict[str, tuple[int, bytes]] = {}
        for kind, about in KINDS.items():
            lines = rows.lines(kind)
            if lines:
                files[kind] = (len(lines), erp_file(about.header, lines, about.summed))
        number = erp_exports.add_exports(connection, changed, files, self._now())
        return sum(map(len, changed.keys.values())) >= MOST_ROWS, number

    async def _write_unwritten(self) -> list[Export]:
        waiting = await self._database.read(erp_exports.unwritten)
        for export in waiting:
            await self._write(export)
        return waiting

    async def _write(self, export: Export) -> None:
        content = await self._database.read(lambda connection: erp_exports.content_of(connection, export))
        await asyncio.to_thread(self.write_file, self._out / export.name, content)
        await self._database.write(
            lambda connection: erp_exports.note_written(connection, export, self._now())
        )

    def write_file(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, content)
