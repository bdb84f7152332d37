"""Who a quote is for and on what terms: words where it is settled, fields while it is a draft."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QWidget

from storedesk.desk.buyer_look_up import Buyer, DeliverTo
from storedesk.desk.quote_views import QuoteView
from storedesk.desk.quote_work import typed_day
from storedesk.ui.screens.quotes.quote_words import treatment_text
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import day_text, money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.pick_field import PickField
from storedesk.ui.widgets.text import ElidedText, Text

_PAUSE_MS, _NARROW = 500, 620
_FIELDS = 4


class QuoteHead(QFrame):
    """``edited`` carries the header's values that somebody changed, a moment after the last key."""

    buyer_searched = Signal(str)
    buyer_taken = Signal(object)
    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "head")
        self._name, self._about = ElidedText("", "heading"), Text("", "small", "text3", wrap=True)
        self.buyer = PickField(self.tr("Company or buyer: type a part of the name"))
        self.buyer.shows_all = True
        self.change = Button(self.tr("Change"), Kind.SOFT, "users", "buyer", Context.QUOTES, small=True)
        self.po_number, self.until, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.deliver = Dropdown()
        self._view: QuoteView | None = None
        self._today = ""
        self._found: dict[str, Buyer] = {}
        self._places: tuple[DeliverTo, ...] = ()
        self._columns = 0
        self._editable, self._has_room = False, True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.flush)
        self._build()
        self._connect()

    def show_quote(self, view: QuoteView, places: tuple[DeliverTo, ...], today: str, editable: bool) -> None:
        """Fields that somebody is writing in keep what they hold."""
        is_other = self._view is None or self._view.quote_id != view.quote_id
        if is_other:
            self._pause.stop()
            self.settle_buyer()
        self._view, self._today = view, today
        self._name.setText(view.company.name)
        self._editable = editable
        self._show_fields()
        if not self._pause.isActive():
            for field, text in self._texts(view):
                is_written = field.hasFocus() and field.isModified() and not is_other
                if field.text() != text and not is_written:
                    field.setText(text)
        self._show_places(view, places)

    def set_fields(self, wanted: bool) -> None:
        """Whether there is room for the fields; words stand for them where there is none."""
        self._has_room = wanted
        self._show_fields()

    def _show_fields(self) -> None:
        fields = self._editable and self._has_room
        self.change.setVisible(fields)
        self._fields.setVisible(fields and self._view is not None)
        if self._view is not None:
            self._about.setText(self._about_of(self._view, fields))

    def ask_buyer(self) -> None:
        """The name gives way to a field in which another company or buyer is found."""
        self._named.hide()
        self._ask.show()
        self.buyer.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_new(self) -> None:
        """No quote yet: only the question whom it is for."""
        self._view = None
        self._pause.stop()
        self._fields.hide()
        self.buyer.forget()
        self.ask_buyer()

    def settle_buyer(self) -> None:
        """The name stands again."""
        self._named.show()
        self._ask.hide()

    def show_buyers(self, text: str, found: tuple[Buyer, ...]) -> None:
        self._found = {f"{one.company_id} {one.contact_id or 0}": one for one in found}
        rows = tuple(
            FoundRow(key, "user" if one.contact else "building", one.contact or one.company,
                     one.company if one.contact else "", one.number)
            for key, one in self._found.items()
        )  # fmt: skip
        note = self.tr("No company here has “{text}” in its name.").format(text=text[:40])
        self.buyer.show_found(text, rows, "" if rows else note)

    def escape(self) -> bool:
        """One step back out of the question whom it is for; False where nothing is asked."""
        if self._ask.isHidden():
            return False
        if not self.buyer.escape() and self._view is None:
            return False
        if self._view is not None:
            self.buyer.forget()
            self.settle_buyer()
        return True

    def flush(self) -> bool:
        """Tells at once what was written; True if there was anything to tell."""
        self._pause.stop()
        view, values = self._view, dict[str, Any]()
        if view is None or self._fields.isHidden():
            return False
        if self.po_number.text().strip() != view.po_number:
            values["po_number"] = self.po_number.text().strip()
        if self.note.text().strip() != view.note:
            values["note"] = self.note.text().strip()
        day = typed_day(self.until.text(), self._today)
        self._mark_until(day is None)
        if day is not None and day != view.valid_until:
            values["valid_until"] = day
        if values:
            self.edited.emit(values)
        return bool(values)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_fields()

    def _build(self) -> None:
        named = row(column(self._name, self._about, spacing=2), spacing=12)
        named.setStretch(0, 1)
        named.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self._named, self._ask = QWidget(), QWidget()
        self._named.setLayout(named)
        question = Text(self.tr("Who is it for?"), "label", "text2", 600)
        self._ask.setLayout(column(question, self.buyer, spacing=6))
        self._ask.hide()
        self._fields = QWidget()
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._labelled = [
            self._label(self.tr("PO number"), self.po_number, 80),
            self._label(self.tr("Valid until"), self.until, 10),
            self._label(self.tr("Delivery"), self.deliver),
            self._label(self.tr("Note"), self.note, 500),
        ]
        self.po_number.setMinimumWidth(theme().px(112))
        self.until.setMinimumWidth(theme().px(124))
        self.deliver.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.deliver.setMinimumContentsLength(12)
        self.until.setPlaceholderText(self.tr("day or number of days"))
        whole = column(self._named, self._ask, self._fields, spacing=12, margins=(16, 12, 16, 14))
        self.setLayout(whole)
        self._lay_fields()

    def _connect(self) -> None:
        self.buyer.searched.connect(self.buyer_searched)
        self.buyer.taken.connect(lambda key: self.buyer_taken.emit(self._found[key]))
        self.change.clicked.connect(lambda: self.ask_buyer())
        for field in (self.po_number, self.until, self.note):
            field.textEdited.connect(lambda _: self._pause.start(_PAUSE_MS))
            field.editingFinished.connect(self.flush)
        self.deliver.activated.connect(self._delivery_chosen)

    def _label(self, name: str, field: QWidget, longest: int = 0) -> QWidget:
        field.setAccessibleName(name)
        if longest and isinstance(field, QLineEdit):
            field.setMaxLength(longest)
        whole = QWidget()
        whole.setLayout(column(Text(name, "label", "text2", 600), field, spacing=4))
        return whole

    def _lay_fields(self) -> None:
        columns = 2 if self.width() < theme().px(_NARROW) else _FIELDS
        if columns == self._columns:
            return
        self._columns = columns
        for place, one in enumerate(self._labelled):
            self._grid.addWidget(one, place // columns, place % columns)
        for place in range(_FIELDS):
            wide = place in (2, 3) if columns == _FIELDS else place < columns
            self._grid.setColumnStretch(place, (3 if wide else 2) if place < columns else 0)

    def _texts(self, view: QuoteView) -> tuple[tuple[QLineEdit, str], ...]:
        return (self.po_number, view.po_number), (self.until, view.valid_until), (self.note, view.note)

    def _show_places(self, view: QuoteView, places: tuple[DeliverTo, ...]) -> None:
        if places != self._places or not self.deliver.count():
            self._places = places
            self.deliver.clear()
            self.deliver.addItem(self.tr("Collected here"))
            for place in places:
                sent = self.tr("Sent to {name}, {country}")
                self.deliver.addItem(sent.format(name=place.name, country=place.country))
        site = None if view.site is None else view.site.company_id
        sent_to = [number for number, place in enumerate(places, 1) if place.site_id == site]
        self.deliver.setCurrentIndex(sent_to[0] if view.delivery == "sent" and sent_to else 0)

    def _delivery_chosen(self, number: int) -> None:
        if number == 0:
            self.edited.emit({"delivery": "collected", "site_id": None, "deliver_country": ""})
        elif number <= len(self._places):
            place = self._places[number - 1]
            values = {"delivery": "sent", "site_id": place.site_id, "deliver_country": place.country}
            self.edited.emit(values)

    def _mark_until(self, is_wrong: bool) -> None:
        state = "wrong" if is_wrong else ""
        if self.until.property("state") != state:
            self.until.setProperty("state", state)
            self.until.style().unpolish(self.until)
            self.until.style().polish(self.until)

    def _about_of(self, view: QuoteView, editable: bool) -> str:
        company, contact = view.company, view.contact
        parts = [
            self.tr("Customer {number}").format(number=company.number),
            "" if contact is None else self._buyer_of(view),
            self.tr("{days} days net").format(days=company.terms_days),
            company.price_list_name,
        ]
        if not editable:
            sent = self.tr("sent to {place}").format(place=view.site.name if view.site else company.name)
            parts += [
                sent if view.delivery == "sent" else self.tr("collected here"),
                treatment_text(view.treatment),
                self.tr("PO {number}").format(number=view.po_number) if view.po_number else "",
                self.tr("valid until {day}").format(day=day_text(view.valid_until)),
                view.note,
            ]
        return " · ".join(part for part in parts if part)

    def _buyer_of(self, view: QuoteView) -> str:
        contact = view.contact
        if contact is None:
            return ""
        if contact.spending_limit is None:
            return self.tr("buyer {name}").format(name=contact.name)
        limit = money_text(contact.spending_limit, view.company.currency)
        return self.tr("buyer {name}, may order to {limit}").format(name=contact.name, limit=limit)
