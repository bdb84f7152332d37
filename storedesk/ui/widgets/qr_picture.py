"""A QR code on the screen, dark on white in every theme, with its quiet zone."""

import segno
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from storedesk.ui.theme.theme import theme

_QUIET = 4


class QrPicture(QWidget):
    """``side`` in pixels at 100 %; the text may hold any letters a QR code takes."""

    def __init__(self, text: str, side: int, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(tuple(row) for row in segno.make_qr(text, error="m", boost_error=False).matrix)
        self._side = side
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        module = self.width() // (len(self._rows) + 2 * _QUIET)
        start = (self.width() - module * len(self._rows)) / 2
        for down, line in enumerate(self._rows):
            for right, dark in enumerate(line):
                if dark:
                    painter.fillRect(
                        QRectF(start + right * module, start + down * module, module, module), QColor("black")
                    )
