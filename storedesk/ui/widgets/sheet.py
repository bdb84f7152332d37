"""A modal dialog over a painted scrim that fills its window; Esc closes, the focus returns to the opener."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from storedesk.ui.shell.key_router import KeyRouter
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.focus_ring import FocusRing
from storedesk.ui.theme.tokens import COMPACT_BELOW
from storedesk.ui.widgets.layouts import column

_SCRIM = QColor(10, 14, 20, 117)
_MARGIN = 16


class Sheet(QDialog):
    """Subclasses fill ``body`` and answer ``do``; the keys are those of ``context``."""

    def __init__(self, window: QWidget, width: int, context: Context = Context.HANDOVER) -> None:
        super().__init__(window.window())
        self._wide, self._context = width, context
        self._opener = QApplication.focusWidget()
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.frame = QFrame()
        self.frame.setProperty("role", "dialog")
        self.body: QVBoxLayout = column(spacing=0, margins=(1, 1, 1, 1))
        self.frame.setLayout(self.body)
        grid = QGridLayout(self)
        grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        grid.addWidget(self.frame, 0, 0, Qt.AlignmentFlag.AlignCenter)
        self._router = KeyRouter(self, lambda: self._context)
        self._router.triggered.connect(self.do)
        self._ring = FocusRing(self)
        window.window().installEventFilter(self)
        self._cover()

    @property
    def is_compact(self) -> bool:
        return self.width() < COMPACT_BELOW

    def do(self, action: str) -> None:
        """What a key of the sheet means."""
        if action == "back":
            self.reject()

    def fit(self) -> None:
        """Called when the room has changed; the frame is never wider than the window."""
        self.frame.setFixedWidth(min(self._wide, self.width() - 2 * _MARGIN))
        self.frame.setMaximumHeight(self.height() - 2 * _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._cover()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        self._cover()
        super().showEvent(event)

    def done(self, result: int) -> None:
        super().done(result)
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self._opener = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field must not press a button of its own choosing."""
        if event.key() == Qt.Key.Key_Escape:
            self.do("back")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SCRIM)

    def _cover(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.geometry())
            self.fit()
