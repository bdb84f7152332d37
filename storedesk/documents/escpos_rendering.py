"""Renders a document as ESC/POS for a raw printer with a 203 dpi head, from the same blocks as the PDF."""

from __future__ import annotations

from storedesk.documents.document_model import (
    Align,
    Beside,
    Block,
    Document,
    Field,
    Fields,
    Gap,
    Pair,
    QrCode,
    Rule,
    Ruler,
    SignatureLines,
    Table,
    Text,
    TextSize,
)
from storedesk.documents.escpos_commands import (
    FEED_AND_CUT,
    START,
    align,
    bold,
    encoded,
    escpos_letters,
    magnified,
    qr_code,
)
from storedesk.documents.escpos_lines import column_widths, side_by_side, wrapped_columns
from storedesk.documents.qr_modules import is_encodable, qr_modules

_DOTS_PER_MM = 8
_DOTS_PER_LETTER = 12
_MOST_COLUMNS = 48
_TIMES = {TextSize.LARGE: 4, TextSize.HEADING: 2}


def render_escpos(document: Document) -> bytes:
    """The bytes for a raw printer, from reset to cut; never raises for what the texts contain."""
    live_mm = document.paper.width_mm - 2 * document.paper.margin_mm
    columns = min(_MOST_COLUMNS, int(live_mm * _DOTS_PER_MM) // _DOTS_PER_LETTER)
    parts = [START]
    for block in (*document.blocks, *document.bottom):
        parts.append(_block(block, columns))
    if document.footer is not None:
        parts.append(_plain_lines(wrapped_columns(escpos_letters(document.footer.text), columns, 2)))
    return b"".join((*parts, align(Align.LEFT), FEED_AND_CUT))


def _block(block: Block, columns: int) -> bytes:
    match block:
        case Text():
            return _text(block, columns)
        case Rule():
            return _plain_lines(["-" * columns])
        case Gap():
            return b"\n" if block.points >= 8 else b""
        case Pair():
            return _pair(block, columns)
        case QrCode():
            return _code(block)
        case Fields():
            return b"".join(_field(field, columns) for field in block.fields)
        case Table():
            return _table(block, columns)
        case SignatureLines():
            return b"".join(b"\n\n" + _plain_lines(["_" * (columns - 12), label]) for label in _labels(block))
        case Ruler():
            return _plain_lines([("1234567890" * 5)[:columns]])
        case Beside():
            return b"".join(_block(part, columns) for part in block.left) + _code(block.code)


def _plain_lines(lines: list[str]) -> bytes:
    return align(Align.LEFT) + b"".join(encoded(line) + b"\n" for line in lines)


def _labels(block: SignatureLines) -> list[str]:
    return [escpos_letters(label) for label in block.labels]


def _text(block: Text, columns: int) -> bytes:
    text = escpos_letters(block.text)
    if block.tail:
        tail = " " + escpos_letters(block.tail)
        text = wrapped_columns(text, columns - len(tail), 1)[0] + tail
    times = _TIMES.get(block.size, 1)
    while times > 1 and len(text) * times > columns:
        times -= 1
    lines = wrapped_columns(text, columns // times, block.most_lines)
    body = b"".join(encoded(line) + b"\n" for line in lines)
    return b"".join((align(block.align), bold(block.bold), magnified(times), body, magnified(1), bold(False)))


def _pair(block: Pair, columns: int) -> bytes:
    label, value = escpos_letters(block.label), escpos_letters(block.value)
    if len(label) + len(value) + 2 <= columns:
        lines = [label + value.rjust(columns - len(label))]
    else:
        below = wrapped_columns(value, columns - 2, 2)
        lines = [*wrapped_columns(label, columns, 2), *(line.rjust(columns) for line in below)]
    return bold(block.bold) + _plain_lines(lines) + bold(False)


def _field(field: Field, columns: int) -> bytes:
    size = TextSize.HEADING if field.large else TextSize.BODY
    value = Text(field.value, size, bold=True, shrink=field.large, most_lines=2)
    return _plain_lines([escpos_letters(field.label)]) + _text(value, columns)


def _code(code: QrCode) -> bytes:
    if not is_encodable(code.text):
        return b""
    modules = len(qr_modules(code.text))
    dots = min(16, -(-int(code.side_mm * _DOTS_PER_MM) // modules))
    return align(Align.CENTRE) + b"\n" + qr_code(code.text, dots) + b"\n" + align(Align.LEFT)


def _table(table: Table, columns: int) -> bytes:
    texts = [[_cell_text(cell.text, cell.tick) for cell in row] for row in table.rows]
    titles = [escpos_letters(column.title) for column in table.columns]
    wanted: list[int | None] = []
    for index, column in enumerate(table.columns):
        longest = max(
            [len(row[index]) for row in texts] + ([len(titles[index])] if table.head else []), default=0
        )
        wanted.append(None if column.width_mm is None else max(1, longest))
    widths = column_widths(wanted, columns)
    aligns = [column.align for column in table.columns]
    out = []
    if table.head and table.rows:
        heads = [wrapped_columns(title, width, 1) for title, width in zip(titles, widths, strict=True)]
        out.append(_plain_lines([*side_by_side(heads, widths, aligns), "-" * columns]))
    for row, row_texts in zip(table.rows, texts, strict=True):
        cells = []
        for cell, text, width in zip(row, row_texts, widths, strict=True):
            second = wrapped_columns(escpos_letters(cell.second), width, 2) if cell.second else []
            cells.append(wrapped_columns(text, width, 3) + second)
        out.append(_plain_lines(side_by_side(cells, widths, aligns)))
    return b"".join(out)


def _cell_text(text: str, tick: bool) -> str:
    return "[ ]" if tick else escpos_letters(text)
