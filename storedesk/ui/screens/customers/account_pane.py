"""One account in full: who it is, its tree and people, its credit, its orders and quotes, its terms."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from storedesk.desk.account_views import AccountView, NodeView, PersonView, WorkRow
from storedesk.ui.screens.customers.account_rows import (
    NodeDelegate,
    NodeRow,
    PersonDelegate,
    PersonRow,
    WorkDelegate,
    WorkLine,
)
from storedesk.ui.screens.customers.account_words import (
    Counted,
    kind_icon,
    kind_text,
    node_text,
    role_text,
    work_state,
)
from storedesk.ui.screens.customers.credit_panel import CreditPanel
from storedesk.ui.screens.customers.terms_panel import TermsPanel
from storedesk.ui.screens.looked_panel import LookedPanel
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, short_money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.empty_state import EmptyState, IconTile
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.text import ElidedText, Text

_LEFT, _LEFT_COMPACT, _RIGHT = 284, 272, 300


class AccountPane(QWidget):
    """``shows`` are the rows of orders and quotes that the chosen part lets through."""

    node_wanted = Signal(object)
    row_opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: AccountView | None = None
        self.title, self.about = ElidedText("", "title"), ElidedText("", "small", "text3")
        self.chips = (Chip("", Tone.BUSINESS), Chip("", Tone.OUTLINE), Chip("", Tone.WARN))
        self.stop = Notice(" ", " ", "ban", "bad")
        self.new_quote = Button(self.tr("New quote"), Kind.PRIMARY, "file-invoice", "main", Context.CUSTOMERS)
        self.note_yes = Button(self.tr("Note a yes"), Kind.SECOND, "user-check", "second", Context.CUSTOMERS)
        self.add = Button(self.tr("Add"), Kind.SOFT, "plus", "add_line", Context.CUSTOMERS, small=True)
        self.tree = RowList(NodeDelegate(), self.tr("Company tree"))
        self.people = RowList(PersonDelegate(), self.tr("People"))
        self._line = WorkDelegate()
        self.work = RowList(self._line, self.tr("Orders and quotes"))
        self.part = SegmentedChoice(
            (
                Segment("all", self.tr("All")),
                Segment("open", self.tr("Open")),
                Segment("order", self.tr("Orders")),
                Segment("quote", self.tr("Quotes")),
            ),
            small=True,
        )
        self.credit, self.terms, self.looked = CreditPanel(), TermsPanel(), LookedPanel(Context.CUSTOMERS)
        self.lower_choice, self._lower_pages = _people_or_looked(self.tr("People")), QStackedWidget()
        self._none = EmptyState("file-invoice", " ", " ", tone=Tone.INFO)
        self._nobody = Text(self.tr("Nobody yet. Ins adds the first."), "small", "text3", wrap=True)
        self._build()

    def show_account(self, view: AccountView) -> None:
        other = self.view is None or self.view.company_id != view.company_id
        self.view = view
        self._show_head(view)
        top = view.tree[0].company_id if view.tree else 0
        self.tree.show_rows(tuple(_node(node, node.company_id == top) for node in view.tree))
        self.people.show_rows(tuple(self._person(number, one) for number, one in enumerate(view.people)))
        self._nobody.setVisible(not view.people)
        self.credit.show_exposure(view.exposure)
        self.terms.show_terms(view)
        self.show_work()
        if other:
            self.tree.choose(str(view.company_id), tell=False)
            first = self.work.rows.rows
            if first:
                self.work.choose(first[0].key, tell=False)

    def show_work(self) -> None:
        """The orders and quotes of the chosen part, what is open first."""
        view, part = self.view, self.part.current
        if view is None:
            return
        rows = tuple(one for one in view.work if _is_in(one, part))
        self.work.show_rows(tuple(_line(one) for one in rows))
        self._works.setCurrentWidget(self.work if rows else self._none)
        if view.work:
            self._none.show_words(self.tr("Nothing of this kind"), self.tr("Alt+1 shows all."))
        else:
            self._none.show_words(self.tr("No orders and quotes yet"), self.tr("F9 begins the first quote."))

    @property
    def chosen(self) -> WorkRow | None:
        key = self.work.current_key
        found = () if self.view is None else self.view.work
        return next((one for one in found if f"{one.kind} {one.record_id}" == key), None)

    @property
    def waiting(self) -> WorkRow | None:
        """The chosen quote if its order waits for the company's yes, else the first that does."""
        rows = () if self.view is None else self.view.work
        chosen = self.chosen
        if chosen is not None and chosen.waits_for:
            return chosen
        return next((one for one in rows if one.waits_for), None)

    def show_lower(self, part: str) -> None:
        """What lies below the tree where there is no room for both: the people or what they looked at."""
        self._lower_pages.setCurrentWidget(self.looked if part == "looked" else self._people)
        self.looked.setVisible(part == "looked" or not self._line.compact)

    def take_looked(self) -> bool:
        """Shows what was looked at, and adds the chosen article once it is shown; False where there is none."""
        pane = self.looked.pane
        if not pane.looked.rows:
            return False
        if not self.looked.isVisibleTo(self):
            self.lower_choice.choose("looked")
            pane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return pane.add_chosen()

    def set_compact(self, compact: bool) -> None:
        self._line.compact = compact
        if self.view is not None:
            self._show_head(self.view)
        self._left.setFixedWidth(theme().px(_LEFT_COMPACT if compact else _LEFT))
        self.terms.set_columns(2 if compact else 1)
        self.credit.set_compact(compact)
        if compact:
            self._middle.insertWidget(1, self.terms)
            self._lower_pages.addWidget(self.looked)
        else:
            self._right.insertWidget(0, self.terms)
            self._right.addWidget(self.looked, 1)
        self.lower_choice.setVisible(compact)
        self.show_lower(self.lower_choice.current if compact else "people")
        self._side.setVisible(not compact)
        for layout in (self._middle, self._columns):
            layout.setSpacing(12 if compact else 16)

    def _build(self) -> None:
        self._left, self._side = QWidget(), QWidget()
        tree, self._people = (
            Panel(self.tr("Company tree"), self.tr("budget this month")),
            self._people_panel(),
        )
        tree.body.addWidget(self.tree)
        self._under_tree = column(spacing=12)
        self._under_tree.addWidget(tree, 5)
        self._lower_pages.addWidget(self._people)
        self._under_tree.addWidget(self.lower_choice)
        self._under_tree.addWidget(self._lower_pages, 4)
        self._left.setLayout(self._under_tree)
        work = Panel(self.tr("Orders and quotes"), "", (self.part,))
        self._works = QStackedWidget()
        for page in (self.work, self._none):
            self._works.addWidget(page)
        work.body.addWidget(self._works, 1)
        self._middle = column(self.credit, spacing=16)
        self._middle.addWidget(work, 1)
        self._right = column(self.terms, spacing=16)
        self._right.addWidget(self.looked, 1)
        self._side.setLayout(self._right)
        self._side.setFixedWidth(theme().px(_RIGHT))
        self._columns: QHBoxLayout = row(self._left, spacing=16)
        self._columns.addLayout(self._middle, 1)
        self._columns.addWidget(self._side)
        whole = column(self._head(), self.stop, spacing=12)
        whole.addLayout(self._columns, 1)
        self.setLayout(whole)
        self.tree.opened.connect(lambda key: self.node_wanted.emit(int(key)))
        self.tree.clicked.connect(lambda index: self.node_wanted.emit(int(self.tree.current_key)))
        self.lower_choice.chosen.connect(self.show_lower)
        self.work.opened.connect(lambda key: self.row_opened.emit(*key.split(" ", 1)))
        self.part.chosen.connect(lambda key: self.show_work())

    def _people_panel(self) -> Panel:
        people = Panel(self.tr("People"), "", (self.add,))
        self._nobody.setContentsMargins(16, 14, 16, 14)
        people.body.addWidget(self._nobody)
        people.body.addWidget(self.people, 1)
        return people

    def _head(self) -> QHBoxLayout:
        names = row(self.title, *self.chips, None, spacing=10)
        names.setStretchFactor(self.title, 0)
        self._tile = IconTile("briefcase", Tone.BUSINESS, 48)
        head = row(self._tile, spacing=14)
        head.addLayout(column(names, self.about, spacing=2), 1)
        head.addWidget(self.note_yes)
        head.addWidget(self.new_quote)
        return head

    def _show_head(self, view: AccountView) -> None:
        self.title.setText(view.name)
        kind, prices, new = self.chips
        kind.set(kind_text(view.kind).capitalize(), Tone.BUSINESS)
        prices.set(view.terms.price_list_name or view.terms.price_list, Tone.OUTLINE)
        prices.setVisible(bool(view.terms.price_list) and not self._line.compact)
        new.set(self.tr("New account"), Tone.WARN)
        new.setVisible(view.is_new)
        number = self.tr("sole trader {number}") if view.is_personal else self.tr("Org. no. {number}")
        parts = (
            self.tr("Customer {number}").format(number=view.number),
            number.format(number=view.organisation_number) if view.organisation_number else "",
            self.tr("customer since {year}").format(year=view.since) if view.since else "",
        )
        self.about.setText(" · ".join(part for part in parts if part))
        stopped = view.exposure.stopped
        self.stop.setVisible(stopped)
        if stopped:
            self.stop.set_text(
                self.tr("Credit stop at {company}").format(company=view.exposure.stopped_by),
                self.tr("Quotes can be written, orders on account are refused. Head office lifts the stop."),
            )
        self.note_yes.setVisible(self.waiting is not None)

    def _person(self, number: int, person: PersonView) -> PersonRow:
        currency = self.view.currency if self.view else ""
        role = role_text(person, currency)
        words = " · ".join(part for part in (role, person.company) if part)
        return PersonRow(str(person.contact_id), person.name, number, words, person.phone or person.email)


def _people_or_looked(people: str) -> SegmentedChoice:
    looked = QCoreApplication.translate("LookedPane", "Looked at online")
    return SegmentedChoice((Segment("people", people), Segment("looked", looked)), small=True)


def _node(node: NodeView, is_top: bool) -> NodeRow:
    part = node.spent / node.budget if node.budget else -1.0
    stopped = stop_text() if node.stopped else ""
    icon = kind_icon(node.kind, is_top and node.kind == "company")
    return NodeRow(str(node.company_id), icon, node.depth, node.name, node_text(node), part, stopped)


def stop_text() -> str:
    return QCoreApplication.translate("Customers", "Credit stop")


def _is_in(one: WorkRow, part: str) -> bool:
    return part == "all" or (one.is_open if part == "open" else one.kind == part)


def _line(one: WorkRow) -> WorkLine:
    state, tone = work_state(one)
    details = [Counted().lines(one.lines)]
    if one.po_number:
        details.append(QCoreApplication.translate("Customers", "PO {number}").format(number=one.po_number))
    if one.waits_for:
        details = [", ".join(person.name for person in one.waits_for)]
    icon = "receipt" if one.kind == "order" else "file-invoice"
    return WorkLine(
        f"{one.kind} {one.record_id}", icon, one.number or "–", moment_text(one.at), " · ".join(details),
        state, tone, short_money_text(one.total, one.currency),
    )  # fmt: skip
