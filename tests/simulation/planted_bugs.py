"""Mistakes on purpose: each is to be noticed by the promise that is meant for it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import sqlalchemy as sa

from storedesk.hub.decide_push import NO_FAULTS, Faults
from storedesk.protocol.wire import Decision, PullReply
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.storage.desk_store import DeskStore
from storedesk.sync.rebase import replay
from tests.simulation.failure import CURSOR, ONCE, ORDER, SAVED, SUMS, VISIBLE
from tests.simulation.sim_desk import CrashingStore

T = TypeVar("T")


class DropOnDecision(CrashingStore):
    """Takes own work off the screen when it is decided, not when its effects have arrived."""

    def decided(self, decisions: Sequence[Decision], now: int) -> None:
        super().decided(decisions, now)
        with self.begin() as connection:
            rows = self.rows(connection)
            rows.finish_decided(1 << 60)
            replay(rows)


class DeleteOnSend(CrashingStore):
    """Believes that what was sent has arrived."""

    def sent(self, first_seq: int, last_seq: int, now: int) -> None:
        with self.begin() as connection:
            connection.exec_driver_sql("DELETE FROM outbox WHERE seq BETWEEN ? AND ?", (first_seq, last_seq))


class StalePage(CrashingStore):
    """Applies a page wherever it begins."""

    def apply(self, page: PullReply, apply_page: Callable[[DeskRowsInTransaction, PullReply], T]) -> T | None:
        with self.begin() as connection:
            return apply_page(self.rows(connection), page)


class Bug(NamedTuple):
    """``promise`` is what must notice it; ``trigger`` is SQL that makes the hub's database play along."""

    name: str
    promise: str = ""
    hub_faults: Faults = NO_FAULTS
    make_store: Callable[..., DeskStore] = CrashingStore
    trigger: str = ""
    says_saved_too_early: bool = False
    takes_late_pages: bool = False

    def prepare_hub(self, engine: sa.Engine) -> None:
        if self.trigger:
            with engine.begin() as connection:
                connection.exec_driver_sql(self.trigger)


SOUND = Bug("none")
_NO_UNIQUE_INBOX = (
    "CREATE TRIGGER forget BEFORE INSERT ON inbox "
    "BEGIN DELETE FROM inbox WHERE action_id = NEW.action_id; END"
)
_NO_TOMBSTONES = (
    "CREATE TRIGGER no_tombstone BEFORE INSERT ON feed WHEN NEW.gone = 1 BEGIN SELECT RAISE(IGNORE); END"
)
_GAP = "CREATE TRIGGER gap BEFORE INSERT ON feed WHEN NEW.position % 17 = 0 BEGIN SELECT RAISE(IGNORE); END"
BUGS = (
    Bug("no dedupe", ONCE, Faults(no_dedupe=True), trigger=_NO_UNIQUE_INBOX),
    Bug("no sequence check", ORDER, Faults(no_sequence_check=True)),
    Bug("drop on decision", VISIBLE, make_store=DropOnDecision),
    Bug("delete on send", SAVED, make_store=DeleteOnSend),
    Bug("saved before the commit", SAVED, says_saved_too_early=True),
    Bug("stale page applied", CURSOR, make_store=StalePage, takes_late_pages=True),
    Bug("scope move without tombstone", SUMS, trigger=_NO_TOMBSTONES),
    Bug("gap in the feed", SUMS, trigger=_GAP),
)
