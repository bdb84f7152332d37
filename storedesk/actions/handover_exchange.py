"""At the handover a refused unit goes back and another variant of the same price goes out instead, in one act."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_args import ExchangeAtHandover, ReportShort
from storedesk.actions.pickup_short import book_variance
from storedesk.actions.pickup_swap import alike, base_price, replace_line
from storedesk.actions.pickup_work import fulfilment_here, line_of, require_state
from storedesk.actions.reading import need
from storedesk.domain.pickup_state import ON_SHELF
from storedesk.domain.reasons import NotAlike, OtherPrice, ParcelNotHere, TooMany
from storedesk.domain.records import Fulfilment, FulfilmentLine, Parcel, ParcelLine, Variant


def begin_exchange(state: State, act: Act, at: int) -> None:
    """Same style, same price, and free here; another price goes to the till."""
    args: ExchangeAtHandover = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    line = line_of(state, row.id, args.line)
    need(state, Variant, args.variant_id)
    if base_price(state, row, args.variant_id, at) != base_price(state, row, line.variant_id, at):
        raise Refusal(OtherPrice())
    free = {variant.id: quantity for variant, quantity in alike(state, row, line, at)}.get(args.variant_id)
    if free is None:
        raise Refusal(NotAlike())
    if free < args.quantity:
        raise Refusal(TooMany(line.line, args.quantity, free))


def exchange(state: State, act: Act, at: int, now: int) -> Accepted:
    """The old line loses the quantity, a new line has it staged in the same parcel; levels move when it leaves,
    but for what is damaged."""
    args: ExchangeAtHandover = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, tuple(ON_SHELF), row.state)
    line, part = line_of(state, row.id, args.line), _part(state, row, args)
    if args.quantity > part.quantity:
        raise Refusal(TooMany(line.line, args.quantity, part.quantity))
    effects = Effects(state, act, at)
    _take_back(effects, line, args.quantity)
    effects.release(row.place_id, line.variant_id, args.quantity)
    number = replace_line(effects, row, line, args.variant_id, args.quantity, args.quantity)
    effects.release(row.place_id, args.variant_id, -args.quantity)
    effects.set(part, quantity=part.quantity - args.quantity)
    effects.insert(ParcelLine(part.parcel_id, number, args.quantity))
    effects.set(row, changed_at=effects.at)
    task = None
    if args.condition == "damaged":
        task = book_variance(effects, row, line, ReportShort(row.id, line.line, args.quantity, "damaged"))
    facts = {"line": line.line, "by": number, "variant_id": args.variant_id, "quantity": args.quantity}
    effects.note(row.order_id, "exchanged_at_handover", facts)
    return effects.accepted(task)


def _take_back(effects: Effects, line: FulfilmentLine, quantity: int) -> None:
    effects.set(
        line,
        cancelled=line.cancelled + quantity,
        picked=line.picked - quantity,
        staged=line.staged - quantity,
    )


def _part(state: State, row: Fulfilment, args: ExchangeAtHandover) -> ParcelLine:
    parcel = need(state, Parcel, args.parcel_id)
    if parcel.fulfilment_id != row.id or parcel.state != "staged":
        raise Refusal(ParcelNotHere(parcel.id, row.order_number))
    return need(state, ParcelLine, parcel.id, args.line)
