"""Reading one pickup in full: its lines with articles, parcels, handovers, shelf, and what else is ready."""

import msgspec

from storedesk.domain.records import (
    Barcode,
    Handover,
    OrderLine,
    ParcelLine,
    Place,
    Product,
    StockLevel,
    Variant,
)
from storedesk.domain.tables import SELLABLE
from storedesk.storage.desk_account_reads import stopped_company
from storedesk.storage.desk_reads import (
    bins_of_place,
    name_is_shared,
    other_ready_pickups_of,
    pickup_by_id,
    staff_names,
)
from storedesk.storage.read_records import HandoverRecord, LineRecord, PickupDetailRecord, PickupRecord
from storedesk.storage.row_reader import Driver, one, select, select_in


def pickup_detail(connection: Driver, fulfilment_id: str) -> PickupDetailRecord | None:
    """Everything the screen shows about one pickup, or None when this desk does not hold it."""
    record = pickup_by_id(connection, fulfilment_id)
    if record is None:
        return None
    place_id = record.fulfilment.place_id
    customer = record.order.customer_id if record.order else ""
    return PickupDetailRecord(
        pickup=record,
        place=one(connection, Place, "id = ?", place_id),
        lines=lines_of(connection, record),
        parcel_lines=tuple(
            select_in(
                connection,
                ParcelLine,
                "parcel_id",
                [parcel.id for parcel in record.parcels],
                "parcel_id, line",
            )
        ),
        handovers=handovers_of(connection, fulfilment_id),
        bins=bins_of_place(connection, place_id),
        others_ready=other_ready_pickups_of(connection, customer, place_id, fulfilment_id),
        name_is_shared=name_is_shared(connection, record),
        stopped_company=stopped_company(connection, record.order.company_id if record.order else None),
    )


def handovers_of(connection: Driver, fulfilment_id: str) -> tuple[HandoverRecord, ...]:
    """The handovers of a pickup, the oldest first."""
    names = staff_names(connection)
    found = select(connection, Handover, "fulfilment_id = ? ORDER BY at, id", fulfilment_id)
    return tuple(HandoverRecord(row, names.get(row.staff_id, "")) for row in found)


def parcels_of_handover(handover: Handover) -> tuple[str, ...]:
    """The ids in the handover's JSON; a row that does not hold a list of texts names none."""
    try:
        return tuple(msgspec.json.decode(handover.parcels, type=list[str]))
    except msgspec.MsgspecError:
        return ()


def lines_of(connection: Driver, record: PickupRecord) -> tuple[LineRecord, ...]:
    """The lines of a pickup with their articles and the shelf at its place."""
    fulfilment = record.fulfilment
    wanted = [line.variant_id for line in record.lines]
    variants = {variant.id: variant for variant in select_in(connection, Variant, "id", wanted)}
    products = {
        product.id: product
        for product in select_in(connection, Product, "id", [v.product_id for v in variants.values()])
    }
    ordered = {row.line: row for row in select(connection, OrderLine, "order_id = ?", fulfilment.order_id)}
    codes: dict[int, list[str]] = {}
    for barcode in select_in(connection, Barcode, "variant_id", wanted, "variant_id, code"):
        codes.setdefault(barcode.variant_id, []).append(barcode.code)
    records = []
    for line in record.lines:
        variant = variants.get(line.variant_id)
        level = one(
            connection, StockLevel, "location_id = ? AND variant_id = ? AND bucket = ?",
            fulfilment.place_id, line.variant_id, SELLABLE,
        )  # fmt: skip
        records.append(
            LineRecord(
                line,
                ordered.get(line.line),
                variant,
                products.get(variant.product_id) if variant else None,
                level,
                tuple(codes.get(line.variant_id, ())),
            )
        )
    return tuple(records)
