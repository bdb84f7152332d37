"""Settings as actions read them: the place's own, else the chain's, else the usual value."""

from storedesk.actions.action import State
from storedesk.actions.reading import row_or_none
from storedesk.domain.records import Setting

CHAIN = 0


def setting(state: State, place_id: int, name: str, otherwise: str = "") -> str:
    for place in (place_id, CHAIN):
        row = row_or_none(state, Setting, place, name)
        if row is not None:
            return row.value
    return otherwise
