"""What the handover dialog shows: the orders that may go out together, and who may take them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from storedesk.actions.handover_begin import WRONG_CODES_LIMIT
from storedesk.desk.moments import Look, Moment
from storedesk.desk.pickup_details import derive_pickup
from storedesk.desk.pickup_views import LineView, ParcelView, PaymentView, PickupView
from storedesk.domain.codes import SignedPickupCode
from storedesk.domain.second_check import second_check_reason
from storedesk.storage.read_records import PickupDetailRecord


@dataclass(frozen=True, slots=True)
class HandoverOrder:
    """One order with its parcels on the shelf; ``age_limit`` in years, 0 for none."""

    fulfilment_id: str
    order_number: str
    parcels: tuple[ParcelView, ...]
    lines: tuple[LineView, ...]
    payment: PaymentView
    age_limit: int
    is_gift: bool
    pieces: int
    second_check: str = ""
    """Why a second person or proof is wanted while the line is down: value, no_contact, or empty."""


@dataclass(frozen=True, slots=True)
class HandoverView:
    """The first order is the one that was opened; the others are the same person's, ready here too."""

    orders: tuple[HandoverOrder, ...]
    recipient: str
    buyer: str
    may_collect: tuple[str, ...]
    ready_since: Moment | None
    tries_left: int
    name_is_shared: bool
    silent_since: Moment | None = None
    value_limit: int | None = None


class LineDown(NamedTuple):
    """No line to central since ``last_contact`` (UTC ms, 0 for never); ``limit`` is the value above which a
    handover wants a second check then, None for no limit."""

    last_contact: int
    limit: int | None


def derive_handover(
    details: Sequence[PickupDetailRecord], look: Look, down: LineDown | None = None
) -> HandoverView:
    """``details`` begins with the opened pickup; those that may not go out now are left out. ``down`` is None
    while the line carries, and for whoever may supervise."""
    first = derive_pickup(details[0], look)
    others = [derive_pickup(detail, look) for detail in details[1:]]
    able = [first, *(other for other in others if "hand_over" not in other.blocks)]
    ready_at = details[0].pickup.fulfilment.ready_at
    return HandoverView(
        orders=tuple(replace(order_of(view), second_check=_second_check(view, look, down)) for view in able),
        recipient=first.recipient,
        buyer=first.buyer,
        may_collect=first.may_collect,
        ready_since=None if ready_at is None else look.moment(ready_at),
        tries_left=max(0, WRONG_CODES_LIMIT - first.wrong_codes),
        name_is_shared=first.name_is_shared,
        silent_since=look.moment(down.last_contact) if down and down.last_contact else None,
        value_limit=down.limit if down else None,
    )


def _second_check(view: PickupView, look: Look, down: LineDown | None) -> str:
    if down is None:
        return ""
    return second_check_reason(view.payment.total, down.limit, down.last_contact, look.now)


def order_of(view: PickupView) -> HandoverOrder:
    return HandoverOrder(
        view.row.fulfilment_id,
        view.row.order_number,
        tuple(parcel for parcel in view.parcels if parcel.state == "staged"),
        view.lines,
        view.payment,
        view.age_limit,
        view.is_gift,
        view.row.pieces,
    )


@dataclass(frozen=True, slots=True)
class LabelView:
    """A handover from the label: ``text`` is the customer's code, ``handover`` says which second check is wanted.
    ``last_day`` in the place's dates, ``last_contact`` in UTC ms as in ``HandOver``."""

    order_number: str
    parcels: int
    last_day: str
    text: str
    last_contact: int | None
    handover: HandoverView
    age_limit: int = 0


def label_view(code: SignedPickupCode, text: str, last_contact: int | None, look: Look) -> LabelView:
    """Nothing is known of the order but its code: no value, no people, no lines."""
    silent = second_check_reason(0, None, last_contact, look.now)
    order = HandoverOrder(
        code.fulfilment_id, code.order_number, (), (), PaymentView("", 0, 0, "", ""), 0, False, 0, silent
    )
    since = look.moment(last_contact) if last_contact else None
    view = HandoverView((order,), "", "", (), None, WRONG_CODES_LIMIT, False, since, None)
    return LabelView(
        code.order_number, code.parcels, code.not_after, text, last_contact, view, code.age_limit
    )
