"""Taking a handover back: why, and the bin the goods stand in again, or that they are missing."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.pickup_args import CorrectHandover
from storedesk.desk.pickup_views import HandoverFact
from storedesk.ui.screens.pickups.pickup_words import proof_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

Reason = Literal["wrong_customer", "wrong_parcel", "too_early", "came_back"]
_REASONS: dict[str, Reason] = {
    "wrong_customer": "wrong_customer",
    "wrong_parcel": "wrong_parcel",
    "too_early": "too_early",
    "came_back": "came_back",
}


class CorrectSheet(Sheet):
    """F9 takes the handover back; one press is enough."""

    confirmed = Signal(object)
    """The ``CorrectHandover`` to perform."""

    def __init__(self, fact: HandoverFact, order_number: str, bins: tuple[str, ...], window: QWidget) -> None:
        super().__init__(window, 640)
        self._fact, self._bins, self._sent = fact, bins, False
        self.cards = ChoiceCards(columns=2, small=True)
        self.bin = QLineEdit()
        self._go = Button(self.tr("Take back"), Kind.PRIMARY, "arrow-back-up", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._warning = Text("", "small", "warn", wrap=True)
        self._build(order_number)
        self.cards.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self._confirm()
        else:
            super().do(action)

    def scan_bin(self, code: str) -> None:
        self.bin.setText(code)

    def _build(self, order_number: str) -> None:
        fact = self._fact
        who = " · ".join(
            p for p in (moment_text(fact.at), fact.staff_name, fact.desk, proof_text(fact.proof)) if p
        )
        title = Text(self.tr("Correct the handover of {number}").format(number=order_number), "title")
        head = column(title, Text(who, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        self.cards.show_choices(
            (
                Choice(
                    "wrong_customer",
                    self.tr("Wrong customer"),
                    self.tr("somebody else has the goods"),
                    icon="users",
                ),
                Choice(
                    "wrong_parcel",
                    self.tr("Wrong parcel"),
                    self.tr("another order’s goods left"),
                    icon="package",
                ),
                Choice(
                    "too_early",
                    self.tr("Pressed too early"),
                    self.tr("the goods are still here"),
                    icon="clock",
                ),
                Choice(
                    "came_back",
                    self.tr("Customer came back"),
                    self.tr("the goods are here again"),
                    icon="user",
                ),
            ),
            "too_early",
        )
        self.bin.setMaxLength(12)
        self.bin.setPlaceholderText(self.tr("Scan or type the bin"))
        self.bin.setAccessibleName(self.tr("Bin the goods stand in"))
        middle = column(self.cards, spacing=12, margins=(20, 16, 20, 16))
        middle.addLayout(
            column(Text(self.tr("Bin the goods stand in"), "label", "text2", 600), self.bin, spacing=6)
        )
        middle.addWidget(Text(self.tr("Leave it empty if the goods are not here: they are marked missing."), "label",
                              "text3", 400, wrap=True))  # fmt: skip
        if not fact.correctable_alone:
            words = self.tr("This was more than 15 minutes ago: next, a supervisor types the PIN.")
            middle.addWidget(Notice(words, "", "shield-lock", "warn"))
        self._warning.hide()
        middle.addWidget(self._warning)
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(bar, "foot"))
        self._go.clicked.connect(lambda: self._confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _confirm(self) -> None:
        code = self.bin.text().strip().upper()
        if code and self._bins and code not in self._bins:
            self._warning.setText(self.tr("There is no bin {code} on this shelf.").format(code=code))
            self._warning.show()
            return
        if self._sent:
            return
        self._sent = True
        self.confirmed.emit(CorrectHandover(self._fact.handover_id, _REASONS[self.cards.current], code))
        self.accept()
