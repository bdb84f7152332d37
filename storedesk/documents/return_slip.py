"""The slip for goods that came back: what was taken, and that money follows after a check; no amounts."""

from __future__ import annotations

from dataclasses import dataclass

from storedesk.documents.document_model import (
    SLIP_80,
    Align,
    Block,
    Cell,
    Column,
    Document,
    Gap,
    Pair,
    QrCode,
    Rule,
    Table,
    Text,
    TextSize,
)
from storedesk.documents.paper_texts import language_of, paper_texts
from storedesk.documents.pickup_slip import SlipLine
from storedesk.documents.plain_text import plain

_TITLES = {
    "en": "Return slip", "sv": "Retursedel", "nb": "Returseddel", "da": "Returseddel", "fi": "Palautuslappu",
    "de": "Rückgabeschein",
}  # fmt: skip
_AFTER_CHECK = {
    "en": "Refund after check", "sv": "Återbetalning efter kontroll", "nb": "Tilbakebetaling etter kontroll",
    "da": "Tilbagebetaling efter kontrol", "fi": "Hyvitys tarkistuksen jälkeen", "de": "Erstattung nach Prüfung",
}  # fmt: skip
_TAKEN_BACK = {
    "en": "Taken back", "sv": "Mottaget", "nb": "Mottatt", "da": "Modtaget", "fi": "Vastaanotettu",
    "de": "Zurückgenommen",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReturnSlipData:
    """``language`` is the customer's; ``copy_of`` the "HH:MM" of a reprint."""

    store_name: str
    order_number: str
    lines: tuple[SlipLine, ...]
    document_number: str
    qr_text: str
    when_text: str
    desk: str
    staff: str
    copy_of: str | None = None
    language: str = "en"
    desk_language: str = "en"


def return_slip_80(data: ReturnSlipData) -> Document:
    """The slip for the 80 mm roll; the paper is as long as its content."""
    words, code = paper_texts(data.language), language_of(data.language)
    staff = ", ".join(part for part in (plain(data.desk, 40), plain(data.staff, 60)) if part)
    marks: list[Block] = []
    if data.copy_of is not None:
        text = f"{words.copy} {plain(data.copy_of, 20)}"
        marks.append(Text(text, TextSize.HEADING, bold=True, align=Align.CENTRE))
    blocks: list[Block] = [
        *marks,
        Text(plain(data.store_name), TextSize.HEADING, bold=True, align=Align.CENTRE, most_lines=2),
        Text(_TITLES[code], align=Align.CENTRE),
        Rule(dashed=True),
        Text(plain(data.order_number), TextSize.LARGE, bold=True, align=Align.CENTRE, shrink=True),
        Rule(dashed=True),
        Text(_TAKEN_BACK[code], bold=True),
        _table(data),
        Rule(dashed=True),
        Pair(words.when, plain(data.when_text, 60)),
        Pair(paper_texts(data.desk_language).desk_staff, staff),
        Gap(4),
        Text(_AFTER_CHECK[code], TextSize.MEDIUM, bold=True, align=Align.CENTRE),
        Text(words.not_a_receipt, bold=True, align=Align.CENTRE),
        Rule(dashed=True),
        QrCode(data.qr_text, 22.0),
        Text(plain(data.document_number), code=True, align=Align.CENTRE, shrink=True),
        Gap(4),
        Text(words.thanks, align=Align.CENTRE),
    ]
    return Document(SLIP_80, plain(data.document_number, 64), _TITLES[code], tuple(blocks))


def _table(data: ReturnSlipData) -> Table:
    rows = tuple(
        (
            Cell(f"{plain(line.quantity, 20)} ×", bold=True),
            Cell(plain(line.name), plain(line.variant), bold=True),
        )
        for line in data.lines
    )
    return Table((Column("", 11.0), Column("")), rows, head=False, ruled=False)
