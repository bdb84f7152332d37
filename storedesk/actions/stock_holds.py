"""Holding units for a person: certain within what the central system lent this desk, otherwise asked for."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.stock_args import PlaceHold, ReleaseHold
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.plain_text import fold
from storedesk.domain.reasons import NotThisPlace, WrongState
from storedesk.domain.records import Hold, Person, ProtectedStock, StockLevel, Variant
from storedesk.domain.tables import SELLABLE

STOP_LENDING_MS = 5 * 60_000
"""So long before the end of a lending a desk takes nothing from it any more."""


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
        _name(effects, row, args.customer_name)
    if lent is not None:
        effects.add(ProtectedStock, (lent.location_id, lent.variant_id, lent.desk), "used", args.quantity)
    if hold_state != "refused":
        return effects.accepted()
    facts = {"variant_id": args.variant_id, "quantity": args.quantity, "location": args.location_id}
    return effects.accepted(effects.task("hold_refused", act.place_id, facts))


def _decided(state: State, act: Act, lent: ProtectedStock | None, now: int) -> tuple[str, int]:
    """The hold's state and its end."""
    args: PlaceHold = act.args
    if lent is not None:
        return "held", min(args.until, lent.lent_until)
    if not state.is_central:
        return "asked", args.until
    return ("held" if _free(state, args, now) >= args.quantity else "refused"), args.until


def _lent(state: State, act: Act, at: int) -> ProtectedStock | None:
    """The lending this hold fits into entirely, at the time of the act."""
    args: PlaceHold = act.args
    row = row_or_none(state, ProtectedStock, args.location_id, args.variant_id, act.desk)
    if row is None or at >= row.lent_until - STOP_LENDING_MS or row.quantity - row.used < args.quantity:
        return None
    return row


def _free(state: State, args: PlaceHold, now: int) -> int:
    """What nobody has a claim to: neither orders, nor other holds, nor what is lent to desks."""
    level = row_or_none(state, StockLevel, args.location_id, args.variant_id, SELLABLE)
    if level is None:
        return 0
    where = {"location_id": args.location_id, "variant_id": args.variant_id}
    held = sum(h.quantity for h in state.among(Hold, **where) if h.state == "held" and h.until > now)
    lent = sum(p.quantity - p.used for p in state.among(ProtectedStock, **where) if p.lent_until > now)
    return level.quantity - level.reserved - held - lent


def _name(effects: Effects, hold: Hold, name: str) -> None:
    if name:
        holder = str(hold.location_id)
        effects.insert(
            Person(effects.new_id(), holder, hold.id, "hold", "", name, fold(name), "", "", "", "")
        )


def begin_release(state: State, act: Act, at: int) -> None:
    _open_hold(state, act)


def release(state: State, act: Act, at: int, now: int) -> Accepted:
    """Gives the units back, or says that the person has them; the till books what was sold."""
    args: ReleaseHold = act.args
    hold = _open_hold(state, act)
    effects = Effects(state, act, at)
    effects.set(hold, state=args.outcome, changed_at=at)
    key = (hold.location_id, hold.variant_id, hold.desk)
    if hold.lent and row_or_none(state, ProtectedStock, *key) is not None:
        effects.add(ProtectedStock, key, "used", -hold.quantity)
        if args.outcome == "collected":
            effects.add(ProtectedStock, key, "quantity", -hold.quantity)
    return effects.accepted()


def _open_hold(state: State, act: Act) -> Hold:
    args: ReleaseHold = act.args
    hold = need(state, Hold, args.hold_id)
    if hold.location_id != act.place_id:
        raise Refusal(NotThisPlace(hold.location_id))
    if hold.state not in ("asked", "held"):
        raise Refusal(WrongState(hold.state, args.outcome))
    return hold
