"""What taking in rows of an ERP system's file means: who may say what, and what came of each row."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from storedesk.connectors.feed_mapping import FeedMapping
from storedesk.connectors.feed_table import FeedRow, FeedValuesReader
from storedesk.domain.master import ERP, HERE, Masters
from storedesk.storage.database_work import Connection
from storedesk.storage.refused_writes import count_refused

TAKEN, UNCHANGED = "taken", "unchanged"


class ErpWork(NamedTuple):
    """One part of a file; ``key`` names the file by its content, ``made_at`` is its own time (UTC ms)."""

    connection: Connection
    mapping: FeedMapping
    read: FeedValuesReader
    masters: Masters
    key: str
    made_at: int
    now: int
    random_tag: Callable[[], int]


class Came:
    """What comes of a part: rows to write, lines refused, fields that somebody else is master of."""

    def __init__(self, work: ErpWork) -> None:
        self._work = work
        self.rows: dict[tuple[str, Any], Any] = {}
        self.refused: list[tuple[int, str]] = []
        self.not_master: dict[str, int] = {}
        self.counts: dict[str, int] = {}
        self._examples: dict[str, str] = {}

    def may(self, field: str, part: str = "", *, fresh: bool = False) -> bool:
        """Whether the ERP system's word counts; of what is new here, also where nobody outside is master."""
        masters = self._work.masters
        return masters.may_write(ERP, field, part) or (fresh and masters.master_of(field, part) == HERE)

    def refuse_field(self, field: str, example: str) -> None:
        self.not_master[field] = self.not_master.get(field, 0) + 1
        self._examples[field] = example

    def refuse(self, row: FeedRow, why: str) -> None:
        self.refused.append((row.line, why))

    def count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def note_refused(self) -> None:
        """Counts the refused writes where everybody sees them."""
        for field, number in sorted(self.not_master.items()):
            count_refused(self._work.connection, ERP, field, number, self._examples[field], self._work.now)


Taker = Callable[[ErpWork, Sequence[FeedRow]], Came]
"""Takes rows of one kind in, within the caller's transaction; writes nothing itself but ``Came.rows``."""
