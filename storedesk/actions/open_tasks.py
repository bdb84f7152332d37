"""Tasks that an act settles by itself, since what they asked for is done."""

from storedesk.actions.effects import Effects
from storedesk.domain.records import Task


def settle(effects: Effects, fulfilment_id: str, kind: str, answer: str) -> None:
    """Answers what waits of this kind about a pickup, in the name of who acts."""
    for task in effects.state.among(Task, fulfilment_id=fulfilment_id):
        if task.kind == kind and task.state != "answered":
            effects.set(
                task,
                state="answered",
                answer=answer,
                answered_by=effects.act.staff_id,
                answered_at=effects.at,
            )
