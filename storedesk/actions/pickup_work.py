"""Claiming, picking, running short, staging and marking ready: the work before a handover."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.customer_messages import tell_customer
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_args import (
    ClaimPickup,
    LineQuantity,
    MarkReady,
    Pick,
    PutBack,
    ReleasePickup,
    StageParcels,
)
from storedesk.actions.reading import need
from storedesk.domain.customer_message import CORRECTION_WAIT_MS, READY
from storedesk.domain.reasons import (
    LinesOpen,
    NothingStaged,
    NotThisPlace,
    TooMany,
    UnknownRecord,
    WorkedOnByOther,
    WrongState,
)
from storedesk.domain.records import Fulfilment, FulfilmentLine, Parcel, ParcelLine

IN_WORK = ("new", "claimed", "picking")
CAN_GO_ON = (*IN_WORK, "staged")
"""What was staged in part goes on with the rest."""


def fulfilment_here(state: State, act: Act, fulfilment_id: str) -> Fulfilment:
    """The fulfilment if it is this place's own."""
    row = need(state, Fulfilment, fulfilment_id)
    if row.place_id != act.place_id:
        raise Refusal(NotThisPlace(row.place_id))
    return row


def require_state(row: Fulfilment, allowed: tuple[str, ...], wanted: str) -> None:
    if row.state not in allowed:
        raise Refusal(WrongState(row.state, wanted))


def line_of(state: State, fulfilment_id: str, line: int) -> FulfilmentLine:
    return need(state, FulfilmentLine, fulfilment_id, line)


def open_quantity(line: FulfilmentLine) -> int:
    """What is still to be found: ordered, and neither cancelled, picked nor short."""
    return line.ordered - line.cancelled - line.picked - line.short


def refuse_other_worker(state: State, act: Act, fulfilment_id: str) -> None:
    """A desk begins no work on what somebody else has claimed, unless it is taken over first."""
    row = fulfilment_here(state, act, fulfilment_id)
    if row.state in ("claimed", "picking") and row.claimed_by not in (None, act.staff_id):
        raise Refusal(WorkedOnByOther(row.claimed_by, row.claimed_desk, row.claimed_at or 0))


def begin_claim(state: State, act: Act, at: int) -> None:
    args: ClaimPickup = act.args
    if not args.take_over:
        refuse_other_worker(state, act, args.fulfilment_id)


def begin_work(state: State, act: Act, at: int) -> None:
    refuse_other_worker(state, act, act.args.fulfilment_id)


def claim(state: State, act: Act, at: int, now: int) -> Accepted:
    """The last valid claim wins; what is staged or further is not claimed any more."""
    args: ClaimPickup = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, IN_WORK, "claimed")
    effects = Effects(state, act, at)
    state_after = "claimed" if row.state == "new" else row.state
    effects.set(
        row, state=state_after, claimed_by=act.staff_id, claimed_desk=act.desk, claimed_at=at, changed_at=at
    )
    return effects.accepted()


def release(state: State, act: Act, at: int, now: int) -> Accepted:
    """Gives a claimed pickup back; possible while nothing is picked."""
    args: ReleasePickup = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, ("claimed", "picking"), "new")
    picked = sum(line.picked for line in state.among(FulfilmentLine, fulfilment_id=row.id))
    if picked:
        raise Refusal(LinesOpen(picked))
    effects = Effects(state, act, at)
    effects.set(row, state="new", claimed_by=None, claimed_desk="", claimed_at=None, changed_at=at)
    return effects.accepted()


def pick(state: State, act: Act, at: int, now: int) -> Accepted:
    args: Pick = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, CAN_GO_ON if args.lines else IN_WORK, "picking")
    effects = Effects(state, act, at)
    for wanted in _merged(args.lines):
        line = line_of(state, row.id, wanted.line)
        if wanted.quantity > open_quantity(line):
            raise Refusal(TooMany(line.line, wanted.quantity, open_quantity(line)))
        effects.set(line, picked=line.picked + wanted.quantity)
    own = row.claimed_by is not None
    effects.set(
        row,
        state="picking",
        claimed_by=row.claimed_by if own else act.staff_id,
        claimed_desk=row.claimed_desk if own else act.desk,
        claimed_at=row.claimed_at if own else at,
        changed_at=at,
    )
    return effects.accepted()


def put_back(state: State, act: Act, at: int, now: int) -> Accepted:
    args: PutBack = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, ("picking", "staged"), "picking")
    line = line_of(state, row.id, args.line)
    possible = line.picked - line.staged
    if args.quantity > possible:
        raise Refusal(TooMany(line.line, args.quantity, possible))
    effects = Effects(state, act, at)
    effects.set(line, picked=line.picked - args.quantity)
    effects.set(row, changed_at=at)
    return effects.accepted()


def stage(state: State, act: Act, at: int, now: int) -> Accepted:
    """Parcels take exactly what is picked and not yet staged, no more and no less."""
    args: StageParcels = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, ("claimed", "picking", "staged", "arrived"), "staged")
    lines = {line.line: line for line in state.among(FulfilmentLine, fulfilment_id=row.id)}
    wanted = _quantities(lines, args)
    for number, line in lines.items():
        if wanted.get(number, 0) != line.picked - line.staged:
            raise Refusal(TooMany(number, wanted.get(number, 0), line.picked - line.staged))
    if not any(wanted.values()):
        raise Refusal(NothingStaged())
    effects = Effects(state, act, at)
    highest = max((parcel.number for parcel in state.among(Parcel, fulfilment_id=row.id)), default=0)
    for number, staged in enumerate(args.parcels, highest + 1):
        parcel = effects.insert(Parcel(effects.new_id(), row.id, number, staged.bin, "staged"))
        for part in _merged(staged.lines):
            effects.insert(ParcelLine(parcel.id, part.line, part.quantity))
    for line_number, quantity in wanted.items():
        effects.set(lines[line_number], staged=lines[line_number].staged + quantity)
    effects.set(row, state="staged", changed_at=at)
    return effects.accepted()


def _merged(parts: tuple[LineQuantity, ...]) -> list[LineQuantity]:
    totals: dict[int, int] = {}
    for part in parts:
        totals[part.line] = totals.get(part.line, 0) + part.quantity
    return [LineQuantity(line, quantity) for line, quantity in sorted(totals.items())]


def _quantities(lines: dict[int, FulfilmentLine], args: StageParcels) -> dict[int, int]:
    totals: dict[int, int] = {}
    for staged in args.parcels:
        for part in staged.lines:
            if part.line not in lines:
                raise Refusal(UnknownRecord("fulfilment_line"))
            totals[part.line] = totals.get(part.line, 0) + part.quantity
    return totals


def mark_ready(state: State, act: Act, at: int, now: int) -> Accepted:
    """Needs something staged and no line left open."""
    args: MarkReady = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, ("staged",), "ready")
    lines = state.among(FulfilmentLine, fulfilment_id=row.id)
    unresolved = sum(1 for line in lines if open_quantity(line) or line.picked != line.staged)
    if unresolved:
        raise Refusal(LinesOpen(unresolved))
    if not any(line.staged for line in lines):
        raise Refusal(NothingStaged())
    effects = Effects(state, act, at)
    ready = effects.set(row, state="ready", ready_at=at, changed_at=at)
    tell_customer(effects, ready, READY, str(at), at + CORRECTION_WAIT_MS)
    return effects.accepted()
