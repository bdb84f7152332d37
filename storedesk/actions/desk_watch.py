"""A desk that is connected and does not send gets a task at its place; it ends when the desk sends again."""

import msgspec

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Absent, Change
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Task

TASK = "desk_not_sending"
NOBODY = 0


def ask_about_desk(state: State, desk: str, place_id: int, unsent_at: int, now: int) -> tuple[Change, ...]:
    """One task for each action that is stuck, also where somebody has closed it already."""
    mark = derived_id("desk not sending", desk, str(unsent_at))
    if not isinstance(state.get(Task, effect_id(mark, 1)), Absent):
        return ()
    effects = Effects(state, Act(mark, TASK, None, NOBODY, place_id, desk), now)
    effects.task(TASK, place_id, {"desk": desk, "at": unsent_at})
    return tuple(effects.changes)


def end_if_it_sends(
    state: State, task_id: str, stuck: frozenset[tuple[str, int]], now: int
) -> tuple[Change, ...]:
    """``stuck`` are desks that do not send, each with the time (UTC ms) of the action that waits."""
    task = row_or_none(state, Task, task_id)
    if task is None or task.state == "answered" or (desk_of(task), since_of(task)) in stuck:
        return ()
    effects = Effects(state, Act(task.action_id, TASK, None, NOBODY, task.place_id, desk_of(task)), now)
    effects.set(task, state="answered", answer="no_longer", answered_by=NOBODY, answered_at=now)
    return tuple(effects.changes)


def desk_of(task: Task) -> str:
    return str(msgspec.json.decode(task.facts).get("desk", ""))


def since_of(task: Task) -> int:
    return int(msgspec.json.decode(task.facts).get("at", 0))
