"""Holding units for a person: certain within what the central system lent this desk, otherwise asked for."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.stock_args import PlaceHold, ReleaseHold
from storedesk.actions.stock_lending import free_units, lend
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.plain_text import fold
from storedesk.domain.reasons import NotThisPlace, WrongState
from storedesk.domain.records import Hold, Person, ProtectedStock, Variant
from storedesk.domain.stock_claims import OPEN_STATES, hold_counts, share_left

CLOSED = "closed"
"""The holder of a person whom no desk needs any more."""


def begin_place(state: State, act: Act, at: int) -> None:
    args: PlaceHold = act.args
    refuse_personal_number(args.customer_name, "customer_name")
    refuse_personal_number(args.note, "note")
    need(state, Variant, args.variant_id)
    if args.until <= at:
        raise Refusal(WrongState("lapsed", "held"))


def place(state: State, act: Act, at: int, now: int) -> Accepted:
    args: PlaceHold = act.args
    if args.until <= at:
        raise Refusal(WrongState("lapsed", "held"))
    effects = Effects(state, act, at)
    lent = _lent(state, act, at)
    hold_state, until = _decided(state, act, lent, now)
    row = Hold(
        effects.new_id(), args.location_id, args.variant_id, args.quantity, hold_state, until, at, act.staff_id,
        act.desk, args.note, at, 1 if lent else 0,
    )  # fmt: skip
    if state.is_central or args.location_id == act.place_id:
        effects.insert(row)
        _name(effects, row, args)
    if lent is not None:
        effects.add(ProtectedStock, (lent.location_id, lent.variant_id, lent.desk), "used", args.quantity)
    if state.is_central and args.location_id == act.place_id:
        _lend_more(effects, row, now)
    if hold_state != "refused":
        return effects.accepted()
    facts = {"variant_id": args.variant_id, "quantity": args.quantity, "location": args.location_id}
    return effects.accepted(effects.task("hold_refused", act.place_id, facts))


def _lend_more(effects: Effects, hold: Hold, now: int) -> None:
    """What was asked for once is lent, so that the next hold of it is certain without a line too."""
    counts = hold_counts(hold, now)
    free = free_units(effects.state, hold.location_id, hold.variant_id, now)
    lend(
        effects, hold.location_id, hold.variant_id, hold.desk, free - (hold.quantity if counts and not hold.lent else 0),
        now, asked=True, newly_held=hold.quantity if counts and hold.lent else 0,
    )  # fmt: skip


def _decided(state: State, act: Act, lent: ProtectedStock | None, now: int) -> tuple[str, int]:
    """The hold's state and its end; what arrives after its own end has lapsed and takes nothing from anybody."""
    args: PlaceHold = act.args
    if lent is not None:
        return "held", min(args.until, lent.lent_until)
    if not state.is_central:
        return "asked", args.until
    if args.until <= now:
        return "lapsed", args.until
    free = free_units(state, args.location_id, args.variant_id, now)
    return ("held" if free >= args.quantity else "refused"), args.until


def _lent(state: State, act: Act, at: int) -> ProtectedStock | None:
    """The lending this hold fits into entirely, at the time of the act."""
    args: PlaceHold = act.args
    row = row_or_none(state, ProtectedStock, args.location_id, args.variant_id, act.desk)
    if row is None:
        return None
    holds = state.among(Hold, location_id=args.location_id, variant_id=args.variant_id)
    return row if share_left(row, holds, at) >= args.quantity else None


def _name(effects: Effects, hold: Hold, args: PlaceHold) -> None:
    """Who it is for, in a row that only the hold's place follows."""
    if args.customer_name or args.phone_tail:
        name, tail = args.customer_name, args.phone_tail
        effects.insert(
            Person(
                effects.new_id(), str(hold.location_id), hold.id, "hold", "", name, fold(name), tail, tail, "", ""
            )
        )  # fmt: skip


def begin_release(state: State, act: Act, at: int) -> None:
    hold = _open_hold(state, act)
    if not hold_counts(hold, at):
        raise Refusal(WrongState("lapsed", act.args.outcome))


def release(state: State, act: Act, at: int, now: int) -> Accepted:
    """Gives the units back, or says that the person has them; the till books what was sold."""
    args: ReleaseHold = act.args
    hold = _open_hold(state, act)
    effects = Effects(state, act, at)
    effects.set(hold, state=args.outcome, changed_at=at)
    end_of_hold(effects, hold, collected=args.outcome == "collected")
    return effects.accepted()


def lapse(effects: Effects, hold: Hold) -> None:
    """Writes down that a hold's end has passed; the units have been free since then."""
    effects.set(hold, state="lapsed", changed_at=effects.at)
    end_of_hold(effects, hold, collected=False)


def end_of_hold(effects: Effects, hold: Hold, *, collected: bool) -> None:
    """What was lent for it is the desk's again, or gone; nobody needs the person's name any more."""
    state, key = effects.state, (hold.location_id, hold.variant_id, hold.desk)
    row = row_or_none(state, ProtectedStock, *key) if hold.lent else None
    if row is not None and hold.state in OPEN_STATES:
        effects.add(ProtectedStock, key, "used", -min(hold.quantity, row.used))
    if row is not None and collected:
        effects.add(ProtectedStock, key, "quantity", -min(hold.quantity, row.quantity))
    if state.is_central:
        for person in state.among(Person, order_id=hold.id):
            effects.set(person, holder=CLOSED)


def _open_hold(state: State, act: Act) -> Hold:
    """The hold; what lapsed centrally before this desk's word of its end arrived is ended all the same."""
    args: ReleaseHold = act.args
    hold = need(state, Hold, args.hold_id)
    if hold.location_id != act.place_id:
        raise Refusal(NotThisPlace(hold.location_id))
    if hold.state not in (*OPEN_STATES, *(("lapsed",) if state.is_central else ())):
        raise Refusal(WrongState(hold.state, args.outcome))
    return hold
