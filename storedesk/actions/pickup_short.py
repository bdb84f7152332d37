"""A line cannot be fulfilled here: the reservation is released, then the variance is booked to a bucket."""

from typing import Any

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_args import ReportShort
from storedesk.actions.pickup_work import (
    CAN_GO_ON,
    IN_WORK,
    fulfilment_here,
    line_of,
    open_quantity,
    refuse_other_worker,
    require_state,
)
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.reasons import TextMissing, TooMany
from storedesk.domain.records import Fulfilment, FulfilmentLine
from storedesk.domain.tables import DAMAGED, DISPLAY, SELLABLE

WITHOUT_VARIANCE = frozenset({"other", "too_busy", "avoid_split"})
"""The goods are there; this place only does not pick them."""

_MOST_OTHERS = 20


def begin(state: State, act: Act, at: int) -> None:
    args: ReportShort = act.args
    refuse_other_worker(state, act, args.fulfilment_id)
    refuse_personal_number(args.note, "note")
    if args.reason == "other" and not args.note.strip():
        raise Refusal(TextMissing("note"))
    if args.reason == "wrong_label" and args.found_variant_id is None:
        raise Refusal(TextMissing("found_variant_id"))


def report_short(state: State, act: Act, at: int, now: int) -> Accepted:
    args: ReportShort = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, CAN_GO_ON, "picking")
    line = line_of(state, row.id, args.line)
    if args.quantity > open_quantity(line):
        raise Refusal(TooMany(line.line, args.quantity, open_quantity(line)))
    effects = Effects(state, act, at)
    if args.reason == "later":
        effects.set(line, short_reason="later")
        return effects.accepted()
    effects.set(line, short=line.short + args.quantity, short_reason=args.reason)
    effects.release(row.place_id, line.variant_id, args.quantity)
    task = book_variance(effects, row, line, args)
    _close_if_nothing_left(state, effects, row, args)
    return effects.accepted(task)


def book_variance(effects: Effects, row: Fulfilment, line: FulfilmentLine, args: ReportShort) -> str | None:
    """Moves what is not there; the task if the level falls below zero. Source: the table "Reject" of the operations page."""
    place, variant, quantity = row.place_id, line.variant_id, args.quantity
    facts: dict[str, Any] = {
        "variant_id": variant,
        "quantity": quantity,
        "reason": args.reason,
        "order": row.order_number,
    }
    if args.reason in WITHOUT_VARIANCE:
        return None
    left = effects.move(place, variant, SELLABLE, -quantity, f"short_{args.reason}")
    if args.reason == "damaged":
        effects.move(place, variant, DAMAGED, quantity, "short_damaged")
        effects.task("write_off", place, facts, row.order_id, row.id)
    elif args.reason == "display":
        effects.move(place, variant, DISPLAY, quantity, "short_display")
    elif args.reason == "wrong_label" and args.found_variant_id is not None:
        effects.move(place, args.found_variant_id, SELLABLE, quantity, "short_wrong_label")
        effects.task(
            "relabel", place, facts | {"found_variant_id": args.found_variant_id}, row.order_id, row.id
        )
    elif args.reason == "not_found":
        others = _also_waiting(effects.state, row, variant)
        effects.task("count_task", place, facts | {"orders": others}, row.order_id, row.id)
    if left < 0:
        return effects.task("below_zero", place, facts | {"level": left}, row.order_id, row.id)
    return None


def _also_waiting(state: State, row: Fulfilment, variant_id: int) -> list[str]:
    """Other orders here that want the article and have not got it: they may have to be rejected too."""
    numbers = []
    for name in IN_WORK:
        for other in state.among(Fulfilment, place_id=row.place_id, state=name):
            lines = state.among(FulfilmentLine, fulfilment_id=other.id)
            wants = any(line.variant_id == variant_id and open_quantity(line) > 0 for line in lines)
            if wants and other.id != row.id:
                numbers.append(other.order_number)
    return sorted(numbers)[:_MOST_OTHERS]


def _close_if_nothing_left(state: State, effects: Effects, row: Fulfilment, args: ReportShort) -> None:
    lines = state.among(FulfilmentLine, fulfilment_id=row.id)
    hopeless = all(
        line.ordered - line.cancelled - line.short - (args.quantity if line.line == args.line else 0) == 0
        for line in lines
    )
    if hopeless:
        effects.set(row, state="rejected", ended_at=effects.at, changed_at=effects.at)
        effects.task("customer_decision", row.place_id, {"order": row.order_number}, row.order_id, row.id)
    else:
        effects.set(
            row, state="picking", claimed_by=row.claimed_by or effects.act.staff_id, changed_at=effects.at
        )
