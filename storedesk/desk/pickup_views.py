"""What the pickup screens show, as data: no texts, no widgets, nothing to look up."""

from dataclasses import dataclass, field
from enum import StrEnum

from storedesk.desk.moments import Moment

NEAR_DAYS = 1
LONG_DAYS = 3
"""So many opening days on the shelf, and the customer is worth a call."""


class Tab(StrEnum):
    TO_PICK = "to_pick"
    READY = "ready"
    ARRIVING = "arriving"
    NOT_COLLECTED = "not_collected"
    CUSTOMER = "customer"
    CLOSED = "closed"


class DueKind(StrEnum):
    """Late, soon and in time count opening minutes; the shelf kinds count to the end of the last day."""

    LATE = "late"
    SOON = "soon"
    IN_TIME = "in_time"
    WHILE_CLOSED = "while_closed"
    ON_SHELF = "on_shelf"
    LAST_DAY = "last_day"
    LAST_DAY_OVER = "last_day_over"
    ENDED = "ended"


class LineStatus(StrEnum):
    TO_PICK = "to_pick"
    PART_PICKED = "part_picked"
    PICKED = "picked"
    MISSING = "missing"
    LATER = "later"
    COMING = "coming"
    REMOVED = "removed"
    COLLECTED = "collected"


class StepStatus(StrEnum):
    DONE = "done"
    NOW = "now"
    LATER = "later"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Due:
    """``minutes`` are opening minutes left, or passed when late; days left where it counts to the last day."""

    kind: DueKind
    minutes: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class Block:
    """Why something cannot be done now: the key of a sentence, with a count and a name where it has one."""

    key: str
    count: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody else works on it."""

    staff_id: int
    name: str
    desk: str
    since: Moment | None


@dataclass(frozen=True, slots=True)
class PickupRow:
    """One line of the queue. ``version`` changes with every change of the pickup; ``shelf_days`` and
    ``shelf_minutes`` are opening days and minutes since it was ready, ``total`` the order's (1/10,000),
    ``expected`` when goods on their way should be here."""

    fulfilment_id: str
    order_number: str
    name: str
    channel: str
    tab: Tab
    state: str
    due: Due
    pieces: int
    picked: int
    bins: tuple[str, ...]
    worker: str
    is_mine: bool
    payment_block: str
    provisional: bool
    version: int
    shelf_days: int = 0
    shelf_minutes: int = 0
    total: int = 0
    currency: str = ""
    expected: Moment | None = None

    @property
    def waits_long(self) -> bool:
        """It belongs on the list of whom to call: let go, near the end of its last day, or old."""
        if self.tab is Tab.NOT_COLLECTED:
            return True
        near = self.due.kind is DueKind.ON_SHELF and self.due.minutes <= NEAR_DAYS
        ends = near or self.due.kind in (DueKind.LAST_DAY, DueKind.LAST_DAY_OVER)
        return self.tab is Tab.READY and (ends or self.shelf_days >= LONG_DAYS)


@dataclass(frozen=True, slots=True)
class QueueView:
    """``opens`` is when the doors open next, None while they are open (or never open again)."""

    rows: tuple[PickupRow, ...]
    is_open: bool
    opens: Moment | None

    def of_tab(self, tab: Tab) -> tuple[PickupRow, ...]:
        """The rows of a tab; whom to call stands among the ready ones too, here by the last day."""
        if tab is Tab.NOT_COLLECTED:
            waiting = [row for row in self.rows if row.waits_long]
            return tuple(sorted(waiting, key=lambda row: (row.due.moment.at, row.order_number)))
        return tuple(row for row in self.rows if row.tab is tab)


@dataclass(frozen=True, slots=True)
class LineView:
    """Quantities in the unit's smallest step; ``wanted`` is ordered without what was cancelled."""

    line: int
    variant_id: int
    name: str
    colour: str
    size: str
    sku: str
    codes: tuple[str, ...]
    category: str
    place: str
    unit: str
    wanted: int
    picked: int
    staged: int
    short: int
    short_reason: str
    collected: int
    price: int
    status: LineStatus
    age_limit: int

    @property
    def open(self) -> int:
        """What is still to be found."""
        return max(0, self.wanted - self.picked - self.short)


@dataclass(frozen=True, slots=True)
class SwapView:
    """Another variant of the same style and price, with how much of it is free here."""

    variant_id: int
    name: str
    colour: str
    size: str
    free: int
    unit: str


@dataclass(frozen=True, slots=True)
class AskedView:
    """A change that was asked for and is not decided: ``kind`` move or collector, ``what`` the name."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class StepView:
    key: str
    status: StepStatus
    at: Moment | None = None
    name: str = ""
    count: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class BinView:
    """``room`` is how many more parcels fit, None where the shelf does not say."""

    code: str
    room: int | None


@dataclass(frozen=True, slots=True)
class ParcelView:
    parcel_id: str
    number: int
    total: int
    bin: str
    state: str
    items: tuple[tuple[int, int], ...]
    """Line number and quantity of what is in it."""


@dataclass(frozen=True, slots=True)
class PaymentView:
    """Amounts in 1/10,000 of the major unit; ``block`` is the payment rules' key, empty when goods may leave."""

    state: str
    total: int
    due: int
    currency: str
    block: str

    @property
    def needs_receipt(self) -> bool:
        return self.block == "payment_due"


@dataclass(frozen=True, slots=True)
class HandoverFact:
    """A handover that took place. ``correctable_alone`` while staff may take back their own mistake."""

    handover_id: str
    at: Moment
    desk: str
    staff_name: str
    proof: str
    outcome: str
    parcels: int
    correctable_alone: bool


@dataclass(frozen=True, slots=True)
class MessageView:
    kind: str
    at: Moment | None


@dataclass(frozen=True, slots=True)
class PickupView:
    """One pickup in full. ``blocks`` holds a reason for each action that is not possible now; ``stopped_company``
    is the buyer with a credit stop, to be seen before anything is picked."""

    row: PickupRow
    steps: tuple[StepView, ...]
    lines: tuple[LineView, ...]
    parcels: tuple[ParcelView, ...]
    shelf: tuple[BinView, ...]
    buyer: str
    recipient: str
    phone: str
    may_collect: tuple[str, ...]
    is_gift: bool
    payment: PaymentView
    note: str
    messages: tuple[MessageView, ...]
    handovers: tuple[HandoverFact, ...]
    others_ready: tuple[PickupRow, ...]
    held: Held | None
    wrong_codes: int
    name_is_shared: bool
    age_limit: int
    blocks: dict[str, Block]
    swaps: dict[int, tuple[SwapView, ...]] = field(default_factory=dict)
    """By line, what could go in its place."""
    item_checks: bool = True
    asked: tuple[AskedView, ...] = ()
    stopped_company: str = ""

    @property
    def ready_needs_bin(self) -> bool:
        """Items are not checked here: one press picks all, and only the bin is asked for."""
        waits = self.open_pieces > 0 or bool(self.unstaged)
        return not self.item_checks and waits and "ready" not in self.blocks

    @property
    def open_pieces(self) -> int:
        return sum(line.open for line in self.lines)

    @property
    def unstaged(self) -> tuple[LineView, ...]:
        """The lines with something picked that stands in no bin yet."""
        return tuple(line for line in self.lines if line.picked > line.staged)
