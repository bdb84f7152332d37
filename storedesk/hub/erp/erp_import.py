"""Takes a whole file of an ERP system in, part by part, with how far it is kept beside what was written."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from storedesk.connectors.feed_mapping import FeedMapping, load_feed_mapping
from storedesk.connectors.feed_table import FeedRow, FeedValuesReader, read_feed
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.resource_files import shipped_mapping
from storedesk.domain.master import MasterTableWrong
from storedesk.hub.database import Database
from storedesk.hub.erp.erp_intake import Came, ErpWork, Taker
from storedesk.hub.erp.take_articles import take_articles
from storedesk.hub.erp.take_companies import take_companies
from storedesk.hub.erp.take_prices import take_prices
from storedesk.hub.erp.take_stock import take_arrivals, take_stock
from storedesk.hub.watched_folder import content_key, shown_name, shown_text
from storedesk.storage import erp_reads
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import one_at_a_time, write_rows
from storedesk.storage.import_runs import ImportRun, find_run, save_run

TAKERS: dict[str, Taker] = {
    "articles": take_articles,
    "prices": take_prices,
    "companies": take_companies,
    "stock": take_stock,
    "arrivals": take_arrivals,
}
AT_ONCE, KEPT_LINES = 2_000, 2_000
_TOGETHER = {"stock": ("place", "sku"), "arrivals": ("place", "sku")}
"""Rows with the same values here are added up, so they go in one part."""
_KIND = re.compile(r"[a-z]+")


class ErpReport(msgspec.Struct):
    """What became of a file. ``not_master`` counts by field what the ERP system may not say, ``lines`` are refused
    rows, the first 2,000; ``refused`` is a sentence where nothing of the file was taken."""

    file: str
    kind: str = ""
    how: str = ""
    read: int = 0
    inserted: int = 0
    changed: int = 0
    unchanged: int = 0
    not_master: dict[str, int] = {}
    counts: dict[str, int] = {}
    refused_rows: int = 0
    lines: list[dict[str, Any]] = []
    refused: str = ""
    repeated: bool = False


class ErpImport:
    """Used by the hub's own loop and by the command."""

    def __init__(
        self, database: Database, mappings: Path, now: Callable[[], int], random_tag: Callable[[], int]
    ) -> None:
        """``mappings`` may hold ``<kind>.toml`` files, which then hold instead of those that are shipped."""
        self._database, self._mappings = database, mappings
        self._now, self._random_tag = now, random_tag

    def mapping_for(self, path: Path) -> FeedMapping:
        """By what the file's name begins with; raises ImportRefused."""
        found = _KIND.match(path.name.lower())
        kind = found[0] if found else ""
        if kind not in TAKERS:
            raise ImportRefused(
                f"The name {shown_name(path)} does not say what the file is: it begins with {', '.join(TAKERS)}."
            )
        own = self._mappings / f"{kind}.toml"
        mapping = load_feed_mapping(own if own.exists() else shipped_mapping(kind))
        if mapping.kind != kind:
            raise ImportRefused(f"The mapping for {kind} is one for {mapping.kind}.")
        return mapping

    async def take(self, path: Path, mapping: FeedMapping | None = None) -> tuple[str, ErpReport]:
        """The file's key and what became of it; raises ``DatabaseTrouble`` or ``OSError``, then it is taken again."""
        key = await asyncio.to_thread(content_key, "erp", path)
        run = await self._database.read(lambda connection: find_run(connection, key))
        if run is not None and run.finished:
            before = msgspec.json.decode(run.report, type=ErpReport)
            return key, msgspec.structs.replace(before, repeated=True)
        try:
            mapping = mapping or self.mapping_for(path)
            if mapping.kind not in TAKERS:
                raise ImportRefused(f"Files of {mapping.kind} are no ERP files.")
            table = await asyncio.to_thread(read_feed, path, mapping)
            await self._database.read(erp_reads.masters)
        except (ImportRefused, MasterTableWrong) as refused:
            return key, ErpReport(shown_name(path), refused=shown_text(refused))
        report = ErpReport(shown_name(path), mapping.kind, table.described)
        made_at = await asyncio.to_thread(_made_at, path)
        return key, await self._parts(key, mapping, _parts(mapping.kind, table.rows), report, run, made_at)

    async def _parts(
        self, key: str, mapping: FeedMapping, parts: list[list[FeedRow]], report: ErpReport,
        run: ImportRun | None, made_at: int,
    ) -> ErpReport:  # fmt: skip
        first = 0
        if run is not None:
            first, report = run.next_row, msgspec.json.decode(run.report, type=ErpReport)
        read = FeedValuesReader(mapping)
        for number in range(first, len(parts)):

            def work(connection: Connection, number: int = number, before: ErpReport = report) -> ErpReport:
                one_at_a_time(connection)
                masters, now = erp_reads.masters(connection), self._now()
                part = ErpWork(connection, mapping, read, masters, key, made_at, now, self._random_tag)
                after = self._take(part, parts[number], before)
                finished = number + 1 == len(parts)
                text = msgspec.json.encode(after).decode()
                save_run(connection, ImportRun(key, f"erp {mapping.kind}", number + 1, finished, text), now)
                return after

            report = await self._database.write(work)
        return report

    def _take(self, part: ErpWork, rows: list[FeedRow], before: ErpReport) -> ErpReport:
        came = TAKERS[part.mapping.kind](part, rows)
        came.note_refused()
        written = write_rows(part.connection, came.rows.values(), self._random_tag)
        return _after(before, came, len(rows), written)


def _made_at(path: Path) -> int:
    """UTC ms; what a file without dates is believed to speak of."""
    return int(path.stat().st_mtime * 1000)


def _parts(kind: str, rows: list[FeedRow]) -> list[list[FeedRow]]:
    """Parts of some 2,000 rows, at least one; rows that belong together stay together."""
    fields = _TOGETHER.get(kind, ())
    if not fields:
        return [rows[start : start + AT_ONCE] for start in range(0, max(1, len(rows)), AT_ONCE)]
    ordered = sorted(rows, key=lambda row: [row.text(field) for field in fields])
    parts: list[list[FeedRow]] = [[]]
    last: list[str] = []
    for row in ordered:
        mark = [row.text(field) for field in fields]
        if len(parts[-1]) >= AT_ONCE and mark != last:
            parts.append([])
        parts[-1].append(row)
        last = mark
    return parts


def _after(before: ErpReport, came: Came, read: int, written: tuple[int, int, int]) -> ErpReport:
    odd = [{"line": line, "why": why} for line, why in came.refused]
    return msgspec.structs.replace(
        before,
        read=before.read + read,
        inserted=before.inserted + written[0],
        changed=before.changed + written[1],
        unchanged=before.unchanged + written[2],
        not_master=dict(sorted((Counter(before.not_master) + Counter(came.not_master)).items())),
        counts=dict(sorted((Counter(before.counts) + Counter(came.counts)).items())),
        refused_rows=before.refused_rows + len(odd),
        lines=[*before.lines, *odd][:KEPT_LINES],
    )
