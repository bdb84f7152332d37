"""Ending a hold: the customer has the goods, or they are free again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.stock_args import ReleaseHold
from storedesk.desk.hold_views import HoldView
from storedesk.ui.screens.stock.hold_words import by_text, hold_row, who_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text


class EndHoldSheet(Sheet):
    """1 or 2 chooses, F9 does it."""

    confirmed = Signal(str, object)
    """Kind and arguments of the action to perform."""

    def __init__(self, hold: HoldView, window: QWidget) -> None:
        super().__init__(window, 560)
        self._hold, self._sent = hold, False
        self.cards = ChoiceCards(columns=1, small=True)
        self._go = Button(self.tr("End the hold"), Kind.PRIMARY, "check", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self.cards.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        if self._sent:
            return
        self._sent = True
        outcome = ReleaseHold(
            self._hold.hold_id, "collected" if self.cards.current == "collected" else "released"
        )
        self.confirmed.emit("ReleaseHold", outcome)
        self.accept()

    def _build(self) -> None:
        hold = self._hold
        until = self.tr("until {time}").format(time=moment_text(hold.until))
        about = " · ".join(part for part in (who_text(hold), until, by_text(hold)) if part)
        title = Text(hold_row(hold).title, "title", wrap=True)
        head = column(title, Text(about, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        self.cards.show_choices(
            (
                Choice("collected", self.tr("The customer has it"), self.tr("Paid at the till; the till takes it out of stock."),
                       icon="hand-grab"),
                Choice("released", self.tr("Release it"), self.tr("The units are free for others again."),
                       icon="arrow-back-up"),
            ), "released",
        )  # fmt: skip
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(column(self.cards, spacing=12, margins=(20, 16, 20, 16)))
        self.body.addWidget(framed(bar, "foot"))
        self.cards.confirmed.connect(lambda key: self.confirm())
        self._go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())
