"""The rule of the last day: each late pickup gets a task, and a task ends when its pickup is late no more."""

from collections.abc import Mapping

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.not_collected import MAY_BE_RELEASED, TASK, is_late
from storedesk.actions.open_tasks import settle
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Change
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, Order, Parcel, Place, Task

NOBODY = 0


def late_pickup(state: State, fulfilment_id: str, heard: Mapping[int, int], now: int) -> tuple[Change, ...]:
    """What the hub's clock does about one pickup: a task once its last day has closed, never a refund.

    A last day has its task once, also where somebody has closed that task; a later last day has its own. Nothing
    before every desk of the place was heard of after the end: one may have handed the goods over. ``heard`` says
    until when (UTC ms) for each place that has desks.
    """
    row = row_or_none(state, Fulfilment, fulfilment_id)
    place = None if row is None else row_or_none(state, Place, row.place_id)
    if row is None or place is None:
        return ()
    mark = derived_id("not collected", row.id, row.last_day)
    act = Act(mark, TASK, None, NOBODY, row.place_id, "")
    effects = Effects(state, act, now)
    order = row_or_none(state, Order, row.order_id)
    tasks = [task for task in state.among(Task, fulfilment_id=row.id) if task.kind == TASK]
    if row.state in MAY_BE_RELEASED and is_late(row, order, place, now):
        if not is_late(row, order, place, min(now, heard.get(row.place_id, now))):
            return ()
        if not any(task.action_id == mark for task in tasks):
            _ask(effects, row)
    elif any(task.state != "answered" for task in tasks):
        settle(effects, row.id, TASK, "no_longer")
    return tuple(effects.changes)


def _ask(effects: Effects, row: Fulfilment) -> None:
    settle(effects, row.id, TASK, "no_longer")
    parcels = [one for one in effects.state.among(Parcel, fulfilment_id=row.id) if one.state == "staged"]
    facts = {
        "order": row.order_number,
        "last_day": row.last_day,
        "quantity": len(parcels),
        "bin": ", ".join(sorted({parcel.bin for parcel in parcels})),
    }
    effects.task(TASK, row.place_id, facts, row.order_id, row.id)
    effects.note(row.order_id, "last_day_passed", {"last_day": row.last_day})
