"""Another colour or size of the same style and price goes in the place of what cannot be picked."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import free_at
from storedesk.actions.pickup_args import ReportShort
from storedesk.actions.pickup_shelf_args import SwapLine
from storedesk.actions.pickup_short import book_variance
from storedesk.actions.pickup_work import (
    CAN_GO_ON,
    fulfilment_here,
    line_of,
    open_quantity,
    refuse_other_worker,
    require_state,
)
from storedesk.actions.reading import need, row_or_none
from storedesk.domain.keep_rules import share_of
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.pickup_state import PICKING, STAGED
from storedesk.domain.reasons import NotAlike, TooMany
from storedesk.domain.records import Fulfilment, FulfilmentLine, OrderLine, Place, Price, Product, Variant

MOST_OFFERED = 3
SWAP_REASONS = ("not_found", "damaged", "display")


def begin_swap(state: State, act: Act, at: int) -> None:
    args: SwapLine = act.args
    refuse_other_worker(state, act, args.fulfilment_id)
    row = fulfilment_here(state, act, args.fulfilment_id)
    _refuse_unlike(state, row, line_of(state, row.id, args.line), args, at)


def swap(state: State, act: Act, at: int, now: int) -> Accepted:
    """The line runs short with its variance, and a line of the other variant is to be picked; the sum of the
    order stays, and nobody claims it by that."""
    args: SwapLine = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, CAN_GO_ON, "picking")
    line = line_of(state, row.id, args.line)
    if args.quantity > open_quantity(line):
        raise Refusal(TooMany(line.line, args.quantity, open_quantity(line)))
    _refuse_unlike(state, row, line, args, at)
    effects = Effects(state, act, at)
    effects.set(line, short=line.short + args.quantity, short_reason=args.reason)
    effects.release(row.place_id, line.variant_id, args.quantity)
    report = ReportShort(row.id, line.line, args.quantity, args.reason)
    task = book_variance(effects, row, line, report)
    number = replace_line(effects, row, line, args.variant_id, args.quantity)
    effects.release(row.place_id, args.variant_id, -args.quantity)
    after = PICKING if row.state == STAGED else row.state
    effects.set(row, state=after, changed_at=effects.at)
    facts = {"line": line.line, "by": number, "variant_id": args.variant_id, "quantity": args.quantity}
    effects.note(row.order_id, "line_swapped", facts)
    return effects.accepted(task)


def alike(state: State, row: Fulfilment, line: FulfilmentLine, at: int) -> tuple[tuple[Variant, int], ...]:
    """What may go in the place of a line's article, with how much is free here: same style, same price; the
    same size first, then what there is most of."""
    variant = row_or_none(state, Variant, line.variant_id)
    if variant is None:
        return ()
    price = base_price(state, row, variant.id, at)
    found = [
        (other, free_at(state, row.place_id, other.id, at))
        for other in state.among(Variant, product_id=variant.product_id)
        if other.id != variant.id and price is not None and base_price(state, row, other.id, at) == price
    ]
    free = [(other, quantity) for other, quantity in found if quantity > 0 and other.unit == variant.unit]
    free.sort(key=lambda pair: (pair[0].size != variant.size, -pair[1], pair[0].id))
    return tuple(free[:MOST_OFFERED])


def _refuse_unlike(state: State, row: Fulfilment, line: FulfilmentLine, args: SwapLine, at: int) -> None:
    offered = {variant.id: free for variant, free in alike(state, row, line, at)}
    free = offered.get(args.variant_id)
    if free is None or args.reason not in SWAP_REASONS:
        raise Refusal(NotAlike())
    if free < args.quantity:
        raise Refusal(TooMany(line.line, args.quantity, free))


def replace_line(
    effects: Effects, row: Fulfilment, line: FulfilmentLine, variant_id: int, quantity: int, staged: int = 0
) -> int:
    """The line of the order and of the pickup for what goes instead, with what of it stands ready already; its
    number. The sum of the order stays."""
    state = effects.state
    old = need(state, OrderLine, row.order_id, line.line)
    variant = need(state, Variant, variant_id)
    product = need(state, Product, variant.product_id)
    number = 1 + max(one.line for one in state.among(OrderLine, order_id=row.order_id))
    amount = share_of(old.amount, old.ordered, quantity)
    effects.set(old, cancelled=old.cancelled + quantity)
    effects.insert(
        old._replace(
            line=number,
            variant_id=variant.id,
            sku=variant.sku,
            name=product.name,
            detail=variant.name,
            unit=variant.unit,
            ordered=quantity,
            cancelled=0,
            returned=0,
            amount=amount,
        )
    )
    effects.insert(FulfilmentLine(row.id, number, variant.id, quantity, 0, staged, 0, "", staged, 0, 0))
    return number


def base_price(state: State, row: Fulfilment, variant_id: int, at: int) -> tuple[int, int] | None:
    """Amount and kind (gross or net) of the base list in the currency of the place."""
    place = need(state, Place, row.place_id)
    day = OpeningHours.from_text(place.zone, place.weekly, place.exceptions).local_day(at)
    rows = [
        price
        for price in state.among(Price, variant_id=variant_id)
        if price.list_code == "base"
        and price.currency == place.currency
        and price.from_quantity <= 1
        and price.valid_from <= day
    ]
    newest = max(rows, key=lambda price: (price.valid_from, price.from_quantity), default=None)
    return None if newest is None else (newest.amount, newest.gross)
