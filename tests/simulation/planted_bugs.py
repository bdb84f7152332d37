"""Mistakes on purpose: each is to be noticed by the promise that is meant for it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

from storedesk.actions.action import Accepted, ActionKind
from storedesk.actions.late_rights import LATE, Late
from storedesk.actions.registry import KINDS
from storedesk.hub.decide_push import Faults
from storedesk.storage.desk_store import DeskStore
from storedesk.sync import catch_up
from tests.simulation.failure import (
    ASKED,
    CURSOR,
    DRAINED,
    DURABLE,
    LEVELS,
    ONCE,
    ORDER,
    PURE,
    SAVED,
    SILENT,
    SUMS,
    VISIBLE,
)
from tests.simulation.hub_bug import SOUND_HUB, HubBug
from tests.simulation.mishap import MISHAP
from tests.simulation.planted_decisions import counted_over, ids_by_chance, last_write_wins
from tests.simulation.planted_stores import DeleteOnSend, DropOnDecision, StalePage, WallClock
from tests.simulation.sim_desk import CrashingStore

SMALL_PAGES = 6, 15
"""Rows that are applied at once, and rows of a page."""
Apply = Callable[..., Accepted]


class Bug(NamedTuple):
    """``promise`` is what must notice it, within ``seed`` of 100 steps and 4 desks as was found out once;
    ``kinds`` replaces what kinds of action do."""

    name: str
    promise: str = ""
    seed: int = 0
    hub: HubBug = SOUND_HUB
    make_store: Callable[..., DeskStore] = CrashingStore
    kinds: dict[str, Callable[[ActionKind], ActionKind]] = {}
    says_saved_too_early: bool = False
    takes_late_pages: bool = False

    def at_work(self) -> AbstractContextManager[None]:
        """For the length of one run; there is also a kind that raises on the hub, and pages
        are so small that a pull comes in several."""
        return _replaced(self.kinds)


@contextmanager
def _replaced(kinds: dict[str, Callable[[ActionKind], ActionKind]]) -> Iterator[None]:
    known: Any = KINDS
    late: Any = LATE
    before = {name: known[name] for name in kinds}
    known.update({name: change(before[name]) for name, change in kinds.items()} | {MISHAP.name: MISHAP})
    late[MISHAP.name] = Late.DONE
    sizes: Any = catch_up
    usual = catch_up.AT_ONCE, catch_up.PAGE_ROWS
    sizes.AT_ONCE, sizes.PAGE_ROWS = SMALL_PAGES
    try:
        yield
    finally:
        sizes.AT_ONCE, sizes.PAGE_ROWS = usual
        known.update(before)
        del known[MISHAP.name], late[MISHAP.name]


SOUND = Bug("none")
_NO_UNIQUE_INBOX = (
    "CREATE TRIGGER forget BEFORE INSERT ON inbox "
    "BEGIN DELETE FROM inbox WHERE action_id = NEW.action_id; END"
)
_NO_TOMBSTONES = (
    "CREATE TRIGGER no_tombstone BEFORE INSERT ON feed WHEN NEW.gone = 1 BEGIN SELECT RAISE(IGNORE); END"
)
_GAP = "CREATE TRIGGER gap BEFORE INSERT ON feed WHEN NEW.position % 17 = 0 BEGIN SELECT RAISE(IGNORE); END"
_HEARD_FOR_EVER = "UPDATE device SET heard_until = 1 << 61"
BUGS = (
    Bug("no dedupe", ONCE, 0, HubBug(Faults(no_dedupe=True), trigger=_NO_UNIQUE_INBOX)),
    Bug("no sequence check", ORDER, 0, HubBug(Faults(no_sequence_check=True))),
    Bug("acknowledge before commit", DURABLE, 0, HubBug(answers_early=True)),
    Bug("saved before the commit", SAVED, 0, says_saved_too_early=True),
    Bug("delete on send", SAVED, 0, make_store=DeleteOnSend),
    Bug("count as absolute overwrite", LEVELS, 0, kinds={"CountStock": counted_over}),
    Bug("last write wins", ASKED, 0, kinds={"HandOver": last_write_wins}),
    Bug("gap in the feed", SUMS, 0, HubBug(trigger=_GAP)),
    Bug("stale page applied", CURSOR, 0, make_store=StalePage, takes_late_pages=True),
    Bug("order within a device ignored", ORDER, 0, HubBug(Faults(no_sequence_check=True), turns_round=True)),
    Bug("drop on decision", VISIBLE, 0, make_store=DropOnDecision),
    Bug("random ids in apply", PURE, 0, kinds={"ReportShort": ids_by_chance, "AskStore": ids_by_chance}),
    Bug("replay with wall clock", VISIBLE, 0, make_store=WallClock),
    Bug("unnoticed restore", DRAINED, 4, HubBug(Faults(no_look_for_loss=True), same_tags=True)),
    Bug("timer against a silent store", SILENT, 1, HubBug(trigger=_HEARD_FOR_EVER)),
    Bug("scope move without tombstone", SUMS, 0, HubBug(trigger=_NO_TOMBSTONES)),
)
