"""Somebody else is to collect: the name as it is now, and the one asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.pickup_shelf_args import ChangeCollector
from storedesk.desk.store_choice import CollectorSeen
from storedesk.domain.plain_text import NAME_SHOWN, clean_text, looks_like_personal_number
from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

NAME_LENGTH = 80


class CollectorSheet(Sheet):
    """Enter or F9 asks for the change; no personal number is taken."""

    confirmed = Signal(object)
    """The ``ChangeCollector`` to perform."""

    def __init__(self, fulfilment_id: str, number: str, seen: CollectorSeen, window: QWidget) -> None:
        super().__init__(window, 480)
        self._fulfilment_id, self._seen, self._sent = fulfilment_id, seen, False
        self.name = QLineEdit()
        self._warning = Text("", "small", "warn", wrap=True)
        self._go = Button(self.tr("Ask for it"), Kind.PRIMARY, "user-plus", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build(number)
        self.name.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self._confirm()
        else:
            super().do(action)

    def _build(self, number: str) -> None:
        title = Text(self.tr("Who collects {number}?").format(number=number), "title")
        now = self.tr("Now: {name}").format(name=self._seen.name) if self._seen.name else (
            self.tr("Now only the customer may collect.")
        )  # fmt: skip
        head = column(title, Text(now, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setAccessibleName(self.tr("Name of who collects"))
        self._warning.hide()
        middle = column(
            Text(self.tr("Name of who collects"), "label", "text2", 600), self.name, self._warning,
            spacing=6, margins=(20, 16, 20, 16),
        )  # fmt: skip
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(bar, "foot"))
        self.name.returnPressed.connect(self._confirm)
        self._go.clicked.connect(lambda: self._confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _confirm(self) -> None:
        name = clean_text(self.name.text(), NAME_SHOWN)
        if looks_like_personal_number(name):
            self._say(self.tr("This looks like a personal number. StoreDesk keeps none: take it out."))
        elif not name:
            self._say(self.tr("Write the name."))
        elif not self._sent:
            self._sent = True
            self.confirmed.emit(ChangeCollector(self._fulfilment_id, name, self._seen.person_id))
            self.accept()

    def _say(self, sentence: str) -> None:
        self._warning.setText(sentence)
        self._warning.show()
