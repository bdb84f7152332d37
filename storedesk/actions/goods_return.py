"""Goods that come back over the counter: moved at once, the money asked for by the central system after a check."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.return_args import ReturnedLine, TakeBackGoods
from storedesk.actions.return_check import OPENED, ask_to_check, check_fewer
from storedesk.actions.return_period import too_late
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.payment import CAPTURED, ON_ACCOUNT, PART_PAID
from storedesk.domain.reasons import TooMany
from storedesk.domain.records import (
    Fulfilment,
    FulfilmentLine,
    GoodsReturn,
    GoodsReturnLine,
    Order,
    OrderLine,
    Payment,
    Task,
)
from storedesk.domain.returnable import refund_of, returnable
from storedesk.domain.tables import DAMAGED, RETURNS_UNCHECKED, SELLABLE

BUCKETS = {"as_new": SELLABLE, "opened": RETURNS_UNCHECKED, "damaged": DAMAGED}
"""Where goods go by the condition they are in."""
_PAID = frozenset({CAPTURED, ON_ACCOUNT, PART_PAID})


def begin_take_back(state: State, act: Act, at: int) -> None:
    """No more than was bought and has not come back, as far as this desk knows; after the last return day only
    with a supervisor's PIN."""
    args: TakeBackGoods = act.args
    refuse_personal_number(args.note, "note")
    need(state, Order, args.order_id)
    for number, quantity in _quantities(args).items():
        line = need(state, OrderLine, args.order_id, number)
        possible = _possible(state, line)
        if quantity > possible:
            raise Refusal(TooMany(number, quantity, possible))
    late = too_late(state, act, args.order_id, args.checked_by, at)
    if late is not None:
        raise Refusal(late)


def take_back(state: State, act: Act, at: int, now: int) -> Accepted:
    """A fact: every unit is moved. More than was bought is a task and blocks the refund; what was opened is
    looked at."""
    args: TakeBackGoods = act.args
    effects = Effects(state, act, at)
    back = GoodsReturn(
        effects.new_id(), args.number, args.order_id, act.place_id, "taken_back", at, act.desk, act.staff_id,
        args.checked_by,
    )  # fmt: skip
    over = _too_many(state, args)
    order = row_or_none(state, Order, args.order_id)
    refund = 0 if over or order is None or order.payment_state not in _PAID else _worth(state, order, args)
    asks = state.is_central and refund > 0
    effects.insert(back._replace(state="blocked" if over else "refund_asked" if asks else "taken_back"))
    parts = _merged(args.lines)
    for part in parts:
        _book(effects, back, part)
    pieces = sum(part.quantity for part in args.lines)
    effects.note(args.order_id, "goods_returned", {"return": args.number, "quantity": pieces})
    if asks and order is not None:
        effects.insert(
            Payment(effects.new_id(), order.id, "refund", "", "refund_asked", refund, at, args.number)
        )
    task = None
    for number, quantity in over.items():
        task = _over_return(effects, back, args, number, quantity) if quantity else task
    for part in parts:
        if part.condition == OPENED:
            ask_to_check(effects, back, part.line, part.variant_id, part.quantity)
    return effects.accepted(task)


def settle_over_return(effects: Effects, task: Task, facts: dict[str, int | str], choice: str) -> None:
    """``returned_once``: one return was written down twice, so the second one is taken off again."""
    if choice != "returned_once":
        return
    state, over = effects.state, int(facts.get("quantity", 0))
    rows = state.among(GoodsReturnLine, return_id=str(facts.get("return_id", "")))
    for row in rows:
        taken = min(over, row.quantity) if row.line == facts.get("line") else 0
        if taken:
            effects.move(task.place_id, row.variant_id, row.bucket, -taken, "returned_once")
            if row.condition == OPENED:
                check_fewer(effects, task.place_id, row, taken)
            over -= taken
    off = int(facts.get("quantity", 0)) - over
    if off and row_or_none(state, OrderLine, task.order_id, int(facts.get("line", 0))) is not None:
        effects.add(OrderLine, (task.order_id, int(facts.get("line", 0))), "returned", -off)


def _book(effects: Effects, back: GoodsReturn, part: ReturnedLine) -> None:
    bucket = BUCKETS[part.condition]
    effects.insert(
        GoodsReturnLine(
            back.id, part.line, part.variant_id, part.quantity, part.reason, part.condition, bucket
        )
    )
    effects.move(back.place_id, part.variant_id, bucket, part.quantity, "goods_returned")
    if row_or_none(effects.state, OrderLine, back.order_id, part.line) is not None:
        effects.add(OrderLine, (back.order_id, part.line), "returned", part.quantity)


def _over_return(effects: Effects, back: GoodsReturn, args: TakeBackGoods, line: int, quantity: int) -> str:
    order = row_or_none(effects.state, Order, args.order_id)
    facts = {
        "order": order.number if order else "",
        "return": args.number,
        "return_id": back.id,
        "line": line,
        "quantity": quantity,
        "variant_id": next(part.variant_id for part in args.lines if part.line == line),
    }
    return effects.task("over_return", back.place_id, facts, args.order_id)


def _too_many(state: State, args: TakeBackGoods) -> dict[int, int]:
    """By line, what came back beyond what was bought; a line that is not known here counts as too many."""
    over = {}
    for number, quantity in _quantities(args).items():
        line = row_or_none(state, OrderLine, args.order_id, number)
        beyond = quantity - (_possible(state, line) if line is not None else 0)
        if beyond > 0:
            over[number] = beyond
    return over


def _possible(state: State, line: OrderLine) -> int:
    """By the same rule as the screens: what has been handed over, or where nobody hands over, what was sent."""
    collected: int | None = None
    for part in state.among(Fulfilment, order_id=line.order_id):
        own = row_or_none(state, FulfilmentLine, part.id, line.line)
        if own is not None:
            collected = (collected or 0) + own.collected
    return returnable(line.ordered, line.cancelled, line.returned, collected)


def _worth(state: State, order: Order, args: TakeBackGoods) -> int:
    total = 0
    for number, quantity in _quantities(args).items():
        line = row_or_none(state, OrderLine, order.id, number)
        if line is not None:
            total += refund_of(line.amount, line.ordered, line.returned, quantity, order.currency)
    return total


def _quantities(args: TakeBackGoods) -> dict[int, int]:
    totals: dict[int, int] = {}
    for part in args.lines:
        totals[part.line] = totals.get(part.line, 0) + part.quantity
    return dict(sorted(totals.items()))


def _merged(lines: tuple[ReturnedLine, ...]) -> list[ReturnedLine]:
    """One for each line and condition; the first reason given stands."""
    found: dict[tuple[int, str], ReturnedLine] = {}
    for part in lines:
        before = found.get((part.line, part.condition))
        quantity = part.quantity + (before.quantity if before else 0)
        kept = before or part
        found[part.line, part.condition] = ReturnedLine(
            kept.line, kept.variant_id, quantity, kept.reason, kept.condition
        )
    return [found[key] for key in sorted(found)]
