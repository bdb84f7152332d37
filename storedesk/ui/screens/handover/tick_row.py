"""A row with a box to tick: title, second line, and a word at the right."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone, chip_width, draw_chip
from storedesk.ui.widgets.drawing import box, picture, smooth, text_width, words
from storedesk.ui.widgets.text import plain_tip

_BOX = 22


class TickRow(QAbstractButton):
    """Space or a click ticks it. ``code`` is painted large before the title: the bin to walk to."""

    def __init__(self, title: str, detail: str = "", code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._detail, self._code = title, detail, code
        self._word, self._tone, self._icon = "", Tone.NEUTRAL, ""
        self.setCheckable(True)
        self.setProperty("focusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(detail))
        self._describe()

    def set_word(self, word: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        """The chip at the right; empty for none."""
        self._word, self._tone, self._icon = word, tone, icon
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, theme().px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        if self.underMouse() and self.isEnabled():
            box(painter, self.rect(), 8, "subtle")
        side = theme().px(_BOX)
        square = QRect(2, (self.height() - side) // 2, side, side)
        if self.isChecked():
            box(painter, square, 5, "accent")
            picture(painter, square, "check", 16, "onaccent")
        else:
            box(painter, square, 5, "panel", "ctl", 1.5)
        left, right = square.right() + 13, self.width() - 2
        if self._word:
            wide = min(chip_width(self._word, self._icon), (right - left) // 2)
            draw_chip(
                painter, QRect(right - wide, 0, wide, self.height()), self._word, self._tone, self._icon
            )
            right -= wide + 10
        if self._code:
            font = theme().code_font(16, 600)
            wide = max(theme().px(40), text_width(self._code, font) + 18)
            high = theme().px(36)
            chip = QRect(left, (self.height() - high) // 2, wide, high)
            box(painter, chip, 8, "accent_soft")
            words(painter, chip, self._code, font, "accent_text", Qt.AlignmentFlag.AlignCenter)
            left += wide + 12
        self._paint_words(painter, left, right - left)

    def _paint_words(self, painter: QPainter, left: int, room: int) -> None:
        high = theme().px(20)
        top = (self.height() - (2 * high if self._detail else high)) // 2
        words(painter, QRect(left, top, room, high), self._title, theme().font("strong"), "text")
        if self._detail:
            place = QRect(left, top + high, room, theme().px(18))
            words(painter, place, self._detail, theme().font("small"), "text3")

    def _describe(self) -> None:
        parts = (self._code, self._title, self._detail, self._word)
        self.setAccessibleName(", ".join(part for part in parts if part))
