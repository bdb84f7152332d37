"""Looks into the folders of all places' tills every few seconds, and tries what waits for its article."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from storedesk.connectors.feed_mapping import FeedMapping, load_feed_mapping
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.resource_files import shipped_mapping
from storedesk.domain.error_trace import where_it_broke
from storedesk.hub.database import Database
from storedesk.hub.request_log import Log
from storedesk.hub.tills.name_article import try_known
from storedesk.hub.tills.till_folder import Report, TillFolder
from storedesk.hub.watched_folder import WatchedFolder
from storedesk.storage.database_work import DatabaseTrouble
from storedesk.storage.hub_places import stock_places

EVERY_SECONDS, TRY_AGAIN_ROUNDS = 3.0, 20
MAPPING = "mapping.toml"


class TillRunner:
    """``root`` is the hub's ``tills`` folder: ``<place code>/in`` for each store and warehouse."""

    def __init__(
        self, database: Database, root: Path, now: Callable[[], int], random_tag: Callable[[], int], log: Log
    ) -> None:
        self._database, self._root, self._log = database, root, log
        self._now, self._random_tag = now, random_tag
        self._folders: dict[int, TillFolder] = {}
        self._told: set[str] = set()

    async def run(self) -> None:
        """Until cancelled; what goes wrong with one folder stops no other, and is tried again."""
        rounds = 0
        while True:
            try:
                await self.look()
                if rounds % TRY_AGAIN_ROUNDS == 0:
                    await self.try_known()
            except (DatabaseTrouble, OSError) as trouble:
                self._once("tills wait", type(trouble).__name__)
            rounds += 1
            await asyncio.sleep(EVERY_SECONDS)

    async def try_known(self) -> int:
        """Books what waits for articles that have come in meanwhile; how many lines."""
        return await self._database.write(
            lambda connection: try_known(connection, self._now(), self._random_tag)
        )

    async def look(self) -> list[Report]:
        """Takes every whole file of every place."""
        reports = []
        for place_id, code in await self._database.read(stock_places):
            if not (code.isascii() and code.isalnum()):
                continue  # no name of a folder
            folder = self._folder(place_id, code)
            try:
                await asyncio.to_thread(folder.folder.prepare)
                for path in await asyncio.to_thread(folder.folder.whole_files):
                    reports.append(await self._take(folder, path, self._mapping(code)))
                    self._log.info("till file", place=code, counts=reports[-1].counts)
            except OSError as trouble:
                self._once(f"tills of {code} wait", trouble.strerror or type(trouble).__name__)
            except ImportRefused as refused:
                self._once(f"tills of {code} wait", str(refused))
        return reports

    async def _take(self, folder: TillFolder, path: Path, mapping: FeedMapping) -> Report:
        try:
            return await folder.take(path, mapping)
        except (DatabaseTrouble, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost handler: one poison file stops no other
            self._log.error("bug", trace=where_it_broke(error))
            return await folder.give_up(path)

    def _folder(self, place_id: int, code: str) -> TillFolder:
        if place_id not in self._folders:
            watched = WatchedFolder(self._root / code)
            self._folders[place_id] = TillFolder(
                self._database, watched, (place_id, code), self._now, self._random_tag
            )
        return self._folders[place_id]

    def _mapping(self, code: str) -> FeedMapping:
        """The place's own, else that of all places, else the one that is shipped; raises ImportRefused."""
        for path in (self._root / code / MAPPING, self._root / MAPPING):
            if path.exists():
                return load_feed_mapping(path)
        return load_feed_mapping(shipped_mapping("tills"))

    def _once(self, event: str, why: str) -> None:
        if (text := f"{event}: {why}") not in self._told:
            self._told.add(text)
            self._log.warning(event, why=why)
