"""Parked actions: trying the kept bytes again, or giving them up; central does both, a desk only asks."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.day_args import DismissParked, RetryParked
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need
from storedesk.actions.rights import staff_at
from storedesk.domain.reasons import AlreadyAnswered, NotThisPlace, UnknownChoice
from storedesk.domain.records import Task

TASK = "parked_action"
TRY_AGAIN, GIVE_UP = "try_again", "give_up"


def begin(state: State, act: Act, at: int) -> None:
    _parked_task(state, act, at)


def retry(state: State, act: Act, at: int, now: int) -> Accepted:
    """The task waits until central has decided the kept action anew, which it does with this one."""
    task = _parked_task(state, act, at)
    effects = Effects(state, act, at)
    effects.set(task, state="waiting", answer=TRY_AGAIN, answered_by=act.staff_id, answered_at=at)
    return effects.accepted()


def dismiss(state: State, act: Act, at: int, now: int) -> Accepted:
    """The kept action becomes refused; its desk takes back what it showed."""
    task = _parked_task(state, act, at)
    effects = Effects(state, act, at)
    effects.set(task, state="answered", answer=GIVE_UP, answered_by=act.staff_id, answered_at=at)
    return effects.accepted()


def _parked_task(state: State, act: Act, at: int) -> Task:
    args: RetryParked | DismissParked = act.args
    task = need(state, Task, args.task_id)
    if task.kind != TASK:
        raise Refusal(UnknownChoice(TRY_AGAIN if isinstance(args, RetryParked) else GIVE_UP))
    if task.place_id != act.place_id and staff_at(state, task.place_id, act.staff_id, at) is None:
        raise Refusal(NotThisPlace(task.place_id))
    if task.state == "answered":
        raise Refusal(AlreadyAnswered(task.answer))
    return task
