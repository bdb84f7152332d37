"""Collects records and writes them with the run's place and report, so that a killed run can go on."""

from typing import Any

from storedesk.connectors.import_port import Batch, ImportStore, Run, StockCount
from storedesk.connectors.import_report import ImportReport
from storedesk.domain.records import Movement

CHUNK_ROWS = 5_000


class ChunkWriter:
    """Every row up to ``next_row`` of the input is written and reported."""

    def __init__(self, store: ImportStore, key: str, mapping: str, chunk_rows: int = CHUNK_ROWS) -> None:
        self._store, self.key, self._mapping, self._chunk_rows = store, key, mapping, chunk_rows
        run = store.find_run(key)
        self.finished = run is not None and run.finished
        self.next_row = run.next_row if run is not None else 0
        self.report = ImportReport.from_json(run.report) if run is not None else ImportReport()
        self.rows: list[Any] = []
        self.new_only: list[Any] = []
        self.movements: list[Movement] = []
        self.counts: list[StockCount] = []
        self._last = self.next_row

    def row_done(self, number: int, *, may_end: bool) -> None:
        """To be told after each row; ``may_end`` if no order is half read."""
        self._last = number
        if may_end and number - self.next_row >= self._chunk_rows:
            self._write(finished=False)

    def finish(self) -> ImportReport:
        """Writes the rest and marks the run as done."""
        self._write(finished=True)
        return self.report

    def _write(self, *, finished: bool) -> None:
        if not self.report.adds_up():
            raise AssertionError("The import's report does not account for every row.")
        batch = Batch(self.rows, self.new_only, self.movements, self.counts)
        run = Run(self.key, self._mapping, self._last, finished, "")
        written = self._store.write(batch, run, lambda written: self.report.after(*written).to_json())
        self.report = self.report.after(*written)
        self.next_row = self._last
        self.rows, self.new_only, self.movements, self.counts = [], [], [], []
