"""Putting a transfer together: scan or find the articles, choose who sends them, ask."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.actions.stock_args import AskTransfer, TransferQuantity
from storedesk.desk.new_transfer import NewTransferView, Sender
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.ui.screens.transfers.transfer_line_rows import (
    TransferLineDelegate,
    TransferLineList,
    TransferLineRow,
)
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.widgets.article_icon import article_icon
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import Text

MOST_LINES, _MOST_PLACES = 12, 6


class NewTransferPane(Panel):
    """``perform`` carries the action, whose document number is still to be given."""

    perform = Signal(str, object)
    counted = Signal(int, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view = NewTransferView()
        self._delegate = TransferLineDelegate()
        self.lines = TransferLineList(self._delegate, self.tr("What is wanted"))
        self.cards = ChoiceCards(columns=2, small=True)
        self._shown: tuple[int, ...] = ()
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            "barcode", self.tr("Scan what you need"), self.tr("Or type a name, colour and size, an SKU or EAN."),
            tone=Tone.INFO,
        )  # fmt: skip
        self.nobody = Text("", "small", "warn", wrap=True)
        self.main = Button(self.tr("Ask for it"), Kind.PRIMARY, "truck", "main", Context.TRANSFERS)
        self.back = Button(self.tr("Throw away"), Kind.SECOND, "x", "problem", Context.TRANSFERS)
        self._build()
        self.lines.counted.connect(self._count)
        self.main.clicked.connect(lambda: self.confirm())
        self.cards.confirmed.connect(lambda key: self.confirm())
        self.back.clicked.connect(lambda: self.closed.emit())

    def show_draft(self, view: NewTransferView) -> None:
        self.view = view
        self.lines.show_rows(tuple(self._row(number) for number in range(len(view.lines))))
        if view.lines and not self.lines.current_key:
            self.lines.choose(str(view.lines[-1].variant_id), tell=False)
        shown = tuple(sender.place.place_id for sender in view.senders[:_MOST_PLACES])
        chosen = self.cards.current if self._shown == shown else ""
        self._shown = shown
        self.cards.show_choices(
            tuple(self._choice(sender) for sender in view.senders[:_MOST_PLACES]),
            chosen or (str(shown[0]) if shown else ""),
        )
        self.nobody.setText("" if shown else self.tr("No other place has any to spare."))
        self.nobody.setVisible(not shown)
        self._pages.setCurrentIndex(1 if view.lines else 0)
        ready = bool(view.lines and shown)
        self.main.set_not_yet(
            "" if ready else self.tr("Scan what you need first") if not view.lines else self.nobody.text()
        )

    def confirm(self) -> None:
        if self.view.lines and self.cards.current:
            lines = tuple(TransferQuantity(line.variant_id, line.quantity) for line in self.view.lines)
            self.perform.emit("AskTransfer", AskTransfer("-", int(self.cards.current), lines))

    def _count(self, key: str, by: int) -> None:
        """+ and − count whole units."""
        unit = next((line.unit for line in self.view.lines if str(line.variant_id) == key), "")
        self.counted.emit(int(key), by * UNITS.get(unit, PIECE).step)

    def set_compact(self, compact: bool) -> None:
        self._delegate.compact = compact
        self.cards.set_columns(1 if compact else 2)
        self.lines.viewport().update()

    def _row(self, number: int) -> TransferLineRow:
        line = self.view.lines[number]
        count = quantity_text(line.quantity, line.unit)
        return TransferLineRow(
            str(line.variant_id), article_icon(line.category), line.name, line.detail, line.sku, "", count, "",
            self.tr("Wanted"), "plus", Tone.INFO,
        )  # fmt: skip

    def _choice(self, sender: Sender) -> Choice:
        place = sender.place
        parts = [] if place.distance_km is None else [self.tr("{number} km").format(number=place.distance_km)]
        if place.closes:
            parts.append(self.tr("open until {time}").format(time=place.closes))
        result = self.tr("all there") if sender.has_all else self.tr("{has} of {wanted}").format(
            has=sender.has, wanted=self.view.wanted
        )  # fmt: skip
        icon = "building-warehouse" if place.kind == "warehouse" else "map-pin"
        return Choice(str(place.place_id), place.name, " · ".join(parts), result, icon)

    def _build(self) -> None:
        head = column(Text(self.tr("New transfer"), "title"), spacing=2, margins=(16, 14, 16, 12))
        head.addWidget(Text(self.tr("Scan adds one, + and − change the chosen line."), "small", "text3"))
        page = QWidget()
        inside = column(spacing=0)
        inside.addWidget(self.lines, 1)
        senders = column(
            Text(self.tr("Who sends it"), "panel"),
            self.cards,
            self.nobody,
            spacing=10,
            margins=(16, 12, 16, 14),
        )
        inside.addWidget(framed(senders, "foot"))
        page.setLayout(inside)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.body.addWidget(framed(head, "head"))
        self.body.addWidget(self._pages, 1)
        bar = row(self.back, None, self.main, spacing=10, margins=(16, 12, 16, 12))
        self.body.addWidget(framed(bar, "foot"))
