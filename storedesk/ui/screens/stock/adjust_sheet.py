"""Counting or adjusting one article here: a digit for what happened, the number, Enter."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.stock_args import AdjustReason, AdjustStock, CountStock
from storedesk.actions.stock_work import ADJUSTMENTS
from storedesk.desk.stock_views import StockView
from storedesk.domain.quantity import PIECE, UNITS, parse_quantity
from storedesk.domain.tables import SELLABLE
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_MOST = 1_000_000_000
_REASONS: dict[str, AdjustReason] = {
    "missing": "missing", "found": "found", "damaged": "damaged", "display": "display",
    "display_back": "display_back", "stolen": "stolen", "own_use": "own_use", "written_off": "written_off",
}  # fmt: skip


class _ReasonCards(ChoiceCards):
    """A digit is a decision here: the number comes next."""

    picked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and self.current:
            self.picked.emit()


class AdjustSheet(Sheet):
    """Enter in the number saves; F9 too."""

    confirmed = Signal(str, object)
    """Kind and arguments of the action to perform."""

    def __init__(self, view: StockView, window: QWidget) -> None:
        super().__init__(window, 640)
        self._view, self._unit, self._sent = view, UNITS.get(view.unit, PIECE), False
        self._on_hand = view.here.on_hand if view.here else 0
        self.cards = _ReasonCards(columns=2, small=True)
        self.quantity = QLineEdit()
        self._label = Text("", "label", "text2", 600)
        self.effect = Text("", "small", "text2")
        self._warning = Text("", "small", "warn", wrap=True)
        self._go = Button(self.tr("Save"), Kind.PRIMARY, "check", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self._show_effect()
        self.cards.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        """Sends what is chosen once, or says what is still wanted."""
        reason, number = self.cards.current, self._number()
        if not reason:
            self._say(self.tr("Choose what happened: press 1–9."))
            self.cards.setFocus()
        elif number is None:
            self._say(self.tr("Write how many."))
            self.quantity.setFocus()
        elif not self._sent:
            self._sent = True
            self.confirmed.emit(*self._action(reason, number))
            self.accept()

    def _action(self, reason: str, number: int) -> tuple[str, Any]:
        if reason == "counted":
            return "CountStock", CountStock(self._view.variant_id, number)
        return "AdjustStock", AdjustStock(self._view.variant_id, number, _REASONS[reason])

    def _number(self) -> int | None:
        """What is written, in smallest steps; None while it is no number that fits."""
        try:
            number = parse_quantity(self.quantity.text(), self._unit)
        except ValueError:
            return None
        least = 0 if self.cards.current == "counted" else 1
        return number if least <= number <= _MOST else None

    def _build(self) -> None:
        view = self._view
        title = Text(self.tr("Count or adjust"), "title")
        about = " · ".join(part for part in (view.name, view.colour, view.size, view.sku) if part)
        head = column(title, Text(about, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        self.cards.show_choices(self._choices())
        self.quantity.setMaxLength(16)
        line = row(self._label, None, self.effect, spacing=8)
        middle = column(self.cards, spacing=12, margins=(20, 16, 20, 16))
        middle.addLayout(column(line, self.quantity, spacing=6))
        middle.addWidget(Text(self.tr("Press 1–9, the number, then Enter"), "label", "text3", 400))
        middle.addWidget(self._warning)
        self._warning.hide()
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(bar, "foot"))
        self.cards.chosen.connect(lambda key: self._show_effect())
        self.cards.picked.connect(lambda: self.quantity.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards.confirmed.connect(lambda key: self.quantity.setFocus(Qt.FocusReason.OtherFocusReason))
        self.quantity.textChanged.connect(lambda text: self._show_effect())
        self.quantity.returnPressed.connect(self.confirm)
        self._go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _choices(self) -> tuple[Choice, ...]:
        return (
            Choice("missing", self.tr("Missing"), self.tr("out of stock"), icon="search"),
            Choice("found", self.tr("Found"), self.tr("into stock"), icon="plus"),
            Choice("damaged", self.tr("Damaged"), self.tr("not sold any more"), icon="alert-triangle"),
            Choice("display", self.tr("Display item"), self.tr("stands on show"), icon="eye"),
            Choice("display_back", self.tr("Back from display"), self.tr("sold as usual again"),
                   icon="arrow-back-up"),
            Choice("stolen", self.tr("Stolen"), self.tr("out of stock"), icon="ban"),
            Choice("own_use", self.tr("Own use"), self.tr("used in the store"), icon="building-store"),
            Choice("written_off", self.tr("Written off"), self.tr("out of the damaged"), icon="archive"),
            Choice("counted", self.tr("Counted"), self.tr("this many are here"), icon="clipboard-check"),
        )  # fmt: skip

    def _show_effect(self) -> None:
        """What the number means for the shelf, as it is written."""
        self._warning.hide()
        reason, number = self.cards.current, self._number()
        counted = reason == "counted"
        words = self.tr("How many are on the shelf") if counted else self.tr("How many")
        self._label.setText(words)
        self.quantity.setAccessibleName(words)
        now = quantity_text(self._on_hand, self._view.unit)
        if not reason or number is None:
            self.effect.setText(self.tr("On hand {now}").format(now=now))
            return
        moved = sum(sign for bucket, sign in ADJUSTMENTS.get(reason, ()) if bucket == SELLABLE)
        then = number if counted else self._on_hand + moved * number
        shown = quantity_text(then, self._view.unit)
        self.effect.setText(self.tr("On hand {now} → {then}").format(now=now, then=shown))

    def _say(self, words: str) -> None:
        self._warning.setText(words)
        self._warning.show()
