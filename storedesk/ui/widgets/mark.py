"""The mark of the product."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from storedesk.ui.widgets.drawing import box, picture, smooth


class Mark(QWidget):
    """The product's mark on its rounded square."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(40, 40)
        self.setAccessibleName("StoreDesk")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        box(painter, self.rect(), 10, "accent")
        picture(painter, self.rect(), "storedesk", 24, "onaccent")
