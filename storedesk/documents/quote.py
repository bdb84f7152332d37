"""The quote on A4: what is offered at which price, the tax, how long it holds, and a line to accept it on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from storedesk.documents.document_model import (
    A4,
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
    QrCode,
    SignatureLines,
    Table,
    Text,
    TextSize,
)
from storedesk.documents.paper_texts import PaperTexts, paper_texts
from storedesk.documents.plain_text import plain, plain_name
from storedesk.documents.quote_texts import QuoteTexts, quote_texts
from storedesk.domain.currency import MINOR_DIGITS
from storedesk.domain.money_text import format_amount, format_number
from storedesk.domain.quantity import PIECE, UNITS, format_quantity
from storedesk.domain.quote_totals import DELIVERY, QuoteTotals

_CENT_DIGITS = 4


class QuoteStanding(Enum):
    """What a quote is worth: a draft is indicative only, an ended one nothing any more."""

    DRAFT = "draft"
    ISSUED = "issued"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class QuotePaperLine:
    """``quantity`` in smallest steps of ``unit``; ``each`` before ``discount`` (1/10,000 %) and ``amount``
    in 1/10,000 of the currency."""

    name: str
    quantity: int
    unit: str
    each: int
    discount: int
    amount: int
    detail: str = ""
    sku: str = ""
    kind: str = "goods"


@dataclass(frozen=True, slots=True)
class QuotePaperData:
    """All that a quote says. ``deliver_to`` empty: the goods are collected at ``store_name``; days are local
    dates; ``mark`` is the part of the content's hash that people compare; ``to_confirm`` while somebody's yes
    is missing or not confirmed; ``copy_of`` is the "HH:MM" of a reprint."""

    number: str
    version: int
    store_name: str
    company_name: str
    lines: tuple[QuotePaperLine, ...]
    totals: QuoteTotals
    valid_until: str
    qr_text: str
    standing: QuoteStanding = QuoteStanding.ISSUED
    to_confirm: bool = False
    issued_day: str = ""
    contact_name: str = ""
    organisation_number: str = ""
    vat_number: str = ""
    deliver_to: str = ""
    deliver_country: str = ""
    terms_days: int = 0
    po_number: str = ""
    exempt_reason: str = ""
    approved_by: str = ""
    made_by: str = ""
    mark: str = ""
    copy_of: str | None = None
    practice: bool = False
    language: str = "en"


def quote(data: QuotePaperData) -> Document:
    """The quote on A4; more lines go to more pages, each with the table head."""
    words, own = paper_texts(data.language), quote_texts(data.language)
    number = plain(data.number, 64)
    version = own.version.replace("{n}", str(data.version))
    sold_by = " · ".join(part for part in (plain(data.store_name), plain_name(data.made_by)) if part)
    head = (
        *(Text(mark, TextSize.HEADING, bold=True) for mark in _marks(data, words, own)),
        Text(f"{own.quote} {number} · {version}", TextSize.HEADING, bold=True, most_lines=2),
        Text(sold_by, most_lines=2),
    )
    blocks: list[Block] = [
        Beside(head, QrCode(data.qr_text, 22.0)),
        Gap(6),
        _parties(data, own),
        Gap(6),
        _dates(data, own),
        _lines(data, words, own),
        Gap(8),
        _totals(data, own),
        Gap(6),
        Text(own.with_tax if data.totals.includes_tax else own.without_tax),
        *(Text(sentence, most_lines=3) for sentence in _sentences(data, own)),
    ]
    if data.approved_by:
        blocks.append(Text(f"{own.approved_by}: {plain_name(data.approved_by)}", most_lines=2))
    foot = " · ".join(part for part in (number, version, plain(data.mark, 20)) if part)
    accept = (
        Text(own.acceptance),
        SignatureLines((own.place_and_date, words.signature, words.name_in_print)),
    )
    bottom = accept if data.standing is QuoteStanding.ISSUED else ()
    return Document(A4, number, own.quote, tuple(blocks), bottom, Footer(foot, words.page_of))


def _marks(data: QuotePaperData, words: PaperTexts, own: QuoteTexts) -> tuple[str, ...]:
    marks = [words.practice] if data.practice else []
    if data.copy_of is not None:
        marks.append(f"{words.copy} {plain(data.copy_of, 20)}")
    if data.standing is QuoteStanding.DRAFT:
        marks.append(own.indicative)
    if data.standing is QuoteStanding.ENDED:
        marks.append(own.ended)
    elif data.to_confirm:
        marks.append(own.to_confirm)
    return tuple(marks)


def _parties(data: QuotePaperData, own: QuoteTexts) -> Table:
    about = (
        (own.contact, plain_name(data.contact_name)),
        (own.organisation_number, plain(data.organisation_number, 40)),
        (own.vat_number, plain(data.vat_number, 40)),
    )
    buyer = " · ".join(f"{label} {value}" for label, value in about if value)
    sent = bool(data.deliver_to or data.deliver_country)
    place = plain(data.deliver_to or data.company_name) if sent else plain(data.store_name)
    terms = own.days_net.replace("{n}", str(data.terms_days)) if data.terms_days else own.paid_at_once
    titles = (own.to, own.deliver_to if sent else own.collected_at, own.terms)
    cells = (
        Cell(plain(data.company_name), buyer, bold=True),
        Cell(place, plain(data.deliver_country, 40) if sent else "", bold=True),
        Cell(terms),
    )
    columns = (Column(titles[0], 78.0), Column(titles[1]), Column(titles[2], 42.0))
    return Table(columns, (cells,), ruled=False, whole=True)


def _dates(data: QuotePaperData, own: QuoteTexts) -> Fields:
    named = (
        (own.issued, plain(data.issued_day, 20)),
        (own.valid_until, plain(data.valid_until, 20)),
        (own.po_number, plain(data.po_number, 60)),
    )
    return Fields(tuple(Field(label, value) for label, value in named if value or label == own.valid_until))


def _lines(data: QuotePaperData, words: PaperTexts, own: QuoteTexts) -> Table:
    currency = data.totals.currency
    columns = (
        Column(words.item),
        Column(words.quantity, 26.0, Align.RIGHT),
        Column(own.each, 29.0, Align.RIGHT),
        Column(own.discount, 15.0, Align.RIGHT),
        Column(f"{own.sum}, {currency}", 32.0, Align.RIGHT),
    )
    return Table(columns, tuple(_row(line, data, own) for line in data.lines))


def _row(line: QuotePaperLine, data: QuotePaperData, own: QuoteTexts) -> tuple[Cell, ...]:
    name = plain(line.name) or (own.delivery if line.kind == DELIVERY else plain(line.sku, 64))
    second = " · ".join(part for part in (plain(line.detail), plain(line.sku, 64)) if part)
    unit = UNITS.get(line.unit, PIECE)
    least = MINOR_DIGITS[data.totals.currency]
    return (
        Cell(name, second, bold=True),
        Cell(format_quantity(line.quantity, unit, data.language, paper=True)),
        Cell(format_number(line.each, _CENT_DIGITS, least, paper=True)),
        Cell(f"{_percent(line.discount)}\u00a0%" if line.discount else ""),
        Cell(format_number(line.amount, _CENT_DIGITS, least, paper=True), bold=True),
    )


def _totals(data: QuotePaperData, own: QuoteTexts) -> Table:
    totals = data.totals

    def money(amount: int) -> str:
        return format_amount(amount, totals.currency, data.language, paper=True)

    taxes = tuple(
        (
            Cell(own.tax.replace("{rate}", _percent(group.rate)).replace("{net}", money(group.net))),
            Cell(money(group.tax)),
        )
        for group in totals.groups
    )
    rows = (
        (Cell(own.net), Cell(money(totals.net))),
        *taxes,
        (Cell(own.total, bold=True), Cell(money(totals.total), bold=True)),
    )
    columns = (Column("", align=Align.RIGHT), Column("", 46.0, Align.RIGHT))
    return Table(columns, rows, head=False, ruled=False, whole=True)


def _sentences(data: QuotePaperData, own: QuoteTexts) -> tuple[str, ...]:
    used = dict.fromkeys(group.treatment for group in data.totals.groups)
    found = []
    for treatment in used:
        sentence, reason = own.sentence(treatment), plain(data.exempt_reason, 120)
        if sentence:
            found.append(f"{sentence} {reason}" if treatment == "exempt" and reason else sentence)
    return tuple(found)


def _percent(rate: int) -> str:
    return format_number(rate, _CENT_DIGITS, 0, paper=True)
