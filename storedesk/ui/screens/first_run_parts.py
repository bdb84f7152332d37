"""A painted part of the first run: the short number in boxes."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import CENTRE, box, smooth, words


class DigitBoxes(QWidget):
    """Four digits in two pairs, large enough to compare from afar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_digits(self, digits: str) -> None:
        self._digits = digits
        self.setAccessibleName(" ".join(digits))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, theme().px(76))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        wide, gap, between = theme().px(60), 10, 26
        left = (self.width() - 4 * wide - 2 * gap - between) // 2
        for number, digit in enumerate(self._digits[:4]):
            place = QRect(left, 0, wide, self.height())
            box(painter, place, 10, "panel", "ctl", 1)
            words(painter, place, digit, theme().code_font(34, 600), "text", CENTRE)
            left += wide + (between if number == 1 else gap)
