"""Exchanging a refused unit at the handover: what goes back, what goes out instead, one press."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.pickup_args import ExchangeAtHandover
from storedesk.desk.handover_views import HandoverOrder
from storedesk.desk.pickup_views import LineView, SwapView
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.ui.screens.handover.tick_row import TickRow
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.empty_state import IconTile
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

Offers = Mapping[int, tuple[SwapView, ...]]
MOST_LINES = 9


class ExchangeSheet(Sheet):
    """1-9 choose the item that goes back, then the one that goes out; F9 exchanges one piece."""

    confirmed = Signal(object)
    """The ``ExchangeAtHandover`` to perform."""

    def __init__(self, order: HandoverOrder, offers: Offers, window: QWidget) -> None:
        super().__init__(window, 720)
        self._order, self._offers, self._sent = order, offers, False
        self.parts = [
            (parcel.parcel_id, line, quantity)
            for parcel in order.parcels
            for line, quantity in parcel.items
            if quantity
        ][:MOST_LINES]
        self._lines = {line.line: line for line in order.lines}
        self.back, self.out = ChoiceCards(columns=1, small=True), ChoiceCards(columns=1, small=True)
        self.damaged = TickRow(self.tr("It is damaged"), self.tr("it is not sold again"))
        self._nothing = Notice(
            self.tr("Nothing of the same style and price is here"),
            self.tr("Another price goes to the till: take it back there, sell the other one."),
            "arrows-exchange",
            "warn",
        )
        self.go = Button(self.tr("Exchange"), Kind.PRIMARY, "arrows-exchange", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self._show_back()

    def do(self, action: str) -> None:
        if action == "main":
            self.go.press()
        else:
            super().do(action)

    def _build(self) -> None:
        title = Text(self.tr("Exchange in {number}").format(number=self._order.order_number), "title")
        hint = Text(self.tr("One piece back, one of the same price out"), "body", "text3", wrap=True)
        head = row(IconTile("arrows-exchange", Tone.INFO, 44), spacing=14, margins=(20, 16, 20, 14))
        head.addLayout(column(title, hint, spacing=0), 1)
        left = column(
            Text(self.tr("Goes back"), "label", "text2", 600), self.back, self.damaged, None, spacing=8
        )
        right = column(
            Text(self.tr("Goes out instead"), "label", "text2", 600), self.out, self._nothing, None, spacing=8
        )
        middle = row(spacing=24, margins=(20, 16, 20, 16))
        middle.addLayout(left, 1)
        middle.addLayout(right, 1)
        foot = row(None, self._cancel, self.go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(foot, "foot"))
        self.back.chosen.connect(lambda key: self._show_out())
        self.out.chosen.connect(lambda key: self._show_missing())
        self.go.clicked.connect(lambda: self._confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _show_back(self) -> None:
        choices = []
        for index, (_, number, quantity) in enumerate(self.parts):
            line = self._lines.get(number)
            if line is not None:
                choices.append(
                    Choice(str(index), f"{quantity_text(quantity, line.unit)} × {line.name}", _detail(line))
                )
        only = choices[0].key if len(choices) == 1 else ""
        self.back.show_choices(tuple(choices), only)
        self._show_out()
        if not only:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_out(self) -> None:
        offers = self._offered
        choices = tuple(
            Choice(
                str(offer.variant_id),
                " · ".join(part for part in (offer.colour, offer.size) if part) or offer.name,
                self.tr("{number} here").format(number=quantity_text(offer.free, offer.unit)),
            )
            for offer in offers
        )
        self.out.show_choices(choices, choices[0].key if choices else "")
        self.out.setVisible(bool(choices))
        self._nothing.setVisible(bool(self.back.current) and not choices)
        if choices:
            self.out.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_missing()

    @property
    def _offered(self) -> tuple[SwapView, ...]:
        return self._offers.get(self.parts[int(self.back.current)][1], ()) if self.back.current else ()

    def _show_missing(self) -> None:
        if not self.back.current:
            reason = self.tr("Choose what goes back.")
        elif not self.out.current:
            reason = self.tr("Nothing can go out instead.")
        else:
            reason = ""
        self.go.set_not_yet(reason)

    def _confirm(self) -> None:
        if self._sent or self.go.reason:
            return
        self._sent = True
        parcel_id, number, quantity = self.parts[int(self.back.current)]
        self.confirmed.emit(
            ExchangeAtHandover(
                self._order.fulfilment_id,
                parcel_id,
                number,
                min(quantity, UNITS.get(self._lines[number].unit, PIECE).step),
                int(self.out.current),
                "damaged" if self.damaged.isChecked() else "as_new",
            )
        )
        self.accept()


def _detail(line: LineView) -> str:
    return " · ".join(part for part in (line.colour, line.size) if part)
