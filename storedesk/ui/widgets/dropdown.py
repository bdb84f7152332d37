"""A combo box with the chevron of the theme, which a style sheet cannot recolour."""

import string

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from storedesk.ui.widgets.drawing import picture, smooth


class Dropdown(QComboBox):
    """Letters and digits choose by the first of a word; the mouse wheel does not change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        letters = string.ascii_letters + "åäöæøÅÄÖÆØ" + string.digits
        self.setProperty("ownKeys", letters)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        smooth(painter)
        picture(painter, QRect(self.width() - 34, 0, 26, self.height()), "chevron-down", 16, "text2")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
