"""The head of a column of the handover: its number, or a tick once it is done."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import CENTRE, RIGHT, box, picture, smooth, text_width, words


class StepHead(QWidget):
    """Painted; readers hear the title and whether it is done."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._title, self._right, self._done = number, title, "", False
        self.setFixedHeight(theme().px(28))
        self.set_done(False)

    def set_done(self, done: bool, right: str = "") -> None:
        self._done, self._right = done, right
        state = self.tr("done") if done else self.tr("to do")
        self.setAccessibleName(", ".join(part for part in (self._title, state, right) if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        side = theme().px(26)
        mark = QRect(0, (self.height() - side) // 2, side, side)
        box(painter, mark, side / 2, "ok_soft" if self._done else "accent")
        if self._done:
            picture(painter, mark, "check", 16, "ok_text")
        else:
            words(painter, mark, str(self._number), theme().font("small", 600), "onaccent", CENTRE)
        font = theme().font("small")
        wide = text_width(self._right, font) + 2 if self._right else 0
        place = QRect(side + 10, 0, self.width() - side - 10 - wide, self.height())
        words(painter, place, self._title, theme().font("heading"), "text")
        words(painter, QRect(self.width() - wide, 0, wide, self.height()), self._right, font, "text3", RIGHT)
