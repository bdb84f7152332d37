"""A pickup that nobody collects: what was tried, what the store may do, and what is to be put back."""

from dataclasses import dataclass

import msgspec

from storedesk.actions.action import Act, State
from storedesk.actions.not_collected import calls_made, keep_rules_of, outstanding, waiting_value
from storedesk.actions.pickup_shelf_args import ReleaseNotCollected, ReleaseReason
from storedesk.actions.registry import may_begin
from storedesk.actions.service_work import MOST_DAYS
from storedesk.desk.moments import Look, Moment
from storedesk.desk.pickup_details import derive_line
from storedesk.desk.pickup_rows import derive_row, staged_bins
from storedesk.desk.pickup_views import LineView, PickupRow
from storedesk.domain import keep_rules, pickup_state
from storedesk.domain.ids import derived_id
from storedesk.domain.opening_hours import add_days
from storedesk.domain.reasons import Reason
from storedesk.domain.records import TimelineEntry
from storedesk.domain.wall_clock import NotALocalDay
from storedesk.storage.desk_late_reads import LateRecord, PutBackRecord

SHOWN = frozenset(
    {
        "contact_logged", "pickup_extended", "last_day_passed", "not_collected", "goods_put_back",
        "caller_verified",
    }
)  # fmt: skip
_USUAL_DAYS = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """Something that happened while the goods waited; ``detail`` is a reason, an outcome or a date."""

    kind: str
    at: Moment
    who: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KeepBand:
    """A line of how long goods are kept; ``from_value`` and ``up_to`` in 1/10,000, 0 and None for open ends."""

    from_value: int
    up_to: int | None
    days: int
    calls: int
    by: str
    is_this: bool


@dataclass(frozen=True, slots=True)
class PutBackRow:
    """Goods that go from the pickup shelf to their own; ``done`` is when they were back."""

    fulfilment_id: str
    order_number: str
    line: LineView
    quantity: int
    bins: tuple[str, ...]
    done: Moment | None

    @property
    def key(self) -> str:
        return f"{self.fulfilment_id} {self.line.line}"


@dataclass(frozen=True, slots=True)
class LateView:
    """``refused`` says by release reason why the goods cannot be let go; ``calls`` is how often the customer
    was tried; the last day may move from ``first_day`` to ``furthest_day``."""

    row: PickupRow
    order_id: str
    phone: str
    lines: tuple[LineView, ...]
    tried: tuple[Tried, ...]
    value: int
    calls: int
    bands: tuple[KeepBand, ...]
    refused: dict[str, Reason]
    offered_day: str
    first_day: str
    furthest_day: str

    @property
    def is_open(self) -> bool:
        """Whether there is still something to decide."""
        return self.row.state in pickup_state.HANDOVER


def derive_late(record: LateRecord, state: State, look: Look, place_id: int) -> LateView | None:
    """The open pickup; None where there is none. ``state`` are the desk's rows as actions see them."""
    pickup = record.pickup
    if pickup is None or pickup.order is None:
        return None
    fulfilment, order = pickup.fulfilment, pickup.order
    since = fulfilment.ready_at or 0
    value = waiting_value(state, fulfilment)
    rules = keep_rules_of(state, fulfilment, order)
    today = look.hours.local_day(look.now)
    try:
        furthest = add_days(fulfilment.last_day, MOST_DAYS)
    except NotALocalDay:
        furthest = today
    first = max(today, fulfilment.last_day)
    return LateView(
        row=derive_row(pickup, look),
        order_id=order.id,
        phone=next((person.phone for person in pickup.persons if person.phone), ""),
        lines=tuple(derive_line(line) for line in record.lines),
        tried=_tried(record, since, look),
        value=value,
        calls=calls_made(record.timeline, since),
        bands=_bands(rules, value),
        refused=_refused(state, fulfilment.id, look, place_id),
        offered_day=min(furthest, max(first, add_days(today, _USUAL_DAYS))),
        first_day=first,
        furthest_day=furthest,
    )


def derive_put_back(records: tuple[PutBackRecord, ...], look: Look) -> tuple[PutBackRow, ...]:
    """What is to be put back, then what is back already."""
    rows: list[PutBackRow] = []
    for record in records:
        fulfilment = record.pickup.fulfilment
        bins = staged_bins(record.pickup)
        for line in record.lines:
            left = outstanding(line.line)
            over = fulfilment.state != pickup_state.NOT_COLLECTED
            at = look.moment(fulfilment.ended_at or fulfilment.changed_at)
            view, number = derive_line(line), fulfilment.order_number
            if line.line.restocked:
                rows.append(PutBackRow(fulfilment.id, number, view, line.line.restocked, bins, at))
            if left and not over:
                rows.append(PutBackRow(fulfilment.id, number, view, left, bins, None))
    return tuple(sorted(rows, key=lambda row: row.done is not None))


def _refused(state: State, fulfilment_id: str, look: Look, place_id: int) -> dict[str, Reason]:
    reasons: tuple[ReleaseReason, ...] = ("does_not_come", "no_answer")
    found: dict[str, Reason] = {}
    for reason in reasons:
        args = ReleaseNotCollected(fulfilment_id, reason)
        act = Act(derived_id("look"), "ReleaseNotCollected", args, look.staff_id, place_id, look.desk)
        stopped = may_begin(state, act, look.now)
        if stopped is not None:
            found[reason] = stopped.reason
    return found


def _tried(record: LateRecord, since: int, look: Look) -> tuple[Tried, ...]:
    """Ready, what was tried, and the last day, in the order it happened."""
    found = [
        Tried(entry.kind, look.moment(entry.at), record.staff.get(entry.staff_id, ""), _detail(entry))
        for entry in record.timeline
        if entry.at >= since and entry.kind in SHOWN
    ]
    pickup = record.pickup
    if pickup is not None and since:
        found.append(Tried("ready", look.moment(since), detail=", ".join(staged_bins(pickup))))
    return tuple(sorted(found, key=lambda one: one.at.at))


def _detail(entry: TimelineEntry) -> str:
    try:
        facts = msgspec.json.decode(entry.facts, type=dict[str, object])
    except msgspec.MsgspecError:
        return ""
    names = {"contact_logged": "outcome", "pickup_extended": "to", "not_collected": "reason"}
    return str(facts.get(names.get(entry.kind, ""), ""))[:40]


def _bands(rules: tuple[keep_rules.KeepRule, ...], value: int) -> tuple[KeepBand, ...]:
    this = keep_rules.rule_for(rules, value)
    bands, before = [], 0
    for rule in rules:
        bands.append(KeepBand(before, rule.up_to, rule.days, rule.calls, rule.by, rule is this))
        before = rule.up_to or 0
    return tuple(bands)
