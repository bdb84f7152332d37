"""What the import asks of whoever keeps the records."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from storedesk.domain.records import Movement


class StockCount(NamedTuple):
    """So much of an article was there at that time (UTC ms); the difference to the level becomes a movement."""

    movement_id: str
    location_id: int
    variant_id: int
    bucket: int
    quantity: int
    at: int


class Batch(NamedTuple):
    """``rows`` replace what has their key; ``new_only`` are left out where their key is taken; a movement
    counts once, whatever happens; counts come last."""

    rows: list[Any]
    new_only: list[Any]
    movements: list[Movement]
    counts: list[StockCount]


class Run(NamedTuple):
    """How far an import has come: rows of the input that are done, and their report as JSON."""

    key: str
    mapping: str
    next_row: int
    finished: bool
    report: str


class Written(NamedTuple):
    inserted: int
    changed: int
    unchanged: int


class ImportStore(Protocol):
    """Each call is one transaction."""

    def find_run(self, key: str) -> Run | None: ...

    def write(self, batch: Batch, run: Run, report_of: Callable[[Written], str]) -> Written:
        """Records and the run's new place, both or neither; the run's report is what ``report_of`` makes of
        what was written. It may be asked more than once."""
