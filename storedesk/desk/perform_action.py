"""The one way to change data on a desk: check, do, save, seal, and only then say "Saved"."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from storedesk.actions.registry import KINDS, UnknownKind, UnreadableArguments, act_from, may_begin
from storedesk.desk.desk_clock import DeskClock
from storedesk.domain.ids import is_id
from storedesk.domain.reasons import Reason
from storedesk.protocol.wire import ACTION_BYTES, ActionRecord
from storedesk.storage.database_work import CommitUnsure, DatabaseTrouble, naming_trouble
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.storage.desk_store import DeskStore, Identity
from storedesk.sync.rebase import do

LEAST_FREE_BYTES = 100 * 1024 * 1024
"""Below this nothing is begun."""
LITTLE_FREE_BYTES = 500 * 1024 * 1024
"""Below this the desk says that there is little room."""

SAVED, SAVED_WITHOUT_COPY, REJECTED, UNAVAILABLE = "saved", "saved_without_copy", "rejected", "unavailable"


class Outcome(NamedTuple):
    """What came of it: ``reason`` for a rejected act, ``why`` a key for an unavailable one."""

    kind: str
    reason: Reason | None = None
    why: str = ""


class Performer:
    """Performs actions on one desk; used by the thread that owns the writing connection."""

    def __init__(
        self, store: DeskStore, identity: Identity, clock: DeskClock, boot: str, free_bytes: Callable[[], int]
    ) -> None:
        self._store, self._identity, self._clock, self._boot = store, identity, clock, boot
        self._free_bytes = free_bytes

    def perform(self, action_id: str, kind: str, args: bytes, staff_id: int, draft: str = "") -> Outcome:
        """Does it at once and for good. The same ``action_id`` again changes nothing and is saved.
        ``draft`` names the kept unfinished work that this finishes.

        Raises ``UnreadableArguments`` or ``UnknownKind`` for what no screen of ours would send.
        """
        if not is_id(action_id):
            raise UnreadableArguments(f"{kind}: the action's id is no id")
        if len(args) > ACTION_BYTES:
            return Outcome(UNAVAILABLE, why="action_too_large")
        if self._free_bytes() < LEAST_FREE_BYTES:
            return Outcome(UNAVAILABLE, why="disk_full")
        record = self._record(action_id, kind, args, staff_id)
        act = act_from(
            record.id, kind, record.version, args, staff_id, self._identity.place_id, self._identity.desk
        )

        def work(rows: DeskRowsInTransaction) -> Reason | None:
            stopped = may_begin(rows.view(), act, record.at)
            return stopped.reason if stopped is not None else do(rows, act, record.at)

        try:
            with naming_trouble():
                reason = self._store.perform(record, work, draft)
        except DatabaseTrouble as trouble:
            return Outcome(UNAVAILABLE, why=trouble_key(trouble))
        return Outcome(REJECTED, reason) if reason is not None else self._seal()

    def _seal(self) -> Outcome:
        try:
            with naming_trouble():
                self._store.seal()
        except DatabaseTrouble:
            return Outcome(SAVED_WITHOUT_COPY)
        return Outcome(SAVED)

    def _record(self, action_id: str, kind: str, args: bytes, staff_id: int) -> ActionRecord:
        known = KINDS.get(kind)
        if known is None:
            raise UnknownKind(kind)
        return ActionRecord(
            id=action_id,
            seq=0,
            kind=kind,
            version=known.version,
            at=self._clock.now(),
            at_error=self._clock.error,
            boot=self._boot,
            staff_id=staff_id,
            place_id=self._identity.place_id,
            args=msgspec.Raw(args),
        )


def trouble_key(trouble: BaseException) -> str:
    """``disk_full`` or ``database``: what the screen says when nothing was saved; ``unsure`` if nobody knows."""
    if isinstance(trouble, CommitUnsure):
        return "unsure"
    cause: BaseException | None = trouble
    while cause is not None:
        full = isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
        if full or "disk is full" in str(cause):
            return "disk_full"
        cause = cause.__cause__
    return "database"


def free_bytes_of(folder: Path) -> Callable[[], int]:
    """The free space of the disk that holds the folder, asked anew each time; none where the disk does not say."""

    def free() -> int:
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            return 0

    return free
