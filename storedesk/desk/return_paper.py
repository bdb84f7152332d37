"""The slip of a return, put together from the desk's rows."""

from storedesk.desk.papers import NothingToPrint, PaperOrder
from storedesk.documents.document_model import Document
from storedesk.documents.pickup_slip import SlipLine
from storedesk.documents.return_slip import ReturnSlipData, return_slip_80
from storedesk.domain.codes import DocumentCode, qr_text
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.quantity import PIECE, UNITS, format_bare_quantity
from storedesk.domain.records import GoodsReturnLine
from storedesk.storage.desk_return_reads import ReturnRecord, return_by_id
from storedesk.storage.row_reader import Driver


def return_slip(connection: Driver, return_id: str, order: PaperOrder) -> Document:
    """Raises ``NothingToPrint`` where this desk does not hold the return."""
    record = return_by_id(connection, return_id)
    if record is None or record.place is None:
        raise NothingToPrint("goods_return")
    place = record.place
    hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
    at = record.row.at
    return return_slip_80(
        ReturnSlipData(
            store_name=place.name,
            order_number=record.order.number if record.order else "",
            lines=tuple(_line(part, record) for part in record.lines),
            document_number=order.number,
            qr_text=qr_text(DocumentCode(order.number)),
            when_text=f"{hours.local_day(at)} {hours.local_clock(at)}",
            desk=order.desk,
            staff=order.staff,
            copy_of=order.copied_at,
            language=record.language or order.language,
            desk_language=order.language,
        )
    )


def _line(part: GoodsReturnLine, record: ReturnRecord) -> SlipLine:
    bought = record.bought.get(part.line)
    unit = UNITS.get(bought.unit if bought else "piece", PIECE)
    quantity = format_bare_quantity(part.quantity, unit, paper=True)
    return SlipLine(quantity, bought.name if bought else "", bought.detail if bought else "")
