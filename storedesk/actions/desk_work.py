"""Replacing a desk: its row says so, and the central system answers that device no more."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.day_args import ReplaceDesk
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need
from storedesk.domain.reasons import NotThisPlace, OwnDesk, WrongState
from storedesk.domain.records import Desk

ACTIVE, REPLACED = "active", "replaced"


def begin_replace(state: State, act: Act, at: int) -> None:
    _other_desk(state, act)


def replace(state: State, act: Act, at: int, now: int) -> Accepted:
    """What is unsent on that desk stays there, sealed; a desk that takes its place gets a code of its own."""
    row = _other_desk(state, act)
    effects = Effects(state, act, at)
    effects.set(row, state=REPLACED, replaced_at=at, replaced_by=act.staff_id)
    return effects.accepted()


def _other_desk(state: State, act: Act) -> Desk:
    """An active desk of this place, but not the one that somebody works at now."""
    args: ReplaceDesk = act.args
    row = need(state, Desk, args.desk)
    if row.place_id != act.place_id:
        raise Refusal(NotThisPlace(row.place_id))
    if row.code == act.desk:
        raise Refusal(OwnDesk(row.code))
    if row.state != ACTIVE:
        raise Refusal(WrongState(row.state, REPLACED))
    return row
