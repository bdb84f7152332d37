"""Why this store, for an order whose number is typed: a dry run by the set that is shown; nothing is changed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from storedesk.protocol.wire import OrderWhy
from storedesk.ui.screens import why_words
from storedesk.ui.screens.why_table import WhyTable
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.panel import Notice, Panel

_LONGEST = 60


class WhyPane(Panel):
    """``wanted`` carries the number that was typed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.number = QLineEdit()
        super().__init__(
            self.tr("Why this store?"), self.tr("dry run, nothing is changed"), (self.number,), parent
        )
        self.number.setMaxLength(_LONGEST)
        self.number.setObjectName("why_number")
        self.number.setPlaceholderText(self.tr("Order number"))
        self.number.setAccessibleName(self.tr("Order number"))
        self.number.setFixedWidth(theme().px(180))
        self._said = Notice("", "", "map-pin", "accent")
        self.table = WhyTable()
        self._stack = QStackedWidget()
        self._message = EmptyState("map-pin", " ", " ", tone=Tone.INFO)
        answer = QWidget()
        answer.setProperty("role", "clear")
        shown = column(column(self._said, margins=(12, 8, 12, 8)), spacing=0)
        shown.addWidget(self.table, 1)
        answer.setLayout(shown)
        for page in (self._message, answer):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self.number.returnPressed.connect(self.ask)
        self.why: OrderWhy | None = None
        self.show_nothing()

    def ask(self) -> None:
        """What F3 and Enter mean: without a number, somebody types one first."""
        number = self.number.text().strip()
        if number:
            self.wanted.emit(number)
        else:
            self.number.setFocus()

    def show_nothing(self) -> None:
        self._say(self.tr("No order tried yet"), self.tr("F3, type an order number, Enter."))

    def show_asking(self, number: str) -> None:
        self._say(self.tr("Central tries order {number}").format(number=number), "")

    def show_problem(self, sentence: str) -> None:
        self._say(self.tr("No answer"), sentence)

    def show_why(self, why: OrderWhy, clock: Callable[[int], str]) -> None:
        """``clock`` writes a UTC ms."""
        self.why = why
        self._said.set_text(why_words.sentence(why), why_words.rule_text(why))
        self.table.show_why(why, clock)
        self._stack.setCurrentIndex(1)

    def _say(self, heading: str, sentence: str) -> None:
        self.why = None
        self._message.show_words(heading, sentence)
        self._stack.setCurrentIndex(0)
