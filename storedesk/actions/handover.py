"""Handing parcels over the counter: a fact about goods, never refused once it has happened."""

from collections.abc import Iterable

import msgspec

from storedesk.actions.action import Accepted, Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_args import HandOver
from storedesk.actions.reading import row_or_none
from storedesk.domain.pickup_state import ON_SHELF
from storedesk.domain.plain_text import clean_text, fold
from storedesk.domain.records import (
    Fulfilment,
    FulfilmentLine,
    Handover,
    Order,
    Parcel,
    ParcelLine,
    Person,
    Product,
    TillReceipt,
    Variant,
)
from storedesk.domain.second_check import GENUINE_CODES
from storedesk.domain.tables import SELLABLE


def hand_over(state: State, act: Act, at: int, now: int) -> Accepted:
    """Accepted always; with a task where the goods had left before, the order had ended, or the level
    falls below zero."""
    args: HandOver = act.args
    row = row_or_none(state, Fulfilment, args.fulfilment_id)
    effects = Effects(state, act, at)
    if row is None:
        return _from_the_label(effects, args)
    chosen = [parcel for parcel in state.among(Parcel, fulfilment_id=row.id) if parcel.id in args.parcels]
    fresh = [parcel for parcel in chosen if parcel.state not in ("collected", "missing")]
    unknown = sorted(set(args.parcels) - {parcel.id for parcel in chosen})
    ended = row.state not in ON_SHELF and row.state != "collected"
    second = len(fresh) < len(chosen) or (row.state == "collected" and not fresh)
    earlier = state.among(Handover, fulfilment_id=row.id)
    handover_id = effects.new_id()
    below, kept = _take_out(effects, row, fresh, args, ended)
    outcome = "second" if second else "ended" if ended else "unknown" if unknown and not fresh else "plain"
    handover = effects.insert(_fact(effects, handover_id, row, args, outcome, kept))
    _note_collector(effects, row, args)
    task = _receipt(effects, row, args)
    facts: dict[str, object] = {"order": row.order_number, "handover": handover.id}
    if second:
        facts = _both_proofs(row, handover, earlier, chosen, fresh)
        task = effects.task("double_handover", row.place_id, facts, row.order_id, row.id)
    elif ended:
        facts["state"] = row.state
        task = effects.task("handover_of_ended_order", row.place_id, facts, row.order_id, row.id)
    elif unknown:
        facts["parcels"] = unknown
        task = effects.task("handed_over_from_label", row.place_id, facts, row.order_id, row.id)
    elif below:
        facts["levels"] = below
        task = effects.task("below_zero", row.place_id, facts, row.order_id, row.id)
    return effects.accepted(task)


def _fact(
    effects: Effects, handover_id: str, row: Fulfilment, args: HandOver, outcome: str, kept: set[str]
) -> Handover:
    """Parcels in ``kept`` were shown and did not leave."""
    act = effects.act
    note = args.override if args.proof == "name" else args.id_document
    return Handover(
        handover_id,
        row.id,
        row.order_id,
        act.place_id,
        effects.at,
        act.desk,
        act.staff_id,
        args.proof,
        note,
        args.relation,
        args.receipt,
        args.of_age,
        msgspec.json.encode(sorted(set(args.parcels) - kept)).decode(),
        outcome,
        _second_check(args),
        args.checked_by,
    )


def _second_check(args: HandOver) -> str:
    """What was done beside the proof, wanted or not."""
    if args.checked_by is not None:
        return "supervisor"
    if args.id_document and args.proof in GENUINE_CODES:
        return "id_seen"
    return "word" if args.word else ""


def _from_the_label(effects: Effects, args: HandOver) -> Accepted:
    """The order is not known here: the fact is kept and somebody has to look at it."""
    act = effects.act
    fact = Handover(
        effects.new_id(),
        args.fulfilment_id,
        "",
        act.place_id,
        effects.at,
        act.desk,
        act.staff_id,
        args.proof,
        args.override,
        args.relation,
        args.receipt,
        args.of_age,
        msgspec.json.encode(sorted(args.parcels)).decode(),
        "unknown",
        _second_check(args),
        args.checked_by,
    )
    effects.insert(fact)
    task = effects.task("handed_over_from_label", act.place_id, {"handover": fact.id}, "", args.fulfilment_id)
    return effects.accepted(task)


def _take_out(
    effects: Effects, row: Fulfilment, parcels: list[Parcel], args: HandOver, ended: bool
) -> tuple[list[int], set[str]]:
    """Moves the parcels' goods out of the store; the variants whose level fell below zero, and the
    parcels of which nothing may leave."""
    state = effects.state
    lines = {line.line: line for line in state.among(FulfilmentLine, fulfilment_id=row.id)}
    kept_back = _kept_back(state, lines.values()) if args.of_age in ("no", "not_shown") else set()
    highest = max((parcel.number for parcel in state.among(Parcel, fulfilment_id=row.id)), default=0)
    below: list[int] = []
    kept: set[str] = set()
    gone = False
    for parcel in parcels:
        parts = [part for part in state.among(ParcelLine, parcel_id=parcel.id) if part.quantity]
        taken = [part for part in parts if part.line not in kept_back]
        for part in taken:
            line = lines[part.line]
            left = effects.move(row.place_id, line.variant_id, SELLABLE, -part.quantity, "handover")
            if not ended:
                effects.release(row.place_id, line.variant_id, part.quantity)
            if left < 0:
                below.append(line.variant_id)
            lines[line.line] = effects.set(line, **_gone(line, part.quantity))
        if taken:
            gone = True
            effects.set(parcel, state="collected")
        elif parts:
            kept.add(parcel.id)
        if 0 < len(taken) < len(parts):
            highest += 1
            _keep_back(effects, parcel, highest, [part for part in parts if part.line in kept_back])
    if gone and not ended and row.state != "collected":
        _note_collected(effects, row, lines.values())
    return below, kept


def _gone(line: FulfilmentLine, quantity: int) -> dict[str, int]:
    """What left was picked and staged, also where the order's end has taken that back meanwhile."""
    collected = line.collected + quantity
    return {
        "collected": collected, "picked": max(line.picked, collected), "staged": max(line.staged, collected),
    }  # fmt: skip


def _keep_back(effects: Effects, parcel: Parcel, number: int, parts: list[ParcelLine]) -> None:
    """What may not leave stays on the shelf as a parcel of its own, in the same bin."""
    own = effects.insert(Parcel(effects.new_id(), parcel.fulfilment_id, number, parcel.bin, "staged"))
    for part in parts:
        effects.insert(ParcelLine(own.id, part.line, part.quantity))
        effects.set(part, quantity=0)


def _note_collected(effects: Effects, row: Fulfilment, lines: Iterable[FulfilmentLine]) -> None:
    complete = all(
        line.collected >= line.ordered - line.cancelled - line.short - line.refunded for line in lines
    )
    effects.set(
        row,
        state="collected" if complete else "partly_collected",
        changed_at=effects.at,
        ended_at=effects.at if complete else row.ended_at,
    )


def age_limit(state: State, lines: Iterable[FulfilmentLine]) -> int:
    """The highest age limit of any article of the lines, in years; 0 for none."""
    return max((_limit(state, line) for line in lines), default=0)


def _limit(state: State, line: FulfilmentLine) -> int:
    variant = row_or_none(state, Variant, line.variant_id)
    product = None if variant is None else row_or_none(state, Product, variant.product_id)
    return 0 if product is None else product.age_limit


def _kept_back(state: State, lines: Iterable[FulfilmentLine]) -> set[int]:
    return {line.line for line in lines if _limit(state, line)}


def _note_collector(effects: Effects, row: Fulfilment, args: HandOver) -> None:
    name = clean_text(args.collector_name, 80)
    if not name:
        return
    effects.insert(
        Person(
            effects.new_id(),
            str(row.place_id),
            row.order_id,
            "collector",
            "",
            name,
            fold(name),
            "",
            "",
            "",
            "",
        )
    )


def _receipt(effects: Effects, row: Fulfilment, args: HandOver) -> str | None:
    """One receipt pays one order."""
    if not args.receipt:
        return None
    number = clean_text(args.receipt, 80).upper()
    used = row_or_none(effects.state, TillReceipt, number)
    if used is None:
        effects.insert(TillReceipt(number, row.order_id, effects.act.id))
        order = row_or_none(effects.state, Order, row.order_id)
        if order is not None:
            effects.set(order, payment_state="captured", due=0, changed_at=effects.at)
        return None
    if used.order_id == row.order_id:
        return None
    return effects.task(
        "receipt_used_twice",
        row.place_id,
        {"order": row.order_number, "receipt": number},
        row.order_id,
        row.id,
    )


def _both_proofs(
    row: Fulfilment,
    handover: Handover,
    earlier: tuple[Handover, ...],
    chosen: list[Parcel],
    fresh: list[Parcel],
) -> dict[str, object]:
    again = sorted(parcel.id for parcel in chosen if parcel not in fresh)
    first = [
        {"at": fact.at, "desk": fact.desk, "staff": fact.staff_id, "proof": fact.proof}
        for fact in earlier
        if fact.outcome != "corrected"
    ]
    return {
        "order": row.order_number,
        "handover": handover.id,
        "parcels": again,
        "first": first,
        "second": {
            "at": handover.at,
            "desk": handover.desk,
            "staff": handover.staff_id,
            "proof": handover.proof,
        },
    }
