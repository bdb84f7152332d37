"""Receiving a transfer of which nothing arrived: said once more before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.stock_args import ReceiveTransfer
from storedesk.desk.transfer_views import TransferView
from storedesk.ui.screens.transfers.transfer_words import direction_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text


class NothingArrivedSheet(Sheet):
    """F9 does it, Esc leaves everything as it was."""

    confirmed = Signal(str, object)
    """Kind and arguments of the action to perform."""

    def __init__(self, view: TransferView, window: QWidget) -> None:
        super().__init__(window, 520)
        self._view, self._sent = view, False
        self._go = Button(self.tr("Nothing arrived"), Kind.PROBLEM, "ban", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._build()
        self._cancel.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        if self._sent:
            return
        self._sent = True
        self.confirmed.emit("ReceiveTransfer", ReceiveTransfer(self._view.row.transfer_id, ()))
        self.accept()

    def _build(self) -> None:
        view = self._view
        title = Text(self.tr("Did nothing arrive?"), "title", wrap=True)
        about = f"{view.row.number} · {direction_text(view.row)}"
        head = column(title, Text(about, "small", "text3", wrap=True), spacing=2, margins=(20, 16, 20, 14))
        closes = self.tr(
            "The transfer is closed without any goods, and later arrivals cannot be received on it."
        )
        task = self.tr("All that was sent stays on the way: that becomes a task.")
        words = column(
            Text(closes, "body", wrap=True),
            Text(task, "body", wrap=True),
            spacing=8,
            margins=(20, 16, 20, 16),
        )
        bar = row(None, self._cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(words)
        self.body.addWidget(framed(bar, "foot"))
        self._go.clicked.connect(lambda: self.confirm())
        self._cancel.clicked.connect(lambda: self.reject())
