"""Sheets that ask for a change of an order: address, a line or all of it cancelled, a note to the store."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.service_args import RequestChange
from storedesk.desk.order_views import BoughtLine, OrderView
from storedesk.domain.quantity import PIECE, UNITS, parse_quantity
from storedesk.ui.screens.orders.form_sheet import FormSheet, field
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.text import Text

_MOST_LINES = 9


class _ChangeSheet(FormSheet):
    """What all changes share: the order, the mark of what was seen, and who decides."""

    def __init__(self, view: OrderView, seen: str, window: QWidget) -> None:
        super().__init__(window, "send")
        self.view, self.seen = view, seen

    def note_below(self) -> Text:
        words = self.tr(
            "Central decides; until then it stands as “asked for”. It is refused once goods have left."
        )
        return Text(words, "label", "text3", 400, wrap=True)

    def about(self) -> str:
        return self.tr("Order {number}").format(number=self.view.number)


class AddressSheet(_ChangeSheet):
    def __init__(self, view: OrderView, seen: str, window: QWidget) -> None:
        super().__init__(view, seen, window)
        self.set_heading(self.tr("Send it to another address"), self.about(), self.tr("Ask for it"))
        name_label, self.name = field(self.tr("Name"), 120)
        street_label, self.street = field(self.tr("Street and number"), 120)
        postcode_label, self.postcode = field(self.tr("Postcode"), 20)
        city_label, self.city = field(self.tr("City"), 120)
        town = row(spacing=12)
        town.addLayout(column(postcode_label, self.postcode, spacing=6), 1)
        town.addLayout(column(city_label, self.city, spacing=6), 2)
        self.lay_out(
            column(name_label, self.name, spacing=6),
            column(street_label, self.street, spacing=6),
            town,
            self.note_below(),
        )
        self.name.setPlaceholderText(self.tr("As before"))
        self.street.setFocus()

    def action(self) -> tuple[str, Any] | str:
        texts = [editor.text().strip() for editor in (self.name, self.street, self.postcode, self.city)]
        if not all(texts[1:]):
            return self.tr("Street, postcode and city are needed.")
        name, street, postcode, city = texts
        return "RequestChange", RequestChange(
            self.view.order_id, "address", self.seen, name=name, street=street, postcode=postcode, city=city
        )


class NoteSheet(_ChangeSheet):
    def __init__(self, view: OrderView, seen: str, window: QWidget) -> None:
        super().__init__(view, seen, window)
        self.set_heading(self.tr("Note to the store"), self.about(), self.tr("Ask for it"))
        label, self.note = field(self.tr("What the store should know"), 500, view.note)
        self.lay_out(column(label, self.note, spacing=6), self.note_below())
        self.note.returnPressed.connect(self.confirm)
        self.note.setFocus()

    def action(self) -> tuple[str, Any] | str:
        note = self.note.text().strip()
        if not note:
            return self.tr("Write a few words.")
        return "RequestChange", RequestChange(self.view.order_id, "note", self.seen, note=note)


class CancelSheet(_ChangeSheet):
    """The whole order; what has been picked is put back by the store."""

    def __init__(self, view: OrderView, seen: str, window: QWidget) -> None:
        super().__init__(view, seen, window)
        self.set_heading(
            self.tr("Cancel order {number}?").format(number=view.number), "", self.tr("Ask for it")
        )
        self.lay_out(
            Text(self.tr("Nothing is sent or handed over any more, and the money goes back."), wrap=True),
            self.note_below(),
        )
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def action(self) -> tuple[str, Any] | str:
        return "RequestChange", RequestChange(self.view.order_id, "cancel", self.seen)


class CancelLineSheet(_ChangeSheet):
    """A digit chooses the line, then how many of it."""

    def __init__(self, view: OrderView, window: QWidget) -> None:
        super().__init__(view, "", window)
        self.lines = [line for line in view.lines if line.ordered > line.cancelled][:_MOST_LINES]
        self.cards = ChoiceCards(columns=1, small=True)
        self.quantity = QLineEdit()
        self.quantity.setMaxLength(16)
        self.quantity.setAccessibleName(self.tr("How many"))
        self.set_heading(self.tr("Cancel a line"), self.about(), self.tr("Ask for it"))
        self.cards.show_choices(tuple(self._card(line) for line in self.lines))
        label = Text(self.tr("How many"), "label", "text2", 600)
        self.lay_out(self.cards, column(label, self.quantity, spacing=6), self.note_below())
        self.cards.chosen.connect(lambda key: self._fill())
        self.cards.confirmed.connect(lambda key: self.quantity.setFocus(Qt.FocusReason.OtherFocusReason))
        self.quantity.returnPressed.connect(self.confirm)
        self.cards.setFocus()

    def action(self) -> tuple[str, Any] | str:
        line, number = self._line(), 0
        if line is None:
            return self.tr("Choose the line: press a digit.")
        try:
            number = parse_quantity(self.quantity.text(), UNITS.get(line.unit, PIECE))
        except ValueError:
            number = 0
        left = line.ordered - line.cancelled
        if not 1 <= number <= left:
            return self.tr("Between 1 and {most} can be cancelled.").format(
                most=quantity_text(left, line.unit)
            )
        return "RequestChange", RequestChange(
            self.view.order_id, "cancel_line", str(left), line=line.line, quantity=number
        )

    def _line(self) -> BoughtLine | None:
        return next((line for line in self.lines if str(line.line) == self.cards.current), None)

    def _fill(self) -> None:
        line = self._line()
        if line is not None:
            self.quantity.setText(quantity_text(line.ordered - line.cancelled, line.unit))

    def _card(self, line: BoughtLine) -> Choice:
        left = quantity_text(line.ordered - line.cancelled, line.unit)
        return Choice(str(line.line), line.name, line.detail, f"× {left}", "package")
