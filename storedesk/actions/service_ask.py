"""Asking the store that holds the goods, and its answer on the way back to whoever asked."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.service_args import AskStore
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.pickup_state import FINAL
from storedesk.domain.reasons import TextMissing, WrongState
from storedesk.domain.records import Fulfilment, StoreQuestion, Task

ANSWERS = ("goods_here", "ready_today", "ready_tomorrow", "not_here")
"""What a store may answer, as choices of its task."""


def begin_ask(state: State, act: Act, at: int) -> None:
    args: AskStore = act.args
    refuse_personal_number(args.note, "note")
    if args.question == "other" and not args.note.strip():
        raise Refusal(TextMissing("note"))
    _open_part(state, args)


def ask(state: State, act: Act, at: int, now: int) -> Accepted:
    """The question stands at the order everywhere; the store finds it as a task."""
    args: AskStore = act.args
    row = _open_part(state, args)
    effects = Effects(state, act, at)
    question = effects.insert(
        StoreQuestion(
            effects.new_id(), row.order_id, row.id, row.place_id, act.place_id, args.question, args.note, "asked",
            at, act.staff_id, act.desk, "", None, None,
        )
    )  # fmt: skip
    effects.note(row.order_id, "store_asked", {"question": args.question, "place_id": row.place_id})
    if state.is_central:
        facts = {"order": row.order_number, "question": args.question, "asked": question.id, "desk": act.desk}
        effects.task("store_asked", row.place_id, facts, row.order_id, row.id)
    return effects.accepted()


def answered(effects: Effects, task: Task, facts: dict[str, int | str], choice: str, note: str) -> None:
    """Writes a store's answer to the question its task was opened for; the asking place gets a task to read it."""
    question = row_or_none(effects.state, StoreQuestion, str(facts.get("asked", "")))
    if question is None or question.state == "answered":
        return
    act = effects.act
    effects.set(
        question, state="answered", answer=choice, answered_at=effects.at, answered_by=act.staff_id,
        answer_note=note,
    )  # fmt: skip
    effects.note(question.order_id, "store_answered", {"answer": choice, "place_id": task.place_id})
    if effects.state.is_central:
        told = {"order": facts.get("order", ""), "reason": choice, "asked": question.id}
        effects.task("store_answered", question.from_id, told, question.order_id, question.fulfilment_id)


def _open_part(state: State, args: AskStore) -> Fulfilment:
    row = need(state, Fulfilment, args.fulfilment_id)
    if row.state in FINAL:
        raise Refusal(WrongState(row.state, "asked"))
    return row
