"""What goes on paper, put together from the desk's rows: slip, pick list, parcel label."""

from typing import NamedTuple

import msgspec

from storedesk.documents.document_model import Document
from storedesk.documents.parcel_label import ParcelLabelData, parcel_label, short_name
from storedesk.documents.pick_list import PickListData, PickListLine, pick_list, walking_order
from storedesk.documents.pickup_slip import (
    LeftOut,
    LeftOutLine,
    PickupSlipData,
    SlipLine,
    pickup_slip_80,
    pickup_slip_a5,
)
from storedesk.documents.proof_texts import proof_text
from storedesk.domain.codes import DocumentCode, ParcelCode, PickListCode, qr_text
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.quantity import UNITS, format_bare_quantity
from storedesk.domain.records import Handover, Person, Place
from storedesk.storage.desk_detail_reads import pickup_detail
from storedesk.storage.desk_reads import parcel_by_id, place_by_id
from storedesk.storage.handover_reads import handover_by_id
from storedesk.storage.read_records import LineRecord, PickupDetailRecord
from storedesk.storage.row_reader import Driver


class PaperOrder(NamedTuple):
    """Who asks for a print: ``number`` is the document's own, ``copied_at`` "HH:MM" of a reprint;
    ``practice`` marks the paper as worth nothing."""

    number: str
    now: int
    desk: str
    staff: str
    language: str
    copied_at: str | None = None
    practice: bool = False


class NothingToPrint(Exception):
    """The subject is not on this desk."""


def slip(connection: Driver, handover_id: str, order: PaperOrder, *, a5: bool = False) -> Document:
    """The slip of one handover."""
    handover = handover_by_id(connection, handover_id)
    detail = None if handover is None else pickup_detail(connection, handover.fulfilment_id)
    if handover is None or detail is None or detail.place is None:
        raise NothingToPrint("handover")
    data = _slip_data(detail, handover, detail.place, order)
    return pickup_slip_a5(data) if a5 else pickup_slip_80(data)


def _slip_data(
    detail: PickupDetailRecord, handover: Handover, place: Place, order: PaperOrder
) -> PickupSlipData:
    gone = set(msgspec.json.decode(handover.parcels, type=list[str]))
    out: dict[int, int] = {}
    left: dict[int, int] = {}
    for part in detail.parcel_lines:
        target = out if part.parcel_id in gone else left
        target[part.line] = target.get(part.line, 0) + part.quantity
    by_number = {record.line.line: record for record in detail.lines}
    still_here = {parcel.id for parcel in detail.pickup.parcels if parcel.state == "staged"}
    left_lines = tuple(
        LeftOutLine(_quantity(by_number[line], quantity), _name(by_number[line]), LeftOut.LEFT_ON_SHELF)
        for line, quantity in sorted(left.items())
        if still_here
    )
    short = tuple(
        LeftOutLine(_quantity(record, record.line.short), _name(record), LeftOut.REFUND_ASKED)
        for record in detail.lines
        if record.line.short
    )
    people = {person.role: person for person in detail.pickup.persons}
    gift = bool(detail.pickup.order and detail.pickup.order.gift)
    return PickupSlipData(
        store_name=place.name,
        order_number=detail.pickup.fulfilment.order_number,
        customer_name=_name_of(people.get("recipient") or people.get("buyer")),
        recipient_name=_name_of(people.get("recipient")) if gift else "",
        lines=tuple(_slip_line(by_number[line], quantity) for line, quantity in sorted(out.items())),
        left_out=left_lines + short,
        collected_by=_name_of(people.get("collector")),
        checked_by_text=proof_text(handover.proof, order.language),
        document_number=order.number,
        qr_text=qr_text(DocumentCode(order.number)),
        when_text=_when(place, handover.at),
        desk=order.desk,
        staff=order.staff,
        bins=", ".join(sorted({parcel.bin for parcel in detail.pickup.parcels if parcel.id in gone})),
        gift=gift,
        copy_of=order.copied_at,
        practice=order.practice,
        language=_customer_language(people.get("buyer"), order),
        desk_language=order.language,
    )


def picking_list(connection: Driver, fulfilment_id: str, order: PaperOrder) -> Document:
    """The pick list of one pickup in walking order."""
    detail = pickup_detail(connection, fulfilment_id)
    if detail is None or detail.place is None:
        raise NothingToPrint("fulfilment")
    lines = [
        PickListLine(
            place=record.level.shelf if record.level else "",
            name=_name(record),
            variant=_variant_text(record),
            order_number=detail.pickup.fulfilment.order_number,
            quantity=_quantity(record, record.line.ordered - record.line.cancelled),
        )
        for record in detail.lines
    ]
    return pick_list(
        PickListData(
            number=detail.pickup.fulfilment.order_number,
            when_text=_when(detail.place, order.now),
            staff=order.staff,
            lines=tuple(walking_order(lines)),
            qr_text=qr_text(PickListCode(fulfilment_id)),
            copy_of=order.copied_at,
            practice=order.practice,
            desk=order.desk,
            language=order.language,
        )
    )


def label(connection: Driver, parcel_id: str, order: PaperOrder) -> Document:
    """The label of one parcel."""
    found = parcel_by_id(connection, parcel_id)
    if found is None:
        raise NothingToPrint("parcel")
    parcel, pickup = found
    place = place_by_id(connection, pickup.fulfilment.place_id)
    people = {person.role: person for person in pickup.persons}
    return parcel_label(
        ParcelLabelData(
            bin=parcel.bin,
            order_number=pickup.fulfilment.order_number,
            name_short=short_name(_name_of(people.get("recipient") or people.get("buyer"))),
            parcel=parcel.number,
            parcels=len(pickup.parcels),
            last_day=pickup.fulfilment.last_day,
            qr_text=qr_text(ParcelCode("" if place is None else place.code, parcel.id)),
            document_number=order.number,
            copy_of=order.copied_at,
            practice=order.practice,
            language=order.language,
        )
    )


def _slip_line(record: LineRecord, quantity: int) -> SlipLine:
    sku = record.variant.sku if record.variant else ""
    return SlipLine(_quantity(record, quantity), _name(record), _variant_text(record), sku)


def _name(record: LineRecord) -> str:
    if record.product is not None:
        return record.product.name
    return record.order_line.name if record.order_line is not None else ""


def _variant_text(record: LineRecord) -> str:
    if record.variant is None:
        return record.order_line.detail if record.order_line is not None else ""
    return " · ".join(part for part in (record.variant.colour, record.variant.size) if part)


def _quantity(record: LineRecord, quantity: int) -> str:
    code = record.variant.unit if record.variant is not None else "piece"
    return format_bare_quantity(quantity, UNITS.get(code, UNITS["piece"]), paper=True)


def _customer_language(buyer: Person | None, order: PaperOrder) -> str:
    """The customer's own language where it is known, else the desk's."""
    return buyer.language if buyer is not None and buyer.language else order.language


def _name_of(person: Person | None) -> str:
    return "" if person is None else person.name


def _when(place: Place, at: int) -> str:
    hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
    return f"{hours.local_day(at)} {hours.local_clock(at)}"
