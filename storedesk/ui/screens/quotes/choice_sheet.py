"""A question about a quote with two or three answers and a few words: ending it, making a new version."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_LONGEST_NOTE = 300


class ChoiceSheet(Sheet):
    """A digit chooses, Enter or F9 does it; ``confirmed`` carries the choice's key and the words."""

    confirmed = Signal(str, str)

    def __init__(
        self, window: QWidget, title: str, about: str, choices: tuple[Choice, ...], with_note: bool = False
    ) -> None:
        super().__init__(window, 620)
        self.cards, self.note, self._sent = ChoiceCards(columns=1, small=True), QLineEdit(), False
        self._go = Button(self.tr("Do it"), Kind.PRIMARY, "check", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        head = column(Text(title, "title"), Text(about, "small", "text3", wrap=True), spacing=2,
                      margins=(20, 16, 20, 14))  # fmt: skip
        self.cards.show_choices(choices)
        middle = column(self.cards, spacing=12, margins=(20, 16, 20, 16))
        if with_note:
            name = self.tr("A few words, not printed")
            self.note.setMaxLength(_LONGEST_NOTE)
            self.note.setAccessibleName(name)
            middle.addLayout(column(Text(name, "label", "text2", 600), self.note, spacing=4))
            self.note.returnPressed.connect(self.confirm)
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(bar, "foot"))
        self.cards.confirmed.connect(lambda key: self.confirm())
        self.cards.chosen.connect(lambda key: self._go.set_not_yet(""))
        self._go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())
        if not self.cards.current:
            self._go.set_not_yet(self.tr("Choose what should happen."))
        self.cards.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        if self.cards.current and not self._sent:
            self._sent = True
            key, words = self.cards.current, self.note.text().strip()
            self.accept()
            self.confirmed.emit(key, words)
