"""What the lines about one line of goods come to, in whatever order they arrived. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.ids import derived_id
from storedesk.domain.till_line import (
    ASIDE,
    COUNTED,
    DONE,
    HELD,
    REFUSED,
    RETURN,
    SALE,
    VOID,
    VOIDED,
    TillLine,
)

VOID_OF_VOID, NO_LINE_YET = "a void cannot be voided", "its line has not come yet"


NO_GOODS = 0
"""Stands for an article that is none: a bag, a gift card, the payment of an order."""


class KeptLine(NamedTuple):
    """A line as the hub keeps it. ``variant_id`` and ``steps`` (the unit's smallest steps) are None while the
    article is not known; ``NO_GOODS`` moves nothing. ``why`` says what keeps a line aside, held or refused;
    ``booked`` is 1 once it has been counted."""

    line: TillLine
    variant_id: int | None
    steps: int | None
    state: str
    why: str
    booked: int
    received_at: int

    @property
    def at(self) -> int:
        """When it happened; a till whose clock is ahead is believed up to when it was heard."""
        return min(self.line.at, self.received_at)


class Booking(NamedTuple):
    """A movement that a line means; ``quantity`` in smallest steps with its sign."""

    id: str
    place_id: int
    variant_id: int
    bucket: int
    quantity: int
    reason: str
    at: int


class Settled(NamedTuple):
    lines: tuple[KeptLine, ...]
    bookings: tuple[Booking, ...]


def settle(goods: Iterable[KeptLine], voids: Iterable[KeptLine], own_voids: int) -> Settled:
    """States and missing movements of the lines about one line of goods: ``goods`` are sales and returns of it,
    ``voids`` take it back; ``own_voids`` counts voids that are this line themselves and take another back."""
    here = sorted(goods, key=lambda kept: kept.line.id)
    taking = sorted(voids, key=lambda kept: (-kept.booked, kept.at, kept.line.id))
    bookings: list[Booking] = []
    lines: list[KeptLine] = []
    for kept in here:
        if kept.state == VOIDED:
            lines.append(kept)
            continue
        if kept.variant_id is None or kept.steps is None:
            lines.append(kept._replace(state=VOIDED if taking else ASIDE))
            continue
        moves = kept.variant_id != NO_GOODS
        if moves and not kept.booked:
            bookings.append(_booking(kept, kept.variant_id, kept.steps))
        if moves and taking:
            bookings.append(_taken_back(kept, taking[0], kept.variant_id, kept.steps))
        lines.append(kept._replace(state=VOIDED if taking else COUNTED, booked=1))
    lines += [_void(kept, bool(here), own_voids, first=place == 0) for place, kept in enumerate(taking)]
    return Settled(tuple(lines), tuple(bookings))


def _booking(kept: KeptLine, variant_id: int, steps: int) -> Booking:
    line = kept.line
    sign = -1 if line.kind == SALE else 1
    return Booking(
        line.id, line.place_id, variant_id, line.bucket, sign * steps, f"till_{line.kind}", kept.at
    )


def _taken_back(kept: KeptLine, taking: KeptLine, variant: int, steps: int) -> Booking:
    """The void's movement; one of a return beside a sale of the same number has an id of its own."""
    void, line = taking.line, kept.line
    id_ = derived_id("till void of return", void.id) if line.kind == RETURN else void.id
    sign = 1 if line.kind == SALE else -1
    at = max(taking.at, kept.at)
    return Booking(id_, line.place_id, variant, line.bucket, sign * steps, f"till_{VOID}", at)


def _void(kept: KeptLine, has_goods: bool, own_voids: int, *, first: bool) -> KeptLine:
    if has_goods:
        return kept._replace(state=DONE, why="", booked=int(first or kept.booked))
    if own_voids:
        return kept._replace(state=REFUSED, why=VOID_OF_VOID)
    return kept._replace(state=HELD, why=NO_LINE_YET)
