"""The painted rules in their order: number, name, what it asks for, a switch."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from storedesk.domain.routing_rules import Rule
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import CENTRE, box, words
from storedesk.ui.widgets.row_list import RowDelegate, RowList

_SWITCH, _SWITCH_HEIGHT, _EDGE = 38, 22, 14


@dataclass(frozen=True, slots=True)
class RuleRow:
    """``number`` counts from 1; ``state`` is on or off in words."""

    number: int
    rule: Rule
    detail: str
    state: str

    @property
    def key(self) -> str:
        return str(self.number)

    @property
    def spoken(self) -> str:
        return f"{self.number}, {self.rule.name}, {self.state}, {self.detail}"


def _switch_of(rect: QRect) -> QRect:
    width, height = theme().px(_SWITCH), theme().px(_SWITCH_HEIGHT)
    return QRect(rect.right() - _EDGE - width, rect.y() + (rect.height() - height) // 2, width, height)


class RuleDelegate(RowDelegate):
    """Paints ``RuleRow``."""

    height = 56

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, RuleRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        switch = _switch_of(rect)
        number = QRect(rect.x() + 8, rect.y(), theme().px(28), rect.height())
        words(painter, number, str(row.number), theme().font("strong"), "text2", CENTRE)
        left = number.right() + 8
        place = QRect(left, rect.y() + theme().px(8), switch.x() - left - 10, theme().px(20))
        words(painter, place, row.rule.name, theme().font("small", 600), "text" if row.rule.on else "text3")
        place.translate(0, theme().px(20))
        words(painter, place, row.detail, theme().font("label", 400), "text3")
        _paint_switch(painter, switch, is_on=row.rule.on)


def _paint_switch(painter: QPainter, place: QRect, *, is_on: bool) -> None:
    radius = place.height() / 2
    box(painter, place, radius, "accent" if is_on else "panel", "accent" if is_on else "ctl", 1.5)
    side = place.height() - 6
    left = place.right() - side - 2 if is_on else place.x() + 3
    box(painter, QRect(left, place.y() + 3, side, side), side / 2, "onaccent" if is_on else "ctl")


class RuleList(RowList):
    """Space turns a rule on or off, Delete takes it out, Enter opens it."""

    toggled = Signal(str)
    taken_out = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(RuleDelegate(), name, parent)
        self.setProperty("ownKeys", " ")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_key:
            self.toggled.emit(self.current_key)
        elif event.key() == Qt.Key.Key_Delete and self.current_key:
            self.taken_out.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and _switch_of(self.visualRect(index)).contains(event.position().toPoint()):
            self.toggled.emit(self.rows.rows[index.row()].key)
