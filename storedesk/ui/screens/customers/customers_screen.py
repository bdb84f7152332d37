"""The customers screen: companies found by any fragment, and the account that was opened from them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.account_views import AccountView, CompanyRow, WorkRow
from storedesk.desk.looked_at import LookedAt
from storedesk.ui.screens.customers.account_pane import AccountPane
from storedesk.ui.screens.customers.company_list import CompanyList
from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.screen import Screen

_PARTS = ("all", "open", "order", "quote")


class CustomersScreen(Screen):
    """F9 begins a quote for the company; Ins adds a company, in an account a person, in its tree a site; F8 notes
    what the company's approver says."""

    context = Context.CUSTOMERS
    company_wanted = Signal(object)
    left = Signal()
    """One step back, from an account to the list."""
    quote_wanted = Signal(object)
    add_wanted = Signal(bool)
    """Add: True for a site or cost centre below the account, from its tree."""
    yes_wanted = Signal(object)
    row_opened = Signal(str, str)
    looked_wanted = Signal(object, object)
    """An article that was looked at goes into the account's quote: company and article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.pane = CompanyList(), AccountPane()
        self._stack, self._page = QStackedWidget(), QWidget()
        self._gone = EmptyState("users", " ", " ", tone=Tone.WARN)
        self._build()

    @property
    def account(self) -> AccountView | None:
        """The account that is shown, None while it is the list."""
        return self.pane.view if self._stack.currentWidget() is self.pane else None

    def show_found(self, rows: tuple[CompanyRow, ...], searched: str) -> None:
        """The companies of the last search; an account that is open stays open."""
        self.list.show_rows(rows, searched)

    def show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_account(self, view: AccountView | None, looked: LookedAt | None = None) -> None:
        """An account in full with what its people looked at online, or that it is not on this desk."""
        if view is None:
            self._gone.show_words(
                self.tr("This company is not on this desk"),
                self.tr("It comes with the next update. Esc goes back to the list."),
            )
            self._stack.setCurrentWidget(self._gone)
            return
        arrives = self.account is None or self.account.company_id != view.company_id
        self.pane.show_account(view)
        self.pane.looked.show_looked(looked or LookedAt(view.company_id))
        self._stack.setCurrentWidget(self.pane)
        if arrives and self.isVisible():
            self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is self.pane:
            work = (self.pane.work,) if self.pane.work.rows.rows else ()
            online = self.pane.looked.pane
            looked = (online.list,) if online.looked.rows and online.isVisibleTo(self) else ()
            people = (self.pane.people,) if self.pane.people.isVisibleTo(self) else ()
            return (*work, *looked, *people, self.pane.tree)
        return (self.list.table,)

    def set_compact(self, compact: bool) -> None:
        self.list.set_compact(compact)
        self.pane.set_compact(compact)
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)

    def _build(self) -> None:
        for page in (self.list, self.pane, self._gone):
            self._stack.addWidget(page)
        self._layout = row(spacing=0, margins=(20, 16, 20, 20))
        self._layout.addLayout(column(self._stack))
        self.setLayout(self._layout)
        self.list.opened.connect(self.company_wanted)
        self.list.add.clicked.connect(lambda: self.add_wanted.emit(False))
        self.pane.node_wanted.connect(self._node)
        self.pane.row_opened.connect(self.row_opened)
        self.pane.new_quote.clicked.connect(lambda: self._quote())
        self.pane.add.clicked.connect(lambda: self.add_wanted.emit(False))
        self.pane.note_yes.clicked.connect(lambda: self._yes())
        self.bind("main", self._quote)
        self.bind("second", self._yes)
        self.bind("add_looked", self._add_looked)
        self.pane.looked.pane.add_wanted.connect(self._looked)
        self.bind("add_line", lambda: self.add_wanted.emit(self.pane.tree.hasFocus()))
        self.bind("back", self._back)
        for number, part in enumerate(_PARTS, 1):
            self.bind(f"tab_{number}", partial(self.pane.part.choose, part))

    def _node(self, company_id: int) -> None:
        if self.account is None or self.account.company_id != company_id:
            self.company_wanted.emit(company_id)

    def _quote(self) -> None:
        """For the account that is open, or the company chosen in the list."""
        chosen = self.list.chosen
        if self.account is not None:
            self.quote_wanted.emit(self.account.company_id)
        elif chosen is not None:
            self.quote_wanted.emit(chosen.company_id)
        else:
            self.refused.emit(self.tr("Find the company first, then F9 begins its quote."))

    def _add_looked(self) -> None:
        if self.account is None or not self.pane.take_looked():
            self.refused.emit(self.tr("This company shared nothing that it looked at."))

    def _looked(self, variant_id: int) -> None:
        if self.account is not None:
            self.looked_wanted.emit(self.account.company_id, variant_id)

    def _yes(self) -> None:
        waiting: WorkRow | None = self.pane.waiting if self.account is not None else None
        if waiting is None:
            self.refused.emit(self.tr("No quote here waits for a yes of the company."))
        else:
            self.yes_wanted.emit(waiting)

    def _back(self) -> None:
        if self._stack.currentWidget() is not self.list:
            self.show_list()
            self.left.emit()
