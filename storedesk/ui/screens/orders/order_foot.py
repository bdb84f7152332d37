"""The foot of an order: money, what may still come back, how to reach the customer, and the keys."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.desk.order_deeds import ASK, COPY, DECIDE, OPEN_PICKUP, main_deed
from storedesk.desk.order_views import OrderView, Shown
from storedesk.ui.screens.orders.order_words import payment_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import money_text, quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import clear, column, framed, row
from storedesk.ui.widgets.text import ElidedText, Text

_RETURNS_SHOWN = 4


class OrderFoot(QWidget):
    """Three columns above the buttons of F7, F8 and F9."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.money, self.returns, self.contact = column(spacing=4), column(spacing=4), column(spacing=4)
        self.verify = Button(
            self.tr("Who calls"), Kind.SOFT, "shield-check", "verify_caller", Context.ORDERS, small=True
        )
        self.problem = Button(self.tr("Note a contact"), Kind.SECOND, "message", "problem", Context.ORDERS)
        self.more = Button(self.tr("More"), Kind.SECOND, "dots", "more", Context.ORDERS)
        self.second = Button(self.tr("Return items"), Kind.SECOND, "arrow-back-up", "second", Context.ORDERS)
        self.main = Button("", Kind.PRIMARY, "", "main", Context.ORDERS)
        self._reach = row(Text(self.tr("Contact"), "small", "text2", 600), None, self.verify)
        thirds = row(spacing=20, margins=(16, 10, 16, 12))
        for part in (self.money, self.returns, column(self._reach, self.contact, None, spacing=4)):
            thirds.addLayout(column(part, None), 1)
        self._upper, self._lower = row(None, spacing=10), row(None, self.second, self.main, spacing=10)
        bar = column(self._upper, self._lower, spacing=0, margins=(16, 12, 16, 12))
        self._bar = bar
        self.setLayout(column(framed(column(thirds), "foot"), framed(bar, "foot"), spacing=0))
        self.set_compact(False)

    def show_order(self, view: OrderView) -> None:
        self._show_money(view)
        self._show_returns(view)
        self._show_contact(view)
        deeds = {
            DECIDE: (self.tr("Decide for the customer"), "user-check"),
            OPEN_PICKUP: (self.tr("Open the pickup"), "shopping-bag"),
            ASK: (self.tr("Ask the store"), "help"),
            COPY: (self.tr("Copy the answer"), "copy"),
        }
        self.main.set_label(*deeds[main_deed(view)])
        able = any(line.returnable for line in view.lines)
        self.second.set_not_yet("" if able else self.tr("Nothing of this order can come back."))

    def set_compact(self, compact: bool) -> None:
        """The narrow window takes two rows of buttons."""
        for layout in (self._upper, self._lower, self._reach):
            for widget in (self.problem, self.more, self.verify):
                layout.removeWidget(widget)
        if compact:
            self._upper.insertWidget(0, self.problem)
            self._upper.insertWidget(1, self.verify)
            self._upper.addWidget(self.more)
        else:
            self._lower.insertWidget(0, self.problem)
            self._lower.insertWidget(2, self.more)
            self._reach.addWidget(self.verify)
        self._bar.setSpacing(8 if compact else 0)

    def _show_money(self, view: OrderView) -> None:
        rows = [
            pair(
                " · ".join(part for part in (payment_text(one.state), one.method) if part),
                money_text(one.amount, view.currency),
            )
            for one in view.money
        ]
        rows = rows or [pair(payment_text(view.payment_state), "")]
        rows.append(pair(self.tr("Total"), money_text(view.total, view.currency)))
        if view.due:
            rows.append(pair(self.tr("To pay at the till"), money_text(view.due, view.currency)))
        self._fill(self.money, self.tr("Payment"), rows, "")

    def _show_returns(self, view: OrderView) -> None:
        rows = [
            pair(
                line.name,
                self.tr("{possible} of {bought}").format(
                    possible=quantity_text(line.returnable, line.unit),
                    bought=quantity_text(line.ordered - line.cancelled, line.unit),
                ),
            )
            for line in view.lines
            if line.returnable
        ]
        self._fill(self.returns, self.tr("Can still be returned"), rows[:_RETURNS_SHOWN], self.tr("Nothing"))

    def _show_contact(self, view: OrderView) -> None:
        clear(self.contact)
        lines = [text for text in (view.phone, view.email, ", ".join(view.address)) if text]
        for text in lines:
            self.contact.addLayout(pair(text, ""))
        if not lines:
            covered = view.shown is Shown.COVERED
            words = self.tr("Covered until the caller is verified") if covered else ""
            words = words or self.tr("Not known on this desk")
            self.contact.addWidget(Text(words, "small", "text3", wrap=True))
        self.verify.setVisible(view.shown is not Shown.ALL)

    def _fill(self, place: QVBoxLayout, heading: str, rows: list[QHBoxLayout], empty: str) -> None:
        clear(place)
        place.addWidget(Text(heading, "small", "text2", 600))
        for item in rows or [pair(empty, "")]:
            place.addLayout(item)


def pair(left: str, right: str) -> QHBoxLayout:
    """Words at the left, which give way, and a figure at the right."""
    line = row()
    line.addWidget(ElidedText(left, "small"), 1)
    if right:
        line.addWidget(Text(right, "small", weight=600))
    return line
