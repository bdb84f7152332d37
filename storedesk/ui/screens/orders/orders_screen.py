"""The orders screen: the orders that were found at the left, the chosen one in full at the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.order_views import OrderView, ResultRow
from storedesk.ui.screens.orders.order_pane import OrderPane
from storedesk.ui.screens.orders.order_words import state_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
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
    deed_wanted = Signal(str)
    """``contact``, ``verify``, ``return``, ``more`` or ``main`` for the order on the screen."""
    central_wanted = Signal()
    why_wanted = Signal(str)
    """The id of the order on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(TileDelegate(), self.tr("Orders found"))
        self.pane = OrderPane()
        self._count, self._about = Text("", "panel"), ElidedText("", "small", "text3")
        self._source = Text("", "small", "text3", wrap=True)
        self._central = Button(
            self.tr("Ask central"), Kind.SOFT, "cloud", "ask_central", Context.ORDERS, small=True
        )
        self._left = Panel()
        self._stack = QStackedWidget()
        self._empty = EmptyState("receipt", "", tone=Tone.INFO)
        self._build()
        self.list.picked.connect(self.order_wanted)
        self.pane.copy_asked.connect(self.copy_wanted)
        self._empty.button.clicked.connect(lambda: self.search_wanted.emit())
        self.bind("copy_answer", self.pane.tell_answer)
        foot = self.pane.foot
        deeds = (
            ("problem", foot.problem, "contact"), ("second", foot.second, "return"), ("main", foot.main, "main"),
            ("verify_caller", foot.verify, "verify"), ("more", foot.more, "more"),
        )  # fmt: skip
        for action, button, deed in deeds:
            button.clicked.connect(partial(self._ask, deed))
            self.bind(action, button)
        self.bind("problem", partial(self._ask, "contact"))
        self._central.clicked.connect(lambda: self.central_wanted.emit())
        self.bind("ask_central", self._central)
        self.bind("why", self._ask_why)
        self.show_central("", "")
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

    def show_asking(self, words: str) -> None:
        """While central is asked; what was on the screen stays where there was something."""
        self.show_central(words, "")
        if self._stack.currentWidget() is self._empty:
            self._empty.show_words(words, self.tr("This takes a second or two."), "")

    def show_not_found(self, words: str, source: str) -> None:
        """Central had nothing, or could not be asked."""
        if self._stack.currentWidget() is self._empty:
            self._empty.show_words(words, source, self.tr("Search"))

    def show_central(self, words: str, button: str) -> None:
        """Below the results: where they come from, and the way to ask further; empty for none."""
        self._source.setText(words)
        self._central.set_label(button)
        self._central.setVisible(bool(button))
        self._source.setVisible(bool(words))
        self._below.setVisible(bool(words or button))

    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.pane.area, self.pane.foot.main)

    def set_compact(self, compact: bool) -> None:
        self._left.setFixedWidth(theme().px(SIDE_COMPACT if compact else SIDE))
        self.pane.foot.set_compact(compact)
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)

    def _ask(self, deed: str) -> None:
        """Also a contact about no order is noted."""
        if deed == "contact" or self.pane.view is not None:
            self.deed_wanted.emit(deed)

    def _ask_why(self) -> None:
        if self.pane.view is not None:
            self.why_wanted.emit(self.pane.view.order_id)

    def _build(self) -> None:
        head = row(self._count, margins=(16, 0, 16, 0))
        head.addWidget(self._about, 1)
        self._left.body.addWidget(framed(head, "head", height=theme().px(44)))
        self._left.body.addWidget(self.list, 1)
        below = column(self._source, row(self._central, None), spacing=8, margins=(16, 10, 16, 12))
        self._below = framed(below, "foot")
        self._left.body.addWidget(self._below)
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
