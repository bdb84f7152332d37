"""Why this store: each place with its way, stock and parcels, and what the rules make of it; nothing is changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from storedesk.protocol.wire import OrderWhy
from storedesk.ui.screens import why_words
from storedesk.ui.screens.why_table import WhyTable
from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_MOST_ROWS = 9


class WhySheet(Sheet):
    """Nothing is done here; Esc or F9 closes."""

    def __init__(self, why: OrderWhy, clock: Callable[[int], str], window: QWidget) -> None:
        """``clock`` writes a moment (UTC ms) as the desk's place reads it."""
        super().__init__(window, 1180)
        self._answer = why
        self._done = Button(self.tr("Done"), Kind.PRIMARY, "check", "main", Context.HANDOVER)
        title = Text(self.tr("Why this store?"), "title")
        about = Text(
            self.tr("Order {number} · tried again at {time}, nothing is changed").format(
                number=why.number, time=clock(why.now)
            ),
            "small", "text3", wrap=True,
        )  # fmt: skip
        self.body.addWidget(framed(column(title, about, spacing=2, margins=(20, 16, 20, 14)), "head"))
        said = Notice("", "", "map-pin", "accent")
        said.set_text(self.sentence, why_words.rule_text(why))
        self.body.addLayout(column(said, margins=(20, 14, 20, 14)))
        self.table = WhyTable()
        self.table.show_why(why, clock)
        self.table.setFixedHeight(
            self.table.height_of(min(_MOST_ROWS, len(why.places)), self.frame.minimumWidth())
        )
        self.body.addWidget(self.table)
        self.body.addWidget(framed(row(None, self._done, spacing=10, margins=(20, 12, 20, 12)), "foot"))
        self._done.clicked.connect(lambda: self.accept())
        self.table.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.accept()
        else:
            super().do(action)

    @property
    def sentence(self) -> str:
        """What the rules say, before the table."""
        return why_words.sentence(self._answer)
