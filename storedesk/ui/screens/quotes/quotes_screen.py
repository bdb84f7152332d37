"""The quotes screen: the quotes of this place at the left, the chosen one in full at the right."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from storedesk.actions.quote_args import AskApproval, AskForOrder
from storedesk.desk.buyer_look_up import DeliverTo
from storedesk.desk.looked_at import LookedAt
from storedesk.desk.quote_views import Block, QuoteRow, QuoteView
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

LIST, LIST_COMPACT = 300, 232


class QuotesScreen(Screen):
    """F9 issues a draft or asks for the order of what is issued; F8 has it approved or makes a new version.

    While a quote is ``full`` it has the whole width and Esc leads back to the list."""

    context = Context.QUOTES
    quote_wanted = Signal(str)
    new_wanted = Signal()
    issue_wanted = Signal(object)
    approve_wanted = Signal(object)
    revise_wanted = Signal(object)
    end_wanted = Signal(object)
    print_wanted = Signal(object)
    perform = Signal(str, object)
    left = Signal()
    """The quote that had the whole width, or the screen, is not shown any more, and nothing was being written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(QueueDelegate(), self.tr("Quotes"))
        self.detail = QuoteDetail()
        self._is_compact = self.unsettled = False
        """Whether a change is still being saved: what blocks the quote may look different after it."""
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._none = EmptyState(
            "file-invoice", self.tr("No quotes"), self.tr("Press Ctrl+N to write the first one.")
        )
        self._nothing = EmptyState(
            "file-invoice", self.tr("Nothing chosen"), self.tr("Choose one at the left."), tone=Tone.INFO
        )
        self._panel = Panel()
        self._build()
        self._bind()
        self.show_quotes(())
        self.show_quote(None)

    def show_quotes(self, quotes: tuple[QuoteRow, ...]) -> None:
        self.list.show_rows(tuple(_row(quote) for quote in quotes))
        self._left.setCurrentWidget(self.list if quotes else self._none)

    def show_quote(
        self,
        view: QuoteView | None,
        places: tuple[DeliverTo, ...] = (),
        today: str = "",
        looked: LookedAt | None = None,
    ) -> None:
        self._right.setCurrentIndex(1 if view is None else 0)
        self.detail.view = None if view is None else self.detail.view
        if view is not None:
            self.detail.show_quote(view, places, today)
            if looked is not None:
                self.detail.show_looked(looked)
            self.list.choose(view.quote_id, tell=False)
        elif self.is_full:
            self.set_full(False)

    def start_new(self) -> None:
        """The question whom a new quote is for."""
        self.set_full(True)
        self._right.setCurrentIndex(0)
        self.detail.start_new()

    @property
    def is_full(self) -> bool:
        return self._panel.isHidden()

    def set_full(self, full: bool) -> None:
        self._panel.setVisible(not full)
        self.detail.back.setVisible(full)
        self.detail.set_room(full or not self._is_compact)

    def panes(self) -> tuple[QWidget, ...]:
        write = self.detail.head.buyer if self.detail.is_new else self.detail.article
        inside = (write, self.detail.lines, self.detail._side)
        return inside if self.is_full else (self.list, *inside)

    def set_compact(self, compact: bool) -> None:
        self._panel.setFixedWidth(theme().px(LIST_COMPACT if compact else LIST))
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)
        self._is_compact = compact
        self.detail.set_compact(compact)
        self.detail.set_room(self.is_full or not compact)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The margin goes as soon as its key is let go or the window is left."""
        is_key = (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and not event.isAutoRepeat()
        )
        if event.type() == QEvent.Type.ApplicationDeactivate or (
            is_key and event.key() in (Qt.Key.Key_M, Qt.Key.Key_Control, Qt.Key.Key_Meta)  # type: ignore[attr-defined]
        ):
            self.hide_margin()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self.window().isVisible() and not self.detail.flush():
            self.left.emit()

    def hide_margin(self) -> None:
        self.detail.show_margin(False)
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _show_margin(self) -> None:
        app = QApplication.instance()
        if app is not None and self.detail.view is not None:
            app.installEventFilter(self)
            self.detail.show_margin(True)

    def _build(self) -> None:
        for widget in (self.list, self._none):
            self._left.addWidget(widget)
        self._panel.body.addWidget(self._left)
        self._panel.setFixedWidth(theme().px(LIST))
        self._right.addWidget(self.detail)
        self._right.addWidget(self._nothing)
        self._layout = row(self._panel, spacing=16, margins=(20, 16, 20, 20))
        self._layout.addWidget(self._right, 1)
        self.setLayout(self._layout)

    def _bind(self) -> None:
        detail = self.detail
        self.list.picked.connect(self.quote_wanted)
        self.list.opened.connect(lambda key: self._open_full())
        detail.main.clicked.connect(lambda: self._main())
        detail.second.clicked.connect(lambda: self._second())
        detail.print.clicked.connect(lambda: self._tell(self.print_wanted))
        detail.end.clicked.connect(lambda: self._tell(self.end_wanted))
        detail.back.clicked.connect(lambda: self._back())
        detail.blocked.ask_wanted.connect(lambda: self._ask_approval())
        detail.main.refused.connect(self.refused)
        self.bind("main", self._press_main)
        self.bind("second", detail.second)
        self.bind("problem", detail.end)
        self.bind("print", detail.print)
        self.bind("ask", detail.blocked.ask)
        self.bind("why", detail.why)
        self.bind("margin", self._show_margin)
        self.bind("discount", detail.edit_discount)
        self.bind("add_line", detail.write)
        self.bind("add_looked", self._add_looked)
        self.bind("po_number", lambda: self._focus_field(detail.head.po_number))
        self.bind("buyer", self._ask_buyer)
        self.bind("back", self._back)

    def _tell(self, signal: SignalInstance) -> None:
        if self.detail.view is not None:
            signal.emit(self.detail.view)

    def _focus_field(self, field: QWidget) -> None:
        if self._is_compact:
            self.set_full(True)
        if field.isVisible():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_looked(self) -> None:
        if not self.detail.take_looked():
            self.refused.emit(self.tr("This company shared nothing that it looked at."))

    def _ask_buyer(self) -> None:
        if self.detail.view is not None and self.detail.view.state == "draft":
            self.detail.head.ask_buyer()

    def _open_full(self) -> None:
        if self.detail.view is not None:
            self.set_full(True)
            self.detail.write()

    def _back(self) -> None:
        if self.detail.escape():
            return
        was_new = self.detail.is_new
        is_written = self.detail.flush()
        self.set_full(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not is_written:
            self.left.emit()
        if was_new:
            self.detail.is_new = False
            self.quote_wanted.emit(self.list.current_key)

    def _press_main(self) -> None:
        """What was written last counts: a reason that may be out of date does not hold it up."""
        pending = self.detail.flush() or self.unsettled
        if pending and self.detail.view is not None and self.detail.view.state == "draft":
            self.issue_wanted.emit(self.detail.view)
        elif self.detail.main.isVisibleTo(self):
            self.detail.main.press()

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
        if view.state != "draft":
            self.revise_wanted.emit(view)
        elif view.who == "supervisor" and Block.NEEDS_APPROVAL in view.blocks:
            self.approve_wanted.emit(view)
        else:
            self._ask_approval()

    def _ask_approval(self) -> None:
        view = self.detail.view
        if view is not None:
            self.perform.emit("AskApproval", AskApproval(view.quote_id, view.content_hash))


def _row(quote: QuoteRow) -> Shown:
    state, tone = state_words(quote)
    total = short_money_text(quote.total, quote.currency)
    return Shown(
        quote.quote_id, state, tone, "clock", quote.made_by, quote.number or "–", quote.company_name, total,
        day_text(quote.valid_until),
    )  # fmt: skip
