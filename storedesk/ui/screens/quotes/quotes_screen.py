"""The quotes screen: the quotes of this place at the left, the chosen one in full at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.actions.quote_args import AskApproval, AskForOrder, ReviseQuote
from storedesk.desk.quote_views import QuoteRow, QuoteView
from storedesk.ui.screens.quotes.quote_detail import QuoteDetail
from storedesk.ui.screens.quotes.quote_words import state_words
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import day_text, short_money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.queue_row import QueueDelegate
from storedesk.ui.widgets.queue_row import QueueRow as Shown
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.screen import Screen

LIST, LIST_COMPACT = 340, 200


class QuotesScreen(Screen):
    """F9 issues a draft or asks for the order of what is issued; F8 asks approval or makes a new version."""

    context = Context.QUOTES
    quote_wanted = Signal(str)
    issue_wanted = Signal(object)
    perform = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(QueueDelegate(), self.tr("Quotes"))
        self.detail = QuoteDetail()
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._none = EmptyState(
            "file-invoice", self.tr("No quotes"), self.tr("Quotes of this store show up here.")
        )
        self._nothing = EmptyState(
            "file-invoice", self.tr("Nothing chosen"), self.tr("Choose one at the left."), tone=Tone.INFO
        )
        self._panel = Panel()
        self._build()
        self.show_quotes(())
        self.show_quote(None)

    def show_quotes(self, quotes: tuple[QuoteRow, ...]) -> None:
        self.list.show_rows(tuple(_row(quote) for quote in quotes))
        self._left.setCurrentWidget(self.list if quotes else self._none)

    def show_quote(self, view: QuoteView | None) -> None:
        self._right.setCurrentIndex(1 if view is None else 0)
        self.detail.view = None if view is None else self.detail.view
        if view is not None:
            self.detail.show_quote(view)
            self.list.choose(view.quote_id, tell=False)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.detail.lines)

    def set_compact(self, compact: bool) -> None:
        self._panel.setFixedWidth(theme().px(LIST_COMPACT if compact else LIST))
        self.detail.set_compact(compact)

    def _build(self) -> None:
        for widget in (self.list, self._none):
            self._left.addWidget(widget)
        self._panel.body.addWidget(self._left)
        self._panel.setFixedWidth(theme().px(LIST))
        self._right.addWidget(self.detail)
        self._right.addWidget(self._nothing)
        layout = row(self._panel, spacing=16, margins=(20, 16, 20, 20))
        layout.addWidget(self._right, 1)
        self.setLayout(layout)
        self.list.picked.connect(self.quote_wanted)
        self.list.opened.connect(lambda key: self.detail.lines.setFocus(Qt.FocusReason.OtherFocusReason))
        self.detail.main.clicked.connect(lambda: self._main())
        self.detail.second.clicked.connect(lambda: self._second())
        self.bind("main", self.detail.main)
        self.bind("second", self.detail.second)
        self.bind("why", self.detail.why)
        self.bind("back", lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))

    def _main(self) -> None:
        view = self.detail.view
        if view is None:
            return
        if view.state == "draft":
            self.issue_wanted.emit(view)
        elif view.state == "issued":
            buyer = None if view.contact is None else view.contact.contact_id
            args = AskForOrder(
                view.quote_id, view.version, view.content_hash, ordered_by=buyer, po_number=view.po_number
            )
            self.perform.emit("AskForOrder", args)

    def _second(self) -> None:
        view = self.detail.view
        if view is None:
            return
        if view.state == "draft":
            self.perform.emit("AskApproval", AskApproval(view.quote_id, view.content_hash))
        elif view.state == "issued":
            self.perform.emit("ReviseQuote", ReviseQuote(view.quote_id, view.version))


def _row(quote: QuoteRow) -> Shown:
    state, tone = state_words(quote)
    total = short_money_text(quote.total, quote.currency)
    return Shown(
        quote.quote_id, state, tone, "clock", quote.made_by, quote.number or "–", quote.company_name, total,
        day_text(quote.valid_until),
    )  # fmt: skip
