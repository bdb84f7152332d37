"""Holding units for a customer: name, last digits, how many, until when; closing time is chosen already."""

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from storedesk.actions.stock_args import PlaceHold
from storedesk.desk.moments import Moment
from storedesk.desk.stock_views import StockView
from storedesk.domain.quantity import PIECE, UNITS, parse_quantity
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_MOST = 1_000_000_000
_NAME, _TAIL, _NUMBER = 80, 4, 16


class HoldSheet(Sheet):
    """F9 holds; Enter in the last field too."""

    confirmed = Signal(str, object)
    """Kind and arguments of the action to perform."""

    def __init__(self, view: StockView, ends: tuple[Moment, ...], offline: bool, window: QWidget) -> None:
        super().__init__(window, 560)
        self._view, self._unit, self._sent = view, UNITS.get(view.unit, PIECE), False
        self._offline = offline
        self.name, self.tail = QLineEdit(), QLineEdit()
        self.quantity = QLineEdit(quantity_text(self._unit.step, view.unit))
        self.until = SegmentedChoice(tuple(Segment(str(end.at), self._end_text(end)) for end in ends))
        self.effect = Text("", "small", "text2", wrap=True)
        self._warning = Text("", "small", "warn", wrap=True)
        self._go = Button(self.tr("Hold"), Kind.PRIMARY, "lock", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self._show_effect()
        self.name.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        """Asks once, or says what is still wanted."""
        number = self._number()
        if number is None:
            self._warning.setText(self.tr("Write how many."))
            self._warning.show()
            self.quantity.setFocus()
        elif not self._sent and self._view.here is not None:
            self._sent = True
            args = PlaceHold(
                self._view.here.place_id, self._view.variant_id, number, int(self.until.current),
                self.name.text().strip(), "", self.tail.text(),
            )  # fmt: skip
            self.confirmed.emit("PlaceHold", args)
            self.accept()

    def _end_text(self, end: Moment) -> str:
        if end.days_away == 0:
            return self.tr("today {time}").format(time=end.clock)
        return moment_text(end)

    def _number(self) -> int | None:
        try:
            number = parse_quantity(self.quantity.text(), self._unit)
        except ValueError:
            return None
        return number if 1 <= number <= _MOST else None

    def _show_effect(self) -> None:
        """What the desk can promise before it asks: certain inside its share, otherwise asked for."""
        self._warning.hide()
        number, share = self._number(), self._view.share
        left = quantity_text(share, self._view.unit)
        if number is not None and number <= share:
            words = self.tr("Certain at once: this desk has a share of {number}.").format(number=left)
        elif self._offline:
            words = self.tr(
                "Not certain: it is asked for when the line is back. This desk has a share of {number}."
            ).format(number=left)
        else:
            words = self.tr("Central decides at once.")
        self.effect.setText(words)

    def _build(self) -> None:
        view = self._view
        about = " · ".join(part for part in (view.name, view.colour, view.size, view.sku) if part)
        title = Text(self.tr("Hold for a customer"), "title")
        head = column(title, Text(about, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        self.name.setMaxLength(_NAME)
        self.tail.setMaxLength(_TAIL)
        self.tail.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.tail))
        self.quantity.setMaxLength(_NUMBER)
        self.until.setAccessibleName(self.tr("Until when"))
        who = row(spacing=12)
        who.addLayout(_field(self.tr("Name, may stay empty"), self.name), 3)
        who.addLayout(_field(self.tr("Last digits of the phone"), self.tail), 2)
        what = row(spacing=12)
        what.addLayout(_field(self.tr("How many"), self.quantity), 1)
        what.addLayout(_field(self.tr("Until when"), self.until), 3)
        middle = column(spacing=14, margins=(20, 16, 20, 16))
        for part in (who, what):
            middle.addLayout(part)
        middle.addWidget(self.effect)
        middle.addWidget(self._warning)
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(bar, "foot"))
        self.name.returnPressed.connect(self.confirm)
        self.tail.returnPressed.connect(self.confirm)
        self.quantity.returnPressed.connect(self.confirm)
        self.quantity.textChanged.connect(lambda text: self._show_effect())
        self._go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())


def _field(label: str, widget: QWidget) -> QVBoxLayout:
    widget.setAccessibleName(label)
    return column(Text(label, "label", "text2", 600), widget, spacing=6)
