"""The board of customer service: callers to ring back, customers who decide, late pickups of any store."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.service_today import ServiceRow, ServiceToday
from storedesk.ui.screens.orders.contact_sheet import reason_text
from storedesk.ui.screens.orders.order_words import state_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import long_day_text, moment_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import PageTitle, Panel
from storedesk.ui.widgets.queue_row import TileDelegate, TileRow
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.text import ElidedText


class ServiceScreen(Screen):
    """Enter on a row opens its order; Alt+1 to Alt+3 go to the lists."""

    context = Context.SERVICE
    order_wanted = Signal(str)
    contact_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ServiceToday | None = None
        self._calls = ElidedText("", "small", "text3")
        self.contact = Button(self.tr("Note a contact"), Kind.PRIMARY, "message", "problem", Context.SERVICE)
        self.head = PageTitle("", self._calls, right=(self.contact,))
        self.ring = RowList(TileDelegate(), self.tr("Ring back"))
        self.decide = RowList(TileDelegate(), self.tr("Customers who decide"))
        self.late = RowList(TileDelegate(), self.tr("Late pickups"))
        self._stacks: dict[RowList, QStackedWidget] = {}
        panels = row(spacing=16)
        for rows, title, about, calm in (
            (self.ring, self.tr("Ring back"), self.tr("longest waiting first"), self.tr("Nobody waits for a call.")),
            (self.decide, self.tr("Customers who decide"), self.tr("a store said no"),
             self.tr("No store has said no.")),
            (self.late, self.tr("Late pickups"), self.tr("of any store"), self.tr("Every store keeps its promises.")),
        ):  # fmt: skip
            panels.addWidget(self._panel(rows, title, about, calm), 1)
        self._layout = column(self.head, spacing=16, margins=(20, 16, 20, 20))
        self._layout.addLayout(panels, 1)
        self.setLayout(self._layout)
        self.contact.clicked.connect(lambda: self.contact_wanted.emit())
        self.bind("problem", self.contact)
        for number, rows in enumerate(self._stacks, 1):
            rows.opened.connect(partial(self._open, rows))
            rows.clicked.connect(lambda index, rows=rows: self._open(rows, rows.current_key))
            self.bind(f"tab_{number}", partial(rows.setFocus))

    def show_today(self, view: ServiceToday) -> None:
        self.view = view
        self.head.title.setText(long_day_text(view.day))
        self._calls.setText(self.tr("%n contacts today", "", view.contacts))
        self._show(self.ring, view.ring_back, reason_text, Tone.INFO)
        self._show(self.decide, view.decide, _state_word, Tone.WARN)
        self._show(self.late, view.late, _state_word, Tone.BAD)

    def panes(self) -> tuple[QWidget, ...]:
        return tuple(self._stacks)

    def set_compact(self, compact: bool) -> None:
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)

    def _panel(self, rows: RowList, title: str, about: str, calm: str) -> Panel:
        stack = QStackedWidget()
        stack.addWidget(rows)
        stack.addWidget(EmptyState("circle-check", calm))
        stack.setCurrentIndex(1)
        self._stacks[rows] = stack
        panel = Panel(title, about)
        panel.body.addWidget(stack, 1)
        return panel

    def _show(
        self, rows: RowList, found: tuple[ServiceRow, ...], word: Callable[[str], str], tone: Tone
    ) -> None:
        rows.show_rows(tuple(_tile(one, word(one.why), tone) for one in found))
        self._stacks[rows].setCurrentIndex(0 if found else 1)

    def _open(self, rows: RowList, key: str) -> None:
        """A caller about no order leads nowhere but to the phone."""
        if self.view is None:
            return
        every = (*self.view.ring_back, *self.view.decide, *self.view.late)
        found = next((one for one in every if one.key == key), None)
        if found is not None and found.order_id:
            self.order_wanted.emit(found.order_id)
        elif found is not None:
            self.refused.emit(self.tr("This call was about no order."))


def _state_word(state: str) -> str:
    return state_text(state)[0]


def _tile(found: ServiceRow, word: str, tone: Tone) -> TileRow:
    title = " ".join(part for part in (found.number, found.name) if part) or word
    detail = found.place or (word if title != word else "")
    return TileRow(found.key, "phone" if not found.place else "building-store", tone, title, detail,
                   moment_text(found.at), word if found.place else "")  # fmt: skip
