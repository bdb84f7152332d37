"""The articles of a transfer: how many are wanted, how many are packed or have arrived; + and − count."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone, draw_chip
from storedesk.ui.widgets.drawing import CENTRE, RIGHT, box, text_width, words
from storedesk.ui.widgets.empty_state import draw_tile
from storedesk.ui.widgets.row_list import RowDelegate, RowList


@dataclass(frozen=True, slots=True)
class TransferLineRow:
    """``count`` as "1 / 2"; ``after`` is what is on hand here then, or empty."""

    key: str
    icon: str
    name: str
    detail: str
    sku: str
    shelf: str
    count: str
    after: str
    state: str
    state_icon: str
    tone: Tone

    @property
    def spoken(self) -> str:
        parts = (self.name, self.detail, self.shelf, self.count, self.state, self.after)
        return ", ".join(part for part in parts if part)


def line_columns(rect: QRect, compact: bool) -> dict[str, QRect]:
    """Where the columns are; shelf and level give way where the window is narrow."""
    right = rect.right() - 12
    places: dict[str, QRect] = {}
    sizes = (("state", 112), ("after", 0 if compact else 76), ("count", 64), ("shelf", 0 if compact else 66))
    for name, size in sizes:
        room = theme().px(size)
        places[name] = QRect(right - room, rect.y(), room, rect.height())
        right -= room + (12 if room else 0)
    places["item"] = QRect(rect.x() + 16, rect.y(), right - rect.x() - 16, rect.height())
    return places


class TransferLineDelegate(RowDelegate):
    """Paints ``TransferLineRow``."""

    height = 60
    compact = False

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, TransferLineRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        at = line_columns(rect, self.compact)
        self._paint_article(painter, at["item"], row)
        if row.shelf and at["shelf"].width():
            font = theme().code_font(12)
            high = theme().px(24)
            wide = min(at["shelf"].width(), text_width(row.shelf, font) + 16)
            chip = QRect(at["shelf"].x(), rect.center().y() - high // 2, wide, high)
            box(painter, chip, 6, None, "border")
            words(painter, chip, row.shelf, font, "text2", CENTRE)
        words(painter, at["count"], row.count, theme().font("heading"), "text", RIGHT)
        if at["after"].width():
            words(painter, at["after"], row.after, theme().font("small", 600), "text2", RIGHT)
        draw_chip(painter, at["state"], row.state, row.tone, row.state_icon)

    def _paint_article(self, painter: QPainter, place: QRect, row: TransferLineRow) -> None:
        side = theme().px(36)
        draw_tile(
            painter, QRect(place.x(), place.center().y() - side // 2, side, side), row.icon, Tone.NEUTRAL
        )
        left, high = place.x() + side + 12, theme().px(19)
        room, top = place.right() - left, place.center().y() - theme().px(19)
        words(painter, QRect(left, top, room, high), row.name, theme().font("strong"), "text")
        below = QRect(left, top + high, room, high)
        small, code = theme().font("small"), theme().code_font(12)
        drawn = words(painter, below, row.detail, small, "text3")
        words(painter, below.adjusted(drawn + (10 if row.detail else 0), 0, 0, 0), row.sku, code, "text3")


class TransferLineList(RowList):
    """+ and − change the chosen line; ``counted`` carries its key and +1 or −1."""

    counted = Signal(str, int)

    def __init__(self, delegate: TransferLineDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(delegate, name, parent)
        self.setProperty("ownKeys", "+-")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()))
        if step is not None and self.current_key:
            self.counted.emit(self.current_key, step)
            return
        super().keyPressEvent(event)


class TransferLineHead(QWidget):
    """The names of the columns."""

    def __init__(self, below: RowList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below, self._compact, self._count = below, False, ""
        below.verticalScrollBar().rangeChanged.connect(lambda least, most: self.update())
        self.setFixedHeight(theme().px(32))

    def show_count(self, words_of_count: str) -> None:
        self._count = words_of_count
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        room = self.rect().adjusted(0, 0, self._below.viewport().width() - self.width(), 0)
        at, font = line_columns(room, self._compact), theme().font("label", 600)
        words(painter, at["item"], self.tr("Item"), font, "text3")
        words(painter, at["count"], self._count, font, "text3", RIGHT)
        words(painter, at["state"], self.tr("State"), font, "text3")
        if not self._compact:
            words(painter, at["shelf"], self.tr("Shelf"), font, "text3")
            words(painter, at["after"], self.tr("Here after"), font, "text3", RIGHT)
