"""The attention screen: what needs people, and the safe ways to settle each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.actions.pickup_args import AnswerTask
from storedesk.desk.task_views import TaskRow, TaskView
from storedesk.ui.screens.attention.approval_words import APPROVAL_ANSWERS
from storedesk.ui.screens.attention.task_detail import TaskDetail
from storedesk.ui.screens.attention.task_words import (
    answer_text,
    detail_text,
    icon_of,
    title_text,
    to_do_text,
)
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.queue_row import TileDelegate, TileRow
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.tab_strip import Tab, TabStrip
from storedesk.ui.widgets.text import IconLabel, Text

LIST, LIST_COMPACT = 380, 286


class AttentionScreen(Screen):
    """Shows task rows and one ``TaskView``; F9 answers with the chosen card."""

    context = Context.ATTENTION
    perform = Signal(str, object)
    task_wanted = Signal(str)
    pickup_wanted = Signal(str)
    quote_wanted = Signal(str)
    approval_wanted = Signal(object, str)
    """The ``TaskView`` of a quote that waits for a yes, and the answer."""
    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: tuple[TaskRow, ...] = ()
        self._done: tuple[TaskRow, ...] = ()
        self._view: TaskView | None = None
        self._answered: set[str] = set()
        self.tabs = TabStrip()
        self.list = RowList(TileDelegate(), self.tr("Attention"))
        self.detail = TaskDetail()
        self._foot = Text("", "small", "text3", wrap=True)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._empty = EmptyState("circle-check", self.tr("Nothing needs you"),
                                 self.tr("All this desk did was accepted."))  # fmt: skip
        self._error = EmptyState("alert-triangle", "", tone=Tone.BAD)
        self._nothing = EmptyState(
            "inbox", self.tr("Nothing chosen"), self.tr("Choose one at the left."), tone=Tone.INFO
        )
        self._build()
        self._bind()
        self.show_tasks((), ())

    def show_tasks(self, open_: tuple[TaskRow, ...], done: tuple[TaskRow, ...]) -> None:
        self._open, self._done = open_, done
        self._answered &= {task.task_id for task in open_}
        self.tabs.show_tabs(self._tabs())
        self._show_tab()

    def show_task(self, view: TaskView | None) -> None:
        self._view = view
        self._right.setCurrentIndex(1 if view is None else 0)
        if view is not None:
            self.detail.show_task(view)
            self.list.choose(view.row.task_id, tell=False)

    def show_error(self, sentence: str) -> None:
        self._error.show_words(self.tr("Attention cannot be read"), sentence, self.tr("Try again"))
        self._left.setCurrentWidget(self._error)

    def failed(self, task_id: str) -> None:
        """The answer was not saved: it may be given again."""
        self._answered.discard(task_id)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.detail.cards)

    def set_compact(self, compact: bool) -> None:
        self._panel.setFixedWidth(theme().px(LIST_COMPACT if compact else LIST))
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)
        self.detail.set_compact(compact)

    def _build(self) -> None:
        self._panel = Panel()
        self._panel.body.addWidget(framed(row(self.tabs, margins=(12, 8, 12, 8)), "head"))
        for widget in (self.list, self._empty, self._error):
            self._left.addWidget(widget)
        self._panel.body.addWidget(self._left, 1)
        foot = row(IconLabel("player-pause", 16, "text3"), spacing=8, margins=(16, 12, 16, 12))
        foot.addWidget(self._foot, 1)
        self._panel.body.addWidget(framed(foot, "foot"))
        nothing = Panel()
        nothing.body.addWidget(self._nothing)
        self._right.addWidget(self.detail)
        self._right.addWidget(nothing)
        self._layout = row(self._panel, spacing=16, margins=(20, 16, 20, 20))
        self._layout.addWidget(self._right, 1)
        self.setLayout(self._layout)

    def _bind(self) -> None:
        self.tabs.chosen.connect(lambda key: self._show_tab())
        self.list.picked.connect(self.task_wanted)
        self.list.opened.connect(lambda key: self.detail.cards.setFocus(Qt.FocusReason.OtherFocusReason))
        self.detail.cards.confirmed.connect(
            lambda key: self.detail.go.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self.detail.go.clicked.connect(lambda: self._answer())
        self.detail.open_order.clicked.connect(lambda: self._open_order())
        self._error.button.clicked.connect(lambda: self.retry_wanted.emit())
        self.bind("main", self.detail.go)
        self.bind("back", lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        for number, key in enumerate(("open", "done"), 1):
            self.bind(f"tab_{number}", partial(self.tabs.choose, key))

    def _answer(self) -> None:
        """One press is enough: the same task is answered once until the answer is known to have failed."""
        view, choice = self._view, self.detail.cards.current
        if view is None or not choice or view.row.task_id in self._answered:
            return
        found = next(one for one in view.choices if one.key == choice)
        kind, args = found.deed or ("AnswerTask", AnswerTask(view.row.task_id, choice))
        self._answered.add(view.row.task_id)
        if view.approval is not None and choice in APPROVAL_ANSWERS:
            self.approval_wanted.emit(view, choice)
        else:
            self.perform.emit(kind, args)

    def _open_order(self) -> None:
        if self._view is None:
            return
        if self._view.quote_id:
            self.quote_wanted.emit(self._view.quote_id)
        else:
            self.pickup_wanted.emit(self._view.fulfilment_id)

    def _show_tab(self) -> None:
        is_done = self.tabs.current == "done"
        rows = self._done if is_done else self._open
        self.list.show_rows(tuple(_row(task, is_done) for task in rows))
        self._left.setCurrentWidget(self.list if rows else self._empty)
        waiting = self.tr("These %n wait here. Everything else keeps syncing.", "", len(self._open))
        self._foot.setText(waiting if self._open else self.tr("Everything keeps syncing."))
        if self._open:
            self._nothing.show_words(self.tr("Nothing chosen"), self.tr("Choose one at the left."))
        else:
            self._nothing.show_words(
                self.tr("Nothing to decide"), self.tr("What central does not plainly accept shows up here.")
            )

    def _tabs(self) -> tuple[Tab, ...]:
        return (Tab("open", self.tr("Open"), len(self._open)), Tab("done", self.tr("Done lately"), None))


def _row(task: TaskRow, is_done: bool) -> TileRow:
    tone = Tone.NEUTRAL if is_done else Tone.BAD if task.urgent else Tone.WARN
    when = task.answered if is_done and task.answered else task.opened
    detail = answer_text(task) if is_done else detail_text(task)
    todo = "" if is_done else to_do_text(task)
    return TileRow(
        task.task_id, icon_of(task.kind), tone, title_text(task), detail, moment_text(when), todo, is_done
    )
