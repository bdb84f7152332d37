"""Rows that correct the stock without an order, as movements."""

import re

from storedesk.connectors.mapping_file import OrderMapping, PlaceSettings
from storedesk.connectors.order_records import NumberedRow
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Movement
from storedesk.domain.tables import SELLABLE


def adjustment(
    mapping: OrderMapping, stock: PlaceSettings, entry: NumberedRow, place: int, variant_id: int
) -> Movement:
    """A movement of the mapping's location; ``place`` is the row's place among those of its order number, the
    reason is what its note matches."""
    row = entry.row
    movement_id = derived_id("import adjustment", mapping.source, row.order, row.article, str(place))
    return Movement(
        movement_id,
        stock.location,
        variant_id,
        SELLABLE,
        row.quantity,
        _reason(stock, row.name),
        "",
        0,
        row.placed_at,
    )


def _reason(stock: PlaceSettings, note: str) -> str:
    for reason, pattern in stock.reasons.items():
        if note and re.search(pattern, note, re.IGNORECASE):
            return reason
    return "imported_adjustment"
