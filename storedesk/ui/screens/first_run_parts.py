"""Two painted parts of the first run: the place to scan, and the short number in boxes."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import CENTRE, box, picture, smooth, words


class ScanArea(QWidget):
    """Says that a scan is all it takes; there is no button to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(theme().px(420))
        self.setAccessibleName(self.tr("Scan it now"))

    def sizeHint(self) -> QSize:
        return QSize(240, theme().px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, theme().px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        box(painter, self.rect(), 12, "accent_soft", "accent", 2, dashed=True)
        middle, side = self.height() // 2, theme().px(48)
        icon = QRect(0, middle - side - theme().px(8), self.width(), side)
        picture(painter, icon, "qrcode", 48, "accent_text")
        line = QRect(0, middle + theme().px(4), self.width(), theme().px(24))
        words(painter, line, self.tr("Scan it now"), theme().font("heading"), "text", CENTRE)
        line.translate(0, theme().px(24))
        words(painter, line, self.tr("no button to press"), theme().font("small"), "text2", CENTRE)


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
