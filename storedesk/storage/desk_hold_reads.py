"""Reading the holds of a place on its desks, with article and person."""

from storedesk.domain.records import Hold, Person, Product, Variant
from storedesk.storage.desk_reads import staff_names
from storedesk.storage.read_records import HoldRecord
from storedesk.storage.row_reader import Driver, one, select, select_in

MOST = 500


def holds_of_place(connection: Driver, place_id: int, ended_since: int) -> tuple[HoldRecord, ...]:
    """Open holds by their end, then those that ended since a moment (UTC ms), the latest first."""
    found = select(
        connection, Hold, "location_id = ? AND state IN ('asked', 'held') ORDER BY until, id LIMIT ?", place_id, MOST
    )  # fmt: skip
    found += select(
        connection, Hold,
        "location_id = ? AND state NOT IN ('asked', 'held') AND changed_at >= ? ORDER BY changed_at DESC, id LIMIT ?",
        place_id, ended_since, MOST,
    )  # fmt: skip
    return _with_details(connection, found)


def hold_of_id(connection: Driver, hold_id: str) -> Hold | None:
    return one(connection, Hold, "id = ?", hold_id)


def _with_details(connection: Driver, holds: list[Hold]) -> tuple[HoldRecord, ...]:
    variants = {row.id: row for row in select_in(connection, Variant, "id", {h.variant_id for h in holds})}
    wanted = {row.product_id for row in variants.values()}
    products = {row.id: row for row in select_in(connection, Product, "id", wanted)}
    people = {row.order_id: row for row in select_in(connection, Person, "order_id", {h.id for h in holds})}
    names = staff_names(connection)
    return tuple(
        HoldRecord(
            hold,
            variant := variants.get(hold.variant_id),
            products.get(variant.product_id) if variant else None,
            people.get(hold.id),
            names.get(hold.asked_by, ""),
        )
        for hold in holds
    )
