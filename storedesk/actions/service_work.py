"""Customer service at work: a contact counted, a caller checked, the last day of a pickup moved."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need
from storedesk.actions.service_args import ExtendPickup, LogContact, VerifyCaller
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.pickup_state import FINAL, NOT_COLLECTED, READY
from storedesk.domain.reasons import LastDayNotPossible, WrongState
from storedesk.domain.records import Contact, Fulfilment, Order
from storedesk.domain.wall_clock import NotALocalDay, day_from

MOST_DAYS = 14


def begin_contact(state: State, act: Act, at: int) -> None:
    args: LogContact = act.args
    refuse_personal_number(args.note, "note")


def log_contact(state: State, act: Act, at: int, now: int) -> Accepted:
    args: LogContact = act.args
    begin_contact(state, act, at)
    order_id = need(state, Order, args.order_id).id if args.order_id else ""
    effects = Effects(state, act, at)
    effects.insert(
        Contact(
            id=effects.new_id(),
            place_id=act.place_id,
            order_id=order_id,
            reason=args.reason,
            outcome=args.outcome,
            note=args.note,
            day=args.day,
            at=at,
            desk=act.desk,
            staff_id=act.staff_id,
        )
    )
    if order_id:
        effects.note(order_id, "contact_logged", {"reason": args.reason, "outcome": args.outcome})
    return effects.accepted()


def begin_extend(state: State, act: Act, at: int) -> None:
    args: ExtendPickup = act.args
    _extendable(need(state, Fulfilment, args.fulfilment_id), args.last_day)


def extend(state: State, act: Act, at: int, now: int) -> Accepted:
    """The last day moves later, at most two weeks; never earlier, and not once the pickup is over."""
    args: ExtendPickup = act.args
    row = need(state, Fulfilment, args.fulfilment_id)
    _extendable(row, args.last_day)
    effects = Effects(state, act, at)
    effects.set(row, last_day=args.last_day, changed_at=at)
    effects.note(row.order_id, "pickup_extended", {"from": row.last_day, "to": args.last_day})
    return effects.accepted()


def begin_verify(state: State, act: Act, at: int) -> None:
    args: VerifyCaller = act.args
    need(state, Order, args.order_id)


def verify(state: State, act: Act, at: int, now: int) -> Accepted:
    args: VerifyCaller = act.args
    need(state, Order, args.order_id)
    effects = Effects(state, act, at)
    effects.note(args.order_id, "caller_verified", {"proofs": sorted((args.first, args.second))})
    return effects.accepted()


def _extendable(row: Fulfilment, last_day: str) -> None:
    if row.state in FINAL or row.state == NOT_COLLECTED:
        raise Refusal(WrongState(row.state, READY))
    try:
        days = (day_from(last_day) - day_from(row.last_day)).days
    except NotALocalDay:
        days = -1
    if not 0 <= days <= MOST_DAYS:
        raise Refusal(LastDayNotPossible(row.last_day, MOST_DAYS))
