"""The third column: payment at the till, the age check, and the slip."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.pickup_args import OfAge
from storedesk.desk.handover_views import HandoverOrder, HandoverView
from storedesk.domain.plain_text import clean_text, looks_like_personal_number
from storedesk.ui.screens.handover.second_check_pane import SecondCheckPane
from storedesk.ui.screens.handover.step_head import StepHead
from storedesk.ui.screens.handover.tick_row import TickRow
from storedesk.ui.texts.counter_formats import money_text
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.text import CodeText, IconLabel, Text

RECEIPT_LENGTH = 80
_ANSWERS: dict[str, OfAge] = {"yes": "yes", "no": "no", "not_shown": "not_shown"}


class FinishPane(QWidget):
    """Shows only what the orders that go along ask for."""

    changed = Signal()

    def __init__(
        self,
        view: HandoverView,
        printer: str,
        check_word: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.second = SecondCheckPane(view, check_word)
        self._included: frozenset[str] = frozenset({view.orders[0].fulfilment_id})
        self._orders = view.orders
        self.head = StepHead(3, self.tr("Before it leaves"))
        self.receipts: dict[str, QLineEdit] = {}
        self._payments: dict[str, QWidget] = {}
        self.ages = ChoiceCards(columns=1, small=True)
        self._limit = Text("", "label", "text2", 600, wrap=True)
        self._kept_back = Notice(
            self.tr("Items with an age limit stay here."), self.tr("The rest goes out."), "id", "warn"
        )
        self._age = QWidget()
        self.slip = TickRow(self.tr("Print slip, 80 mm"), printer)
        self.slip.setChecked(True)
        self._nothing = Notice("", "", "circle-check", "ok")
        self._build()
        self.show_orders(self._included)

    @property
    def age_limit(self) -> int:
        """The highest limit of the orders that go along, in years; 0 for none."""
        return max(
            (order.age_limit for order in self._orders if order.fulfilment_id in self._included), default=0
        )

    @property
    def of_age(self) -> OfAge:
        return _ANSWERS.get(self.ages.current, "") if self.age_limit else ""

    def receipt_of(self, order: HandoverOrder) -> str:
        field = self.receipts.get(order.fulfilment_id)
        return clean_text(field.text(), RECEIPT_LENGTH).upper() if field else ""

    def missing(self) -> str:
        if wanted := self.second.missing():
            return wanted
        if self.age_limit and not self.of_age:
            return self.tr("Say whether the ID showed an age of {years}.").format(years=self.age_limit)
        numbers = [
            self.receipt_of(o)
            for o in self._orders
            if o.fulfilment_id in self._included and o.payment.needs_receipt
        ]
        if any(looks_like_personal_number(number) for number in numbers):
            return self.tr("This looks like a personal number. StoreDesk keeps none: take it out.")
        if not all(numbers):
            return self.tr("Take payment at the till, then enter its receipt number.")
        if len(set(numbers)) != len(numbers):
            return self.tr("One receipt pays one order.")
        return ""

    def show_orders(self, included: frozenset[str]) -> None:
        """Ask for what these orders need."""
        self._included = included
        for key, box in self._payments.items():
            box.setVisible(key in included)
        limit = self.age_limit
        self._age.setVisible(bool(limit))
        self._limit.setText(self.tr("Age check: ID seen, {years} or older?").format(years=limit))
        reasons = (order.second_check for order in self._orders if order.fulfilment_id in included)
        self.second.show_why(next((reason for reason in reasons if reason), ""))
        asks = limit or self.second.is_wanted or any(key in included for key in self._payments)
        self._nothing.setVisible(not asks)
        self._tell()

    def focus(self) -> None:
        if self.second.missing():
            self.second.focus()
            return
        if self.age_limit and not self.of_age:
            self.ages.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for key, field in self.receipts.items():
            if key in self._included and not field.text().strip():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _build(self) -> None:
        layout = column(self.head, self.second, spacing=12)
        for order in self._orders:
            if order.payment.needs_receipt:
                box = self._payment(order)
                self._payments[order.fulfilment_id] = box
                layout.addWidget(box)
        self.ages.show_choices(
            (
                Choice("yes", self.tr("Yes, of age"), "", icon="check"),
                Choice("no", self.tr("No"), "", icon="x"),
                Choice("not_shown", self.tr("No ID shown"), "", icon="ban"),
            )
        )
        self._kept_back.hide()
        self._age.setLayout(column(self._limit, self.ages, self._kept_back, spacing=8))
        layout.addWidget(self._age)
        paid = self._orders[0].payment
        words = self.tr("On account") if paid.state == "on_account" else self.tr("Paid, nothing to take")
        self._nothing.set_text(words, self.tr("StoreDesk takes no money: the till does."))
        layout.addWidget(self._nothing)
        layout.addWidget(self.slip)
        layout.addStretch(1)
        self.setLayout(layout)
        self.ages.chosen.connect(self._age_chosen)
        self.second.changed.connect(self._tell)

    def _payment(self, order: HandoverOrder) -> QWidget:
        field = QLineEdit()
        field.setMaxLength(RECEIPT_LENGTH)
        field.setPlaceholderText(self.tr("store-till-number"))
        field.setAccessibleName(
            self.tr("Receipt number of the till for {number}").format(number=order.order_number)
        )
        field.textChanged.connect(lambda text: self._tell())
        self.receipts[order.fulfilment_id] = field
        amount = Text(money_text(order.payment.due, order.payment.currency), "figure")
        title = self.tr("To pay at the till, order {number}").format(number=order.order_number)
        barcode = row(IconLabel("barcode", 20, "text2"), CodeText(order.order_number, 16, ""), spacing=8)
        barcode.addWidget(Text(self.tr("for the till"), "label", "text3", 400))
        barcode.addStretch(1)
        inner = column(
            Text(title, "label", "text2", 600, wrap=True), amount, spacing=4, margins=(12, 10, 12, 12)
        )
        inner.addLayout(barcode)
        inner.addSpacing(4)
        inner.addWidget(Text(self.tr("Receipt number of the till"), "label", "text2", 600))
        inner.addWidget(field)
        return framed(inner, "card")

    def _age_chosen(self, key: str) -> None:
        self._kept_back.setVisible(key != "yes")
        self._tell()

    def _tell(self) -> None:
        self.head.set_done(not self.missing())
        self.changed.emit()
