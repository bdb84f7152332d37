"""A key cap as a widget; its text comes from the key registry, never typed by hand."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.shortcuts import caps
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import caps_size, draw_caps, smooth


class KeyCap(QWidget):
    """Paints the caps of one key, for instance `Ctrl+P` as two caps."""

    def __init__(self, key: str, ink: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps, self._ink = caps(key), ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(self._caps))
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return caps_size(self._caps)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        draw_caps(painter, self.rect(), self._caps, self._ink)
