"""Tasks that stand once for an order: no place can take it, or nobody knows one of its articles."""

from collections.abc import Mapping
from typing import Any

import msgspec

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Change, Set
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.place_of_work import CUSTOMER_SERVICE, WAREHOUSE
from storedesk.domain.records import Place, Task

WAITS_TASK = "order_not_placed"
UNKNOWN_TASK = "order_line_unknown"
_NOBODY = 0


def central_place(state: State) -> int:
    """Who gets the tasks that are no store's: customer service, else the warehouse, else the first place."""
    places = state.among(Place)
    for kind in (CUSTOMER_SERVICE, WAREHOUSE):
        found = next((place.id for place in places if place.kind == kind), None)
        if found is not None:
            return found
    return places[0].id if places else 0


def ask_waiting(
    state: State, order_id: str, place_id: int, facts: Mapping[str, Any], now: int
) -> tuple[Change, ...]:
    """The order waits for a place; asked again where somebody had answered and it waits still."""
    mark, task = _standing(state, WAITS_TASK, order_id)
    if task is not None:
        return _opened_again(task, facts)
    effects = Effects(state, Act(mark, WAITS_TASK, None, _NOBODY, place_id, ""), now)
    effects.task(WAITS_TASK, place_id, dict(facts), order_id)
    effects.note(order_id, "waits_for_place")
    return tuple(effects.changes)


def ask_unknown(
    state: State, order_id: str, place_id: int, facts: Mapping[str, Any], now: int
) -> tuple[Change, ...]:
    mark, task = _standing(state, UNKNOWN_TASK, order_id)
    if task is not None:
        return ()
    effects = Effects(state, Act(mark, UNKNOWN_TASK, None, _NOBODY, place_id, ""), now)
    effects.task(UNKNOWN_TASK, place_id, dict(facts), order_id)
    return tuple(effects.changes)


def settle_waiting(state: State, order_id: str, answer: str, now: int) -> tuple[Change, ...]:
    """The order has its place, or needs none any more."""
    _mark, task = _standing(state, WAITS_TASK, order_id)
    if task is None or task.state == "answered":
        return ()
    done = task._replace(state="answered", answer=answer, answered_by=_NOBODY, answered_at=now)
    return (Set("task", task, done),)


def _standing(state: State, kind: str, order_id: str) -> tuple[str, Task | None]:
    mark = derived_id(kind, order_id)
    return mark, row_or_none(state, Task, effect_id(mark, 1))


def _opened_again(task: Task, facts: Mapping[str, Any]) -> tuple[Change, ...]:
    text = msgspec.json.encode(dict(facts), order="sorted").decode()
    answered = task.state == "answered"
    again = task._replace(state="open", answer="", answered_by=None, answered_at=None) if answered else task
    new = again._replace(facts=text)
    return (Set("task", task, new),) if new != task else ()
