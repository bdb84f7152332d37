"""The queue: tabs with counts, when the doors open, and the rows, each state of the pane included."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.pickup_views import QueueView
from storedesk.desk.pickup_views import Tab as Kind
from storedesk.ui.screens.pickups.queue_words import queue_row
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.queue_row import QueueDelegate
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.tab_strip import Tab, TabStrip
from storedesk.ui.widgets.text import ElidedText, IconLabel


class QueuePane(Panel):
    """Emits the id of the pickup that is chosen or opened; keeps the chosen one while rows re-sort."""

    picked = Signal(str)
    opened = Signal(str)
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view = QueueView((), True, None)
        self.tabs = TabStrip(self._tabs())
        self.list = RowList(QueueDelegate(), self.tr("Pickups"))
        self._sort = ElidedText(self.tr("Soonest promise"), "small", "text3")
        self._closed = ElidedText("", "label", "warn")
        self._stack = QStackedWidget()
        self._loading = EmptyState("database", self.tr("Opening the queue"), tone=Tone.INFO)
        self._empty = EmptyState("circle-check", "")
        self._error = EmptyState("alert-triangle", "", tone=Tone.BAD)
        for widget in (self.list, self._loading, self._empty, self._error):
            self._stack.addWidget(widget)
        strip = row(self.tabs, margins=(12, 8, 12, 8))
        self.body.addWidget(framed(strip, "head"))
        order = row(IconLabel("arrows-sort", 16, "text3"), self._sort, margins=(14, 0, 14, 0), spacing=6)
        order.addStretch(1)
        order.addWidget(self._closed)
        self.body.addWidget(framed(order, "head", height=theme().px(40)))
        self.body.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._show_tab)
        self.list.picked.connect(self.picked)
        self.list.opened.connect(self.opened)
        self._error.button.clicked.connect(lambda: self.retry_asked.emit())
        self._empty.button.clicked.connect(lambda: self.tabs.choose(Kind.READY))

    def show_queue(self, view: QueueView) -> None:
        self.view = view
        self.tabs.show_tabs(self._tabs())
        opens = self.tr("Closed · opens {time}").format(time=moment_text(view.opens)) if view.opens else ""
        self._closed.setText(opens)
        self._closed.setVisible(bool(opens))
        self._sort.setVisible(not opens)
        self._show_tab()

    def show_loading(self) -> None:
        self._stack.setCurrentWidget(self._loading)

    def show_error(self, sentence: str) -> None:
        """Only this pane stops; ``sentence`` says what is safe and what to do."""
        self._error.show_words(self.tr("The queue cannot be read"), sentence, self.tr("Try again"))
        self._stack.setCurrentWidget(self._error)

    def choose(self, fulfilment_id: str) -> bool:
        """Select a pickup, changing the tab where it stands in another; False when it is not in the queue."""
        found = next((r for r in self.view.rows if r.fulfilment_id == fulfilment_id), None)
        if found is None:
            return False
        if found not in self.view.of_tab(Kind(self.tabs.current)):
            self.tabs.choose(found.tab)
        return self.list.choose(fulfilment_id)

    def has_left(self, fulfilment_id: str) -> bool:
        """Whether a pickup is not, or no longer, in the tab that is shown."""
        rows = self.view.of_tab(Kind(self.tabs.current))
        return all(row.fulfilment_id != fulfilment_id for row in rows)

    def choose_first(self) -> None:
        rows = self.view.of_tab(Kind(self.tabs.current))
        if rows:
            self.list.choose(rows[0].fulfilment_id)

    def choose_tab(self, number: int) -> None:
        """The n-th tab with its first row, ready for the arrow keys."""
        tabs = list(Kind)
        if 1 <= number <= len(tabs):
            self.tabs.choose(tabs[number - 1])
            self.choose_first()
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_tab(self) -> None:
        tab = Kind(self.tabs.current)
        rows = self.view.of_tab(tab)
        is_late = tab is Kind.NOT_COLLECTED
        self._sort.setText(self.tr("Last day first") if is_late else self.tr("Soonest promise"))
        self.list.show_rows(tuple(queue_row(pickup, is_late) for pickup in rows))
        if not rows:
            self._say_empty()
        self._stack.setCurrentWidget(self.list if rows else self._empty)

    def _say_empty(self) -> None:
        ready = len(self.view.of_tab(Kind.READY))
        heading, sentence = {
            Kind.TO_PICK: (self.tr("Nothing to pick"), self.tr("New orders show up here by themselves.")),
            Kind.READY: (self.tr("The pickup shelf is empty"), self.tr("What is made ready waits here.")),
            Kind.ARRIVING: (
                self.tr("Nothing is on its way"),
                self.tr("Goods sent to this store show up here."),
            ),
            Kind.NOT_COLLECTED: (
                self.tr("Nothing waits too long"),
                self.tr("Goods near their last day show up here."),
            ),
            Kind.CUSTOMER: (
                self.tr("No customer has to decide"),
                self.tr("Everything could be found so far."),
            ),
            Kind.CLOSED: (
                self.tr("Nothing ended lately"),
                self.tr("Handed over and cancelled pickups stand here."),
            ),
        }[Kind(self.tabs.current)]
        offer = ready and self.tabs.current == Kind.TO_PICK
        self._empty.show_words(heading, sentence, self.tr("See ready orders") if offer else "")

    def _tabs(self) -> tuple[Tab, ...]:
        names = {
            Kind.TO_PICK: self.tr("To pick"),
            Kind.READY: self.tr("Ready"),
            Kind.ARRIVING: self.tr("Arriving"),
            Kind.NOT_COLLECTED: self.tr("Not collected"),
            Kind.CUSTOMER: self.tr("Customer"),
            Kind.CLOSED: self.tr("Closed"),
        }
        counts: dict[Kind, int | None] = {kind: len(self.view.of_tab(kind)) for kind in Kind}
        counts[Kind.CLOSED] = None
        return tuple(Tab(kind, names[kind], counts[kind]) for kind in Kind)
