"""The slip a customer takes home from a pickup, on the 80 mm roll or on A5; it carries no amounts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from storedesk.documents.document_model import (
    A5,
    SLIP_80,
    Align,
    Beside,
    Block,
    Cell,
    Column,
    Document,
    Field,
    Fields,
    Footer,
    Gap,
    Pair,
    QrCode,
    Rule,
    SignatureLines,
    Table,
    Text,
    TextSize,
)
from storedesk.documents.paper_texts import PaperTexts, paper_texts
from storedesk.documents.plain_text import plain, plain_name


class LeftOut(Enum):
    """What becomes of goods the customer did not take along."""

    REFUND_ASKED = "refund_asked"
    LEFT_ON_SHELF = "left_on_shelf"


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One article that was handed over; `quantity` is a text such as "2" or "1,5 m"."""

    quantity: str
    name: str
    variant: str = ""
    sku: str = ""


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """One article that stayed behind, and why."""

    quantity: str
    name: str
    reason: LeftOut


@dataclass(frozen=True, slots=True)
class PickupSlipData:
    """All that a pickup slip says; every text is shown as it is, cleaned and cut to its room.

    `language` is the customer's, `desk_language` that of checked by, desk and staff. `copy_of` is the
    "HH:MM" of a reprint. Digits of an identity document never belong in `checked_by_text`.
    """

    store_name: str
    order_number: str
    customer_name: str
    lines: tuple[SlipLine, ...]
    document_number: str
    qr_text: str
    when_text: str
    desk: str
    staff: str
    left_out: tuple[LeftOutLine, ...] = ()
    recipient_name: str = ""
    collected_by: str = ""
    checked_by_text: str = ""
    bins: str = ""
    gift: bool = False
    copy_of: str | None = None
    practice: bool = False
    closing: tuple[str, ...] = ()
    language: str = "en"
    desk_language: str = "en"


def pickup_slip_80(data: PickupSlipData) -> Document:
    """The slip for the 80 mm roll; the paper is as long as its content."""
    words = paper_texts(data.language)
    blocks: list[Block] = [
        *_marks(data, words, Align.CENTRE),
        Text(plain(data.store_name), TextSize.HEADING, bold=True, align=Align.CENTRE, most_lines=2),
        Text(words.click_and_collect, align=Align.CENTRE),
        Rule(dashed=True),
        Text(plain(data.order_number), TextSize.LARGE, bold=True, align=Align.CENTRE, shrink=True),
        Text(plain_name(data.customer_name), bold=True, align=Align.CENTRE, most_lines=2),
        Rule(dashed=True),
        _roll_table(data),
        Rule(dashed=True),
        *_facts(data, words),
        Gap(4),
        Text(words.not_a_receipt, bold=True, align=Align.CENTRE),
        Rule(dashed=True),
        QrCode(data.qr_text, 22.0),
        Text(plain(data.document_number), code=True, align=Align.CENTRE, shrink=True),
        Gap(4),
        *(Text(plain(line), align=Align.CENTRE) for line in data.closing[:6]),
        Text(words.thanks, align=Align.CENTRE),
    ]
    return Document(SLIP_80, plain(data.document_number, 64), words.pickup_slip, tuple(blocks))


def pickup_slip_a5(data: PickupSlipData) -> Document:
    """The slip on A5 with room to sign; more lines go to more pages."""
    words = paper_texts(data.language)
    fields = [
        Field(words.order, plain(data.order_number), large=True),
        Field(words.customer, plain_name(data.customer_name)),
    ]
    if data.bins:
        fields.append(Field(words.bin, plain(data.bins, 40), large=True))
    where = Text(f"{plain(data.store_name)} · {plain(data.when_text, 60)}", most_lines=2)
    heading = Text(words.pickup_slip, TextSize.HEADING, bold=True)
    blocks: list[Block] = [
        Beside((*_marks(data, words, Align.LEFT), heading, where), QrCode(data.qr_text, 22.0)),
        Fields(tuple(fields)),
        _a5_table(data, words),
        Gap(8),
        *_facts(data, words),
        Gap(6),
        Text(words.not_a_receipt, bold=True),
        *(Text(plain(line)) for line in data.closing[:6]),
    ]
    number = plain(data.document_number, 64)
    return Document(
        A5,
        number,
        words.pickup_slip,
        tuple(blocks),
        bottom=(SignatureLines((words.signature, words.name_in_print)),),
        footer=Footer(f"{number} · {words.order} {plain(data.order_number, 64)}", words.page_of),
    )


def _marks(data: PickupSlipData, words: PaperTexts, align: Align) -> tuple[Text, ...]:
    marks = []
    if data.practice:
        marks.append(Text(words.practice, TextSize.HEADING, bold=True, align=align))
    if data.copy_of is not None:
        marks.append(
            Text(f"{words.copy} {plain(data.copy_of, 20)}", TextSize.HEADING, bold=True, align=align)
        )
    return tuple(marks)


def _roll_table(data: PickupSlipData) -> Table:
    columns = (Column("", 11.0), Column(""))
    rows = tuple(
        (
            Cell(f"{plain(line.quantity, 20)} ×", bold=True),
            Cell(plain(line.name), plain(line.variant), bold=True),
        )
        for line in data.lines
    )
    return Table(columns, rows, head=False, ruled=False)


def _a5_table(data: PickupSlipData, words: PaperTexts) -> Table:
    columns = (Column(words.item), Column(words.sku, 38.0), Column(words.quantity, 16.0, Align.RIGHT))
    rows = tuple(
        (
            Cell(plain(line.name), plain(line.variant), bold=True),
            Cell(plain(line.sku, 64), code=True),
            Cell(plain(line.quantity, 20), bold=True),
        )
        for line in data.lines
    )
    return Table(columns, rows)


def _facts(data: PickupSlipData, words: PaperTexts) -> tuple[Block, ...]:
    staff_words = paper_texts(data.desk_language)
    left = {LeftOut.REFUND_ASKED: words.refund_asked, LeftOut.LEFT_ON_SHELF: words.left_on_shelf}
    facts: list[Block] = [
        Pair(left[line.reason], f"{plain(line.quantity, 20)} × {plain(line.name)}") for line in data.left_out
    ]
    if data.gift:
        facts.append(Text(words.gift, bold=True))
    named = (
        (words.recipient, plain_name(data.recipient_name)),
        (words.collected_by, plain_name(data.collected_by)),
        (staff_words.checked_by, plain_name(data.checked_by_text)),
        (words.when, plain(data.when_text, 60)),
        (
            staff_words.desk_staff,
            ", ".join(part for part in (plain(data.desk, 40), plain(data.staff, 60)) if part),
        ),
    )
    facts += [Pair(label, value) for label, value in named if value]
    return tuple(facts)
