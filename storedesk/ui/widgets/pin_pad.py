"""A PIN typed by keys, mouse or touch; only dots are ever shown or read out."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import RADIUS_PANEL
from storedesk.ui.widgets.drawing import CENTRE, box, picture, smooth, words
from storedesk.ui.widgets.layouts import column

MAX_PIN = 8


class _Dots(QWidget):
    """The dots above the pad."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filled, self.length, self.is_wrong = 0, 4, False
        self.setFixedHeight(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        count = max(self.length, self.filled)
        left = (self.width() - count * 34 + 18) // 2
        for index in range(count):
            place = QRect(left + index * 34, 2, 16, 16)
            token = "bad" if self.is_wrong else "accent" if index < self.filled else "ctl"
            box(painter, place, 8, token if index < self.filled else None, token, 2)


class _PadKey(QToolButton):
    """One key of the pad."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._icon = text, icon
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(88, theme().px(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, theme().px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        go, back = self._icon == "arrow-right", self._icon == "backspace"
        over = self.underMouse() and self.isEnabled()
        fill = (
            ("accent_hover" if over else "accent") if go else "neu_soft" if back or self.isDown() else "panel"
        )
        edge = None if go or (back and not theme().is_high_contrast) else "ctl" if over else "bd2"
        ink = "onaccent" if go else "text"
        if not self.isEnabled():
            fill, edge, ink = "subtle", "border", "text3"
        box(painter, self.rect(), RADIUS_PANEL, fill, edge)
        if self._icon:
            picture(painter, self.rect(), self._icon, 24, ink)
        else:
            words(painter, self.rect(), self._text, theme().font("title"), ink, CENTRE)


class PinPad(QWidget):
    """Emits `entered` with the PIN when it is long enough or on Enter, and forgets it at once."""

    entered = Signal(str)
    typed = Signal(int)

    def __init__(self, length: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits, self._length = "", length
        self._dots = _Dots()
        self._dots.length = length
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownKeys", "0123456789")
        self.setAccessibleName(self.tr("PIN, digits are not shown"))
        grid = QGridLayout()
        grid.setSpacing(10)
        self._keys: list[_PadKey] = []
        for index, text in enumerate(("1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "go")):
            key = self._made(text)
            grid.addWidget(key, index // 3, index % 3)
            self._keys.append(key)
        self.setLayout(column(self._dots, grid_holder(grid), spacing=20))

    def _made(self, text: str) -> _PadKey:
        if text == "back":
            key = _PadKey(self.tr("Delete"), "backspace")
            key.clicked.connect(self.take_back)
        elif text == "go":
            key = _PadKey(self.tr("Check the PIN"), "arrow-right")
            key.clicked.connect(self.submit)
        else:
            key = _PadKey(text)
            key.clicked.connect(lambda: self.add(text))
        return key

    def add(self, digit: str) -> None:
        """Type one digit; the last one submits."""
        if not self.isEnabled() or len(self._digits) >= MAX_PIN:
            return
        self._digits += digit
        self._show(wrong=False)
        if self._length and len(self._digits) == self._length:
            self.submit()

    def take_back(self) -> None:
        self._digits = self._digits[:-1]
        self._show(wrong=False)

    def clear(self) -> None:
        self._digits = ""
        self._show(wrong=False)

    def refuse(self) -> None:
        """The PIN was wrong: red dots until the next digit."""
        self._digits = ""
        self._show(wrong=True)

    def submit(self) -> None:
        pin, self._digits = self._digits, ""
        if pin:
            self.entered.emit(pin)
            self._show(wrong=False)

    def count(self) -> int:
        """How many digits are typed; never which."""
        return len(self._digits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text in "0123456789":
            self.add(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _show(self, wrong: bool) -> None:
        self._dots.filled = self._length if wrong else len(self._digits)
        self._dots.is_wrong = wrong
        self._dots.update()
        self.typed.emit(len(self._digits))


def grid_holder(grid: QGridLayout) -> QWidget:
    """A bare widget around a grid."""
    holder = QWidget()
    grid.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(grid)
    return holder
