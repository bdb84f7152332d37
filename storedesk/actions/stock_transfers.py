"""Goods from one place to another: asked, answered, sent into transit, received out of it."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.brought_goods import (
    ASKED_TASK,
    NOT_SENT,
    REFUSED,
    came_in,
    close_asked,
    not_coming,
    part_of,
    release_reserved,
)
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.stock_args import (
    AnswerTransfer,
    AskTransfer,
    ReceiveTransfer,
    SendTransfer,
    TransferQuantity,
)
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.reasons import NotThisPlace, UnknownRecord, WrongState
from storedesk.domain.records import Place, Transfer, TransferLine, Variant
from storedesk.domain.tables import IN_TRANSIT, SELLABLE


def begin_ask(state: State, act: Act, at: int) -> None:
    args: AskTransfer = act.args
    refuse_personal_number(args.note, "note")
    for line in args.lines:
        need(state, Variant, line.variant_id)


def ask(state: State, act: Act, at: int, now: int) -> Accepted:
    """The place that has the goods is asked; it finds a task."""
    args: AskTransfer = act.args
    need(state, Place, args.from_id)
    if args.from_id == act.place_id:
        raise Refusal(UnknownRecord("place"))
    effects = Effects(state, act, at)
    row = effects.insert(
        Transfer(
            effects.new_id(), args.number, args.from_id, act.place_id, "asked", "", "", at, act.staff_id, act.desk,
            args.needed_by, None, None, args.note, at,
        )
    )  # fmt: skip
    for variant, quantity in _summed(args.lines).items():
        effects.insert(TransferLine(row.id, variant, quantity, 0, 0))
    if state.is_central:
        effects.task(ASKED_TASK, args.from_id, {"number": args.number, "transfer": row.id})
    return effects.accepted()


def begin_answer(state: State, act: Act, at: int) -> None:
    args: AnswerTransfer = act.args
    refuse_personal_number(args.note, "note")


def answer(state: State, act: Act, at: int, now: int) -> Accepted:
    """Yes or no of the place that was asked; a yes can be taken back while nothing has been sent."""
    args: AnswerTransfer = act.args
    row = need(state, Transfer, args.transfer_id)
    wanted = "agreed" if args.agree else "refused"
    if row.from_id != act.place_id:
        raise Refusal(NotThisPlace(row.from_id))
    if row.state != "asked" and (args.agree or row.state != "agreed"):
        raise Refusal(WrongState(row.state, wanted))
    effects = Effects(state, act, at)
    effects.set(row, state=wanted, changed_at=at, answered_at=at, answered_by=act.staff_id)
    close_asked(effects, row, "agree" if args.agree else "say_no")
    if args.agree:
        return effects.accepted()
    asked = {line.variant_id: line.asked for line in state.among(TransferLine, transfer_id=row.id)}
    _free(effects, row, {})
    if row.fulfilment_id:
        not_coming(effects, row, asked, REFUSED, {})
    elif state.is_central:
        effects.task("transfer_refused", row.to_id, {"number": row.number, "transfer": row.id})
    return effects.accepted()


def begin_send(state: State, act: Act, at: int) -> None:
    row = need(state, Transfer, act.args.transfer_id)
    if row.from_id != act.place_id:
        raise Refusal(NotThisPlace(row.from_id))
    if row.state not in ("asked", "agreed"):
        raise Refusal(WrongState(row.state, "sent"))


def begin_receive(state: State, act: Act, at: int) -> None:
    """That nothing arrived can only be said of what has been sent."""
    row = need(state, Transfer, act.args.transfer_id)
    if row.to_id != act.place_id:
        raise Refusal(NotThisPlace(row.to_id))
    if row.received_at is not None or (row.sent_at is None and not act.args.lines):
        raise Refusal(WrongState(row.state, "received"))


def send(state: State, act: Act, at: int, now: int) -> Accepted:
    """Out of the shelf into transit. Sent a second time, or by another place, moves nothing and is a task."""
    args: SendTransfer = act.args
    effects = Effects(state, act, at)
    row = row_or_none(state, Transfer, args.transfer_id)
    if row is None or row.from_id != act.place_id or row.sent_at is not None:
        return effects.accepted(_differs(effects, row))
    stopped = row.state in ("refused", "cancelled")
    after = "received" if row.received_at is not None else "sent"
    effects.set(row, state=after, sent_at=at, changed_at=at, sent_by=act.staff_id)
    if row.state == "asked":
        close_asked(effects, row, "agree")
    leaves = _summed(args.lines)
    asked = {line.variant_id: line.asked for line in state.among(TransferLine, transfer_id=row.id)}
    over = bool(row.fulfilment_id) and (stopped or row.received_at is not None)
    rest = _less(asked, leaves) if args.rest_later and not over else {}
    _leave(effects, row, leaves, rest)
    if rest:
        _send_later(effects, row, rest)
    arrived = {
        line.variant_id: line.received
        for line in state.among(TransferLine, transfer_id=row.id)
        if line.received
    }
    differs = row.received_at is not None and arrived != leaves
    if stopped and row.fulfilment_id:
        return effects.accepted(_for_nobody(effects, row, sum(leaves.values())))
    task = _differs(effects, row, leaves, arrived) if stopped or differs else None
    if row.received_at is None:
        kept = {variant: leaves.get(variant, 0) + rest.get(variant, 0) for variant in {*leaves, *rest}}
        not_coming(effects, row, _less(asked, kept), NOT_SENT, kept)
    return effects.accepted(task)


def _for_nobody(effects: Effects, row: Transfer, quantity: int) -> str:
    """The pickup that waited had been told otherwise before it was heard that the goods left."""
    part = part_of(effects.state, row)
    facts = {"number": row.number, "transfer": row.id, "quantity": quantity, "state": row.state}
    return effects.task(
        "sent_for_nobody", row.from_id, facts, part.order_id if part else "", row.fulfilment_id
    )


def _leave(effects: Effects, row: Transfer, leaves: dict[int, int], rest: dict[int, int]) -> None:
    """Out of the shelf into transit; what was reserved for it is so no more, but for the rest."""
    _free(effects, row, rest, leaves)
    for variant, quantity in leaves.items():
        if row_or_none(effects.state, TransferLine, row.id, variant) is None:
            effects.insert(TransferLine(row.id, variant, 0, quantity, 0))
        effects.move(row.from_id, variant, SELLABLE, -quantity, "transfer_sent")
        effects.move(row.from_id, variant, IN_TRANSIT, quantity, "transfer_sent")


def _free(
    effects: Effects, row: Transfer, rest: dict[int, int], leaves: dict[int, int] | None = None
) -> None:
    """Nothing is reserved by the transfer any more, but for ``rest``; ``leaves`` is written as sent."""
    for line in effects.state.among(TransferLine, transfer_id=row.id):
        release_reserved(effects, row, line, rest.get(line.variant_id, 0))
        sent = line.sent if leaves is None else leaves.get(line.variant_id, line.sent)
        effects.set(line, reserved=0, sent=sent)


def _send_later(effects: Effects, row: Transfer, rest: dict[int, int]) -> None:
    """What was asked for and stays here becomes a transfer of its own, agreed already."""
    first, _, part = row.number.partition("/")
    number = f"{first}/{int(part or 1) + 1 if (part or '1').isdecimal() else 2}"
    later = effects.insert(
        row._replace(
            id=effects.new_id(), number=number, state="agreed", sent_at=None, sent_by=0, received_at=None,
            received_by=0, changed_at=effects.at, rest_of=row.id,
        )
    )  # fmt: skip
    for variant, quantity in sorted(rest.items()):
        line = row_or_none(effects.state, TransferLine, row.id, variant)
        reserved = min(quantity, line.reserved) if line is not None else 0
        effects.insert(TransferLine(later.id, variant, quantity, 0, 0, reserved))


def receive(state: State, act: Act, at: int, now: int) -> Accepted:
    """Out of transit onto the shelf, also before the sending is known; a difference is a task."""
    args: ReceiveTransfer = act.args
    effects = Effects(state, act, at)
    row = row_or_none(state, Transfer, args.transfer_id)
    if row is None or row.to_id != act.place_id or row.received_at is not None:
        return effects.accepted(_differs(effects, row))
    arrived = _summed(args.lines)
    expected, sent = take_in(effects, row, arrived)
    differs = row.sent_at is not None and sent != arrived
    task = _differs(effects, row, sent, arrived) if differs else None
    if part_of(state, row) is not None:
        came_in(effects, (row,), arrived, expected)
    return effects.accepted(task)


def take_in(
    effects: Effects, row: Transfer, arrived: dict[int, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Onto the shelf of the place that waits. By article, what was to be expected and what is known to be sent."""
    lines = effects.state.among(TransferLine, transfer_id=row.id)
    sent = {line.variant_id: line.sent for line in lines if line.sent}
    expected = sent if row.sent_at is not None else {line.variant_id: line.asked for line in lines}
    effects.set(
        row, state="received", received_at=effects.at, changed_at=effects.at, received_by=effects.act.staff_id
    )
    for variant, quantity in arrived.items():
        effects.set(_line(effects, row, variant), received=quantity)
        effects.move(row.to_id, variant, SELLABLE, quantity, "transfer_received")
        if effects.state.is_central:
            effects.move(row.from_id, variant, IN_TRANSIT, -quantity, "transfer_received")
    return expected, sent


def _line(effects: Effects, row: Transfer, variant_id: int) -> TransferLine:
    """The line of an article; one more where nobody asked for it."""
    found = row_or_none(effects.state, TransferLine, row.id, variant_id)
    return found or effects.insert(TransferLine(row.id, variant_id, 0, 0, 0))


def _differs(
    effects: Effects,
    row: Transfer | None,
    sent: dict[int, int] | None = None,
    arrived: dict[int, int] | None = None,
) -> str:
    """A task with the first article that differs and by how much, as far as both sides are known."""
    facts: dict[str, int | str] = {
        "number": row.number if row else "",
        "state": row.state if row else "",
        "transfer": row.id if row else "",
    }
    there, here = sent or {}, arrived or {}
    for variant in sorted({*there, *here}):
        if there.get(variant, 0) != here.get(variant, 0):
            facts |= {"variant_id": variant, "quantity": abs(there.get(variant, 0) - here.get(variant, 0))}
            break
    return effects.task("transfer_differs", effects.act.place_id, facts)


def _less(whole: dict[int, int], part: dict[int, int]) -> dict[int, int]:
    """What of ``whole`` is beyond ``part``, by article."""
    left = {variant: quantity - part.get(variant, 0) for variant, quantity in whole.items()}
    return {variant: quantity for variant, quantity in left.items() if quantity > 0}


def _summed(lines: tuple[TransferQuantity, ...]) -> dict[int, int]:
    totals: dict[int, int] = {}
    for line in lines:
        totals[line.variant_id] = totals.get(line.variant_id, 0) + line.quantity
    return dict(sorted(totals.items()))
