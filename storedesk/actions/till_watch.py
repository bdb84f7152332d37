"""Tills that are silent while their store is open get a task there; it ends when they speak again."""

import msgspec

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Absent, Change
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Task

TASK = "till_silent"
NOBODY = 0


def ask_about_tills(state: State, place_id: int, since: int, now: int) -> tuple[Change, ...]:
    """One task for each silence, also where somebody has closed it already."""
    mark = derived_id("till silent", str(place_id), str(since))
    if not isinstance(state.get(Task, effect_id(mark, 1)), Absent):
        return ()
    effects = Effects(state, Act(mark, TASK, None, NOBODY, place_id, ""), now)
    effects.task(TASK, place_id, {"at": since})
    return tuple(effects.changes)


def end_if_heard(
    state: State, task_id: str, silent: frozenset[tuple[int, int]], now: int
) -> tuple[Change, ...]:
    """``silent`` are places whose tills are silent, each with the time (UTC ms) they were last heard of."""
    task = row_or_none(state, Task, task_id)
    if task is None or task.state == "answered" or (task.place_id, _since(task)) in silent:
        return ()
    effects = Effects(state, Act(task.action_id, TASK, None, NOBODY, task.place_id, ""), now)
    effects.set(task, state="answered", answer="no_longer", answered_by=NOBODY, answered_at=now)
    return tuple(effects.changes)


def article_task(place_id: int, article: str, why: str, now: int) -> Task:
    """One for each number that a place's tills use and nobody knows; ``why`` is unknown, ambiguous or unfit."""
    mark = article_task_id(place_id, article)
    facts = msgspec.json.encode({"number": article, "reason": f"till_{why}"}, order="sorted").decode()
    return Task(mark, place_id, "till_article", "", "", mark, now, "open", facts, "", None, None)


def article_task_id(place_id: int, article: str) -> str:
    return derived_id("till article", str(place_id), article)


def _since(task: Task) -> int:
    return int(msgspec.json.decode(task.facts).get("at", 0))
