"""Derives the full view of one pickup: lines, steps, who collects, payment, and what stops each action."""

from dataclasses import replace

from storedesk.actions.handover_correct import ALONE_MINUTES
from storedesk.desk.moments import Look
from storedesk.desk.pickup_extras import PickupExtras
from storedesk.desk.pickup_rows import derive_row, payment_block, shown_name
from storedesk.desk.pickup_views import (
    BinView,
    Block,
    HandoverFact,
    Held,
    LineStatus,
    LineView,
    ParcelView,
    PaymentView,
    PickupView,
    StepStatus,
    StepView,
)
from storedesk.domain import pickup_state
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import FulfilmentLine
from storedesk.storage.desk_detail_reads import parcels_of_handover
from storedesk.storage.read_records import LineRecord, PickupDetailRecord, PickupRecord

_STEPS = ("claimed", "picking", "staged", "ready", "handed_over")
_NOW_AT = {
    pickup_state.NEW: 0,
    pickup_state.CLAIMED: 1,
    pickup_state.PICKING: 1,
    pickup_state.INBOUND: 0,
    pickup_state.ARRIVED: 2,
    pickup_state.STAGED: 3,
    pickup_state.READY: 4,
    pickup_state.NOT_COLLECTED: 4,
    pickup_state.PARTLY_COLLECTED: 4,
    pickup_state.COLLECTED: 5,
}
_READY_AT_ONCE = frozenset({*pickup_state.PICKABLE, pickup_state.ARRIVED, pickup_state.STAGED})
NO_EXTRAS = PickupExtras()
_STOPPED = frozenset({pickup_state.REJECTED, pickup_state.CUSTOMER_DECISION, pickup_state.CANCELLED})


def derive_pickup(detail: PickupDetailRecord, look: Look, extras: PickupExtras = NO_EXTRAS) -> PickupView:
    record = detail.pickup
    fulfilment, order = record.fulfilment, record.order
    lines = tuple(derive_line(line) for line in detail.lines)
    if fulfilment.state == pickup_state.INBOUND:
        lines = tuple(replace(line, status=LineStatus.COMING) for line in lines)
    held = _held(record, look)
    return PickupView(
        row=derive_row(record, look),
        steps=_steps(detail, lines, look),
        lines=lines,
        parcels=_parcels(detail),
        shelf=tuple(BinView(b.code, b.capacity - b.parcels if b.capacity else None) for b in detail.bins),
        buyer=_named(record, "buyer"),
        recipient=shown_name(record),
        phone=next((person.phone for person in record.persons if person.phone), ""),
        may_collect=tuple(
            clean_text(person.name, NAME_SHOWN) for person in record.persons if person.role == "collector"
        ),
        is_gift=bool(order and order.gift),
        payment=_payment(record, look),
        note=fulfilment.note,
        messages=(),
        handovers=_handovers(detail, look),
        others_ready=tuple(derive_row(other, look) for other in detail.others_ready),
        held=held,
        wrong_codes=fulfilment.wrong_codes,
        name_is_shared=detail.name_is_shared,
        age_limit=max((line.age_limit for line in lines), default=0),
        blocks=_blocks(record, lines, held, look, extras.item_checks),
        swaps=extras.swaps,
        item_checks=extras.item_checks,
        asked=extras.asked,
        stopped_company=clean_text(detail.stopped_company, NAME_SHOWN),
    )


def derive_line(record: LineRecord) -> LineView:
    line, ordered, variant = record.line, record.order_line, record.variant
    return LineView(
        line=line.line,
        variant_id=line.variant_id,
        name=clean_text((ordered.name if ordered else "") or (variant.name if variant else ""), NAME_SHOWN),
        colour=variant.colour if variant else "",
        size=variant.size if variant else "",
        sku=(variant.sku if variant else "") or (ordered.sku if ordered else ""),
        codes=record.codes,
        category=record.product.category if record.product else "",
        place=record.level.shelf if record.level else "",
        unit=ordered.unit if ordered else variant.unit if variant else "piece",
        wanted=max(0, line.ordered - line.cancelled),
        picked=line.picked,
        staged=line.staged,
        short=line.short,
        short_reason=line.short_reason,
        collected=line.collected,
        price=ordered.price if ordered else 0,
        status=_status(line),
        age_limit=record.product.age_limit if record.product else 0,
    )


def _status(line: FulfilmentLine) -> LineStatus:
    wanted = line.ordered - line.cancelled
    if wanted <= 0:
        return LineStatus.REMOVED
    if line.collected and line.collected >= wanted - line.short:
        return LineStatus.COLLECTED
    if line.short:
        return LineStatus.MISSING
    if line.picked >= wanted:
        return LineStatus.PICKED
    if line.short_reason == "later":
        return LineStatus.LATER
    return LineStatus.PART_PICKED if line.picked else LineStatus.TO_PICK


def _steps(detail: PickupDetailRecord, lines: tuple[LineView, ...], look: Look) -> tuple[StepView, ...]:
    fulfilment = detail.pickup.fulfilment
    row = derive_row(detail.pickup, look)
    now_at = _NOW_AT.get(fulfilment.state, 1)
    views = []
    for number, key in enumerate(_STEPS):
        status = (
            StepStatus.DONE if number < now_at else StepStatus.NOW if number == now_at else StepStatus.LATER
        )
        if number == now_at and fulfilment.state in _STOPPED:
            status = StepStatus.BLOCKED
        if key == "claimed" and fulfilment.claimed_at is not None and number < now_at:
            views.append(StepView(key, status, look.moment(fulfilment.claimed_at), row.worker))
        elif key == "picking":
            views.append(StepView(key, status, count=row.picked, total=row.pieces))
        elif key == "staged":
            views.append(StepView(key, status, name=", ".join(row.bins)))
        elif key == "ready" and fulfilment.ready_at is not None and number < now_at:
            views.append(StepView(key, status, look.moment(fulfilment.ready_at)))
        elif key == "handed_over" and detail.handovers:
            last = detail.handovers[-1]
            views.append(StepView(key, status, look.moment(last.handover.at), last.staff_name))
        else:
            views.append(StepView(key, status))
    return tuple(views)


def _parcels(detail: PickupDetailRecord) -> tuple[ParcelView, ...]:
    parcels = detail.pickup.parcels
    items: dict[str, list[tuple[int, int]]] = {}
    for part in detail.parcel_lines:
        items.setdefault(part.parcel_id, []).append((part.line, part.quantity))
    return tuple(
        ParcelView(p.id, p.number, len(parcels), p.bin, p.state, tuple(items.get(p.id, ()))) for p in parcels
    )


def _payment(record: PickupRecord, look: Look) -> PaymentView:
    order = record.order
    block = payment_block(record, look.now)
    if order is None:
        return PaymentView("", 0, 0, "", block)
    return PaymentView(order.payment_state, order.total, order.due, order.currency, block)


def _handovers(detail: PickupDetailRecord, look: Look) -> tuple[HandoverFact, ...]:
    return tuple(
        HandoverFact(
            fact.handover.id,
            look.moment(fact.handover.at),
            fact.handover.desk,
            fact.staff_name,
            fact.handover.proof,
            fact.handover.outcome,
            len(parcels_of_handover(fact.handover)),
            look.now - fact.handover.at <= ALONE_MINUTES * 60_000,
        )
        for fact in detail.handovers
    )


def _held(record: PickupRecord, look: Look) -> Held | None:
    fulfilment = record.fulfilment
    mine = fulfilment.claimed_by in (None, look.staff_id)
    if mine or fulfilment.claimed_by is None or fulfilment.state not in ("claimed", "picking"):
        return None
    since = None if fulfilment.claimed_at is None else look.moment(fulfilment.claimed_at)
    return Held(fulfilment.claimed_by, record.claimed_by_name, fulfilment.claimed_desk, since)


def _blocks(
    record: PickupRecord, lines: tuple[LineView, ...], held: Held | None, look: Look, item_checks: bool
) -> dict[str, Block]:
    """A reason for each action that cannot be done now; an action without one is possible."""
    state = record.fulfilment.state
    blocks: dict[str, Block] = {}
    work = Block("held", name=held.name) if held else _not_in_work(state)
    open_pieces = sum(line.open for line in lines)
    for action in ("pick", "short"):
        if work:
            blocks[action] = work
    if not work and not open_pieces:
        blocks["pick"] = blocks["short"] = Block("nothing_open")
    if state != pickup_state.NEW:
        blocks["claim"] = Block("already_claimed")
    if work or state == pickup_state.NEW:
        blocks["release"] = work or Block("not_claimed")
    elif any(line.picked for line in lines):
        blocks["release"] = Block("picked_already")
    blocks |= _staging_blocks(state, lines, held, open_pieces)
    if not item_checks and not held and state in _READY_AT_ONCE:
        blocks.pop("ready", None)
    if state not in pickup_state.ON_SHELF:
        blocks["hand_over"] = _not_in_work(state) or Block("not_staged")
    elif (why := payment_block(record, look.now)) and why != "payment_due":
        blocks["hand_over"] = Block(why)
    return blocks


def _staging_blocks(
    state: str, lines: tuple[LineView, ...], held: Held | None, open_pieces: int
) -> dict[str, Block]:
    unstaged = sum(1 for line in lines if line.picked > line.staged)
    blocks: dict[str, Block] = {}
    if held:
        blocks["stage"] = Block("held", name=held.name)
    elif state not in (pickup_state.CLAIMED, pickup_state.PICKING, pickup_state.ARRIVED, pickup_state.STAGED):
        blocks["stage"] = _not_in_work(state) or Block("not_started")
    elif open_pieces:
        blocks["stage"] = Block("lines_open", open_pieces)
    elif not unstaged:
        blocks["stage"] = Block("nothing_to_stage")
    if state == pickup_state.STAGED and not unstaged and not open_pieces:
        return blocks
    if state in pickup_state.ON_SHELF and state != pickup_state.STAGED:
        blocks["ready"] = Block("ready_already")
    elif held:
        blocks["ready"] = Block("held", name=held.name)
    elif state == pickup_state.NEW:
        blocks["ready"] = Block("not_started")
    elif open_pieces:
        blocks["ready"] = Block("lines_open", open_pieces)
    else:
        blocks["ready"] = _not_in_work(state) or Block("not_staged")
    return blocks


def _not_in_work(state: str) -> Block | None:
    """Why nothing is picked in this state; None while it is."""
    if state in pickup_state.PICKABLE:
        return None
    if state in pickup_state.ON_SHELF:
        return Block("staged_already")
    return Block(f"state_{state}")


def _named(record: PickupRecord, role: str) -> str:
    return next((clean_text(person.name, NAME_SHOWN) for person in record.persons if person.role == role), "")
