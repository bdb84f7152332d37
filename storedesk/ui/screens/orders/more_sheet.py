"""What else can be done with an order: one digit each; what cannot be done says why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCard, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text


class _DigitCards(ChoiceCards):
    """A digit or a click is a decision here; arrows only move."""

    picked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        digit = event.key() - Qt.Key.Key_0
        if 1 <= digit <= 9 and digit == self.current_number:
            self.picked.emit(self.current)

    def _clicked(self, card: ChoiceCard) -> None:
        super()._clicked(card)
        self.picked.emit(card.choice.key)


class MoreSheet(Sheet):
    """``wanted`` carries the key of the card; the sheet is gone by then."""

    wanted = Signal(str)

    def __init__(self, number: str, choices: tuple[Choice, ...], window: QWidget) -> None:
        super().__init__(window, 720)
        self.cards = _DigitCards(columns=2, small=True)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        title = Text(self.tr("Change or ask"), "title")
        about = Text(
            self.tr("Order {number} · press a digit").format(number=number), "small", "text3", wrap=True
        )
        self.cards.show_choices(choices)
        self.body.addWidget(framed(column(title, about, spacing=2, margins=(20, 16, 20, 14)), "head"))
        self.body.addLayout(column(self.cards, spacing=12, margins=(20, 16, 20, 16)))
        bar = row(None, self._cancel, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(bar, "foot"))
        self.cards.picked.connect(self._go)
        self.cards.confirmed.connect(self._go)
        self._cancel.clicked.connect(lambda: self.reject())
        self.cards.setFocus()

    def _go(self, key: str) -> None:
        self.accept()
        self.wanted.emit(key)
