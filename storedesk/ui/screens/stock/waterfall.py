"""Why this number: each step as words, a bar and its figure, down to counter and online."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.domain.money_text import MINUS
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import RIGHT, box, smooth, words


@dataclass(frozen=True, slots=True)
class Bar:
    """``start`` and ``length`` in pieces; a total stands under a line and is painted green."""

    title: str
    note: str
    quantity: int
    start: int
    length: int
    is_total: bool = False


class Waterfall(QWidget):
    """Readers hear the sums as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._compact, self._unit = False, "piece"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[Bar, ...], unit: str = "piece") -> None:
        """Quantities are shown in the unit of sale."""
        self._bars, self._unit = bars, unit
        self.setAccessibleName("; ".join(f"{bar.title} {self._shown(bar, bar.is_total)}" for bar in bars))
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, sum(self._height(bar) for bar in self._bars) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        most = max((bar.start + bar.length for bar in self._bars), default=1) or 1
        wide, figure = theme().px(76 if self._compact else 120), theme().px(36)
        top = 4
        for bar in self._bars:
            place = QRect(16, top, self.width() - 32, self._height(bar))
            self._paint_bar(painter, place, bar, most, wide, figure)
            top += place.height()

    def _paint_bar(
        self, painter: QPainter, place: QRect, bar: Bar, most: int, wide: int, figure: int
    ) -> None:
        if bar.is_total:
            painter.fillRect(place.x(), place.y(), place.width(), 1, theme().colour("border"))
        number = QRect(place.right() - figure, place.y(), figure, place.height())
        first = bar.start == 0 and bar.quantity > 0
        shown = self._shown(bar, bar.is_total or first)
        words(painter, number, shown, theme().font("large" if bar.is_total else "strong", 600), "text", RIGHT)
        track = QRect(number.x() - 12 - wide, place.center().y() - 6, wide, 14)
        box(painter, track, 3, "subtle")
        if bar.length:
            left = track.x() + round(bar.start / most * wide)
            length = max(3, round(bar.length / most * wide))
            ink = "ok" if bar.is_total else "accent" if bar.start == 0 and bar.quantity > 0 else "ctl"
            box(painter, QRect(left, track.y(), length, track.height()), 3, ink)
        room = track.x() - place.x() - 12
        high = theme().px(18)
        both = 2 * high - 2 if bar.note else high
        line = QRect(place.x(), place.y() + (place.height() - both) // 2, room, high)
        words(painter, line, bar.title, theme().font("strong" if bar.is_total else "small", 600), "text")
        if bar.note:
            words(painter, line.translated(0, high - 1), bar.note, theme().font("label", 400), "text3")

    def _shown(self, bar: Bar, plain: bool) -> str:
        """The figure, with its sign where it is a step."""
        number = quantity_text(abs(bar.quantity), self._unit)
        sign = "" if (plain and bar.quantity >= 0) or not bar.quantity else MINUS if bar.quantity < 0 else "+"
        return f"{sign}{number}"

    def _height(self, bar: Bar) -> int:
        return theme().px(38 if bar.is_total or bar.note else 30)
