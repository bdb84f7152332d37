"""Lays out the simple blocks of a document as marks of a given width."""

from __future__ import annotations

from storedesk.documents.document_model import (
    Align,
    Beside,
    Field,
    Fields,
    Gap,
    Pair,
    Paper,
    QrCode,
    Rule,
    Ruler,
    SignatureLines,
    SimpleBlock,
    Text,
    TextSize,
)
from storedesk.documents.page_marks import (
    POINTS_PER_MM,
    CodeMark,
    Fragment,
    LineMark,
    Mark,
    TextMark,
    UprightMark,
    moved,
    stacked,
)
from storedesk.documents.paper_fonts import Face, lettered, width_of
from storedesk.documents.qr_modules import is_encodable, qr_modules
from storedesk.documents.text_fitting import cut_to, points_that_fit, wrapped

_SMALL = 9.0
_SIZES = {
    "slip_80": {TextSize.BODY: 10.0, TextSize.MEDIUM: 12.0, TextSize.HEADING: 13.5, TextSize.LARGE: 29.0},
    "label_62x29": {TextSize.BODY: 9.0, TextSize.MEDIUM: 11.0, TextSize.HEADING: 15.0, TextSize.LARGE: 23.0},
}
_SHEET_SIZES = {TextSize.BODY: 10.0, TextSize.MEDIUM: 13.0, TextSize.HEADING: 17.0, TextSize.LARGE: 26.0}
_LEADING = 1.3
_ASCENT = 0.97
_QUIET_MODULES = 4
_FIELD_GAP = 16.0
_LARGEST_TRIED = (99.0, 18.0, 15.0, 12.0, 9.0)


def points_of(paper: Paper, size: TextSize) -> float:
    """The size of text on a paper; small is 9 points on all of them."""
    return _SIZES.get(paper.name, _SHEET_SIZES).get(size, _SMALL)


def lay_block(block: SimpleBlock, paper: Paper, width: float, largest: float = 99.0) -> Fragment:
    """The marks of one block in `width` points; no text is larger than `largest` points."""
    match block:
        case Text():
            return _lay_text(block, min(largest, points_of(paper, block.size)), width)
        case Rule():
            return Fragment(10.0, (LineMark(0.0, 4.5, width, 0.8, block.dashed),))
        case Gap():
            return Fragment(block.points)
        case Pair():
            return _lay_pair(block, points_of(paper, TextSize.BODY), width)
        case Fields():
            return _lay_fields(block, paper, width)
        case SignatureLines():
            return _lay_signature(block, width)
        case QrCode():
            code = lay_code(block)
            return Fragment(code.height, moved(code.marks, (width - code.height) / 2, 0.0))
        case Ruler():
            return _lay_ruler(width)
        case Beside():
            return _lay_beside(block, paper, width)


def lay_lines(lines: list[str], face: Face, points: float, align: Align, width: float) -> Fragment:
    """Lines of text one below the other."""
    leading = points * (_LEADING if points < 20 else 1.15)
    marks = []
    for index, line in enumerate(lines):
        free = width - width_of(line, face, points)
        x = 0.0 if align is Align.LEFT else free if align is Align.RIGHT else free / 2
        rise = (leading - points * 1.21) / 2 + points * _ASCENT
        marks.append(TextMark(x, index * leading + rise, line, face, points))
    return Fragment(leading * len(lines), tuple(marks))


def lay_code(code: QrCode) -> Fragment:
    """The code with its quiet zone, a square; nothing where the text cannot be encoded."""
    if not is_encodable(code.text):
        return Fragment(0.0)
    modules = qr_modules(code.text)
    side = code.side_mm * POINTS_PER_MM
    quiet = side / len(modules) * _QUIET_MODULES
    return Fragment(side + 2 * quiet, (CodeMark(quiet, quiet, side, modules),))


def _lay_text(block: Text, points: float, width: float) -> Fragment:
    face = Face.CODE if block.code else Face.BOLD if block.bold else Face.REGULAR
    text = lettered(block.text, face)
    if block.tail:
        tail = lettered(block.tail, face)
        tail = f" {tail}"
        text = cut_to(text, face, points, width - width_of(tail, face, points)) + tail
        return lay_lines([text], face, points, block.align, width)
    if block.shrink:
        points = points_that_fit(text, face, points, width)
    return lay_lines(wrapped(text, face, points, width, block.most_lines), face, points, block.align, width)


def _lay_pair(block: Pair, points: float, width: float) -> Fragment:
    face = Face.BOLD if block.bold else Face.REGULAR
    label, value = lettered(block.label, Face.REGULAR), lettered(block.value, face)
    room = width - width_of(label, Face.REGULAR, points) - 8.0
    if width_of(value, face, points) <= room:
        left = lay_lines([label], Face.REGULAR, points, Align.LEFT, width)
        right = lay_lines([value], face, points, Align.RIGHT, width)
        return Fragment(left.height, left.marks + right.marks)
    top = lay_lines(wrapped(label, Face.REGULAR, points, width, 2), Face.REGULAR, points, Align.LEFT, width)
    below = lay_lines(wrapped(value, face, points, width - 12, 2), face, points, Align.RIGHT, width)
    return stacked([top, below])


def _lay_fields(block: Fields, paper: Paper, width: float) -> Fragment:
    sizes = [points_of(paper, TextSize.LARGE if field.large else TextSize.MEDIUM) for field in block.fields]
    needed = [
        max(width_of(lettered(text, Face.BOLD), Face.BOLD, points) for text, points in texts)
        for texts in (
            ((field.label, _SMALL), (field.value, size))
            for field, size in zip(block.fields, sizes, strict=True)
        )
    ]
    gap = (width - sum(needed)) / max(1, len(needed) - 1)
    if gap < _FIELD_GAP:
        rows = [_lay_field(field, size, width) for field, size in zip(block.fields, sizes, strict=True)]
        return stacked([part for row in rows for part in (row, Fragment(4.0))])
    gap = min(gap, 3 * _FIELD_GAP)
    laid = [_lay_field(*parts) for parts in zip(block.fields, sizes, [width] * len(sizes), strict=True)]
    height = max(fragment.height for fragment in laid)
    marks: list[Mark] = []
    left = 0.0
    for fragment, room in zip(laid, needed, strict=True):
        marks += moved(fragment.marks, left, height - fragment.height)
        left += room + gap
    return Fragment(height + 8.0, tuple(marks))


def _lay_field(field: Field, points: float, width: float) -> Fragment:
    label = _lay_text(Text(field.label, bold=True, most_lines=1), _SMALL, width)
    value = Text(field.value, bold=True, shrink=field.large, most_lines=2)
    return stacked([label, _lay_text(value, points, width)])


def _lay_signature(block: SignatureLines, width: float) -> Fragment:
    gap = 16.0
    share = (width - gap * (len(block.labels) - 1)) / len(block.labels)
    marks: list[Mark] = []
    for index, label in enumerate(block.labels):
        left = index * (share + gap)
        marks.append(LineMark(left, 40.0, share, 0.8))
        text = _lay_text(Text(label, most_lines=1), _SMALL, share)
        marks += moved(text.marks, left, 43.0)
    return Fragment(62.0, tuple(marks))


def _lay_ruler(width: float) -> Fragment:
    marks: list[Mark] = [LineMark(0.0, 2.0, width, 0.8)]
    for millimetre in range(int(width / POINTS_PER_MM) + 1):
        x = millimetre * POINTS_PER_MM
        tall = 9.0 if millimetre % 10 == 0 else 6.0 if millimetre % 5 == 0 else 3.5
        marks.append(UprightMark(x, 2.0, tall, 0.6))
        if millimetre % 10 == 0:
            text = str(millimetre)
            room = width_of(text, Face.REGULAR, _SMALL)
            marks.append(
                TextMark(min(max(0.0, x - room / 2), width - room), 20.0, text, Face.REGULAR, _SMALL)
            )
    return Fragment(26.0, tuple(marks))


def _lay_beside(block: Beside, paper: Paper, width: float) -> Fragment:
    margin = paper.margin_mm * POINTS_PER_MM
    code = lay_code(block.code)
    quiet = code.marks[0].x if code.marks else 0.0
    outside = min(quiet, margin)
    text_width = width - max(0.0, code.height - outside)
    room = 9999.0 if paper.height_mm is None else paper.height_mm * POINTS_PER_MM - 2 * margin
    for largest in _LARGEST_TRIED:
        left = stacked([lay_block(part, paper, text_width, largest) for part in block.left])
        if left.height <= room:
            break
    code_height = max(0.0, code.height - outside)
    height = max(left.height, min(code_height, room))
    drop = (height - left.height) / 2 if paper.name == "label_62x29" else 0.0
    rise = (height - code.height) / 2 if paper.name == "label_62x29" else -outside
    return Fragment(
        height, moved(left.marks, 0.0, drop) + moved(code.marks, width + outside - code.height, rise)
    )
