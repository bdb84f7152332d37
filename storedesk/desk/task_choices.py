"""Which action each choice of a task is."""

from typing import Any

from storedesk.actions.day_args import DismissParked, RetryParked
from storedesk.actions.pickup_args import AnswerTask
from storedesk.actions.quote_args import ApproveQuote, DeclineApproval, OfferLess
from storedesk.actions.stock_args import AnswerTransfer
from storedesk.actions.task_answers import DONE_BY
from storedesk.desk.task_facts import TaskFacts
from storedesk.domain.records import Task

Deed = tuple[str, Any]
"""A kind of action and its arguments."""


def deed_of(task: Task, choice: str, facts: TaskFacts) -> Deed | None:
    """The action of a choice; None where the task does not say what it is about."""
    kind = DONE_BY.get(choice)
    if kind is None:
        return "AnswerTask", AnswerTask(task.id, choice)
    if kind == "AnswerTransfer":
        return (kind, AnswerTransfer(facts.transfer, choice == "agree")) if facts.transfer else None
    if kind == "RetryParked":
        return kind, RetryParked(task.id)
    if kind == "DismissParked":
        return kind, DismissParked(task.id)
    if not (facts.quote and facts.content_hash):
        return None
    if kind == "OfferLess":
        return kind, OfferLess(facts.quote, facts.content_hash, max(0, facts.limit))
    made: Any = ApproveQuote if kind == "ApproveQuote" else DeclineApproval
    return kind, made(facts.quote, facts.content_hash)
