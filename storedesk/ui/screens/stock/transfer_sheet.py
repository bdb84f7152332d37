"""Asking another place for one article: the nearest place that has it is chosen already, one unit, F9."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.stock_args import AskTransfer, TransferQuantity
from storedesk.desk.stock_views import PlaceFigure, StockView
from storedesk.domain.quantity import PIECE, UNITS, parse_quantity
from storedesk.ui.screens.stock.stock_words import place_icon
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_MOST_PLACES = 9
_MOST = 1_000_000_000


class TransferSheet(Sheet):
    """1–9 choose the place, F9 asks it."""

    confirmed = Signal(str, object)
    """Kind and arguments of the action; its document number is still to be given."""

    def __init__(self, view: StockView, window: QWidget) -> None:
        super().__init__(window, 560)
        self._view, self._unit, self._sent = view, UNITS.get(view.unit, PIECE), False
        self.cards = ChoiceCards(columns=1, small=True)
        self.quantity = QLineEdit(quantity_text(self._unit.step, view.unit))
        self._warning = Text("", "small", "warn", wrap=True)
        self._go = Button(self.tr("Ask for it"), Kind.PRIMARY, "truck", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self.cards.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        """Asks once, or says what is still wanted."""
        number = self._number()
        if number is None or not self.cards.current:
            self._warning.setText(self.tr("Choose a place and write how many."))
            self._warning.show()
        elif not self._sent:
            self._sent = True
            line = TransferQuantity(self._view.variant_id, number)
            self.confirmed.emit("AskTransfer", AskTransfer("-", int(self.cards.current), (line,)))
            self.accept()

    def _number(self) -> int | None:
        try:
            number = parse_quantity(self.quantity.text(), self._unit)
        except ValueError:
            return None
        return number if 1 <= number <= _MOST else None

    def _build(self) -> None:
        view = self._view
        about = " · ".join(part for part in (view.name, view.colour, view.size, view.sku) if part)
        title = Text(self.tr("Transfer to us"), "title")
        head = column(title, Text(about, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        places = places_with_goods(view)
        self.cards.show_choices(
            tuple(self._choice(place) for place in places), str(places[0].place_id) if places else ""
        )
        self.quantity.setMaxLength(16)
        self.quantity.setAccessibleName(self.tr("How many"))
        middle = column(self.cards, spacing=12, margins=(20, 16, 20, 16))
        middle.addLayout(column(Text(self.tr("How many"), "label", "text2", 600), self.quantity, spacing=6))
        middle.addWidget(self._warning)
        self._warning.hide()
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(bar, "foot"))
        self.cards.confirmed.connect(lambda key: self.quantity.setFocus())
        self.quantity.returnPressed.connect(self.confirm)
        self._go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _choice(self, place: PlaceFigure) -> Choice:
        free = self.tr("{number} free").format(number=quantity_text(place.online, self._view.unit))
        far = place.distance_km
        parts = [] if far is None else [self.tr("{number} km").format(number=far)]
        if place.closes:
            parts.append(self.tr("open until {time}").format(time=place.closes))
        return Choice(str(place.place_id), place.name, " · ".join(parts), free, place_icon(place))


def places_with_goods(view: StockView) -> tuple[PlaceFigure, ...]:
    """Other places that have some to spare, the nearest first, those of unknown distance last."""
    others = [place for place in view.places if not place.is_here and place.online > 0]
    return tuple(sorted(others, key=_nearness)[:_MOST_PLACES])


def _nearness(place: PlaceFigure) -> tuple[bool, int, int, str]:
    far = place.distance_km
    return (far is None, far or 0, -place.online, place.name)
