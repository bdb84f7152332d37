"""A short code typed into painted boxes; one real editor, so paste and scan work."""

from enum import StrEnum

from PySide6.QtCore import QRect, QRegularExpression, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import RADIUS_CONTROL
from storedesk.ui.widgets.drawing import CENTRE, box, smooth, words

_WIDTH, _HEIGHT, _GAP, _DASH = 46, 52, 8, 18


class CodeState(StrEnum):
    """What is known of the code that was typed."""

    TYPING = "typing"
    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


class CodeEntry(QLineEdit):
    """Letters and digits only, shown as capitals; `completed` carries the full code."""

    completed = Signal(str)

    def __init__(self, length: int = 6, dash_after: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length, self._dash_after = length, dash_after
        self._state = CodeState.TYPING
        self.setMaxLength(length)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[A-Za-z0-9]*"), self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("boxes", True)
        self.setProperty("holdKeys", True)
        self.setAccessibleName(self.tr("Code"))
        self.textEdited.connect(self._edited)

    @property
    def state(self) -> CodeState:
        return self._state

    def code(self) -> str:
        """The characters typed so far, in capitals."""
        return self.text().upper()

    def set_state(self, state: CodeState) -> None:
        """Colour the boxes; LOCKED takes no more typing."""
        self._state = state
        self.setReadOnly(state in (CodeState.LOCKED, CodeState.RIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        dash = _DASH if 0 < self._dash_after < self._length else 0
        return QSize(self._length * (_WIDTH + _GAP) - _GAP + dash, theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        wide = self.sizeHint()
        return QSize(self._length * 38 + _DASH, wide.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        outline = {CodeState.RIGHT: "ok", CodeState.WRONG: "bad"}.get(self._state, "ctl")
        ink = {CodeState.LOCKED: "text3"}.get(self._state, "text")
        for index, place in enumerate(self._places()):
            here = self.hasFocus() and self._state is CodeState.TYPING and index == self._caret()
            box(painter, place, RADIUS_CONTROL, "panel", "accent" if here else outline, 2 if here else 1)
            if index < len(self.text()):
                words(painter, place, self.code()[index], theme().code_font(22, 600), ink, CENTRE)
            elif here:
                middle = place.center()
                painter.fillRect(middle.x(), middle.y() - 11, 2, 22, theme().colour("accent"))
        self._paint_dash(painter)

    def _paint_dash(self, painter: QPainter) -> None:
        if 0 < self._dash_after < self._length:
            place = self._places()[self._dash_after - 1]
            painter.fillRect(place.right() + 8, place.center().y(), 10, 2, theme().colour("ctl"))

    def _caret(self) -> int:
        return min(len(self.text()), self._length - 1)

    def _places(self) -> list[QRect]:
        dash = _DASH if 0 < self._dash_after < self._length else 0
        room = min(self.width(), self.sizeHint().width()) - dash - _GAP * (self._length - 1)
        wide, left, places = room // self._length, 0, []
        for index in range(self._length):
            left += dash if dash and index == self._dash_after else 0
            places.append(QRect(left, 0, wide, self.height()))
            left += wide + _GAP
        return places

    def _edited(self, text: str) -> None:
        if self._state is CodeState.WRONG:
            self.set_state(CodeState.TYPING)
        if len(text) == self._length:
            self.completed.emit(text.upper())
