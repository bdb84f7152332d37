"""A change to an order, asked for by a desk and decided by the central system from what the order is by then."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.brought_goods import at_place, settle_cut
from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import (
    LEFT_THE_SHOP,
    cancel_lines,
    close_if_all_cancelled,
    end_part,
    wanted,
)
from storedesk.actions.order_marks import mark_of, shipping_address
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.service_args import RequestChange
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.pickup_state import CANCELLED, FINAL
from storedesk.domain.reasons import GoodsHaveLeft, TextMissing, TooMany, WrongState
from storedesk.domain.records import (
    Address,
    Fulfilment,
    FulfilmentLine,
    Order,
    OrderLine,
    OrderRequest,
    Person,
)


class _Verdict(NamedTuple):
    """``reason`` is empty where the change is possible; ``found`` the mark that stands against it."""

    reason: str = ""
    found: str = ""


def begin_request(state: State, act: Act, at: int) -> None:
    """What this desk knows to be too late is not asked for."""
    args: RequestChange = act.args
    for field in ("name", "street", "postcode", "city", "note"):
        refuse_personal_number(getattr(args, field), field)
    order = need(state, Order, args.order_id)
    if order.state == "cancelled":
        raise Refusal(WrongState(order.state, args.change))
    gone = _gone(_parts(state, args))
    if gone:
        raise Refusal(GoodsHaveLeft(gone))
    if args.change == "address" and not (args.street.strip() and args.postcode.strip() and args.city.strip()):
        raise Refusal(TextMissing("street"))
    if args.change == "note" and not args.note.strip():
        raise Refusal(TextMissing("note"))
    if args.change == "cancel_line" and args.line is not None and args.quantity is not None:
        line = need(state, OrderLine, order.id, args.line)
        if args.quantity > line.ordered - line.cancelled:
            raise Refusal(TooMany(line.line, args.quantity, line.ordered - line.cancelled))


def request(state: State, act: Act, at: int, now: int) -> Accepted:
    args: RequestChange = act.args
    order = need(state, Order, args.order_id)
    effects = Effects(state, act, at)
    verdict = _judge(state, order, args) if state.is_central else None
    outcome = "asked" if verdict is None else "refused" if verdict.reason else "accepted"
    row = effects.insert(
        OrderRequest(
            effects.new_id(), order.id, act.place_id, args.change, args.seen, _wanted(args), outcome,
            verdict.reason if verdict else "", at, act.staff_id, act.desk, None if verdict is None else now,
            verdict.found if verdict else "",
        )
    )  # fmt: skip
    asked = _asked_address(effects, order, args) if args.change == "address" else None
    effects.note(order.id, f"change_{outcome}", {"change": args.change})
    if verdict is not None and verdict.reason:
        facts = {"order": order.number, "reason": verdict.reason, "request": row.id, "change": args.change}
        return effects.accepted(effects.task("request_refused", act.place_id, facts, order.id))
    if verdict is not None:
        _carry_out(effects, order, args, asked)
    return effects.accepted()


def _judge(state: State, order: Order, args: RequestChange) -> _Verdict:
    parts = _parts(state, args)
    if order.state == "cancelled":
        return _Verdict("over", order.state)
    if gone := _gone(parts):
        return _Verdict("goods_left", gone)
    found = mark_of(state, order, args.change, args.line)
    if found != args.seen:
        return _Verdict("changed_meanwhile", found)
    if args.change == "cancel_line" and _line_to_cut(state, parts, args) is None and parts:
        return _Verdict("staged", "")
    return _Verdict()


def _parts(state: State, args: RequestChange) -> Sequence[Fulfilment]:
    """The parts that the change touches: one line's, or all of the order."""
    parts = state.among(Fulfilment, order_id=args.order_id)
    if args.change != "cancel_line" or args.line is None:
        return parts
    return [part for part in parts if row_or_none(state, FulfilmentLine, part.id, args.line) is not None]


def _gone(parts: Sequence[Fulfilment]) -> str:
    """The state of a part whose goods have left, or empty."""
    return next((part.state for part in parts if part.state in LEFT_THE_SHOP), "")


def _line_to_cut(
    state: State, parts: Sequence[Fulfilment], args: RequestChange
) -> tuple[Fulfilment, FulfilmentLine] | None:
    """The part whose line still holds enough that stands in no parcel."""
    for part in parts:
        line = row_or_none(state, FulfilmentLine, part.id, args.line or 0)
        if (
            part.state not in FINAL
            and line is not None
            and wanted(line) - line.staged >= (args.quantity or 0)
        ):
            return part, line
    return None


def _carry_out(effects: Effects, order: Order, args: RequestChange, asked: Address | None) -> None:
    if args.change == "address" and asked is not None:
        _put_address(effects, order, asked)
    elif args.change == "note":
        for part in effects.state.among(Fulfilment, order_id=order.id):
            effects.set(part, note=args.note, changed_at=effects.at)
    elif args.change == "cancel":
        _cancel(effects, order)
    elif args.line is not None and args.quantity is not None:
        _cut_line(effects, order, args, args.line, args.quantity)


def _cancel(effects: Effects, order: Order) -> None:
    lines = effects.state.among(OrderLine, order_id=order.id)
    ended = []
    for part in effects.state.among(Fulfilment, order_id=order.id):
        if part.state not in FINAL:
            end_part(effects, part, CANCELLED)
        ended.append(part.id)
    cancel_lines(effects, order, {line.line: line.ordered - line.cancelled for line in lines})
    close_if_all_cancelled(effects, order, tuple(ended))


def _cut_line(effects: Effects, order: Order, args: RequestChange, number: int, quantity: int) -> None:
    """Picked units that are not wanted any more are put back: the figures at once, the goods by a task."""
    cut = _line_to_cut(effects.state, _parts(effects.state, args), args)
    cancel_lines(effects, order, {number: quantity})
    if cut is None:
        return
    part, line = cut
    others = any(
        wanted(one)
        for one in effects.state.among(FulfilmentLine, fulfilment_id=part.id)
        if one.line != number
    )
    if not others and wanted(line) == quantity:
        end_part(effects, part, CANCELLED)
        close_if_all_cancelled(effects, order, (part.id,))
        return
    surplus = max(0, line.picked + line.short + line.cancelled + quantity - line.ordered)
    unpicked = min(surplus, line.picked - line.staged)
    freed = min(quantity, line.ordered - line.cancelled - line.short)
    effects.release(part.place_id, line.variant_id, at_place(part, line, freed))
    effects.set(
        line, cancelled=line.cancelled + quantity, picked=line.picked - unpicked,
        short=line.short - (surplus - unpicked),
    )  # fmt: skip
    effects.set(settle_cut(effects, part, {number: quantity}), changed_at=effects.at)
    if unpicked:
        facts = {"order": order.number, "quantity": unpicked, "variant_id": line.variant_id}
        effects.task("put_back_goods", part.place_id, facts, order.id, part.id)


def _asked_address(effects: Effects, order: Order, args: RequestChange) -> Address:
    """What was asked for, in a row that only those see who may know where the customer lives."""
    before = shipping_address(effects.state, order.id)
    people = effects.state.among(Person, order_id=order.id)
    holder = before.holder if before else people[0].holder if people else str(effects.act.place_id)
    name = args.name or (before.name if before else "")
    country = before.country if before else order.country
    return effects.insert(
        Address(
            effects.new_id(), holder, order.id, "asked", name, args.street, args.postcode, args.city, country
        )
    )


def _put_address(effects: Effects, order: Order, asked: Address) -> None:
    before = shipping_address(effects.state, order.id)
    if before is None:
        effects.insert(asked._replace(id=effects.new_id(), role="shipping"))
        return
    effects.set(before, name=asked.name, street=asked.street, postcode=asked.postcode, city=asked.city)


def _wanted(args: RequestChange) -> str:
    """Without what only the row of the address or the pickup may hold."""
    facts: dict[str, int | str] = {"change": args.change}
    if args.line is not None and args.quantity is not None:
        facts |= {"line": args.line, "quantity": args.quantity}
    return msgspec.json.encode(facts, order="sorted").decode()
