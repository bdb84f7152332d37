"""A kind of action that works on a desk and raises on the hub, as one does that meets data it was not written for."""

from storedesk.actions.action import Accepted, Act, ActionKind, Args, State
from storedesk.actions.effects import Effects

NAME = "SimulatedMishap"


class Mishap(Args, frozen=True):
    order_id: str


def _begin(state: State, act: Act, at: int) -> None:
    """Staff may always."""


def _apply(state: State, act: Act, at: int, now: int) -> Accepted:
    if state.is_central:
        raise ValueError("This act cannot be decided")
    effects = Effects(state, act, at)
    effects.note(act.args.order_id, "noted")
    effects.task("noted", act.place_id, {})
    return effects.accepted()


MISHAP = ActionKind(NAME, 1, Mishap, "task.answer", False, _begin, _apply)
