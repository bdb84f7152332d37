"""What else can be done with an order: one digit each; what cannot be done says why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk.desk import order_deeds as deeds
from storedesk.desk.order_views import OrderView
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
    """``wanted`` carries the key of the card; the sheet is gone by then. On a customer-service desk the words for
    the store stand where the decision is, which F9 of the order makes as well."""

    wanted = Signal(str)

    def __init__(self, view: OrderView, window: QWidget, agrees: bool = False) -> None:
        """``agrees`` where customer service agrees to handovers on the phone."""
        super().__init__(window, 720)
        self.cards = _DigitCards(columns=2, small=True)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        title = Text(self.tr("Change or ask"), "title")
        about = Text(
            self.tr("Order {number} · press a digit").format(number=view.number), "small", "text3", wrap=True
        )
        self.cards.show_choices(self._choices(view, agrees))
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

    def _choices(self, view: OrderView, agrees: bool) -> tuple[Choice, ...]:
        gone = "" if deeds.can_change(view) else self.tr("Goods have left or the order is over")
        keep = "" if deeds.part_to_extend(view) else self.tr("Nothing waits to be collected")
        move = "" if deeds.part_to_move(view) else self.tr("Nothing waits to be collected")
        asked = self.tr("asked for at central")
        ask = deeds.part_to_ask(view) or deeds.part_here(view)
        none = "" if ask else self.tr("No store has it now")
        return (
            Choice("ask", self.tr("Ask the store"), ask.place if ask else "", icon="help", blocked=none),
            Choice("extend", self.tr("Keep it longer"), self.tr("move the last day"), icon="calendar-due", blocked=keep),
            Choice("address", self.tr("Another address"), asked, icon="home-move", blocked=gone),
            Choice("note", self.tr("Note to the store"), asked, icon="pencil", blocked=gone),
            Choice("cancel_line", self.tr("Cancel a line"), asked, icon="minus", blocked=gone),
            Choice("cancel", self.tr("Cancel the order"), asked, icon="x", blocked=gone),
            Choice("collector", self.tr("Another collector"), asked, icon="user-plus", blocked=keep),
            Choice("move", self.tr("Collect in another store"), asked, icon="building-store", blocked=move),
            self._last(view, agrees),
        )  # fmt: skip

    def _last(self, view: OrderView, agrees: bool) -> Choice:
        """One of two, for there is no tenth digit."""
        ready = deeds.parts_to_agree(view) if agrees else ()
        if ready:
            stores = ", ".join(dict.fromkeys(part.place for part in ready))
            return Choice("words", self.tr("Words for the store"), stores, icon="message")
        said = "" if deeds.part_to_decide(view) else self.tr("No store has said no")
        effect = self.tr("home, cancel, other store")
        return Choice("decide", self.tr("Decide for the customer"), effect, icon="user-check", blocked=said)
