"""Taking a handover back and counting wrong codes: acts that compensate."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_args import CorrectHandover, EnterWrongCode
from storedesk.actions.reading import need
from storedesk.actions.rights import is_supervisor, may
from storedesk.domain.pickup_state import CORRECTIONS
from storedesk.domain.reasons import NotThisPlace, TooLate, WrongState
from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, Parcel, ParcelLine
from storedesk.domain.tables import SELLABLE

ALONE_MINUTES = 15


def begin_correct(state: State, act: Act, at: int) -> None:
    """Own mistakes within a quarter of an hour; after that a supervisor."""
    args: CorrectHandover = act.args
    fact = need(state, Handover, args.handover_id)
    late = at - fact.at > ALONE_MINUTES * 60_000
    if late and not (may(state, act, "pickup.correct", at) or is_supervisor(state, act, args.checked_by, at)):
        raise Refusal(TooLate(ALONE_MINUTES))


def correct(state: State, act: Act, at: int, now: int) -> Accepted:
    args: CorrectHandover = act.args
    fact = need(state, Handover, args.handover_id)
    if fact.place_id != act.place_id:
        raise Refusal(NotThisPlace(fact.place_id))
    if fact.outcome == "corrected":
        raise Refusal(WrongState("corrected", "corrected"))
    row = need(state, Fulfilment, fact.fulfilment_id)
    effects = Effects(state, act, at)
    effects.set(fact, outcome="corrected")
    brought = bring_back(effects, row, fact, args.bin)
    if not brought or args.bin:
        return effects.accepted()
    facts = {"order": row.order_number, "reason": args.reason}
    return effects.accepted(effects.task("goods_missing", row.place_id, facts, row.order_id, row.id))


def bring_back(effects: Effects, row: Fulfilment, fact: Handover, bin_code: str | None) -> bool:
    """Parcels return to the bin, to their own one for None, or are marked missing where it is empty.

    A parcel that another handover also says has left is not brought back by correcting one of the two.
    """
    state = effects.state
    lines = {line.line: line for line in state.among(FulfilmentLine, fulfilment_id=row.id)}
    gone = _only_gone_by(state, fact)
    parcels = [
        parcel
        for parcel in state.among(Parcel, fulfilment_id=row.id)
        if parcel.id in gone and parcel.state == "collected"
    ]
    alive, here = row.state in CORRECTIONS, bin_code != ""
    for parcel in parcels:
        effects.set(parcel, state="staged" if here else "missing", bin=bin_code or parcel.bin)
        for part in state.among(ParcelLine, parcel_id=parcel.id):
            line = lines[part.line]
            lines[part.line] = effects.set(line, collected=line.collected - part.quantity)
            if here and part.quantity:
                effects.move(row.place_id, line.variant_id, SELLABLE, part.quantity, "handover_corrected")
                effects.release(row.place_id, line.variant_id, -part.quantity if alive else 0)
    if alive and parcels:
        others = any(line.collected for line in lines.values())
        effects.set(
            row,
            state="partly_collected" if others or not here else "ready",
            ended_at=None,
            changed_at=effects.at,
        )
    return bool(parcels)


def find_again(effects: Effects, row: Fulfilment) -> None:
    """Parcels that were marked missing stand in their bins again."""
    state = effects.state
    lines = {line.line: line for line in state.among(FulfilmentLine, fulfilment_id=row.id)}
    for parcel in state.among(Parcel, fulfilment_id=row.id):
        if parcel.state != "missing":
            continue
        effects.set(parcel, state="staged")
        for part in state.among(ParcelLine, parcel_id=parcel.id):
            if part.quantity:
                line = lines[part.line]
                effects.move(row.place_id, line.variant_id, SELLABLE, part.quantity, "found_again")
                effects.release(
                    row.place_id, line.variant_id, -part.quantity if row.state in CORRECTIONS else 0
                )


def _only_gone_by(state: State, fact: Handover) -> set[str]:
    """The parcels that no other handover of the order names."""
    gone = set(msgspec.json.decode(fact.parcels))
    for other in state.among(Handover, fulfilment_id=fact.fulfilment_id):
        if other.id != fact.id and other.outcome != "corrected":
            gone -= set(msgspec.json.decode(other.parcels))
    return gone


def count_wrong_code(state: State, act: Act, at: int, now: int) -> Accepted:
    args: EnterWrongCode = act.args
    effects = Effects(state, act, at)
    row = need(state, Fulfilment, args.fulfilment_id)
    effects.add(Fulfilment, (row.id,), "wrong_codes", 1)
    return effects.accepted()
