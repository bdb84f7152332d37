"""While the hub serves: takes files of the ERP system in, and writes files for it every quarter of an hour."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import msgspec

from storedesk.domain.error_trace import where_it_broke
from storedesk.hub.database import Database
from storedesk.hub.erp.erp_export import ErpExport
from storedesk.hub.erp.erp_import import ErpImport, ErpReport
from storedesk.hub.request_log import Log
from storedesk.hub.watched_folder import DONE, REFUSED, WatchedFolder, content_key, shown_name
from storedesk.storage.database_work import DatabaseTrouble

EVERY_SECONDS, EXPORT_EVERY_MS = 5.0, 15 * 60_000
MAPPINGS, OUT = "mappings", "out"


class ErpRunner:
    """``root`` is the hub's ``erp`` folder; nothing happens until somebody has made it."""

    def __init__(
        self, database: Database, root: Path, now: Callable[[], int], random_tag: Callable[[], int], log: Log
    ) -> None:
        self._root, self._now, self._log = root, now, log
        self._folder = WatchedFolder(root)
        self._import = ErpImport(database, root / MAPPINGS, now, random_tag)
        self._export = ErpExport(database, root / OUT, now)
        self._exported_at = 0
        self._told: set[str] = set()

    async def run(self) -> None:
        """Until cancelled; trouble is told once and tried again."""
        while True:
            try:
                if await asyncio.to_thread(self._root.is_dir):
                    await self.look()
                    await self.export_in_time()
            except (DatabaseTrouble, OSError) as trouble:
                self._once(type(trouble).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> list[ErpReport]:
        """Takes every whole file, the oldest first."""
        await asyncio.to_thread(self._folder.prepare)
        reports = []
        for path in await asyncio.to_thread(self._folder.whole_files):
            key, report = await self._take(path)
            text = msgspec.json.format(msgspec.json.encode(report)).decode()
            await asyncio.to_thread(self._folder.settle, path, key, REFUSED if report.refused else DONE, text)
            self._log.info("erp file", kind=report.kind, read=report.read, refused=bool(report.refused))
            reports.append(report)
        return reports

    async def _take(self, path: Path) -> tuple[str, ErpReport]:
        try:
            return await self._import.take(path)
        except (DatabaseTrouble, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost handler: one poison file stops no other
            self._log.error("bug", trace=where_it_broke(error))
            why = "The file could not be taken: an error of the program, which is in its log. Correct or split it."
            return await asyncio.to_thread(content_key, "erp", path), ErpReport(shown_name(path), refused=why)

    async def export_in_time(self) -> None:
        if self._now() - self._exported_at >= EXPORT_EVERY_MS:
            for export in await self._export.export():
                self._log.info("erp export", kind=export.kind, number=export.number, rows=export.rows)
            self._exported_at = self._now()

    def _once(self, why: str) -> None:
        if why not in self._told:
            self._told.add(why)
            self._log.warning("erp files wait", why=why)
