"""Reading handovers of a desk, and what is set and known for the check before one."""

from storedesk.domain.records import Handover, Setting, WordKey
from storedesk.storage.row_reader import Driver, one, select


def handover_by_id(connection: Driver, handover_id: str) -> Handover | None:
    return one(connection, Handover, "id = ?", handover_id)


def last_handover_of(connection: Driver, fulfilment_id: str) -> Handover | None:
    """The latest handover of a pickup that was not corrected."""
    found = select(
        connection, Handover, "fulfilment_id = ? AND outcome <> 'corrected' ORDER BY at DESC, id DESC LIMIT 1",
        fulfilment_id,
    )  # fmt: skip
    return found[0] if found else None


def setting_of(connection: Driver, place_id: int, name: str) -> str | None:
    """What is set for a place, else for the chain, else None."""
    for place in (place_id, 0):
        row = one(connection, Setting, "place_id = ? AND name = ?", place, name)
        if row is not None:
            return row.value
    return None


def word_key_of(connection: Driver, place_id: int) -> bytes | None:
    """The key of a place's one-time words, None where this desk does not hold it."""
    row = one(connection, WordKey, "place_id = ?", place_id)
    return None if row is None else bytes.fromhex(row.key)
