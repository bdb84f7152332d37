"""Adjusting and counting stock: facts about goods that are always accepted, with a task where they look wrong."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.stock_args import AdjustStock, CountStock
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.reasons import UnknownRecord
from storedesk.domain.records import Movement, Place, StockCount, StockLevel, Variant
from storedesk.domain.tables import DAMAGED, DISPLAY, SELLABLE

ADJUSTMENTS: dict[str, tuple[tuple[int, int], ...]] = {
    "missing": ((SELLABLE, -1),),
    "found": ((SELLABLE, 1),),
    "damaged": ((SELLABLE, -1), (DAMAGED, 1)),
    "display": ((SELLABLE, -1), (DISPLAY, 1)),
    "display_back": ((DISPLAY, -1), (SELLABLE, 1)),
    "stolen": ((SELLABLE, -1),),
    "own_use": ((SELLABLE, -1),),
    "written_off": ((DAMAGED, -1),),
}
"""What each reason does: buckets with the sign of the quantity."""


def begin_adjust(state: State, act: Act, at: int) -> None:
    args: AdjustStock = act.args
    refuse_personal_number(args.note, "note")
    refuse_without_shelf(state, act, args.variant_id)


def begin_count(state: State, act: Act, at: int) -> None:
    args: CountStock = act.args
    refuse_without_shelf(state, act, args.variant_id)


def refuse_without_shelf(state: State, act: Act, variant_id: int) -> None:
    """Goods move only where there is stock, and only articles that are known."""
    if need(state, Place, act.place_id).kind not in ("store", "warehouse"):
        raise Refusal(UnknownRecord("stock_level"))
    need(state, Variant, variant_id)


def adjust(state: State, act: Act, at: int, now: int) -> Accepted:
    args: AdjustStock = act.args
    effects = Effects(state, act, at)
    task, reason = None, f"{'take_back' if args.takes_back else 'adjust'}_{args.reason}"
    for bucket, sign in ADJUSTMENTS[args.reason]:
        change = -sign * args.quantity if args.takes_back else sign * args.quantity
        left = effects.move(act.place_id, args.variant_id, bucket, change, reason)
        if left < 0 and change < 0:
            task = _below_zero(effects, args.variant_id, args.quantity, args.reason, left)
    return effects.accepted(task)


def count(state: State, act: Act, at: int, now: int) -> Accepted:
    """Sets the level as it was at the moment of the count; an older count than the last books nothing."""
    args: CountStock = act.args
    key = (act.place_id, args.variant_id, args.bucket)
    level = row_or_none(state, StockLevel, *key)
    since = _moved_since(state, key, at)
    expected = (level.quantity if level else 0) - since
    effects = Effects(state, act, at)
    effects.insert(StockCount(effects.new_id(), *key, args.counted, expected, at, act.desk, act.staff_id))
    if level is not None and level.counted_at is not None and at < level.counted_at:
        return effects.accepted()
    effects.mark_counted(*key)
    variance = args.counted - expected
    if variance:
        effects.move(*key, variance, "count")
    left = args.counted + since
    task = _below_zero(effects, args.variant_id, abs(variance), "count", left) if left < 0 else None
    return effects.accepted(task)


def _moved_since(state: State, key: tuple[int, int, int], at: int) -> int:
    """What moved after the count; a desk holds no ledger and counts what is there now."""
    if not state.is_central:
        return 0
    location, variant, bucket = key
    moves = state.among(Movement, location_id=location, variant_id=variant, bucket=bucket)
    return sum(move.quantity for move in moves if move.at > at)


def _below_zero(effects: Effects, variant_id: int, quantity: int, reason: str, left: int) -> str:
    facts = {"variant_id": variant_id, "quantity": quantity, "reason": reason, "level": left}
    return effects.task("below_zero", effects.act.place_id, facts)
