"""Reading stock on a desk: one article at all places, and a product's variants side by side."""

from storedesk.domain import pickup_state
from storedesk.domain.records import (
    Barcode,
    Channel,
    Hold,
    Place,
    Price,
    Product,
    ProtectedStock,
    StockLevel,
    TillFeed,
    Variant,
)
from storedesk.domain.tables import SELLABLE
from storedesk.domain.till_silence import SETTING
from storedesk.storage.handover_reads import setting_of
from storedesk.storage.read_records import MatrixRecord, PlaceStock, VariantStock
from storedesk.storage.row_reader import Driver, chunks, one, select, select_in

_OPEN_HOLD = "state IN ('asked', 'held')"


def stock_of_variant(connection: Driver, variant_id: int, place_id: int, today: str) -> VariantStock | None:
    """An article with its levels at every place this desk follows; ``today`` is the place's ISO date."""
    variant = one(connection, Variant, "id = ?", variant_id)
    product = one(connection, Product, "id = ?", variant.product_id) if variant else None
    if variant is None or product is None:
        return None
    barcodes = select(connection, Barcode, "variant_id = ? ORDER BY pack_quantity, code", variant_id)
    place = one(connection, Place, "id = ?", place_id)
    price = _price(connection, variant_id, place, today)
    return VariantStock(
        variant,
        product,
        tuple(barcode.code for barcode in barcodes),
        price.amount if price else None,
        price.currency if price else "",
        _places(connection, variant_id),
        tuple(select(connection, Channel, "1 = 1 ORDER BY id")),
        reserved_orders(connection, variant_id, place_id),
    )


def reserved_orders(connection: Driver, variant_id: int, place_id: int) -> tuple[str, ...]:
    """Numbers of the open pickups that have this article reserved at a place, also to bring it to another."""
    states = tuple(sorted(pickup_state.OPEN))
    marks = ", ".join("?" * len(states))
    sql = (
        "SELECT f.order_number, f.promised_at FROM fulfilment f JOIN fulfilment_line l ON l.fulfilment_id = f.id "
        f"WHERE f.place_id = ? AND f.state IN ({marks}) AND l.variant_id = ? "
        "AND l.ordered - l.cancelled - l.short - l.collected > 0 "
        "AND (f.state <> 'inbound' OR f.source_id = 0 OR l.picked > 0) "
        "UNION SELECT f.order_number, f.promised_at FROM transfer t JOIN fulfilment f ON f.id = t.fulfilment_id "
        "JOIN transfer_line l ON l.transfer_id = t.id "
        "WHERE t.from_id = ? AND l.variant_id = ? AND l.reserved > 0 ORDER BY 2, 1 LIMIT 50"
    )
    found = connection.execute(sql, (place_id, *states, variant_id, place_id, variant_id))
    return tuple(dict.fromkeys(row[0] for row in found))


def variant_matrix(connection: Driver, product_id: int) -> MatrixRecord | None:
    """A product with all its variants and their sellable levels."""
    product = one(connection, Product, "id = ?", product_id)
    if product is None:
        return None
    variants = select(connection, Variant, "product_id = ? ORDER BY id", product_id)
    levels: list[StockLevel] = []
    holds: list[Hold] = []
    lent: list[ProtectedStock] = []
    for part in chunks([variant.id for variant in variants]):
        marks = ", ".join("?" * len(part))
        where = f"location_id IN (SELECT id FROM place) AND variant_id IN ({marks})"
        levels += select(connection, StockLevel, f"{where} AND bucket = {SELLABLE}", *part)
        holds += select(connection, Hold, f"{where} AND {_OPEN_HOLD}", *part)
        lent += select(connection, ProtectedStock, where, *part)
    return MatrixRecord(product, tuple(variants), tuple(levels), tuple(holds), tuple(lent))


def _places(connection: Driver, variant_id: int) -> tuple[PlaceStock, ...]:
    levels: dict[int, list[StockLevel]] = {}
    for (location,) in connection.execute("SELECT id FROM place ORDER BY id"):
        found = select(connection, StockLevel, "location_id = ? AND variant_id = ?", location, variant_id)
        if found:
            levels[location] = found
    places = {place.id: place for place in select_in(connection, Place, "id", levels)}
    return tuple(
        _place_stock(connection, places[location], variant_id, rows) for location, rows in levels.items()
    )


def _place_stock(connection: Driver, place: Place, variant_id: int, rows: list[StockLevel]) -> PlaceStock:
    where, key = "location_id = ? AND variant_id = ?", (place.id, variant_id)
    quantities = {row.bucket: row.quantity for row in rows}
    till = one(connection, TillFeed, "location_id = ?", place.id)
    main = next((row for row in rows if row.bucket == SELLABLE), rows[0])
    return PlaceStock(
        place,
        quantities,
        main.reserved,
        main.safety,
        main.incoming,
        main.incoming_at,
        main.shelf,
        main.changed_at,
        tuple(select(connection, Hold, f"{where} AND {_OPEN_HOLD} ORDER BY until, id", *key)),
        tuple(select(connection, ProtectedStock, where, *key)),
        None if till is None else till.last_sale_at,
        setting_of(connection, place.id, SETTING) or "",
    )


def _price(connection: Driver, variant_id: int, place: Place | None, today: str) -> Price | None:
    """The base price in the place's currency that is valid today."""
    if place is None:
        return None
    return one(
        connection,
        Price,
        "variant_id = ? AND currency = ? AND valid_from <= ? AND from_quantity <= 1 AND list_code <> 'cost' "
        "ORDER BY list_code = 'base' DESC, valid_from DESC, from_quantity DESC",
        variant_id,
        place.currency,
        today,
    )
