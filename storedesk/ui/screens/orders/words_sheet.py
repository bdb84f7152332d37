"""The words of the day by which customer service agrees to a handover: read out to the store, to nobody else."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """``words`` are empty where this desk does not hold the store's key."""

    store: str
    phone: str
    words: str


class WordsSheet(Sheet):
    """Nothing is changed here; Esc or F9 closes."""

    def __init__(self, number: str, spoken: tuple[SpokenWords, ...], window: QWidget) -> None:
        super().__init__(window, 640)
        self._done = Button(self.tr("Done"), Kind.PRIMARY, "check", "main", Context.HANDOVER)
        title = Text(self.tr("Words for the store"), "title")
        about = Text(
            self.tr("Order {number} · today only, for a handover without a line").format(number=number),
            "small", "text3", wrap=True,
        )  # fmt: skip
        self.body.addWidget(framed(column(title, about, spacing=2, margins=(20, 16, 20, 14)), "head"))
        warning = Notice("", "", "alert-triangle", "warn")
        warning.set_text(
            self.tr("Read them out only to the store."),
            self.tr("The store rings and names the order. Never say them to the customer, never send them."),
        )
        middle = column(spacing=16, margins=(20, 16, 20, 16))
        for one in spoken:
            middle.addLayout(self._lines(one))
        middle.addWidget(warning)
        self.body.addLayout(middle)
        self.body.addWidget(framed(row(None, self._done, spacing=10, margins=(20, 12, 20, 12)), "foot"))
        self._done.clicked.connect(lambda: self.accept())
        self._done.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.accept()
        else:
            super().do(action)

    def _lines(self, one: SpokenWords) -> QVBoxLayout:
        where = " · ".join(part for part in (one.store, one.phone) if part)
        if not one.words:
            none = self.tr(
                "This desk cannot give the words of this store. The store asks a supervisor for the PIN."
            )
            return column(Text(where, "small", "text2", 600), Text(none, "body", wrap=True), spacing=4)
        return column(Text(where, "small", "text2", 600), Text(one.words, "figure", wrap=True), spacing=4)
