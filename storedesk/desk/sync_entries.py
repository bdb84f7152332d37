"""What the sync panel says of each change of this desk: where it stands, why, what it waits for, what waits for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from storedesk.protocol.desk_link import SyncState
from storedesk.storage.sync_reads import OutboxEntry

BUSY = ("trouble", "own_disk", "too_slow", "refused")
STOPPED = frozenset({"revoked", "wire_too_old", "wire_too_new", "unknown_device", "clock_differs"})


class Standing(StrEnum):
    """Where a change stands."""

    NEXT = "next"
    SENDING = "sending"
    AGAIN = "again"
    BEHIND = "behind"
    PARKED = "parked"
    REFUSED = "refused"
    NEEDS_YOU = "needs_you"
    CONFIRMED = "confirmed"


class Why(StrEnum):
    """The reason behind it, each with words of its own."""

    IN_TURN = "in_turn"
    ON_ITS_WAY = "on_its_way"
    AFTER = "after"
    NO_LINE = "no_line"
    ON_PURPOSE = "on_purpose"
    BUSY = "busy"
    STOPPED = "stopped"
    PARKED = "parked"
    REFUSED = "refused"
    CONFLICT = "conflict"
    TAKEN = "taken"
    CORRECTED = "corrected"


_OUTCOMES = {
    "refused": (Standing.REFUSED, Why.REFUSED),
    "accepted_with_conflict": (Standing.NEEDS_YOU, Why.CONFLICT),
}


@dataclass(frozen=True, slots=True)
class EntryView:
    """``after`` is the number of the entry it waits for (0 for none), ``holds_back`` how many wait for this one,
    ``again_in`` ms until the next try; ``earlier`` is what had been decided before the hub was put back, or empty."""

    entry: OutboxEntry
    standing: Standing
    why: Why
    after: int = 0
    holds_back: int = 0
    again_in: int = 0
    may_be_refused: bool = False
    earlier: str = ""
    reason_facts: tuple[tuple[str, int | str], ...] = ()

    @property
    def waits(self) -> bool:
        return self.standing in (Standing.NEXT, Standing.SENDING, Standing.AGAIN, Standing.BEHIND)


def entry_views(entries: Sequence[OutboxEntry], sync: SyncState | None, now: int) -> tuple[EntryView, ...]:
    """In the order given; ``now`` in UTC ms. A desk sends in the order in which things were done, so each change
    waits for the one before it, and only the first can be in the hub's hands."""
    waiting = sorted(entry.number for entry in entries if entry.state == "waiting")
    before = dict(zip(waiting[1:], waiting, strict=False))
    views = []
    for entry in entries:
        if entry.state == "waiting":
            views.append(_waiting(entry, before.get(entry.number, 0), len(waiting) - 1, sync, now))
        else:
            views.append(_decided(entry))
    return tuple(views)


def _waiting(entry: OutboxEntry, after: int, others: int, sync: SyncState | None, now: int) -> EntryView:
    doubtful, earlier = bool(entry.doubtful), entry.earlier_outcome or ""
    if after:
        standing = Standing.SENDING if _is_sending(entry, sync) else Standing.BEHIND
        why = Why.ON_ITS_WAY if standing is Standing.SENDING else Why.AFTER
        return EntryView(entry, standing, why, after, 0, 0, doubtful, earlier)
    standing, why, again_in = _first(entry, sync, now)
    return EntryView(entry, standing, why, 0, others, again_in, doubtful, earlier)


def _first(entry: OutboxEntry, sync: SyncState | None, now: int) -> tuple[Standing, Why, int]:
    if sync is None or (sync.last_good_at is None and sync.offline_since is None):
        return Standing.NEXT, Why.IN_TURN, 0
    if sync.on_purpose:
        return Standing.NEXT, Why.ON_PURPOSE, 0
    if sync.problem in STOPPED:
        return Standing.NEXT, Why.STOPPED, 0
    if _is_sending(entry, sync):
        return Standing.SENDING, Why.ON_ITS_WAY, 0
    again_in = max(0, sync.next_try_at - now)
    if sync.problem in BUSY:
        return Standing.AGAIN, Why.BUSY, again_in
    if not sync.online:
        return (Standing.AGAIN if entry.tries else Standing.NEXT), Why.NO_LINE, again_in
    return (Standing.AGAIN, Why.BUSY, again_in) if entry.tries > 1 else (Standing.NEXT, Why.IN_TURN, 0)


def _is_sending(entry: OutboxEntry, sync: SyncState | None) -> bool:
    """It is in a push that is under way."""
    return sync is not None and sync.syncing and sync.online and entry.tries > 0


def _decided(entry: OutboxEntry) -> EntryView:
    facts = tuple(sorted(_facts(entry.facts).items()))
    if entry.state == "parked" or entry.outcome == "parked":
        return EntryView(entry, Standing.PARKED, Why.PARKED, reason_facts=facts)
    standing, why = _OUTCOMES.get(entry.outcome or "", (Standing.CONFIRMED, Why.TAKEN))
    earlier = entry.earlier_outcome or ""
    if earlier and earlier not in ("parked", entry.outcome):
        return EntryView(entry, standing, Why.CORRECTED, earlier=earlier, reason_facts=facts)
    return EntryView(entry, standing, why, reason_facts=facts)


def _facts(text: str) -> dict[str, int | str]:
    try:
        return msgspec.json.decode(text, type=dict[str, int | str])
    except msgspec.MsgspecError:
        return {}


def support_text(view: EntryView, desk: str, app: str) -> str:
    """What support needs of one change, without a person, an order or anything typed; times in UTC ms."""
    entry = view.entry
    known = {
        "desk": desk,
        "app": app,
        "entry": entry.number,
        "action": entry.action_id,
        "kind": entry.kind,
        "made_at": entry.at,
        "state": entry.state,
        "standing": str(view.standing),
        "why": str(view.why),
        "after": view.after,
        "tries": entry.tries,
        "last_try_at": entry.last_try_at,
        "outcome": entry.outcome,
        "reason": entry.reason,
        "decided_at": entry.decided_at,
        "earlier": view.earlier,
    }
    return msgspec.json.format(msgspec.json.encode(known), indent=2).decode()
