"""Choosing another store for a pickup: a list with hours and stock; Enter or F9 asks for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.pickup_shelf_args import MovePickupToStore
from storedesk.desk.store_choice import StoreChoice
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.queue_row import TileDelegate, TileRow
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_ROWS_SHOWN = 5


class MoveSheet(Sheet):
    """Stores that have all of it stand first; one that lacks something is refused with the reason."""

    confirmed = Signal(object)
    """The ``MovePickupToStore`` to perform."""

    def __init__(
        self, fulfilment_id: str, number: str, stores: tuple[StoreChoice, ...], window: QWidget
    ) -> None:
        super().__init__(window, 560)
        self._fulfilment_id, self._sent = fulfilment_id, False
        self._stores = {str(store.place_id): store for store in stores}
        self.list = RowList(TileDelegate(), self.tr("Stores"))
        self._warning = Text("", "small", "warn", wrap=True)
        self._go = Button(self.tr("Ask for it"), Kind.PRIMARY, "building-store", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build(number)
        self.list.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self._confirm()
        else:
            super().do(action)

    def _build(self, number: str) -> None:
        title = Text(self.tr("Another store for {number}").format(number=number), "title")
        words = self.tr("Central decides. Goods that stand ready here are put back.")
        head = column(title, Text(words, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        self.list.show_rows(tuple(self._row(store) for store in self._stores.values()))
        if self._stores:
            self.list.choose(next(iter(self._stores)))
        shown = min(_ROWS_SHOWN, max(1, len(self._stores)))
        self.list.setFixedHeight(theme().px(TileDelegate.height) * shown)
        self._warning.setContentsMargins(20, 8, 20, 8)
        self._warning.hide()
        self.body.addWidget(framed(head, "head"))
        self.body.addWidget(self.list)
        self.body.addWidget(self._warning)
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(bar, "foot"))
        self.list.opened.connect(lambda key: self._confirm())
        self._go.clicked.connect(lambda: self._confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _row(self, store: StoreChoice) -> TileRow:
        doors = ""
        if store.closes:
            doors = self.tr("open until {time}").format(time=store.closes)
        elif store.opens is not None:
            doors = self.tr("opens {time}").format(time=moment_text(store.opens))
        stock = self.tr("all of it") if store.has_all else (
            self.tr("{free} of {wanted} articles").format(free=store.free, wanted=store.wanted)
        )  # fmt: skip
        tone = Tone.OK if store.has_all else Tone.WARN
        return TileRow(str(store.place_id), "building-store", tone, store.name, store.address, doors, stock)

    def _confirm(self) -> None:
        store = self._stores.get(self.list.current_key)
        if store is None or self._sent:
            return
        if not store.has_all:
            self._warning.setText(self.tr("{name} does not have all of it.").format(name=store.name))
            self._warning.show()
            return
        self._sent = True
        self.confirmed.emit(MovePickupToStore(self._fulfilment_id, store.place_id))
        self.accept()
