"""What the sheets of a day share: a head, a note, and one blue button that says what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QScrollArea, QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import IconLabel, Text

_NOTE = 300


class DaySheet(Sheet):
    """Subclasses fill ``middle`` and answer ``confirm``; F9 and the blue button are the same."""

    def __init__(self, window: QWidget, wide: int, icon: str) -> None:
        super().__init__(window, theme().px(wide), Context.DAY)
        self.sub = Text("", "small", "text3", wrap=True)
        self.note = QLineEdit()
        self.note.setMaxLength(_NOTE)
        self.note.setPlaceholderText(self.tr("A few words for your colleagues"))
        self.note.setAccessibleName(self.tr("Note"))
        self.go = Button("", Kind.PRIMARY, "check", "main", Context.DAY)
        self.trouble = Text("", "small", "warn", 600, wrap=True)
        self.trouble.hide()
        self.middle = column(spacing=12, margins=(20, 14, 20, 14))
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.DAY)
        self.title = Text("", "title", wrap=True)
        words = column(self.title, self.sub, spacing=2)
        head = row(IconLabel(icon, 24, "accent_text"), spacing=14, margins=(20, 16, 20, 14))
        head.addLayout(words, 1)
        self.foot = row(spacing=10, margins=(20, 12, 20, 12))
        self.foot.addWidget(self.trouble, 1)
        self.foot.addStretch()
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self.go)
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(self.middle)
        self.body.addWidget(framed(self.foot, "foot"))
        self._cancel.clicked.connect(lambda: self.reject())
        self.go.clicked.connect(lambda: self.confirm())

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        """What F9 does; without more of its own a sheet just closes."""
        self.accept()

    def failed(self, sentence: str) -> None:
        """It was not saved: the sheet stays with everything in it."""
        self.go.setEnabled(True)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def add_note(self) -> None:
        self.middle.addLayout(column(Text(self.tr("Note"), "label", "text2", 600), self.note, spacing=6))


def scrolled(inside: QLayout, name: str) -> QScrollArea:
    """Rows that may be more than the sheet has room for."""
    inner = QWidget()
    inner.setProperty("role", "clear")
    inner.setLayout(inside)
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    return area
