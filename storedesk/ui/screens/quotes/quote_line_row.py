"""One line of a quote as it is painted: its texts, the room they need, and where each stands."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from storedesk.desk.quote_views import QuoteLineView
from storedesk.ui.screens.quotes.quote_words import no_price_text, percent_text, price_origin, stock_text
from storedesk.ui.texts.counter_formats import money_number, quantity_with_unit
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import RADIUS_CONTROL
from storedesk.ui.widgets.drawing import LEFT, RIGHT, box, smooth, words

PAD, LEAST_ITEM = 10, 190


class Col(IntEnum):
    """The columns, in their order."""

    ITEM, STOCK, QTY, LIST, PRICE, DISC, SUM = range(7)


EDITED = (Col.QTY, Col.DISC)
GIVE_WAY = (Col.LIST, Col.STOCK, Col.PRICE)
"""Columns that are left out where the room does not suffice, the first one first."""
_TITLES = (
    QT_TRANSLATE_NOOP("Quotes", "Item"),
    QT_TRANSLATE_NOOP("Quotes", "Stock"),
    QT_TRANSLATE_NOOP("Quotes", "Qty"),
    QT_TRANSLATE_NOOP("Quotes", "List"),
    QT_TRANSLATE_NOOP("Quotes", "Price"),
    QT_TRANSLATE_NOOP("Quotes", "Disc."),
    QT_TRANSLATE_NOOP("Quotes", "Sum"),
)


def column_title(column: int) -> str:
    return QCoreApplication.translate("Quotes", _TITLES[column])


def cells_of(line: QuoteLineView, currency: str) -> tuple[str, ...]:
    """The texts of a line, one for each column, for the screen and for readers."""
    return (
        " · ".join(part for part in (line.name, line.detail) if part),
        stock_text(line),
        quantity_with_unit(line.quantity, line.unit),
        money_number(line.list_price, currency) if line.list_price else "",
        "–" if line.no_price else money_number(line.unit_price, currency),
        percent_text(line.discount),
        no_price_text() if line.no_price else money_number(line.amount, currency),
    )


def widths_of(lines: Sequence[QuoteLineView], currency: str) -> dict[Col, int]:
    """The room each column but the item needs, so that no figure is ever cut."""
    cells = [cells_of(line, currency) for line in lines]
    found = {}
    for column in list(Col)[1:]:
        metrics = QFontMetrics(_font_of(column))
        texts = [metrics.horizontalAdvance(row[column]) for row in cells]
        texts.append(QFontMetrics(theme().font("body")).horizontalAdvance(column_title(column)))
        if column == Col.PRICE:
            small = QFontMetrics(_small())
            texts += [small.horizontalAdvance(price_origin(line)) for line in lines]
        found[column] = max(texts) + 2 * PAD + (PAD if column in EDITED else 0) + 2
    return found


def paint_line(
    painter: QPainter, line: QuoteLineView, currency: str, places: Mapping[Col, QRect], editable: bool
) -> None:
    """``places`` are the cells without their edges; columns that are not shown are not among them."""
    smooth(painter)
    cells = cells_of(line, currency)
    second = " · ".join(part for part in (line.detail, line.sku) if part)
    _two(painter, places[Col.ITEM], line.name, second, "text3", LEFT)
    for column, place in places.items():
        if column in EDITED:
            over = editable and column == Col.DISC and bool(line.hits)
            _boxed(painter, place, cells[column], editable, over)
        elif column == Col.STOCK:
            enough = line.variant_id is None or line.here >= line.quantity
            words(painter, place, cells[column], _small(), "ok_text" if enough else "warn_text")
        elif column == Col.LIST:
            words(painter, place, cells[column], theme().font("body"), "text3", RIGHT)
        elif column == Col.PRICE:
            _two(painter, place, cells[column], price_origin(line), "vio_text", RIGHT)
        elif column == Col.SUM:
            ink = "warn_text" if line.no_price else "text"
            words(painter, place, cells[column], theme().font("strong"), ink, RIGHT)


def _two(painter: QPainter, place: QRect, above: str, below: str, ink: str, align: Qt.AlignmentFlag) -> None:
    strong, half = theme().font("strong"), place.height() // 2
    if not below:
        words(painter, place, above, strong, "text", align)
        return
    words(painter, QRect(place.x(), place.y() + 5, place.width(), half - 5), above, strong, "text", align)
    words(painter, QRect(place.x(), place.y() + half, place.width(), half - 6), below, _small(), ink, align)


def _boxed(painter: QPainter, place: QRect, text: str, editable: bool, over: bool) -> None:
    """A figure that can be changed stands in a box; one over a limit in amber."""
    if editable:
        frame = place.adjusted(-4, 8, 4, -8)
        box(painter, frame, RADIUS_CONTROL, "panel", "warn" if over else "ctl", 2 if over else 1)
        place = place.adjusted(0, 0, -2, 0)
    words(painter, place, text, theme().font("strong"), "warn_text" if over else "text", RIGHT)


def _small() -> QFont:
    return theme().font("label", 500)


def _font_of(column: Col) -> QFont:
    if column == Col.STOCK:
        return _small()
    return theme().font("body") if column == Col.LIST else theme().font("strong")
