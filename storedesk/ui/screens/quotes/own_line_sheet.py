"""A line of one's own on a quote: words, a quantity, a price each without VAT; work, goods or the delivery."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from storedesk.actions.quote_pricing import LineEdit
from storedesk.domain.money_text import parse_amount
from storedesk.domain.plain_text import clean_text
from storedesk.domain.quantity import PIECE, UNITS, parse_quantity, unit_name
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import desk_locale, money_number, quantity_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_MOST = 10**12
_CATEGORIES = {
    "standard": QT_TRANSLATE_NOOP("Quotes", "VAT as usual"),
    "food": QT_TRANSLATE_NOOP("Quotes", "Food"),
    "books": QT_TRANSLATE_NOOP("Quotes", "Books"),
}


class OwnLineSheet(Sheet):
    """Enter goes on to the next field, and in the last one adds the line; F9 adds it from anywhere. A price of 0
    is asked about once: said again it is free of charge."""

    confirmed = Signal(object)
    """The ``LineEdit``."""

    def __init__(
        self, window: QWidget, currency: str, categories: tuple[str, ...], text: str = "",
        old: LineEdit | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window, 600)
        self._old, self._currency, self._sent, self._asked_free = old, currency, False, False
        self._categories = categories or ("standard",)
        kinds = (Segment("own", self.tr("Own line")), Segment("delivery", self.tr("Delivery")))
        self.kind = SegmentedChoice(kinds)
        self.name, self.quantity, self.price = QLineEdit(text), QLineEdit("1"), QLineEdit()
        self.unit, self.category = Dropdown(), Dropdown()
        self._warning = Text("", "small", "warn", wrap=True)
        words = self.tr("Add the line") if old is None else self.tr("Change the line")
        self._go = Button(words, Kind.PRIMARY, "check", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self._fill()
        is_unpriced = old is not None and not old.price and not old.free
        (self.price if text or is_unpriced else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        """Gives the line once, or says what is still wanted."""
        made = self._line()
        was_free = self._old is not None and self._old.free
        if made is None:
            self._warn(self.tr("Write what it is, how many, and a price each."))
        elif made.free and not was_free and not self._asked_free:
            self._asked_free = True
            self._warn(self.tr("The price is 0. Press Enter or F9 again if it is free of charge."))
        elif not self._sent:
            self._sent = True
            self.confirmed.emit(made)
            self.accept()

    def _warn(self, words: str) -> None:
        self._warning.setText(words)
        self._warning.show()

    def _line(self) -> LineEdit | None:
        unit = UNITS.get(str(self.unit.currentData()), PIECE)
        name = clean_text(self.name.text(), 80)
        try:
            quantity, price = parse_quantity(self.quantity.text(), unit), parse_amount(self.price.text())
        except ValueError:
            return None
        if not name or not 0 < quantity <= _MOST or not 0 <= price <= _MOST:
            return None
        discount = 0 if self._old is None else self._old.discount
        category = str(self.category.currentData())
        detail = self._old.detail if self._old is not None and self._old.name == name else ""
        return LineEdit(
            self.kind.current, None, quantity, discount, price, name, detail, unit.code, category, price == 0
        )

    def _fill(self) -> None:
        old = self._old
        for code in UNITS:
            self.unit.addItem(unit_name(UNITS[code], desk_locale().name()), code)
        for name in self._categories:
            words = _CATEGORIES.get(name)
            self.category.addItem(QCoreApplication.translate("Quotes", words) if words else name, name)
        if old is not None:
            self.name.setText(old.name)
            self.quantity.setText(quantity_text(old.quantity, old.unit))
            if old.price or old.free:
                self.price.setText(money_number(old.price or 0, self._currency))
            self.kind.choose(old.kind)
            self.unit.setCurrentIndex(max(0, self.unit.findData(old.unit)))
            self.category.setCurrentIndex(max(0, self.category.findData(old.tax_category)))

    def _build(self) -> None:
        title = Text(self.tr("A line of your own"), "title")
        head = column(title, spacing=2, margins=(20, 16, 20, 14))
        self.name.setMaxLength(80)
        self.quantity.setMaxLength(16)
        self.price.setMaxLength(20)
        price = self.tr("Price each without VAT, {currency}").format(currency=self._currency)
        figures = row(spacing=12)
        for name, field in (
            (self.tr("How many"), self.quantity),
            (self.tr("Unit"), self.unit),
            (price, self.price),
        ):
            figures.addLayout(_labelled(name, field), 1)
        middle = column(self.kind, spacing=12, margins=(20, 16, 20, 16))
        middle.addLayout(_labelled(self.tr("What it is"), self.name))
        middle.addLayout(figures)
        middle.addLayout(_labelled(self.tr("VAT"), self.category))
        middle.addWidget(self._warning)
        self._warning.hide()
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(bar, "foot"))
        self.name.returnPressed.connect(lambda: self._next(self.quantity))
        self.quantity.returnPressed.connect(lambda: self._next(self.price))
        self.price.returnPressed.connect(self.confirm)
        self.price.textChanged.connect(self._price_changed)
        self._go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _price_changed(self) -> None:
        """Another price is asked about anew."""
        self._asked_free = False
        self._warning.hide()

    def _next(self, field: QLineEdit) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()


def _labelled(name: str, field: QWidget) -> QVBoxLayout:
    field.setAccessibleName(name)
    return column(Text(name, "label", "text2", 600), field, spacing=4)
