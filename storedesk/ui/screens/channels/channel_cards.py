"""The cards above the table: how each channel is, how much of it is in step, or why it stands still."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from storedesk.desk.channel_views import IN_STEP, ChannelCard
from storedesk.ui.screens.channels.channel_words import chip_of, foot_of, in_step_text, trouble_of
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Chip
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.meter import Meter
from storedesk.ui.widgets.text import ElidedText, Text

HEIGHT, LEAST = 124, 196
_WELL = 9_980
"""In step from here on (1/100 %) the bar is green."""


class CardPanel(QFrame):
    """One channel; a press, or Enter on it, shows what differs there alone."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: ChannelCard | None = None
        self.setProperty("role", "panel")
        self.setProperty("focusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(theme().px(LEAST))
        self._name, self._chip = ElidedText("", "panel"), Chip()
        self._part, self._in_step = Text("", "figure"), ElidedText(self.tr("in step"), "small", "text3")
        self._count = Text("", "small", "", 600)
        self._bar = Meter()
        self._left, self._right = ElidedText("", "label", "text3", 400), Text("", "label", "text3", 400)
        head = row(spacing=6)
        head.addWidget(self._name, 1)
        head.addWidget(self._chip)
        middle = row(self._part, spacing=6)
        middle.addWidget(self._in_step, 1)
        middle.addWidget(self._count)
        foot = row(spacing=6)
        foot.addWidget(self._left, 1)
        foot.addWidget(self._right)
        self._trouble = Text("", "label", "warn", 500, wrap=True)
        self.setLayout(
            column(head, middle, self._bar, foot, self._trouble, spacing=6, margins=(14, 10, 14, 10))
        )

    def show_card(self, card: ChannelCard, compact: bool) -> None:
        self.card = card
        self._name.setText(card.name)
        text, tone, icon = chip_of(card)
        self._chip.set(text, tone, "" if compact else icon)
        self._part.set_role("heading" if compact else "figure")
        self._part.setText(in_step_text(card))
        self._count.setText(self.tr("%n differences", "", card.differing))
        self._in_step.setVisible(not compact)
        ink = "ok" if card.in_step >= _WELL else "warn"
        self._count.set_tone("warn" if ink == "warn" else "")
        spoken = f"{card.name}: {in_step_text(card)} {self.tr('in step')}, {self._count.text()}"
        self._bar.set(card.in_step / IN_STEP, ink, spoken)
        trouble = trouble_of(card)
        left, right = foot_of(card)
        self._left.setText(left)
        self._right.setText(right)
        for widget in (self._bar, self._left, self._right):
            widget.setVisible(not trouble)
        self._right.setVisible(not trouble and not compact)
        self._trouble.setText(trouble)
        self._trouble.set_tone("bad" if card.state == "stopped" else "warn")
        self._trouble.setVisible(bool(trouble))
        self._right.set_tone("warn" if card.unsent else "text3")
        self.setAccessibleName(f"{spoken}. {trouble or f'{left}, {right}'}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self.card is not None:
            self.pressed.emit(self.card.channel_id)


class ChannelCards(QScrollArea):
    """The cards side by side; they scroll where there are more than there is room for."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: list[CardPanel] = []
        self._cards: tuple[ChannelCard, ...] = ()
        self._compact = False
        self._row = row(spacing=12)
        inner = QWidget()
        inner.setProperty("role", "clear")
        inner.setLayout(self._row)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(theme().px(HEIGHT))

    def show_cards(self, cards: tuple[ChannelCard, ...]) -> None:
        self._cards = cards
        while len(self._panels) < len(cards):
            panel = CardPanel()
            panel.pressed.connect(self.chosen)
            self._panels.append(panel)
            self._row.addWidget(panel, 1)
        for number, panel in enumerate(self._panels):
            panel.setVisible(number < len(cards))
            if number < len(cards):
                panel.show_card(cards[number], self._compact)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.show_cards(self._cards)
