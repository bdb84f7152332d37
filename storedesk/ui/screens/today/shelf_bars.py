"""How long parcels have stood on the pickup shelf: a bar for each age."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.desk.today_views import AGES
from storedesk.ui.screens.today.today_words import age_names
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import CENTRE, box, smooth, words

_COLOURS = ("ok", "ok", "ok", "warn", "warn", "bad")
_BAR, _LINE, _GAP = 64, 20, 14


class ShelfBars(QWidget):
    """Painted bars; the same in words for readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[int, ...] = (0,) * len(AGES)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[int, ...]) -> None:
        self._bars = bars
        spoken = (f"{name}: {bar}" for name, bar in zip(age_names(), bars, strict=True))
        self.setAccessibleName(", ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, theme().px(_BAR + 2 * _LINE) + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        line, high = theme().px(_LINE), theme().px(_BAR)
        width = (self.width() - 32 - _GAP * (len(AGES) - 1)) // len(AGES)
        most = max(*self._bars, 1)
        for number, (bar, name) in enumerate(zip(self._bars, age_names(), strict=True)):
            left = 16 + number * (width + _GAP)
            tall = max(2, round(high * bar / most))
            bottom = 8 + line + high
            colour = _COLOURS[number] if bar else "border"
            box(painter, QRect(left, bottom - tall, width, tall), min(3, tall / 2), colour)
            above = QRect(left, bottom - tall - line, width, line)
            words(painter, above, str(bar), theme().font("small", 600), "text", CENTRE)
            below = QRect(left - _GAP // 2, bottom + 2, width + _GAP, line)
            words(painter, below, name, theme().font("label", 400), "text3", CENTRE)
