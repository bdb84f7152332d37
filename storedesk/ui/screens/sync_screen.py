"""The sync panel: what waits to be sent and why, how ready the desk is, and its journal."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from storedesk.ui.screens.sync_jobs import JobTable
from storedesk.ui.screens.sync_rows import (
    URGENT,
    WAITS,
    EntryDelegate,
    EntryHead,
    EntryRow,
    EntryState,
    SyncPanelShown,
)
from storedesk.ui.screens.sync_side import DetailPanel, JournalPanel, NoticeList, ReadinessPanel, WaitingPanel
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.tab_strip import Tab, TabStrip
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text

JOBS = "jobs"
"""The tab of what works without a line."""
_TABS = {
    "needs": URGENT,
    "way": WAITS,
    "refused": (EntryState.REFUSED,),
    "parked": (EntryState.PARKED,),
    "confirmed": (EntryState.CONFIRMED, EntryState.CORRECTED),
}


class SyncScreen(Screen):
    """F5 tries now, F8 tries all again, F9 decides the chosen entry, Alt+J checks the journal."""

    context = Context.SYNC
    try_now_asked = Signal()
    retry_all_asked = Signal()
    copy_asked = Signal()
    journal_check_asked = Signal()
    entry_picked = Signal(str)
    decide_asked = Signal(str)
    details_asked = Signal(str)
    """Copy what support needs of the chosen entry."""
    back_asked = Signal()

    def __init__(self, shown: SyncPanelShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._chip = Chip()
        self._sentence = ElidedText("", "body", "text3")
        self._copy = Button(self.tr("Save a copy of unsent"), Kind.SOFT, "device-floppy", small=True)
        self._try = Button(self.tr("Try now"), Kind.SOFT, "refresh", "sync_now", Context.SYNC, small=True)
        self._retry = Button(self.tr("Try all again"), Kind.SECOND, "refresh", "second", Context.SYNC)
        self._decide = Button(self.tr("Decide"), Kind.PRIMARY, "inbox", "main", Context.SYNC)
        self._problem = Notice("", "", "alert-triangle", "bad")
        self._notices = NoticeList()
        self._until = Chip()
        self._tabs = TabStrip()
        self._list = RowList(EntryDelegate(), self.tr("Changes of this desk"))
        self._safe = Text("", "small", "text2", wrap=True)
        self._jobs = JobTable()
        self._detail = DetailPanel()
        self._waiting = WaitingPanel()
        self._readiness = ReadinessPanel()
        self._journal = JournalPanel()
        self._side = QScrollArea()
        self._is_compact = False
        self._build()
        self._connect()
        self.show_state(shown)

    def show_state(self, shown: SyncPanelShown) -> None:
        """Show everything anew; the tab and the chosen entry stay."""
        self._shown = shown
        tone, icon = (Tone.OK, "cloud-check") if shown.is_online else (Tone.OFFLINE, "cloud-off")
        self._chip.set(shown.headline, tone, icon)
        self._sentence.setText(shown.sentence)
        self._problem.set_text(shown.problem)
        self._problem.setVisible(bool(shown.problem))
        self._notices.show_notices(shown.notices)
        self._show_until(shown)
        self._tabs.show_tabs(self._counted(shown.entries))
        unsent = any(entry.state in (*WAITS, *URGENT, EntryState.PARKED) for entry in shown.entries)
        self._copy.set_not_yet("" if unsent else self.tr("Everything is sent: there is nothing to save."))
        waits = any(entry.state in WAITS for entry in shown.entries)
        self._retry.set_not_yet("" if waits else self.tr("Nothing waits to be sent."))
        self._detail.show_detail(shown.detail)
        self._jobs.show_jobs(shown.readiness)
        waiting = tuple(entry for entry in shown.entries if entry.state in WAITS)
        self._waiting.show_entries(waiting, shown.more_waiting)
        self._readiness.show_rows(tuple(one for one in shown.readiness if one.is_main), shown.ready_until)
        self._journal.show_journal(shown.journal)
        self._filter()

    def choose(self, key: str) -> bool:
        """Choose an entry; False when the current tab does not hold it."""
        return self._list.choose(key)

    def show_tab(self, key: str) -> None:
        """Another tab, as if somebody had pressed it."""
        self._tabs.choose(key)

    @property
    def shown(self) -> SyncPanelShown:
        return self._shown

    def panes(self) -> tuple[QWidget, ...]:
        return (self._list, self._tabs)

    def set_compact(self, compact: bool) -> None:
        self._side.setFixedWidth(theme().px(286 if compact else 396))
        side = 14 if compact else 20
        self._whole.setContentsMargins(side, 16, side, side)
        self._is_compact = compact
        self._sentence.setVisible(not compact)
        self._until.setVisible(bool(self._until.text()) and not compact)
        self._readiness.set_compact(compact)
        self._jobs.set_compact(compact)

    def _build(self) -> None:
        head = row(Text(self.tr("Sync"), "title"), self._chip, spacing=12)
        head.addWidget(self._sentence, 1)
        head.addStretch(0)
        for widget in (self._until, self._copy, self._try):
            head.addWidget(widget)
        body = row(spacing=16)
        body.addWidget(self._table(), 1)
        body.addWidget(self._beside())
        self._whole = column(head, self._problem, self._notices, spacing=14)
        self._whole.addLayout(body, 1)
        self.setLayout(self._whole)
        self.set_compact(False)

    def _table(self) -> Panel:
        table = Panel()
        bar = row(self._tabs, margins=(12, 8, 12, 8))
        table.body.addWidget(framed(bar, "head"))
        self._head = EntryHead(self._list)
        table.body.addWidget(self._head)
        self._stack = QStackedWidget()
        self._empty = EmptyState("circle-check", self.tr("All sent"), self.tr("Nothing of this desk waits."))
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._jobs)
        table.body.addWidget(self._stack, 1)
        foot = row(IconLabel("shield-check", 18, "text3"), spacing=8, margins=(16, 10, 16, 10))
        foot.addWidget(self._safe, 1)
        table.body.addWidget(framed(foot, "subtle"))
        actions = row(None, self._retry, self._decide, spacing=10, margins=(16, 12, 16, 12))
        table.body.addWidget(framed(actions, "foot"))
        return table

    def _beside(self) -> QScrollArea:
        side = column(self._detail, self._waiting, self._readiness, self._journal, spacing=16)
        side.addStretch(1)
        inner = QWidget()
        inner.setProperty("role", "clear")
        inner.setLayout(side)
        self._side.setWidget(inner)
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._side

    def _connect(self) -> None:
        self._try.clicked.connect(lambda: self.try_now_asked.emit())
        self._retry.clicked.connect(lambda: self.retry_all_asked.emit())
        self._copy.clicked.connect(lambda: self.copy_asked.emit())
        self._copy.refused.connect(self.refused)
        self._detail.copy.clicked.connect(lambda: self.details_asked.emit(self._list.current_key))
        self._journal.check.clicked.connect(lambda: self.journal_check_asked.emit())
        self._decide.clicked.connect(lambda: self.decide_asked.emit(self._list.current_key))
        self._tabs.chosen.connect(self._filter)
        self._list.picked.connect(self._picked)
        self._list.opened.connect(self._picked)
        self.bind("sync_now", self._try)
        self.bind("second", self._retry)
        self.bind("main", self._decide)
        self.bind("why", self._why)
        self.bind("copy_details", self._copy_details)
        self.bind("check_journal", self._journal.check)
        for number, key in enumerate(("all", *_TABS, JOBS), 1):
            self.bind(f"tab_{number}", partial(self.show_tab, key))
        self.bind("back", self.back_asked.emit)

    def _counted(self, entries: tuple[EntryRow, ...]) -> tuple[Tab, ...]:
        def count(*states: EntryState) -> int:
            return sum(entry.state in states for entry in entries)

        return (
            Tab("all", self.tr("Of this desk"), len(entries)),
            Tab("needs", self.tr("Needs you"), count(*URGENT), urgent=True),
            Tab("way", self.tr("Waiting"), count(*WAITS)),
            Tab("refused", self.tr("Refused"), count(EntryState.REFUSED)),
            Tab("parked", self.tr("Kept for later"), count(EntryState.PARKED)),
            Tab("confirmed", self.tr("Decided"), count(*_TABS["confirmed"])),
            Tab(JOBS, self.tr("Works without network")),
        )

    def _filter(self) -> None:
        is_jobs = self._tabs.current == JOBS
        wanted = _TABS.get(self._tabs.current, tuple(EntryState))
        rows = tuple(entry for entry in self._shown.entries if entry.state in wanted)
        self._list.show_rows(rows)
        self._stack.setCurrentWidget(self._jobs if is_jobs else self._list if rows else self._empty)
        self._head.setVisible(not is_jobs)
        self._waiting.setVisible(is_jobs)
        self._readiness.setVisible(not is_jobs)
        self._safe.setText(
            self.tr("What is done without a line is kept on this desk and goes out by itself, in its order.")
            if is_jobs
            else self.tr(
                "Nothing is thrown away by itself. One that is refused stops only what depends on it."
            )
        )
        self._show_decision()

    def _show_until(self, shown: SyncPanelShown) -> None:
        text = self.tr("Everything at the counter works until {time}").format(time=shown.ready_until)
        self._until.set(text if shown.ready_until and not shown.is_online else "", Tone.OK, "shield-check")
        self._until.setVisible(bool(self._until.text()) and not self._is_compact)

    def _why(self) -> None:
        """The reason of the chosen entry, or of the first."""
        if not self._list.current_key and self._list.rows.rows:
            self._list.choose(self._list.rows.rows[0].key)
        elif self._list.current_key:
            self.entry_picked.emit(self._list.current_key)

    def _copy_details(self) -> None:
        if self._list.current_key:
            self.details_asked.emit(self._list.current_key)
        else:
            self.refused.emit(self.tr("Choose an entry first."))

    def _picked(self, key: str) -> None:
        self._show_decision()
        self.entry_picked.emit(key)

    def _show_decision(self) -> None:
        key = self._list.current_key
        entry = next((entry for entry in self._shown.entries if entry.key == key), None)
        if entry is not None and entry.state in URGENT:
            reason = ""
        elif any(one.state in URGENT for one in self._shown.entries):
            reason = self.tr("Choose the entry that needs you.")
        else:
            reason = self.tr("Nothing needs a decision.")
        self._decide.set_not_yet(reason)
