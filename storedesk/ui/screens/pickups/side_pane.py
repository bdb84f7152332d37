"""Beside the lines: where it stands, who collects, payment, what was handed over, the customer's note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from storedesk.desk.pickup_views import Block, HandoverFact, PaymentView, PickupView
from storedesk.domain import pickup_state
from storedesk.ui.screens.pickups.pickup_words import block_text, proof_text
from storedesk.ui.texts.counter_formats import moment_text, money_text
from storedesk.ui.widgets.avatar import Avatar
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import Item, clear, column, framed, row
from storedesk.ui.widgets.text import CodeText, ElidedText, IconLabel, Text


class SidePane(QScrollArea):
    """Rebuilt for each pickup; shows nothing that is not there."""

    correct_asked = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._hint = ""
        inner = QWidget()
        inner.setProperty("role", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(18)
        self.setWidget(inner)

    def show_pickup(self, view: PickupView) -> None:
        clear(self._column)
        self._add_bins(view)
        self._add_collector(view)
        self._add_payment(view.payment, view.is_gift)
        if view.asked:
            self._add_asked(view)
        if view.others_ready:
            self._add_others(view)
        if view.messages:
            lines = [Text(message.kind, "small", "text2", wrap=True) for message in view.messages]
            self._section(self.tr("Messages"), *lines)
        if view.note:
            note = framed(column(Text(view.note, "small", wrap=True), margins=(10, 8, 10, 8)), "card")
            self._section(self.tr("Note"), note)
        for fact in view.handovers:
            self._add_handover(fact)
        self._column.addStretch(1)

    def _section(self, title: str, *items: Item) -> None:
        self._column.addLayout(column(Text(title, "label", "text2", 600), *items, spacing=6))

    def _add_bins(self, view: PickupView) -> None:
        parcels = [parcel for parcel in view.parcels if parcel.state == "staged"]
        if not parcels and view.row.state in pickup_state.FINAL:
            return
        if not parcels:
            words = block_text(view.blocks.get("stage"))
            ready = "stage" not in view.blocks
            hint = self.tr("Scan the bin") if ready else words
            self._section(self.tr("Staging bin"), self._bin_line("", "", hint, ready))
            return
        lines: list[Item] = []
        for parcel in parcels:
            room = next((place.room for place in view.shelf if place.code == parcel.bin), None)
            label = self.tr("parcel {number} of {total}").format(number=parcel.number, total=parcel.total)
            more = "" if room is None else self.tr("room for {number}").format(number=max(0, room))
            lines.append(self._bin_line(parcel.bin, label if parcel.total > 1 else more, "", True))
        self._section(self.tr("Staging bin"), *lines)

    def _bin_line(self, code: str, more: str, hint: str, active: bool) -> QFrame:
        inner = row(
            IconLabel("stack-2", 20, "accent_text" if active else "text3"), spacing=10, margins=(12, 9, 12, 9)
        )
        if code:
            inner.addWidget(CodeText(code, 16, ""))
        if more:
            inner.addWidget(ElidedText(more, "small", "text3"), 1)
        if hint:
            inner.addWidget(Text(hint, "small", "text2" if active else "text3", wrap=True), 1)
        elif not more:
            inner.addStretch(1)
        return framed(inner, "card")

    def _add_collector(self, view: PickupView) -> None:
        name = view.recipient or self.tr("Not known on this desk")
        names = column(ElidedText(name, "strong"), spacing=0)
        if view.phone:
            names.addWidget(ElidedText(view.phone, "small", "text3"))
        line = row(Avatar(name, 36), spacing=12)
        line.addLayout(names, 1)
        items: list[Item] = [line]
        if view.buyer and view.buyer != view.recipient:
            items.append(self._icon_line("receipt", self.tr("Bought by {name}").format(name=view.buyer)))
        for other in view.may_collect:
            items.append(
                self._icon_line("user-check", self.tr("May also collect: {name}").format(name=other))
            )
        if view.is_gift:
            items.append(self._icon_line("tag", self.tr("A gift: show no prices")))
        if view.age_limit:
            items.append(
                self._icon_line("id", self.tr("Age check at handover, {years}").format(years=view.age_limit))
            )
        self._section(self.tr("Collects"), *items)

    def _add_payment(self, payment: PaymentView, is_gift: bool) -> None:
        words = {
            "captured": self.tr("Paid"),
            "authorised": self.tr("Card authorised"),
            "on_account": self.tr("On account"),
            "unpaid": self.tr("To pay at the till"),
            "part_paid": self.tr("Rest to pay at the till"),
            "on_hold": self.tr("On hold"),
            "refund_asked": self.tr("Refund asked"),
            "refunded": self.tr("Paid back"),
        }.get(payment.state, self.tr("Not known"))
        amount = payment.due if payment.needs_receipt else payment.total
        icon, tone = ("circle-check", "ok_text") if not payment.block else ("alert-triangle", "warn_text")
        line = row(IconLabel(icon, 18, tone), spacing=8)
        line.addWidget(ElidedText(words, "small"), 1)
        if amount and not is_gift:
            line.addWidget(Text(money_text(amount, payment.currency), "small", "", 600))
        items: list[Item] = [line]
        if payment.block:
            items.append(Text(block_text(Block(payment.block)), "label", "warn", 400, wrap=True))
        self._section(self.tr("Payment"), *items)

    def _add_asked(self, view: PickupView) -> None:
        """What was asked for and is not decided yet."""
        lines: list[Item] = []
        for asked in view.asked:
            what = asked.what or self.tr("not on this desk")
            if asked.kind == "move":
                lines.append(
                    self._icon_line("building-store", self.tr("Collect in {place}").format(place=what))
                )
            else:
                lines.append(self._icon_line("user-plus", self.tr("{name} collects").format(name=what)))
        self._section(self.tr("Asked for"), *lines)

    def _add_others(self, view: PickupView) -> None:
        buttons: list[Item] = []
        for other in view.others_ready:
            text = self.tr("{number} in {bins}").format(number=other.order_number, bins=", ".join(other.bins))
            button = Button(text, Kind.SOFT, "package", small=True)
            button.clicked.connect(lambda checked=False, key=other.fulfilment_id: self.opened.emit(key))
            buttons.append(button)
        self._section(self.tr("Also ready for this customer"), *buttons)

    def _add_handover(self, fact: HandoverFact) -> None:
        who = " · ".join(part for part in (fact.staff_name, fact.desk, proof_text(fact.proof)) if part)
        line = Text(f"{moment_text(fact.at)} · {who}", "small", "text2", wrap=True)
        items: list[Item] = [line]
        if fact.outcome == "corrected":
            items.append(
                Text(self.tr("Taken back: the goods did not leave."), "label", "warn", 400, wrap=True)
            )
        else:
            button = Button(self.tr("Correct handover"), Kind.SOFT, "arrow-back-up", small=True)
            button.clicked.connect(lambda: self.correct_asked.emit(fact.handover_id))
            items.append(button)
        self._section(self.tr("Handed over"), *items)

    def _icon_line(self, icon: str, words: str) -> Item:
        line = row(IconLabel(icon, 16, "text3"), spacing=6)
        line.addWidget(Text(words, "small", "text2", wrap=True), 1)
        return line
