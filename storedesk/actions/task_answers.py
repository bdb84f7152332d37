"""Answering a task: the safe choices of every kind, and what each of them does to goods."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.company_work import merge_companies
from storedesk.actions.effects import Effects
from storedesk.actions.goods_return import settle_over_return
from storedesk.actions.handover_correct import bring_back, find_again
from storedesk.actions.not_collected import RESTOCK_TASK
from storedesk.actions.parked_work import GIVE_UP, TRY_AGAIN
from storedesk.actions.parked_work import TASK as PARKED_TASK
from storedesk.actions.pickup_args import AnswerTask
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.restock import restock_all
from storedesk.actions.return_check import CHECK_TASK, settle_check
from storedesk.actions.rights import staff_at
from storedesk.actions.send_home import SEND_TASK, sent_home
from storedesk.actions.service_ask import ANSWERS, answered
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.reasons import AlreadyAnswered, NotThisPlace, UnknownChoice
from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, ParcelLine, Place, Task
from storedesk.domain.tables import DAMAGED, SELLABLE

CHOICES: dict[str, tuple[str, ...]] = {
    "double_handover": ("recorded_twice", "gone_twice", "ask_customer"),
    "handover_of_ended_order": ("recovered", "charge", "ask_customer"),
    "handed_over_from_label": ("understood", "ask_customer"),
    "below_zero": ("counted", "understood"),
    "count_task": ("counted", "understood"),
    "write_off": ("written_off", "sellable_again", "understood"),
    "relabel": ("relabelled", "count_shelf", "understood"),
    "customer_decision": ("ask_customer", "understood"),
    "refused_action": ("put_back", "ask_manager", "understood"),
    "right_ended": ("understood", "ask_manager"),
    "receipt_used_twice": ("charge", "ask_customer", "understood"),
    "goods_missing": ("found_again", "written_off", "ask_customer"),
    "parcel_not_seen": ("found", "count_shelf", "ask_customer"),
    "parcel_unexpected": ("put_back", "count_shelf", "ask_customer"),
    "hold_refused": ("ask_customer", "understood"),
    "transfer_asked": ("agree", "say_no", "understood"),
    "transfer_refused": ("ask_customer", "understood"),
    "transfer_differs": ("counted", "ask_place", "understood"),
    "transfer_not_sent": ("counted", "ask_place", "understood"),
    "quote_approval": ("approve", "offer_less", "decline", "ask_manager"),
    "quote_differs": ("understood", "ask_customer"),
    "quote_order_refused": ("ask_customer", "understood"),
    "not_collected": ("ask_customer", "understood"),
    "restock": ("put_back", "ask_manager"),
    "restock_unexpected": ("counted", "understood"),
    "inbound_unexpected": ("put_back", "ask_place", "understood"),
    "inbound_differs": ("ask_place", "ask_customer", "understood"),
    "brought_too_much": ("put_back", "count_shelf"),
    "sent_for_nobody": ("ask_place", "understood"),
    "collector_refused": ("ask_customer", "understood"),
    "company_duplicate": ("same_company", "two_companies"),
    "store_asked": ANSWERS,
    "store_answered": ("understood", "ask_customer"),
    "request_refused": ("ask_customer", "understood"),
    "put_back_goods": ("put_back", "count_shelf"),
    "ship_to_customer": ("understood", "ask_customer"),
    "check_return": ("sellable_again", "is_damaged", "ask_manager"),
    "ring_customer": ("understood", "ask_customer"),
    "over_return": ("ask_customer", "returned_once", "returned_twice"),
    PARKED_TASK: (TRY_AGAIN, GIVE_UP, "ask_manager"),
    "desk_not_sending": ("understood", "ask_manager"),
    "tell_by_hand": ("understood", "ask_manager"),
    "order_not_placed": ("ask_customer", "ask_manager"),
    "order_line_unknown": ("understood", "ask_manager"),
    "cancelled_when_ready": ("put_back", "ask_customer"),
    "cancelled_after_handover": ("recovered", "charge", "ask_customer"),
    "till_silent": ("understood", "ask_manager"),
    "till_article": ("ask_manager", "understood"),
}
"""What may be answered, the one that suits most first. Nothing here takes back what has happened."""
DONE_BY: dict[str, str] = {
    "agree": "AnswerTransfer",
    "say_no": "AnswerTransfer",
    "approve": "ApproveQuote",
    "offer_less": "OfferLess",
    "decline": "DeclineApproval",
    TRY_AGAIN: "RetryParked",
    GIVE_UP: "DismissParked",
}
"""Choices that are an action of their own, which also closes the task."""
_OF_RETURNS = {CHECK_TASK: settle_check, "over_return": settle_over_return}
WAITING = frozenset({"ask_customer", "ask_place", "ask_manager"})
"""Choices that keep the task, until somebody knows more."""


def begin_answer(state: State, act: Act, at: int) -> None:
    args: AnswerTask = act.args
    refuse_personal_number(args.note, "note")


def answer(state: State, act: Act, at: int, now: int) -> Accepted:
    args: AnswerTask = act.args
    task = need(state, Task, args.task_id)
    _refuse_other_place(state, act, task, at)
    if task.state == "answered":
        raise Refusal(AlreadyAnswered(task.answer))
    if args.choice not in CHOICES.get(task.kind, ("understood",)) or args.choice in DONE_BY:
        raise Refusal(UnknownChoice(args.choice))
    effects = Effects(state, act, at)
    effects.set(
        task,
        state="waiting" if args.choice in WAITING else "answered",
        answer=args.choice,
        answered_by=act.staff_id,
        answered_at=at,
    )
    _carry_out(effects, task, args.choice, args.note)
    return effects.accepted()


def _refuse_other_place(state: State, act: Act, task: Task, at: int) -> None:
    """For another place answers customer service, or somebody who has rights there too."""
    if task.place_id == act.place_id or staff_at(state, task.place_id, act.staff_id, at) is not None:
        return
    own = row_or_none(state, Place, act.place_id)
    if own is None or own.kind in ("store", "warehouse"):
        raise Refusal(NotThisPlace(task.place_id))


def _carry_out(effects: Effects, task: Task, choice: str, note: str) -> None:
    facts = msgspec.json.decode(task.facts)
    if choice == "gone_twice":
        _take_again(effects, task, facts.get("parcels", []))
    elif choice == "recovered":
        _recover(effects, facts.get("handover", ""))
    elif choice == "found_again":
        row = row_or_none(effects.state, Fulfilment, task.fulfilment_id)
        if row is not None:
            find_again(effects, row)
    elif choice == "count_shelf":
        _count(effects, task, facts)
    elif task.kind == RESTOCK_TASK and choice == "put_back":
        restock_all(effects, task.fulfilment_id)
    elif task.kind == SEND_TASK and choice == "understood":
        sent_home(effects, task.fulfilment_id)
    elif choice == "same_company":
        merge_companies(effects, facts.get("company", 0), facts.get("other", 0))
    elif task.kind == "store_asked":
        answered(effects, task, facts, choice, note)
    elif task.kind in _OF_RETURNS:
        _OF_RETURNS[task.kind](effects, task, facts, choice)
    elif task.kind == "write_off":
        _settle_damage(effects, task.place_id, facts, choice)


def _take_again(effects: Effects, task: Task, parcel_ids: list[str]) -> None:
    """Other goods than those of the first handover have left."""
    for variant_id, quantity in _contents(effects.state, task.fulfilment_id, parcel_ids):
        effects.move(task.place_id, variant_id, SELLABLE, -quantity, "gone_twice")


def _recover(effects: Effects, handover_id: str) -> None:
    """The goods are back in the store; correcting the handover later brings them back no second time."""
    fact = row_or_none(effects.state, Handover, handover_id)
    row = None if fact is None else row_or_none(effects.state, Fulfilment, fact.fulfilment_id)
    if fact is not None and row is not None and fact.outcome != "corrected":
        bring_back(effects, row, fact, None)
        effects.set(fact, outcome="corrected")


def _settle_damage(effects: Effects, place_id: int, facts: dict[str, Any], choice: str) -> None:
    """Damaged goods leave the stock for good, or go back among what is sold."""
    variant_id, quantity = facts.get("variant_id", 0), facts.get("quantity", 0)
    if choice == "understood" or not variant_id or not quantity:
        return
    effects.move(place_id, variant_id, DAMAGED, -quantity, f"task_{choice}")
    if choice == "sellable_again":
        effects.move(place_id, variant_id, SELLABLE, quantity, f"task_{choice}")


def _count(effects: Effects, task: Task, facts: dict[str, Any]) -> None:
    """A count is asked for, one for each article that the task is about."""
    articles = dict(_contents(effects.state, task.fulfilment_id, facts.get("parcels", [])))
    for name in ("variant_id", "found_variant_id"):
        if facts.get(name):
            articles.setdefault(facts[name], facts.get("quantity", 0))
    order = facts.get("order", "")
    for variant_id, quantity in sorted(articles.items()):
        asked = {"variant_id": variant_id, "quantity": quantity, "reason": task.kind, "order": order}
        effects.task("count_task", task.place_id, asked, task.order_id, task.fulfilment_id)


def _contents(state: State, fulfilment_id: str, parcel_ids: list[str]) -> list[tuple[int, int]]:
    """Article and quantity of every part of the parcels that holds something, in the parcels' order."""
    lines = {line.line: line for line in state.among(FulfilmentLine, fulfilment_id=fulfilment_id)}
    return [
        (lines[part.line].variant_id, part.quantity)
        for parcel_id in parcel_ids
        for part in state.among(ParcelLine, parcel_id=parcel_id)
        if part.quantity and part.line in lines
    ]
