"""Reading one handover of a desk."""

from storedesk.domain.records import Handover
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
