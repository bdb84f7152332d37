"""What the screen shows of holds: for whom, how many, until when, and how certain."""

from dataclasses import dataclass

from storedesk.desk.moments import Look, Moment
from storedesk.domain.stock_claims import OPEN_STATES, hold_state
from storedesk.storage.read_records import HoldRecord


@dataclass(frozen=True, slots=True)
class HoldView:
    """``state`` as it is now: asked, held, refused, released, collected or lapsed. ``quantity`` in smallest
    steps; ``who`` and ``phone_tail`` are empty where nobody was named or the hold has ended."""

    hold_id: str
    variant_id: int
    quantity: int
    unit: str
    name: str
    detail: str
    state: str
    until: Moment
    who: str
    phone_tail: str
    by: str
    desk: str
    note: str
    location_id: int

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class HoldsView:
    """``open`` by their end, ``ended`` lately; both of one place."""

    open: tuple[HoldView, ...] = ()
    ended: tuple[HoldView, ...] = ()

    def of(self, variant_id: int) -> tuple[HoldView, ...]:
        return tuple(hold for hold in self.open if hold.variant_id == variant_id)


def derive_holds(records: tuple[HoldRecord, ...], look: Look) -> HoldsView:
    views = tuple(_view(record, look) for record in records)
    return HoldsView(
        tuple(view for view in views if view.is_open), tuple(view for view in views if not view.is_open)
    )


def _view(record: HoldRecord, look: Look) -> HoldView:
    hold, variant, person = record.hold, record.variant, record.person
    state = hold_state(hold, look.now)
    shown = person if person is not None and state in OPEN_STATES else None
    return HoldView(
        hold_id=hold.id,
        variant_id=hold.variant_id,
        quantity=hold.quantity,
        unit=variant.unit if variant else "",
        name=record.product.name if record.product else "",
        detail=" · ".join(part for part in (variant.colour, variant.size) if part) if variant else "",
        state=state,
        until=look.moment(hold.until),
        who=shown.name if shown else "",
        phone_tail=shown.phone_digits if shown else "",
        by=record.staff_name,
        desk=hold.desk,
        note=hold.reason,
        location_id=hold.location_id,
    )


def end_choices(look: Look) -> tuple[Moment, ...]:
    """Ends to choose from: the next closing first, then an hour from now, then the closing after it."""
    closing = _closing_after(look, look.now)
    if closing is None:
        return (look.moment(look.now + 3_600_000),)
    later = _closing_after(look, closing + 60_000)
    ends = [closing, look.now + 3_600_000, *([later] if later is not None else [])]
    return tuple(look.moment(end) for end in ends)


def _closing_after(look: Look, at: int) -> int | None:
    """The first end of an opening day after a moment; None if the place does not open any more."""
    day = look.hours.local_day(at)
    for _ in range(400):
        closing = look.hours.closing_of(day)
        if closing is not None and closing > at:
            return closing
        day = look.hours.add_days(day, 1)
    return None
