"""Sample data for prints, as in the pictures."""

from dataclasses import replace

from storedesk.documents.document_model import Document
from storedesk.documents.parcel_label import ParcelLabelData, parcel_label
from storedesk.documents.pick_list import PickListData, PickListLine, pick_list
from storedesk.documents.pickup_slip import (
    LeftOut,
    LeftOutLine,
    PickupSlipData,
    SlipLine,
    pickup_slip_80,
    pickup_slip_a5,
)
from storedesk.documents.return_slip import ReturnSlipData, return_slip_80

SLIP_LINES = (
    SlipLine("1", "Skaljacka Alva", "Forest green · M", "ALV-2201-SKO-M"),
    SlipLine("1", "Vandringskänga Rask Mid", "Black · 39", "RSK-1107-SVA-39"),
    SlipLine("2", "Merinosocka Ull 3-pack", "Night blue · 37–39", "ULL-0310-NAT-37"),
)
SLIP = PickupSlipData(
    store_name="Göteborg Centrum",
    order_number="48207",
    customer_name="Maria Nilsson",
    lines=SLIP_LINES,
    document_number="GBG-07-00041-K7",
    qr_text="GBG0700041K7X8P2QW4R",
    when_text="23 Nov 2026 14:52",
    desk="GBG-2",
    staff="Elin L.",
    left_out=(LeftOutLine("1", "Termos Sten", LeftOut.REFUND_ASKED),),
    collected_by="Jonas Nilsson",
    checked_by_text="Code",
    bins="H4",
)
LABEL = ParcelLabelData(
    "H4", "48207", "NILSSON M.", 1, 2, "30 Nov", "GBG0700041K7X8P2QW4R", "GBG-07-00041-K7"
)
PICKS = (
    PickListLine("A3-02", "Skaljacka Alva", "Forest green · M", "48207", "1"),
    PickListLine("B4-07", "Termos Sten 1,0 L", "Stone", "48207", "1"),
    PickListLine("C2-03", "Skyddskänga Stål", "43", "48209", "2"),
)
PICK_LIST = PickListData("W-0311", "Mon 23 Nov 13:52", "Elin L.", PICKS, "W0311GBG07")


def documents_saying(text: str) -> tuple[Document, ...]:
    """Every document with the text in every place where a text can stand."""
    line = SlipLine(text, text, text, text)
    slip = PickupSlipData(
        store_name=text,
        order_number=text,
        customer_name=text,
        lines=(line, line),
        document_number=text,
        qr_text=text,
        when_text=text,
        desk=text,
        staff=text,
        left_out=(LeftOutLine(text, text, LeftOut.LEFT_ON_SHELF),),
        recipient_name=text,
        collected_by=text,
        checked_by_text=text,
        bins=text,
        gift=True,
        copy_of=text,
        practice=True,
        closing=(text,),
        language=text,
        desk_language=text,
    )
    label = ParcelLabelData(
        text, text, text, 12, 99, text, text, text, copy_of=text, practice=True, language=text
    )
    pick = PickListLine(text, text, text, text, text)
    picks = PickListData(text, text, text, (pick, pick), text, copy_of=text, desk=text, language=text)
    coded = replace(slip, qr_text=SLIP.qr_text), replace(label, qr_text=LABEL.qr_text)
    return (
        pickup_slip_80(slip),
        pickup_slip_a5(slip),
        pickup_slip_80(coded[0]),
        pickup_slip_a5(coded[0]),
        pick_list(picks),
        parcel_label(label),
        parcel_label(coded[1]),
        return_slip_80(
            ReturnSlipData(text, text, (line, line), text, SLIP.qr_text, text, text, text, text, text, text)
        ),
    )
