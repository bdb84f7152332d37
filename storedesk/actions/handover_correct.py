"""Taking a handover back, counting wrong codes, answering tasks: acts that compensate and settle."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.company_work import merge_companies
from storedesk.actions.effects import Effects
from storedesk.actions.goods_return import settle_over_return
from storedesk.actions.not_collected import RESTOCK_TASK
from storedesk.actions.pickup_args import AnswerTask, CorrectHandover, EnterWrongCode
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.restock import restock_all
from storedesk.actions.rights import is_supervisor, may
from storedesk.actions.service_ask import ANSWERS, answered
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.pickup_state import CORRECTIONS
from storedesk.domain.reasons import AlreadyAnswered, NotThisPlace, TooLate, UnknownChoice, WrongState
from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, Parcel, ParcelLine, Task
from storedesk.domain.tables import SELLABLE

ALONE_MINUTES = 15

CHOICES: dict[str, tuple[str, ...]] = {
    "double_handover": ("recorded_twice", "gone_twice", "ask_customer"),
    "handover_of_ended_order": ("recovered", "charge", "ask_customer"),
    "handed_over_from_label": ("understood",),
    "below_zero": ("counted", "understood"),
    "count_task": ("counted", "understood"),
    "write_off": ("understood",),
    "relabel": ("understood",),
    "customer_decision": ("ask_customer", "understood"),
    "refused_action": ("put_back", "understood"),
    "right_ended": ("understood",),
    "receipt_used_twice": ("charge", "understood"),
    "goods_missing": ("understood",),
    "parcel_not_seen": ("found", "understood"),
    "parcel_unexpected": ("put_back", "understood"),
    "hold_refused": ("understood",),
    "transfer_asked": ("understood",),
    "transfer_refused": ("understood",),
    "transfer_differs": ("counted", "understood"),
    "transfer_not_sent": ("counted", "understood"),
    "quote_approval": ("understood",),
    "quote_differs": ("understood",),
    "quote_order_refused": ("understood",),
    "not_collected": ("ask_customer", "understood"),
    "restock": ("put_back",),
    "restock_unexpected": ("counted", "understood"),
    "inbound_unexpected": ("put_back", "understood"),
    "inbound_differs": ("ask_customer", "understood"),
    "collector_refused": ("ask_customer", "understood"),
    "company_duplicate": ("same_company", "two_companies"),
    "store_asked": ANSWERS,
    "store_answered": ("understood",),
    "request_refused": ("ask_customer", "understood"),
    "put_back_goods": ("put_back",),
    "ship_to_customer": ("understood",),
    "over_return": ("ask_customer", "returned_once", "returned_twice"),
}


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
    brought = _bring_back(effects, row, fact, args.bin)
    if not brought or args.bin:
        return effects.accepted()
    facts = {"order": row.order_number, "reason": args.reason}
    return effects.accepted(effects.task("goods_missing", row.place_id, facts, row.order_id, row.id))


def _bring_back(effects: Effects, row: Fulfilment, fact: Handover, bin_code: str | None) -> bool:
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


def begin_answer(state: State, act: Act, at: int) -> None:
    args: AnswerTask = act.args
    refuse_personal_number(args.note, "note")


def answer(state: State, act: Act, at: int, now: int) -> Accepted:
    args: AnswerTask = act.args
    task = need(state, Task, args.task_id)
    if task.state == "answered":
        raise Refusal(AlreadyAnswered(task.answer))
    if args.choice not in CHOICES.get(task.kind, ("understood",)):
        raise Refusal(UnknownChoice(args.choice))
    effects = Effects(state, act, at)
    waits = args.choice == "ask_customer"
    effects.set(
        task,
        state="waiting" if waits else "answered",
        answer=args.choice,
        answered_by=act.staff_id,
        answered_at=at,
    )
    facts = msgspec.json.decode(task.facts)
    if task.kind == "double_handover" and args.choice == "gone_twice":
        _take_again(effects, task, facts.get("parcels", []))
    if task.kind == RESTOCK_TASK and args.choice == "put_back":
        restock_all(effects, task.fulfilment_id)
    if task.kind == "handover_of_ended_order" and args.choice == "recovered":
        _recover(effects, facts.get("handover", ""))
    if task.kind == "company_duplicate" and args.choice == "same_company":
        merge_companies(effects, facts.get("company", 0), facts.get("other", 0))
    if task.kind == "store_asked":
        answered(effects, task, facts, args.choice, args.note)
    if task.kind == "over_return":
        settle_over_return(effects, task, facts, args.choice)
    return effects.accepted()


def _take_again(effects: Effects, task: Task, parcel_ids: list[str]) -> None:
    """Other goods than those of the first handover have left."""
    state = effects.state
    lines = {line.line: line for line in state.among(FulfilmentLine, fulfilment_id=task.fulfilment_id)}
    for parcel_id in parcel_ids:
        for part in state.among(ParcelLine, parcel_id=parcel_id):
            if part.quantity:
                effects.move(
                    task.place_id, lines[part.line].variant_id, SELLABLE, -part.quantity, "gone_twice"
                )


def _recover(effects: Effects, handover_id: str) -> None:
    """The goods are back in the store; correcting the handover later brings them back no second time."""
    fact = row_or_none(effects.state, Handover, handover_id)
    row = None if fact is None else row_or_none(effects.state, Fulfilment, fact.fulfilment_id)
    if fact is not None and row is not None and fact.outcome != "corrected":
        _bring_back(effects, row, fact, None)
        effects.set(fact, outcome="corrected")
