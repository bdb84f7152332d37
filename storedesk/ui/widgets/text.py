"""Labels in the type roles of the theme; always plain text, whatever the data holds."""

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme


class Text(QLabel):
    """A label with a type role (`body`, `title` …) and a tone (`text2`, `ok`, `bad` …)."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        weight: int | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._weight = role, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        self._put_on_font()
        self.setText(text)
        theme().changed.connect(self._put_on_font)

    def set_tone(self, tone: str) -> None:
        """Change the colour; an empty tone is the main text colour."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_role(self, role: str) -> None:
        """Change the size."""
        self._role = role
        self._put_on_font()

    def _put_on_font(self) -> None:
        self.setFont(theme().font(self._role, self._weight))


def plain_tip(text: str) -> str:
    """A tooltip that shows the text as it is: Qt takes what looks like HTML for HTML, pictures included."""
    return QtGui.Qt.convertFromPlainText(text) if QtGui.Qt.mightBeRichText(text) else text


class CodeText(Text):
    """A label in the code font: SKU, bin, order code."""

    def __init__(
        self, text: str = "", px: int = 13, tone: str = "text2", parent: QWidget | None = None
    ) -> None:
        self._px = px
        super().__init__(text, "small", tone, parent=parent)

    def _put_on_font(self) -> None:
        self.setFont(theme().code_font(self._px))


class ElidedText(Text):
    """One line that gives way: cut at the end with an ellipsis, whole in the tooltip and for readers."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, weight, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._show_rest()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def _show_rest(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(plain_tip(self.text()) if cut else "")


class IconLabel(QLabel):
    """An icon of the theme's set; decoration only, so it has no accessible name."""

    def __init__(
        self, name: str, size: int = 18, token: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._token = name, size, token
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw()
        theme().changed.connect(self._draw)

    def set_icon(self, name: str, token: str | None = None) -> None:
        self._name, self._token = name, token or self._token
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(theme().icon(self._name, self._size, self._token))
        self.setFixedSize(theme().px(self._size), theme().px(self._size))
