"""A short message over the screen that goes by itself: done with undo, saved offline, or a warning."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from storedesk.ui.shortcuts import Context, caps, shortcut_for
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import LEFT, box, caps_size, draw_caps, picture, smooth, text_width, words

_STAYS_MS, _ICON, _PADDING, _BOTTOM = 6_000, 18, 16, 84


class ToastKind(StrEnum):
    DONE = "done"
    OFFLINE = "offline"
    WARN = "warn"


_ICONS = {ToastKind.DONE: "check", ToastKind.OFFLINE: "cloud-off", ToastKind.WARN: "alert-triangle"}


class Toast(QWidget):
    """Stays 6 seconds, longer under the mouse; never takes focus. `undone` on Undo or its key."""

    undone = Signal()
    shown = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._kind, self._can_undo = "", ToastKind.DONE, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        parent.installEventFilter(self)

    def say(self, text: str, kind: ToastKind = ToastKind.DONE, can_undo: bool = False) -> None:
        """Show a message in place of the one that may still be there."""
        self._text, self._kind, self._can_undo = text, kind, can_undo
        self.setAccessibleName(text)
        self._settle()
        self.show()
        self.raise_()
        self.update()
        self._timer.start(_STAYS_MS)
        self.shown.emit(text)

    def also(self, text: str) -> None:
        """Show this after what still stands there, or alone; said twice it stands there once."""
        if not self.isVisible() or self._kind is ToastKind.WARN:
            self.say(text)
        elif text not in self._text:
            self.say(f"{self._text} {text}", self._kind, self._can_undo)

    @property
    def offers_undo(self) -> bool:
        return self.isVisible() and self._can_undo

    def undo(self) -> bool:
        """Take the offered undo, if there is one; True when there was."""
        if not self.offers_undo:
            return False
        self.hide()
        self.undone.emit()
        return True

    def sizeHint(self) -> QSize:
        width = 2 * _PADDING + theme().px(_ICON) + 12 + text_width(self._text, theme().font("small", 500))
        return QSize(width + (self._undo_width() + 24 if self._can_undo else 0) + 4, theme().px(44))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False

    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start(_STAYS_MS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._can_undo and event.position().x() > self.width() - self._undo_width() - _PADDING:
            self.undo()
        else:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        box(painter, self.rect(), 8, "off", "onoff" if theme().is_high_contrast else None)
        picture(
            painter, QRect(_PADDING, 0, theme().px(_ICON), self.height()), _ICONS[self._kind], _ICON, "onoff"
        )
        left = _PADDING + theme().px(_ICON) + 12
        right = self.width() - _PADDING - (self._undo_width() + 20 if self._can_undo else 0)
        place = QRect(left, 0, right - left, self.height())
        words(painter, place, self._text, theme().font("small", 500), "onoff")
        if self._can_undo:
            start = self.width() - _PADDING - self._undo_width()
            font = theme().font("small", 600)
            drawn = words(painter, QRect(start, 0, 200, self.height()), self.tr("Undo"), font, "onoff", LEFT)
            draw_caps(painter, QRect(start + drawn + 8, 0, 120, self.height()), self._undo_caps(), "onoff")

    def _undo_caps(self) -> tuple[str, ...]:
        key = shortcut_for(Context.GLOBAL, "undo")
        return caps(key.key) if key else ()

    def _undo_width(self) -> int:
        return (
            text_width(self.tr("Undo"), theme().font("small", 600)) + 8 + caps_size(self._undo_caps()).width()
        )

    def _settle(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        size = self.sizeHint()
        width = min(size.width(), parent.width() - 32)
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - size.height() - _BOTTOM, width, size.height()
        )
