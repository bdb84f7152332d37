"""Ready without item checks: the bin it all stands in, offered; Enter marks it ready."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.pickup_shelf_args import ReadyUnchecked
from storedesk.desk.pickup_views import PickupView
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import items_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text


class ReadySheet(Sheet):
    """The bin with the most room is filled in; a scanned bin takes its place."""

    confirmed = Signal(object)
    """The ``ReadyUnchecked`` to perform."""

    def __init__(self, view: PickupView, window: QWidget) -> None:
        super().__init__(window, 480)
        self._view, self._sent = view, False
        self._bins = tuple(place.code for place in view.shelf)
        self.bin = QLineEdit(self._offered())
        self._warning = Text("", "small", "warn", wrap=True)
        self._go = Button(self.tr("Mark ready"), Kind.PRIMARY, "package", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self.bin.setFocus()
        self.bin.selectAll()

    def do(self, action: str) -> None:
        if action == "main":
            self._confirm()
        else:
            super().do(action)

    def scan_bin(self, code: str) -> None:
        self.bin.setText(code)

    def _offered(self) -> str:
        """Where it stands already, else the bin with the most room."""
        if self._view.row.bins:
            return self._view.row.bins[0]
        best = max(self._view.shelf, key=lambda place: place.room or 0, default=None)
        return best.code if best else ""

    def _build(self) -> None:
        view = self._view
        number = self.tr("{number} is ready").format(number=view.row.order_number)
        words = self.tr("{items}, not checked one by one").format(items=items_text(view.row.pieces))
        head = column(
            Text(number, "title"), Text(words, "small", "text3"), spacing=2, margins=(20, 16, 20, 14)
        )
        self.bin.setMaxLength(12)
        self.bin.setAccessibleName(self.tr("Bin the goods stand in"))
        middle = column(
            Text(self.tr("Bin the goods stand in"), "label", "text2", 600), self.bin, self._warning,
            spacing=6, margins=(20, 16, 20, 16),
        )  # fmt: skip
        self._warning.hide()
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(
            framed(row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12)), "foot")
        )
        self.bin.returnPressed.connect(self._confirm)
        self._go.clicked.connect(lambda: self._confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _confirm(self) -> None:
        code = self.bin.text().strip().upper()
        if not code or (self._bins and code not in self._bins):
            words = self.tr("There is no bin {code} on this shelf.").format(code=code)
            self._warning.setText(words if code else self.tr("Scan or type the bin."))
            self._warning.show()
            return
        if not self._sent:
            self._sent = True
            self.confirmed.emit(ReadyUnchecked(self._view.row.fulfilment_id, code))
            self.accept()
