"""A sheet that asks a few things about an order and gives back one action: heading, fields, F9."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import Item, column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_WIDTH = 640


class FormSheet(Sheet):
    """Subclasses lay their fields with ``lay_out`` and answer ``action``; one press of F9 is enough."""

    confirmed = Signal(str, object)
    """Kind and arguments of the action to perform."""

    def __init__(self, window: QWidget, icon: str = "check", width: int = _WIDTH) -> None:
        super().__init__(window, width)
        self._sent = False
        self._title, self._about = Text("", "title", wrap=True), Text("", "small", "text3", wrap=True)
        self._warning = Text("", "small", "warn", wrap=True)
        self._warning.hide()
        self.go = Button("", Kind.PRIMARY, icon, "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        heading = column(self._title, self._about, spacing=2, margins=(20, 16, 20, 14))
        self.body.addWidget(framed(heading, "head"))
        self._middle = column(spacing=12, margins=(20, 16, 20, 16))
        self.body.addLayout(self._middle, 1)
        bar = row(None, self._cancel, self.go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(bar, "foot"))
        self.go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        """Sends the action once, or says what is still wanted."""
        if self._sent:
            return
        found = self.action()
        if isinstance(found, str):
            self.warn(found)
            return
        self._sent = True
        self.confirmed.emit(*found)
        self.accept()

    def action(self) -> tuple[str, Any] | str:
        """Kind and arguments, or the words of what is missing."""
        return ""

    def set_heading(self, title: str, about: str, go: str) -> None:
        """The words at the top and on the blue button."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.go.set_label(go)

    def warn(self, words: str) -> None:
        self._warning.setText(words)
        self._warning.show()

    def lay_out(self, *items: Item) -> None:
        """Puts the fields between heading and buttons; the warning comes last."""
        self._middle.addLayout(column(*items, self._warning, spacing=12))


def field(label: str, most: int, text: str = "") -> tuple[Text, QLineEdit]:
    """A line to write in and the label above it."""
    editor = QLineEdit(text)
    editor.setMaxLength(most)
    editor.setAccessibleName(label)
    return Text(label, "label", "text2", 600), editor
