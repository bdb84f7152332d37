"""What a pane shows instead of rows: empty, no match, or an error of that pane alone."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import TONE_TOKENS, Tone
from storedesk.ui.widgets.drawing import box, picture, smooth
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.text import Text

_WIDTH = 252


class IconTile(QWidget):
    """A rounded square with an icon, in the colours of a tone."""

    def __init__(
        self, icon: str, tone: Tone = Tone.NEUTRAL, size: int = 44, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size = icon, tone, size
        self.setFixedSize(theme().px(size), theme().px(size))

    def set(self, icon: str, tone: Tone) -> None:
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size), theme().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        draw_tile(painter, self.rect(), self._icon, self._tone)


def draw_tile(painter: QPainter, place: QRect, icon: str, tone: Tone) -> None:
    """Paint an icon tile, for delegates too."""
    fill, ink = TONE_TOKENS[tone]
    box(painter, place, 8, fill, ink if theme().is_high_contrast else None)
    picture(painter, place, icon, 24 if place.width() > 48 else 20 if place.width() > 38 else 18, ink)


class EmptyState(QWidget):
    """Icon, heading, sentence and at most one button, in the middle of a pane."""

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str = "",
        button: str = "",
        tone: Tone = Tone.OK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tile = IconTile(icon, tone, 52)
        self.heading = Text(heading, "heading", wrap=True)
        self.sentence = Text(sentence, "small", "text3", wrap=True)
        self.button = Button(button, Kind.SOFT, small=True)
        self.button.setVisible(bool(button))
        self._narrow()
        middle = Qt.AlignmentFlag.AlignHCenter
        layout = column(None, spacing=8, margins=(16, 16, 16, 16))
        for label in (self.heading, self.sentence):
            label.setAlignment(middle)
        for widget in (self.tile, self.heading, self.sentence, self.button):
            layout.addWidget(widget, 0, middle)
        layout.addStretch(1)
        self.setLayout(layout)

    def _narrow(self) -> None:
        for label in (self.heading, self.sentence):
            label.setFixedWidth(theme().px(_WIDTH))
            label.setMinimumHeight(max(0, label.heightForWidth(theme().px(_WIDTH))))

    def show_words(self, heading: str, sentence: str = "", button: str = "") -> None:
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self._narrow()
        self.button.set_label(button)
        self.button.setVisible(bool(button))
