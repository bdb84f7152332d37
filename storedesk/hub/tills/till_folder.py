"""Files of a place's tills: read once, line by line into the stock, with a report of what became of each."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from storedesk.connectors.feed_mapping import FeedMapping
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.till_files import ReadLine, read_till_file
from storedesk.hub.database import Database
from storedesk.hub.tills.take_sales import TAKEN, Outcome, take_sales
from storedesk.hub.watched_folder import DONE, REFUSED, WatchedFolder, content_key, shown_name, shown_text
from storedesk.storage.database_work import Connection
from storedesk.storage.import_runs import ImportRun, find_run, save_run

AT_ONCE, KEPT_LINES = 2_000, 2_000


class Report(msgspec.Struct):
    """What became of a file; ``lines`` are those that were not simply taken, the first 2,000 of them."""

    file: str
    place: str
    read: int = 0
    counts: dict[str, int] = {}
    lines: list[dict[str, Any]] = []
    refused: str = ""
    repeated: bool = False


class TillFolder:
    """One place's folder."""

    def __init__(
        self,
        database: Database,
        folder: WatchedFolder,
        place: tuple[int, str],
        now: Callable[[], int],
        random_tag: Callable[[], int],
    ) -> None:
        """``place`` is its number and code."""
        self._database, self.folder = database, folder
        self._place_id, self._code = place
        self._now, self._random_tag = now, random_tag

    async def take(self, path: Path, mapping: FeedMapping) -> Report:
        """Raises ``DatabaseTrouble`` or ``OSError``; then the file stays and is taken again."""
        key = await asyncio.to_thread(content_key, f"till {self._place_id}", path)
        run = await self._database.read(lambda connection: find_run(connection, key))
        if run is not None and run.finished:
            report = msgspec.json.decode(run.report, type=Report)
            return await self._settle(path, key, msgspec.structs.replace(report, repeated=True))
        try:
            lines = await asyncio.to_thread(read_till_file, path, mapping, self._place_id)
        except ImportRefused as error:
            return await self._settle(
                path, key, Report(shown_name(path), self._code, refused=shown_text(error))
            )
        report = await self._book(shown_name(path), key, lines, run)
        return await self._settle(path, key, report)

    async def give_up(self, path: Path) -> Report:
        """Out of the way with a file that nothing can be made of; what was booked of it counts."""
        why = (
            "The file could not be taken: an error of the program, which is in its log. Correct or split it."
        )
        key = await asyncio.to_thread(content_key, f"till {self._place_id}", path)
        return await self._settle(path, key, Report(shown_name(path), self._code, refused=why))

    async def _book(self, name: str, key: str, lines: list[ReadLine], run: ImportRun | None) -> Report:
        """Some lines in each transaction, together with how far the file is."""
        done = 0 if run is None else run.next_row
        report = Report(name, self._code) if run is None else msgspec.json.decode(run.report, type=Report)
        while True:
            part = lines[done : done + AT_ONCE]
            done += len(part)

            def work(
                connection: Connection, part: list[ReadLine] = part, before: Report = report, done: int = done
            ) -> Report:
                after = self._part(connection, part, before)
                text = msgspec.json.encode(after).decode()
                finished = done >= len(lines)
                save_run(connection, ImportRun(key, f"till {self._code}", done, finished, text), self._now())
                return after

            report = await self._database.write(work)
            if done >= len(lines):
                return report

    def _part(self, connection: Connection, part: list[ReadLine], before: Report) -> Report:
        known = [one.line for one in part if one.line is not None]
        outcomes = iter(take_sales(connection, known, self._now(), self._random_tag).outcomes)
        told = [
            (one.number, next(outcomes) if one.line is not None else Outcome("refused", one.why))
            for one in part
        ]
        odd = [
            {"line": number, "outcome": outcome, "why": why}
            for number, (outcome, why) in told
            if outcome != TAKEN
        ]
        counts = Counter(before.counts) + Counter(outcome.outcome for _, outcome in told)
        return msgspec.structs.replace(
            before,
            read=before.read + len(part),
            counts=dict(sorted(counts.items())),
            lines=[*before.lines, *odd][:KEPT_LINES],
        )

    async def _settle(self, path: Path, key: str, report: Report) -> Report:
        text = msgspec.json.format(msgspec.json.encode(report)).decode()
        await asyncio.to_thread(self.folder.settle, path, key, REFUSED if report.refused else DONE, text)
        return report
