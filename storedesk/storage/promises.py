"""Deciding what promises goods on rows that nobody else changes meanwhile, so that none are promised twice."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from storedesk.domain.changes import Add, Change, Insert
from storedesk.domain.records import Hold, ProtectedStock
from storedesk.domain.tables import SELLABLE, Key
from storedesk.storage.change_set import lock_rows
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

T = TypeVar("T")
_LEVEL = "stock_level"


def decide_on_locked(
    rows: Rows, decide: Callable[[StateView], T], changes_of: Callable[[T], Sequence[Change]], *, wait: bool
) -> T:
    """What comes of a decision, with the rows it changes locked. Where it promises goods, the stock levels of
    those goods are locked too and it is made again, until it promises nothing of a level it had not locked:
    who reads a level's holds and lendings after that reads all there are.

    Raises ``RowsBusy`` without ``wait`` where others hold rows.
    """
    held: set[Key] = set()
    while True:
        result = decide(StateView(rows))
        changes = changes_of(result)
        promised = promised_levels(changes)
        lock_rows(rows, changes, wait=wait, also=[(_LEVEL, key) for key in promised])
        if promised <= held or rows.connection.dialect.name != "postgresql":
            return result
        held |= promised


def promised_levels(changes: Sequence[Change]) -> set[Key]:
    """The keys of the stock levels out of which changes promise something to somebody."""
    found: set[Key] = set()
    for change in changes:
        if isinstance(change, Insert):
            if isinstance(change.row, Hold | ProtectedStock):
                found.add((change.row.location_id, change.row.variant_id, SELLABLE))
        elif isinstance(change, Add) and change.delta > 0:
            if change.table == _LEVEL and change.column == "reserved":
                found.add(change.key)
            elif change.table == "protected_stock" and change.column == "quantity":
                found.add((*change.key[:2], SELLABLE))
    return found
