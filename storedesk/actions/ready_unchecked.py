"""Where a store checks no items: picked, in one bin and ready in one act."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.chain_setting import setting
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_shelf_args import ReadyUnchecked
from storedesk.actions.pickup_work import (
    CAN_GO_ON,
    fulfilment_here,
    open_quantity,
    refuse_other_worker,
    require_state,
)
from storedesk.domain import pickup_state
from storedesk.domain.reasons import ItemChecksOn, NothingStaged
from storedesk.domain.records import Fulfilment, FulfilmentLine, Parcel, ParcelLine

ITEM_CHECKS, OFF = "pick.item_checks", "off"


def begin_ready(state: State, act: Act, at: int) -> None:
    args: ReadyUnchecked = act.args
    refuse_other_worker(state, act, args.fulfilment_id)
    if setting(state, act.place_id, ITEM_CHECKS) != OFF:
        raise Refusal(ItemChecksOn())


def ready(state: State, act: Act, at: int, now: int) -> Accepted:
    """Everything that is open counts as picked; what stands in bins already stays there."""
    args: ReadyUnchecked = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, (*CAN_GO_ON, pickup_state.ARRIVED), pickup_state.READY)
    effects = Effects(state, act, at)
    if not _stage(effects, row, args.bin):
        raise Refusal(NothingStaged())
    for step in _steps(row.state):
        row = effects.set(row, state=step, changed_at=at)
    if row.claimed_by is None:
        row = effects.set(row, claimed_by=act.staff_id, claimed_desk=act.desk, claimed_at=at)
    effects.set(row, state=pickup_state.READY, ready_at=at, changed_at=at)
    effects.note(row.order_id, "ready_unchecked", {"bin": args.bin})
    return effects.accepted()


def _stage(effects: Effects, row: Fulfilment, bin_code: str) -> bool:
    """One parcel with all that stands in none; whether anything stands in a bin now."""
    state = effects.state
    lines = state.among(FulfilmentLine, fulfilment_id=row.id)
    parts: list[tuple[int, int]] = []
    for line in lines:
        picked = line.picked + open_quantity(line)
        if picked > line.staged:
            parts.append((line.line, picked - line.staged))
        effects.set(line, picked=picked, staged=picked)
    if parts:
        highest = max((one.number for one in state.among(Parcel, fulfilment_id=row.id)), default=0)
        parcel = effects.insert(Parcel(effects.new_id(), row.id, highest + 1, bin_code, "staged"))
        for number, quantity in parts:
            effects.insert(ParcelLine(parcel.id, number, quantity))
    return bool(parts) or any(line.staged for line in lines)


def _steps(state: str) -> tuple[str, ...]:
    """The states on the way to ready; none is left out."""
    if state == pickup_state.STAGED:
        return ()
    if state in (pickup_state.PICKING, pickup_state.ARRIVED):
        return (pickup_state.STAGED,)
    return (pickup_state.PICKING, pickup_state.STAGED)
