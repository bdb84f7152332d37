"""One painted line of a pickup: article, shelf place, picked of wanted, price and state."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.desk.pickup_views import LineStatus, LineView
from storedesk.ui.screens.pickups.pickup_words import line_detail, line_words
from storedesk.ui.texts.counter_formats import quantity_text, short_money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.article_icon import article_icon
from storedesk.ui.widgets.chip import Tone, draw_chip
from storedesk.ui.widgets.drawing import CENTRE, RIGHT, box, smooth, text_width, words
from storedesk.ui.widgets.empty_state import draw_tile
from storedesk.ui.widgets.text import plain_tip

_GAP = 8


def column_places(width: int, top: int, height: int, compact: bool) -> dict[str, QRect]:
    """Where the columns of a line are; the price gives way when the window is narrow."""
    wide = {"status": 108, "price": 0 if compact else 72, "qty": 56, "place": 64}
    right = width - 16
    places: dict[str, QRect] = {}
    for name, size in wide.items():
        room = theme().px(size) if size else 0
        places[name] = QRect(right - room, top, room, height)
        right -= room + (_GAP if room else 0)
    places["item"] = QRect(16, top, right - 16, height)
    return places


class LineRow(QWidget):
    """Click or the table's arrow keys select it."""

    pressed = Signal(int)

    def __init__(self, line: LineView, currency: str, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self._currency, self._compact = line, currency, compact
        self._selected = self._active = self._in_trouble = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_line(self, line: LineView, currency: str, compact: bool) -> None:
        self.line, self._currency, self._compact = line, currency, compact
        self._describe()
        self.updateGeometry()
        self.update()

    def set_state(self, selected: bool, active: bool, in_trouble: bool) -> None:
        """``active`` while the table has the focus; ``in_trouble`` while the problem card is open below."""
        self._selected, self._active, self._in_trouble = selected, active, in_trouble
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(54 if self._compact else 60))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.line.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        if self._selected:
            painter.fillRect(self.rect(), theme().colour("accent_soft"))
        if not self._in_trouble:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        places = column_places(self.width(), 0, self.height() - 1, self._compact)
        self._paint_article(painter, places["item"])
        self._paint_numbers(painter, places)
        if self._selected and (self._active or theme().is_high_contrast):
            painter.fillRect(0, 0, 4, self.height() - 1, theme().colour("accent"))

    def _paint_article(self, painter: QPainter, place: QRect) -> None:
        line, side = self.line, theme().px(40)
        tile = QRect(place.x(), place.center().y() - side // 2, side, side)
        draw_tile(painter, tile, article_icon(line.category), Tone.NEUTRAL)
        left, room = tile.right() + 13, place.right() - tile.right() - 13
        high = theme().px(20)
        top = place.center().y() - high
        ink = "text3" if line.status is LineStatus.REMOVED else "text"
        words(painter, QRect(left, top, room, high), line.name, theme().font("strong"), ink)
        detail = line_detail(line)
        below = QRect(left, top + high, room, high)
        small, code = theme().font("small"), theme().code_font(12)
        between = " · " if detail and line.sku else ""
        wide = min(text_width(between, small) + text_width(line.sku, code) + 2, room // 2) if line.sku else 0
        drawn = words(painter, below.adjusted(0, 0, -wide, 0), detail, small, "text3")
        drawn += words(painter, below.adjusted(drawn, 0, 0, 0), between, small, "text3")
        words(painter, below.adjusted(drawn, 0, 0, 0), line.sku, code, "text3")

    def _paint_numbers(self, painter: QPainter, places: dict[str, QRect]) -> None:
        line = self.line
        if line.place:
            font = theme().code_font(12)
            wide = min(places["place"].width(), text_width(line.place, font) + 16)
            high = theme().px(24)
            chip = QRect(places["place"].x(), places["place"].center().y() - high // 2, wide, high)
            box(painter, chip, 6, None, "border")
            words(painter, chip, line.place, font, "text2", CENTRE)
        done = line.picked if line.status is not LineStatus.COLLECTED else line.collected
        amount = f"{quantity_text(done, line.unit)} / {quantity_text(line.wanted, line.unit)}"
        font = theme().font("heading")
        if QFontMetrics(font).horizontalAdvance(amount) > places["qty"].width():
            font = theme().font("small", 600)
        words(painter, places["qty"], amount, font, "text", RIGHT)
        if places["price"].width() and line.price:
            price = short_money_text(line.price, self._currency)
            words(painter, places["price"], price, theme().font("small"), "text2", RIGHT)
        text, tone, icon = line_words(line)
        if self._in_trouble:
            missing = quantity_text(line.open, line.unit)
            text, tone, icon = self.tr("{number} missing").format(number=missing), Tone.WARN, "alert-triangle"
        draw_chip(painter, places["status"].adjusted(2, 0, 0, 0), text, tone, icon)

    def _describe(self) -> None:
        line = self.line
        amount = self.tr("{picked} of {wanted}").format(
            picked=quantity_text(line.picked, line.unit), wanted=quantity_text(line.wanted, line.unit)
        )
        parts = (line.name, line_detail(line), line.place, amount, line_words(line)[0])
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(plain_tip(line.name))


class LineHead(QWidget):
    """The names of the columns above the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.setFixedHeight(theme().px(36))

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        places = column_places(self.width(), 0, self.height(), self._compact)
        font = theme().font("label", 600)
        item = places["item"].adjusted(theme().px(40) + 13, 0, 0, 0)
        words(painter, item, self.tr("Item"), font, "text3")
        words(painter, places["place"], self.tr("Place"), font, "text3")
        words(painter, places["qty"], self.tr("Qty"), font, "text3", RIGHT)
        if places["price"].width():
            words(painter, places["price"], self.tr("Price"), font, "text3", RIGHT)
        words(painter, places["status"].adjusted(2, 0, 0, 0), self.tr("Status"), font, "text3")
