"""The focus ring: a two pixel ring outside the focused widget, which a style sheet cannot draw."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from storedesk.ui.theme.theme import theme

_OUT, _WIDTH = 4, 2


class FocusRing(QWidget):
    """Follows the focus inside one window, around widgets with the property `focusRing`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._followed: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._settle()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.DeferredDelete):
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), _WIDTH))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(12.0, inner.height() / 2)
        painter.drawRoundedRect(inner, radius, radius)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._followed is not None and isValid(self._followed):
            self._followed.removeEventFilter(self)
        self._followed = None
        wanted = now is not None and bool(now.property("focusRing")) and now.window() is self.window()
        if now is None or not wanted:
            self.hide()
            return
        self._followed = now
        now.installEventFilter(self)
        self._settle()

    def _settle(self) -> None:
        followed = self._followed
        if followed is None or not isValid(followed) or not followed.isVisible():
            return
        corner = followed.mapTo(self.window(), followed.rect().topLeft())
        self.setGeometry(QRect(corner, followed.size()).adjusted(-_OUT, -_OUT, _OUT, _OUT))
        self.show()
        self.raise_()
