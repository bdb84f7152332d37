"""The transfers screen: what goes out, what comes in, what is asked; and one of them, or a new one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.new_transfer import NewTransferView
from storedesk.desk.transfer_views import TransferRow, TransfersView, TransferView
from storedesk.ui.screens.transfers.new_transfer_pane import NewTransferPane
from storedesk.ui.screens.transfers.transfer_pane import TransferPane
from storedesk.ui.screens.transfers.transfer_words import transfer_row
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.queue_row import QueueDelegate
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.tab_strip import Tab, TabStrip

LIST, LIST_COMPACT = 372, 286
OPEN, ASKED, CLOSED = "open", "asked", "closed"
_PANES = {"nothing": 0, "transfer": 1, "new": 2}


class TransfersScreen(Screen):
    """Shows a ``TransfersView`` at the left and one transfer, or the draft of one, at the right."""

    context = Context.TRANSFERS
    transfer_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = TransfersView()
        self.tabs = TabStrip()
        self.list = RowList(QueueDelegate(), self.tr("Transfers"))
        self.pane, self.draft = TransferPane(), NewTransferPane()
        self._none = EmptyState("truck", self.tr("No transfers open"))
        self._nothing = EmptyState(
            "truck", self.tr("Nothing chosen"), self.tr("Choose one at the left."), tone=Tone.INFO
        )
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._build()
        self.tabs.chosen.connect(lambda key: self._show_tab(first=True))
        self.list.picked.connect(self.transfer_wanted)
        self.list.opened.connect(lambda key: self.pane.lines.setFocus())
        self.pane.new.clicked.connect(lambda: self.new_wanted.emit())
        for action in ("main", "second", "problem", "take_all"):
            self.bind(action, partial(self._press, action))
        self.bind("new_transfer", self.new_wanted.emit)
        for number, key in enumerate((OPEN, ASKED, CLOSED), 1):
            self.bind(f"tab_{number}", partial(self.go_tab, key))
        self.show_transfers(self._view)

    @property
    def is_new(self) -> bool:
        """Whether a transfer is being put together."""
        return self._right.currentIndex() == _PANES["new"]

    def show_transfers(self, view: TransfersView, shown: str = "") -> None:
        """``shown`` is the transfer at the right; where it has moved to another tab, that tab follows it."""
        before, self._view = self.tab_of(shown), view
        self.tabs.show_tabs(
            (
                Tab(OPEN, self.tr("Open"), len(view.open)),
                Tab(ASKED, self.tr("Asked"), len(view.asked)),
                Tab(CLOSED, self.tr("Closed")),
            )
        )
        now = self.tab_of(shown)
        if now and before == self.tabs.current != now:
            self.choose(shown)
        self._show_tab()

    def show_transfer(self, view: TransferView | None) -> None:
        """One transfer, or none; a draft that is on the screen stays."""
        if view is not None:
            self.pane.show_transfer(view)
        if not self.is_new:
            self._right.setCurrentIndex(_PANES["nothing" if view is None else "transfer"])

    def show_draft(self, view: NewTransferView | None) -> None:
        """The draft of a transfer; None closes it."""
        if view is None:
            self._right.setCurrentIndex(_PANES["transfer" if self.pane.view else "nothing"])
            return
        self.draft.show_draft(view)
        self._right.setCurrentIndex(_PANES["new"])

    def go_tab(self, key: str) -> None:
        """Shows a tab from its first row."""
        self.tabs.choose(key)
        self._show_tab(first=True)
        self.list.setFocus()

    def tab_of(self, transfer_id: str) -> str:
        """The tab that holds a transfer, empty if none does."""
        parts = ((OPEN, self._view.open), (ASKED, self._view.asked), (CLOSED, self._view.closed))
        return next((key for key, rows in parts if any(r.transfer_id == transfer_id for r in rows)), "")

    def choose(self, transfer_id: str) -> None:
        """Goes to a transfer's row, in whichever tab it is."""
        tab = self.tab_of(transfer_id)
        if tab:
            self.tabs.blockSignals(True)
            self.tabs.choose(tab)
            self.tabs.blockSignals(False)
            self.list.show_rows(tuple(transfer_row(one) for one in self._rows()))
            self.list.choose(transfer_id, tell=False)

    def panes(self) -> tuple[QWidget, ...]:
        if self.is_new:
            return (self.draft.lines, self.draft.cards, self.list)
        return (self.list, self.pane.lines)

    def set_compact(self, compact: bool) -> None:
        self._left_panel.setFixedWidth(theme().px(LIST_COMPACT if compact else LIST))
        self.pane.set_compact(compact)
        self.draft.set_compact(compact)
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)

    def _press(self, action: str) -> None:
        """Presses the button of the pane that is on the screen."""
        draft = {"main": self.draft.main, "problem": self.draft.back}
        pane = {"main": self.pane.main, "second": self.pane.second, "problem": self.pane.stop,
                "take_all": self.pane.take_all}  # fmt: skip
        shown = self._right.currentIndex()
        button = (draft if shown == _PANES["new"] else pane if shown == _PANES["transfer"] else {}).get(
            action
        )
        if button is not None and button.isVisibleTo(self):
            button.press()

    def _rows(self) -> tuple[TransferRow, ...]:
        return {OPEN: self._view.open, ASKED: self._view.asked}.get(self.tabs.current, self._view.closed)

    def _show_tab(self, first: bool = False) -> None:
        rows = self._rows()
        self.list.show_rows(tuple(transfer_row(one) for one in rows))
        words = {
            OPEN: self.tr("No transfers open"),
            ASKED: self.tr("Nothing is asked"),
            CLOSED: self.tr("Nothing closed lately"),
        }
        self._none.show_words(words[self.tabs.current], self.tr("Ctrl+T asks another place for goods."))
        self._left.setCurrentIndex(0 if rows else 1)
        if rows and (first or not self.list.current_key):
            self.list.choose(rows[0].transfer_id, tell=False)
            if first or not self.is_new:
                self.transfer_wanted.emit(rows[0].transfer_id)

    def _build(self) -> None:
        self._left_panel = Panel()
        bar = row(self.tabs, margins=(10, 0, 10, 0))
        self._left_panel.body.addWidget(framed(bar, "head", height=theme().px(52)))
        self._left.addWidget(self.list)
        self._left.addWidget(self._none)
        self._left_panel.body.addWidget(self._left, 1)
        nothing = Panel()
        nothing.body.addWidget(self._nothing, 1)
        for pane in (nothing, self.pane, self.draft):
            self._right.addWidget(pane)
        for button in (
            self.pane.main,
            self.pane.second,
            self.pane.stop,
            self.pane.take_all,
            self.draft.main,
            self.draft.back,
        ):
            button.refused.connect(self.refused)
        self._layout = row(self._left_panel, spacing=16, margins=(20, 16, 20, 20))
        self._layout.addWidget(self._right, 1)
        whole = column(spacing=0)
        whole.addLayout(self._layout)
        self.setLayout(whole)
