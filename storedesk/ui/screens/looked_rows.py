"""The painted rows of what a company looked at online: article, how often and when, the last fourteen days."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone, chip_width, draw_chip
from storedesk.ui.widgets.drawing import picture, words
from storedesk.ui.widgets.row_list import RowDelegate

_STRIPE, _GAP, _HIGH = 4, 2, 16
_LEAST_WORDS = 150


@dataclass(frozen=True, slots=True)
class LookedLine:
    """``days`` counts looks a day, today last; ``state`` is said at the right, or empty."""

    key: str
    icon: str
    name: str
    detail: str
    days: tuple[int, ...]
    state: str

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.detail, self.state) if part)


class LookedDelegate(RowDelegate):
    """Paints ``LookedLine``; the days are left out where there is no room for them."""

    height = 52

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, LookedLine)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        px, line = theme().px, theme().px(18)
        picture(painter, QRect(rect.x() + 14, rect.y(), px(18), rect.height()), row.icon, 18, "text2")
        left, right = rect.x() + 14 + px(18) + 10, rect.right() - 14
        if row.state:
            width = min(chip_width(row.state, ""), (right - left) // 2)
            draw_chip(painter, QRect(right - width, rect.y(), width, rect.height()), row.state, Tone.OK)
            right -= width + 10
        stripes = len(row.days) * px(_STRIPE + _GAP)
        if right - left - stripes - 10 >= px(_LEAST_WORDS):
            _draw_days(painter, QRect(right - stripes, rect.y(), stripes, rect.height()), row.days)
            right -= stripes + 10
        top = rect.y() + (rect.height() - 2 * line) // 2
        words(painter, QRect(left, top, right - left, line), row.name, theme().font("small", 600), "text")
        below = QRect(left, top + line, right - left, line)
        words(painter, below, row.detail, theme().font("label", 400), "text3")


def _draw_days(painter: QPainter, rect: QRect, days: tuple[int, ...]) -> None:
    """A stripe for each day: low where nobody looked."""
    px = theme().px
    foot = rect.y() + (rect.height() + px(_HIGH)) // 2
    for number, looks in enumerate(days):
        high = px(_HIGH) if looks else 2
        stripe = QRect(rect.x() + number * px(_STRIPE + _GAP), foot - high, px(_STRIPE), high)
        painter.fillRect(stripe, theme().colour("accent" if looks else "border"))
