"""The orders screen: the orders that were found at the left, the chosen one in full at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.order_views import OrderView, ResultRow
from storedesk.ui.screens.orders.order_pane import OrderPane
from storedesk.ui.screens.orders.order_words import state_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.queue_row import TileDelegate, TileRow
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.text import ElidedText, Text

SIDE, SIDE_COMPACT = 372, 300


class OrdersScreen(Screen):
    """Shows ``ResultRow`` and an ``OrderView``; ``order_wanted`` carries the id of the order to show."""

    context = Context.ORDERS
    order_wanted = Signal(str)
    search_wanted = Signal()
    copy_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(TileDelegate(), self.tr("Orders found"))
        self.pane = OrderPane()
        self._count, self._about = Text("", "panel"), ElidedText("", "small", "text3")
        self._left = Panel()
        self._stack = QStackedWidget()
        self._empty = EmptyState("receipt", "", tone=Tone.INFO)
        self._build()
        self.list.picked.connect(self.order_wanted)
        self.pane.copy_asked.connect(self.copy_wanted)
        self._empty.button.clicked.connect(lambda: self.search_wanted.emit())
        self.bind("copy_answer", self.pane.tell_answer)
        self.show_nothing()

    def show_results(self, rows: tuple[ResultRow, ...], searched: str, chosen: str) -> None:
        """``searched`` is what was typed to find them; empty for an order opened from elsewhere."""
        self._count.setText(self.tr("%n orders", "", len(rows)))
        self._about.setText(self.tr("for “{text}”").format(text=searched[:40]) if searched else "")
        self.list.show_rows(tuple(_tile(found) for found in rows))
        self.list.choose(chosen, tell=False)

    def show_order(self, view: OrderView) -> None:
        self.pane.show_order(view)
        self._stack.setCurrentIndex(0)

    def show_nothing(self) -> None:
        """Before anything was looked for."""
        self._empty.show_words(
            self.tr("Find an order"),
            self.tr("Type a part of its number, a phone number, a name or an e-mail."),
            self.tr("Search"),
        )
        self._stack.setCurrentWidget(self._empty)

    def show_gone(self) -> None:
        """The order asked for is not on this desk."""
        self._empty.show_words(
            self.tr("This order is not on this desk"),
            self.tr("It comes with the next update. Search again when the line is back."),
            self.tr("Search again"),
        )
        self._stack.setCurrentWidget(self._empty)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.pane.area, self.pane.copy)

    def set_compact(self, compact: bool) -> None:
        self._left.setFixedWidth(theme().px(SIDE_COMPACT if compact else SIDE))
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)

    def _build(self) -> None:
        head = row(self._count, margins=(16, 0, 16, 0))
        head.addWidget(self._about, 1)
        self._left.body.addWidget(framed(head, "head", height=theme().px(44)))
        self._left.body.addWidget(self.list, 1)
        page = QWidget()
        self._layout = row(self._left, spacing=16, margins=(20, 16, 20, 20))
        self._layout.addWidget(self.pane, 1)
        page.setLayout(self._layout)
        self._stack.addWidget(page)
        self._stack.addWidget(self._empty)
        self.setLayout(column(self._stack, spacing=0))


def _tile(found: ResultRow) -> TileRow:
    state, tone = state_text(found.state)
    return TileRow(
        key=found.order_id,
        icon="receipt",
        tone=tone,
        title=" ".join(part for part in (found.number, found.name) if part),
        detail=" · ".join(
            part
            for part in (
                f"•••{found.phone_tail}" if found.phone_tail else "",
                money_text(found.total, found.currency),
            )
            if part
        ),
        time=moment_text(found.placed),
        to_do=state,
    )
