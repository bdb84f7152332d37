"""A thin bar that shows how much of something is here, with the words for readers."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import box, smooth

_HEIGHT = 8


def draw_meter(painter: QPainter, rect: QRect, part: float, token: str) -> None:
    """Paint a bar filled to `part` (0 to 1) in the colour of a token."""
    box(painter, rect, _HEIGHT / 2, "neu_soft", "border" if theme().is_high_contrast else None)
    width = round(rect.width() * min(1.0, max(0.0, part)))
    if width > 0:
        box(painter, QRect(rect.x(), rect.y(), max(width, _HEIGHT), rect.height()), _HEIGHT / 2, token)


class Meter(QWidget):
    """A painted bar; `token` is accent while it fills, ok when full, warn when ageing."""

    def __init__(self, part: float = 0.0, token: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._token = part, token
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, part: float, token: str, spoken: str) -> None:
        """Show a part from 0 to 1; `spoken` is the same in words."""
        self._part, self._token = part, token
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        draw_meter(painter, self.rect(), self._part, self._token)


class Skeleton(QWidget):
    """Grey blocks where rows will be; show it only after 150 ms of waiting."""

    def __init__(self, rows: int = 3, row_height: int = 80, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._row_height = rows, row_height
        self.setAccessibleName(self.tr("Loading"))

    def sizeHint(self) -> QSize:
        return QSize(240, self._rows * theme().px(self._row_height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        height = theme().px(self._row_height)
        edge = "border" if theme().is_high_contrast else None
        for number in range(self._rows):
            top = number * height
            box(painter, QRect(16, top + (height - 36) // 2, 36, 36), 8, "neu_soft", edge)
            wide = self.width() - 84
            for line, share in ((0, (0.8, 0.7, 0.9)[number % 3]), (18, (0.5, 0.4, 0.6)[number % 3])):
                place = QRect(68, top + height // 2 - 15 + line, round(wide * share), 10)
                box(painter, place, 5, "neu_soft", edge)
            painter.fillRect(16, top + height - 1, self.width() - 32, 1, theme().colour("border"))
