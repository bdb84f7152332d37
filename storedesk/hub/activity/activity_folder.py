"""Looks into the folders where shops leave files of what their buyers looked at; a file is deleted once it is taken."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from storedesk.connectors.activity_files import read_activity_file
from storedesk.connectors.import_refused import ImportRefused
from storedesk.hub.activity.take_views import take_activity
from storedesk.hub.database import Database
from storedesk.hub.request_log import Log
from storedesk.hub.watched_folder import DONE, REFUSED, WatchedFolder
from storedesk.protocol.activity_wire import ActivitySent, ViewSent
from storedesk.storage.activity_rows import channels_with_keys
from storedesk.storage.database_work import Connection, DatabaseTrouble

EVERY_SECONDS, AT_ONCE = 10.0, 1_000
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
"""Channel codes that may name a folder."""


class Report(msgspec.Struct):
    """What became of a file, without anything that was in it."""

    file: str
    channel: str
    counts: dict[str, int] = {}
    refused: str = ""


class ActivityRunner:
    """``root`` is the hub's ``activity`` folder: ``<channel code>/in`` for each channel that has a key."""

    def __init__(
        self, database: Database, root: Path, now: Callable[[], int], random_tag: Callable[[], int], log: Log
    ) -> None:
        self._database, self._root, self._log = database, root, log
        self._now, self._random_tag = now, random_tag
        self._folders: dict[int, WatchedFolder] = {}

    async def run(self) -> None:
        """Until cancelled; what goes wrong is tried again."""
        while True:
            try:
                await self.look()
            except (DatabaseTrouble, OSError) as trouble:
                self._log.warning("activity files wait", why=type(trouble).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> list[Report]:
        """Takes every whole file of every channel."""
        reports = []
        for channel_id, code in await self._database.read(channels_with_keys):
            if _SAFE.fullmatch(code) is None:
                continue
            folder = self._folders.setdefault(channel_id, WatchedFolder(self._root / code))
            await asyncio.to_thread(folder.prepare)
            for path in await asyncio.to_thread(folder.whole_files):
                reports.append(await self._take(channel_id, code, folder, path))
                self._log.info("activity file", channel=code, counts=reports[-1].counts)
        return reports

    async def _take(self, channel_id: int, code: str, folder: WatchedFolder, path: Path) -> Report:
        """A file that was taken in part is taken again from its beginning: what was counted counts once."""
        report, counts = Report(path.name, code), Counter[str]()
        try:
            views = await asyncio.to_thread(read_activity_file, path)
            while part := await asyncio.to_thread(_next_part, views):
                counts += Counter(await self._database.write(self._work(channel_id, ActivitySent(part))))
        except ImportRefused as error:
            report.refused = str(error)
        report.counts = dict(sorted(counts.items()))
        await asyncio.to_thread(_settle, folder, path, report)
        return report

    def _work(self, channel_id: int, sent: ActivitySent) -> Callable[[Connection], dict[str, int]]:
        return lambda connection: take_activity(connection, channel_id, sent, self._now(), self._random_tag)


def _next_part(views: Iterator[ViewSent]) -> tuple[ViewSent, ...]:
    return tuple(islice(views, AT_ONCE))


def _settle(folder: WatchedFolder, path: Path, report: Report) -> None:
    """The report stays, the file goes: it says who looked at what."""
    into = folder.root / (REFUSED if report.refused else DONE)
    folder.write_report(into / path.name, msgspec.json.format(msgspec.json.encode(report)).decode())
    path.unlink(missing_ok=True)
