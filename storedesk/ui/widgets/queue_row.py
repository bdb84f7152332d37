"""The two painted rows of the queues: the 80 px row of pickups and the 66 px row with an icon tile."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.drawing import RIGHT, box, picture, text_width, words
from storedesk.ui.widgets.empty_state import draw_tile
from storedesk.ui.widgets.row_list import RowDelegate

_INK = {Tone.OK: "ok_text", Tone.WARN: "warn_text", Tone.BAD: "bad_text", Tone.INFO: "accent_text"}
_BAR = {Tone.OK: "ok", Tone.WARN: "warn", Tone.BAD: "bad", Tone.INFO: "accent", Tone.NEUTRAL: "ctl"}
_ICON = 16


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Line 1 what is due, line 2 number and who, line 3 how much and the state."""

    key: str
    due: str
    tone: Tone
    due_icon: str
    source: str
    number: str
    who: str
    amount: str
    state: str
    state_icon: str = ""
    is_new: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.number, self.who, self.due, self.amount, self.state) if part)


@dataclass(frozen=True, slots=True)
class TileRow:
    """An icon tile, title and second line; time and what to do at the right."""

    key: str
    icon: str
    tone: Tone
    title: str
    detail: str
    time: str
    to_do: str = ""
    is_done: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.time, self.to_do) if part)


class QueueDelegate(RowDelegate):
    """Paints `QueueRow`."""

    height = 80

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, QueueRow)
        rect: QRect = option.rect
        painter.fillRect(rect.x(), rect.y(), 4, rect.height() - 1, theme().colour(_BAR.get(row.tone, "ctl")))
        line = theme().px(22)
        top = rect.y() + (rect.height() - 3 * line) // 2
        left, right = rect.x() + 18, rect.right() - 14
        self._paint_due(painter, QRect(left, top, right - left, line), row)
        second = QRect(left, top + line, right - left, line)
        if row.is_new:
            box(painter, QRect(right - 8, second.center().y() - 4, 8, 8), 4, "accent")
            second.adjust(0, 0, -16, 0)
        drawn = words(painter, second, row.number, theme().font("strong"), "text")
        second.adjust(drawn + 8 if row.number else 0, 0, 0, 0)
        words(painter, second, row.who, theme().font("body"), "text")
        self._paint_state(painter, QRect(left, top + 2 * line, right - left, line), row)

    def _paint_due(self, painter: QPainter, place: QRect, row: QueueRow) -> None:
        ink = _INK.get(row.tone, "text2")
        source = theme().font("label", 400)
        width = min(text_width(row.source, source) + 1, place.width() // 2)
        words(
            painter,
            QRect(place.right() - width, place.y(), width, place.height()),
            row.source,
            source,
            "text3",
            RIGHT,
        )
        side = theme().px(_ICON)
        picture(painter, QRect(place.x(), place.y(), side, place.height()), row.due_icon, _ICON, ink)
        room = place.adjusted(side + 6, 0, -width - 8, 0)
        words(painter, room, row.due, theme().font("small", 600), ink)

    def _paint_state(self, painter: QPainter, place: QRect, row: QueueRow) -> None:
        font = theme().font("small", 600)
        side = theme().px(_ICON) + 6 if row.state_icon else 0
        amount = text_width(row.amount, theme().font("small")) + 1
        words(
            painter,
            QRect(place.x(), place.y(), amount, place.height()),
            row.amount,
            theme().font("small"),
            "text3",
        )
        width = min(text_width(row.state, font) + 1, place.width() - amount - side - 12)
        at = QRect(place.right() - width, place.y(), width, place.height())
        words(painter, at, row.state, font, "text2", RIGHT)
        if row.state_icon:
            picture(
                painter, QRect(at.x() - side, at.y(), side - 6, at.height()), row.state_icon, _ICON, "text2"
            )


class TileDelegate(RowDelegate):
    """Paints `TileRow`; the selected one has a bar at its left."""

    height = 66

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, TileRow)
        rect: QRect = option.rect
        side = theme().px(36)
        draw_tile(
            painter, QRect(rect.x() + 16, rect.center().y() - side // 2, side, side), row.icon, row.tone
        )
        left, right = rect.x() + 16 + side + 12, rect.right() - 14
        line = theme().px(18)
        top = rect.center().y() - line
        right -= self._paint_right(painter, QRect(left, top, right - left, line), row) + 10
        title = theme().font("small", 400 if row.is_done else 600)
        words(
            painter,
            QRect(left, top, right - left, line),
            row.title,
            title,
            "text2" if row.is_done else "text",
        )
        below = QRect(left, top + line, right - left, line)
        words(painter, below, row.detail, theme().font("label", 400), "text3")

    def _paint_right(self, painter: QPainter, place: QRect, row: TileRow) -> int:
        time, to_do = theme().font("label", 400), theme().font("label", 600)
        width = max(text_width(row.time, time), text_width(row.to_do, to_do)) + 2
        at = QRect(place.right() - width, place.y(), width, place.height())
        words(painter, at, row.time, time, "text3", RIGHT)
        words(painter, at.translated(0, place.height()), row.to_do, to_do, _INK.get(row.tone, "text2"), RIGHT)
        return width
