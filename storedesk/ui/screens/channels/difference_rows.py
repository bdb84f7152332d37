"""The painted rows of differences: the article, central's figure, one column per channel, the likely cause."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from storedesk.desk.channel_views import FaultRow, FigureView, ItemRow
from storedesk.ui.screens.channels.channel_words import (
    cause_ink,
    cause_text,
    cell_text,
    central_text,
    fault_text,
    field_name,
    is_too_many,
    spoken_item,
)
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.article_icon import article_icon
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.drawing import LEFT, RIGHT, box, picture, text_width, words
from storedesk.ui.widgets.empty_state import draw_tile
from storedesk.ui.widgets.row_list import RowDelegate, RowList

CENTRAL, CHANNEL, CAUSE, LEAST_ITEM = 68, 84, 178, 160
_GAP = 18
"""Between the channels and the cause."""


class Columns(NamedTuple):
    """Left edge and width of each, in px of a row's own left edge; as many channels as there is room for."""

    item: tuple[int, int]
    central: tuple[int, int]
    channels: tuple[tuple[int, int], ...]
    cause: tuple[int, int]


def columns_for(width: int, channels: int) -> Columns:
    px = theme().px
    cause = px(CAUSE) if width > px(760) else px(150)
    left, right = px(68), width - 16
    room = right - left - cause - _GAP - px(CENTRAL) - px(LEAST_ITEM)
    shown = max(1, min(channels, room // px(CHANNEL))) if channels else 0
    start = right - cause
    places = []
    for number in range(shown):
        places.append((start - _GAP - (shown - number) * px(CHANNEL), px(CHANNEL)))
    edge = places[0][0] if places else start - _GAP
    central = (edge - px(CENTRAL), px(CENTRAL))
    return Columns((left, central[0] - left - 8), central, tuple(places), (start, cause))


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """``channels`` are the columns' channels by id and name; ``chosen`` the one that the side pane tells of."""

    item: ItemRow
    channels: tuple[tuple[int, str], ...]

    @property
    def key(self) -> str:
        return self.item.key

    @property
    def spoken(self) -> str:
        return spoken_item(self.item)


@dataclass(frozen=True, slots=True)
class FaultLine:
    fault: FaultRow

    @property
    def key(self) -> str:
        return self.fault.key

    @property
    def spoken(self) -> str:
        return ", ".join((self.fault.name, self.fault.sku, fault_text(self.fault.kinds)))


class DifferenceDelegate(RowDelegate):
    """Paints ``DifferenceRow``."""

    height = 54

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, DifferenceRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        at, item = columns_for(rect.width(), len(row.channels)), row.item
        _paint_article(
            painter, rect, at.item, _title(item), item.sku or item.about, item.category, _place(item)
        )

        def cell(column: tuple[int, int]) -> QRect:
            return QRect(rect.x() + column[0], rect.y(), column[1], rect.height() - 1)

        words(painter, cell(at.central), central_text(item), theme().font("body", 600), "text", RIGHT)
        by_channel = {figure.channel_id: figure for figure in item.figures}
        for (channel_id, _), place in zip(row.channels, at.channels, strict=False):
            _paint_figure(painter, cell(place), by_channel.get(channel_id))
        first = item.figures[0]
        _paint_cause(painter, cell(at.cause), cause_text(first), cause_ink(first))


class FaultDelegate(RowDelegate):
    """Paints ``FaultLine``."""

    height = 54

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, FaultLine)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        left, fault = theme().px(68), row.fault
        half = (rect.width() - left - 16) // 2
        _paint_article(
            painter, rect, (left, half - 16), fault.name or fault.sku, fault.sku, fault.category, ""
        )
        when = theme().px(96)
        place = QRect(rect.x() + left + half, rect.y(), half - when - 12, rect.height() - 1)
        words(painter, place, fault_text(fault.kinds), theme().font("small", 600), "warn_text")
        right = QRect(rect.right() - 16 - when, rect.y(), when, rect.height() - 1)
        words(painter, right, moment_text(fault.since), theme().font("small"), "text3", RIGHT)


class DifferenceList(RowList):
    """Left and right choose among the channels of a row that differ."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class DifferenceHead(QWidget):
    """The names of the columns, over the rows of ``below``, beside its scroll bar too."""

    def __init__(self, below: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = below
        self._channels: tuple[str, ...] = ()
        below.verticalScrollBar().rangeChanged.connect(lambda low, high: self.update())
        self.setFixedHeight(theme().px(36))

    def show_channels(self, names: tuple[str, ...]) -> None:
        self._channels = names
        self.setAccessibleName(
            ", ".join((self.tr("Item"), self.tr("Central"), *names, self.tr("Likely cause")))
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        wide = self._below.viewport().width() if self._below.isVisible() else self.width()
        at, font = columns_for(wide, len(self._channels)), theme().font("label", 600)

        def cell(column: tuple[int, int]) -> QRect:
            return QRect(column[0], 0, column[1], self.height())

        words(
            painter, QRect(16, 0, at.item[1] + at.item[0] - 16, self.height()), self.tr("Item"), font, "text3"
        )
        words(painter, cell(at.central), self.tr("Central"), font, "text3", RIGHT)
        for name, place in zip(self._channels, at.channels, strict=False):
            words(painter, cell(place).adjusted(4, 0, 0, 0), name, font, "text3", RIGHT)
        words(painter, cell(at.cause), self.tr("Likely cause"), font, "text3")


def draw_off(
    painter: QPainter, place: QRect, shown: str, off: str, too_many: bool, align: Qt.AlignmentFlag
) -> int:
    """A figure that differs in its box, with the sign of the difference, or where the room is short that alone; the
    width it took."""
    font = theme().font("small", 600)
    text = f"{shown}  {off}" if off else shown
    if off and text_width(text, font) + 16 > place.width():
        text = off
    width = min(text_width(text, font) + 16, place.width())
    height = theme().px(26)
    left = place.x() if align == LEFT else place.right() + 1 - width
    rect = QRect(left, place.y() + (place.height() - height) // 2, width, height)
    fill, ink = ("bad_soft", "bad_text") if too_many else ("warn_soft", "warn_text")
    box(painter, rect, 6, fill, ink if theme().is_high_contrast else None)
    words(painter, rect.adjusted(8, 0, -4, 0), text, font, ink)
    return width


def _paint_figure(painter: QPainter, place: QRect, figure: FigureView | None) -> None:
    """A tick where the channel does not differ."""
    if figure is None:
        side = theme().px(16)
        picture(
            painter, QRect(place.right() - side - 6, place.y(), side, place.height()), "check", 16, "text3"
        )
        return
    shown, off = cell_text(figure)
    draw_off(painter, place.adjusted(6, 0, 0, 0), shown, off, is_too_many(figure), RIGHT)


def _paint_cause(painter: QPainter, place: QRect, text: str, ink: str) -> None:
    """Up to two lines."""
    font = theme().font("small")
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= place.width():
        words(painter, place, text, font, ink)
        return
    first, rest = _split(text, metrics, place.width())
    line = metrics.lineSpacing()
    top = place.y() + (place.height() - 2 * line) // 2
    words(painter, QRect(place.x(), top, place.width(), line), first, font, ink)
    words(painter, QRect(place.x(), top + line, place.width(), line), rest, font, ink)


def _split(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    parts = text.split(" ")
    for number in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:number])
        if metrics.horizontalAdvance(first) <= width:
            return first, " ".join(parts[number:])
    return text, ""


def _title(item: ItemRow) -> str:
    return ", ".join(part for part in (item.name or item.sku, item.detail) if part)


def _place(item: ItemRow) -> str:
    """What else tells the row apart: the field where it is not stock, and the place, list or company."""
    field = "" if item.field == "stock" else field_name(item.field)
    return " · ".join(part for part in (field, item.about) if part)


def _paint_article(
    painter: QPainter, rect: QRect, at: tuple[int, int], title: str, code: str, category: str, more: str
) -> None:
    side, line = theme().px(36), theme().px(18)
    draw_tile(painter, QRect(rect.x() + 16, rect.y() + (rect.height() - side) // 2, side, side), article_icon(category), Tone.NEUTRAL)  # fmt: skip
    left, top = rect.x() + at[0], rect.y() + rect.height() // 2 - line
    words(painter, QRect(left, top, at[1], line), title, theme().font("small", 600), "text")
    font = theme().code_font(12)
    drawn = words(painter, QRect(left, top + line, at[1], line), code, font, "text3")
    if more:
        beside = QRect(left + drawn + 8, top + line, max(0, at[1] - drawn - 8), line)
        words(painter, beside, f"· {more}", theme().font("label", 400), "text3")
