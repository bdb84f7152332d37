"""Reading inside an action: a row that must be there, or the refusal that says why not."""

from typing import TypeVar

from storedesk.actions.action import Refusal, State
from storedesk.domain.changes import Absent, Elsewhere
from storedesk.domain.reasons import NeedsHub, UnknownRecord
from storedesk.domain.tables import TABLE_BY_ROW

R = TypeVar("R")


def need(state: State, row_type: type[R], *key: int | str) -> R:
    """The row, or a refusal: it is not there, or it lies outside what this desk holds."""
    row = state.get(row_type, *key)
    if isinstance(row, Elsewhere):
        raise Refusal(NeedsHub(TABLE_BY_ROW[row_type].name))
    if isinstance(row, Absent):
        raise Refusal(UnknownRecord(TABLE_BY_ROW[row_type].name))
    return row


def row_or_none(state: State, row_type: type[R], *key: int | str) -> R | None:
    row = state.get(row_type, *key)
    return None if isinstance(row, Absent | Elsewhere) else row
