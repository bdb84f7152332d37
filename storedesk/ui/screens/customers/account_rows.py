"""The painted rows of an account: nodes of the tree with budgets, people, orders and quotes."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.avatar import draw_avatar
from storedesk.ui.widgets.chip import Tone, draw_chip
from storedesk.ui.widgets.drawing import RIGHT, picture, text_width, words
from storedesk.ui.widgets.meter import draw_meter
from storedesk.ui.widgets.row_list import RowDelegate

_NEARLY_FULL = 0.9


def _spoken(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class NodeRow:
    """``part`` of the budget is spent, below 0 where there is none."""

    key: str
    icon: str
    depth: int
    name: str
    detail: str
    part: float
    stopped: str

    @property
    def spoken(self) -> str:
        return _spoken(self.name, self.detail, self.stopped)


@dataclass(frozen=True, slots=True)
class PersonRow:
    key: str
    name: str
    tint: int
    role: str
    reach: str

    @property
    def spoken(self) -> str:
        return _spoken(self.name, self.role, self.reach)


@dataclass(frozen=True, slots=True)
class WorkLine:
    key: str
    icon: str
    number: str
    time: str
    detail: str
    state: str
    tone: Tone
    amount: str

    @property
    def spoken(self) -> str:
        return _spoken(self.number, self.time, self.detail, self.state, self.amount)


class NodeDelegate(RowDelegate):
    """Paints ``NodeRow``; the chosen one has a bar at its left."""

    height = 56

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, NodeRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        side, line = theme().px(18), theme().px(18)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined,unused-ignore]
            painter.fillRect(rect.x(), rect.y(), 4, rect.height() - 1, theme().colour("accent"))
        left = rect.x() + 14 + min(row.depth, 4) * theme().px(18)
        picture(painter, QRect(left, rect.y() + 8, side, line), row.icon, 18, "text2")
        left += side + 10
        right = rect.right() - 14
        top = rect.y() + (7 if row.part >= 0 else (rect.height() - 2 * line) // 2)
        words(painter, QRect(left, top, right - left, line), row.name, theme().font("small", 600), "text")
        ink, detail = ("bad_text", row.stopped) if row.stopped else ("text3", row.detail)
        below = QRect(left, top + line, right - left, line)
        words(painter, below, detail, theme().font("label", 400), ink)
        if row.part >= 0:
            token = "bad" if row.part > 1 else "warn" if row.part >= _NEARLY_FULL else "accent"
            draw_meter(painter, QRect(left, rect.bottom() - 10, right - left, 5), row.part, token)


class PersonDelegate(RowDelegate):
    """Paints ``PersonRow``."""

    height = 52

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, PersonRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        side, line = theme().px(30), theme().px(18)
        draw_avatar(
            painter, QRect(rect.x() + 14, rect.center().y() - side // 2, side, side), row.name, row.tint
        )
        left, right = rect.x() + 14 + side + 10, rect.right() - 14
        top = rect.center().y() - line
        small = theme().font("label", 400)
        strong, width = theme().font("small", 600), min(text_width(row.reach, small) + 2, (right - left) // 2)
        first, second = QRect(left, top, right - left, line), QRect(left, top + line, right - left, line)
        beside = first if text_width(row.name, strong) + width + 8 <= first.width() else second
        words(painter, beside, row.reach, small, "text2", RIGHT)
        beside.setRight(right - width - 8)
        words(painter, first, row.name, strong, "text")
        words(painter, second, row.role, small, "text3")


class WorkDelegate(RowDelegate):
    """Paints ``WorkLine``."""

    height = 48
    compact = False

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, WorkLine)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        high, px = rect.height(), theme().px
        picture(painter, QRect(rect.x() + 14, rect.y(), px(18), high), row.icon, 18, "text2")
        left, right = rect.x() + 14 + px(18) + 12, rect.right() - 14
        body, strong = theme().font("small"), theme().font("small", 600)
        amount = px(92)
        words(painter, QRect(right - amount, rect.y(), amount, high), row.amount, strong, "text", RIGHT)
        right -= amount + 12
        state = px(146)
        draw_chip(painter, QRect(right - state, rect.y(), state, high), row.state, row.tone)
        right -= state + 12
        number = px(132)
        words(painter, QRect(left, rect.y(), number, high), row.number, strong, "text")
        left += number + 10
        if not self.compact:
            time = px(76)
            words(painter, QRect(left, rect.y(), time, high), row.time, body, "text3")
            left += time + 10
        words(painter, QRect(left, rect.y(), right - left, high), row.detail, body, "text")
