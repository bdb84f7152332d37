"""The 62 × 29 mm label on a parcel in its bin."""

from __future__ import annotations

from dataclasses import dataclass

from storedesk.documents.document_model import LABEL_62X29, Beside, Document, QrCode, Text, TextSize
from storedesk.documents.paper_texts import paper_texts
from storedesk.documents.plain_text import plain, plain_name


@dataclass(frozen=True, slots=True)
class ParcelLabelData:
    """All that a parcel label says; `name_short` as made by `short_name`, `last_day` a short date text."""

    bin: str
    order_number: str
    name_short: str
    parcel: int
    parcels: int
    last_day: str
    qr_text: str
    document_number: str
    copy_of: str | None = None
    practice: bool = False
    language: str = "en"


def short_name(full_name: str) -> str:
    """Family name and initial in capitals, as on a label: "Maria Nilsson" becomes "NILSSON M."."""
    words = plain_name(full_name).split()
    if len(words) < 2:
        return "".join(words).upper()
    return f"{words[-1]} {words[0][0]}.".upper()


def parcel_label(data: ParcelLabelData) -> Document:
    """One label; bin and order number are never cut, the name is."""
    words = paper_texts(data.language)
    share = words.n_of_m.replace("{n}", str(data.parcel)).replace("{m}", str(data.parcels))
    marks = [words.practice] if data.practice else []
    if data.copy_of is not None:
        marks.append(f"{words.copy} {plain(data.copy_of, 20)}")
    left = (
        *((Text(" · ".join(marks), TextSize.SMALL, bold=True, most_lines=1),) if marks else ()),
        Text(plain(data.bin, 24), TextSize.LARGE, bold=True, shrink=True, most_lines=1),
        Text(plain(data.order_number, 40), TextSize.HEADING, bold=True, shrink=True, most_lines=2),
        Text(plain_name(data.name_short), TextSize.SMALL, most_lines=1, tail=f" · {share}"),
        Text(f"{words.last_day} {plain(data.last_day, 40)}", TextSize.SMALL, most_lines=1),
    )
    number = plain(data.document_number, 64)
    return Document(LABEL_62X29, number, number, (Beside(left, QrCode(data.qr_text, 20.0)),))
