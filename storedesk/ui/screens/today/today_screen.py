"""The board of the day: tiles, what to do next, the shelf by age, and what needs people."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.task_views import TaskRow
from storedesk.desk.today_views import TileKind, TodayView
from storedesk.ui.screens.attention.task_words import detail_text, icon_of, title_text, to_do_text
from storedesk.ui.screens.pickups.pickup_words import due_words
from storedesk.ui.screens.today.next_row import NextDelegate, next_row
from storedesk.ui.screens.today.shelf_bars import ShelfBars
from storedesk.ui.screens.today.tile_button import TileButton
from storedesk.ui.screens.today.today_words import TileWords, doors_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import long_day_text, moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import PageTitle, Panel
from storedesk.ui.widgets.queue_row import TileDelegate, TileRow
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.text import ElidedText, Text

SIDE, SIDE_COMPACT = 424, 330


class TodayScreen(Screen):
    """Shows a ``TodayView``; choosing a row or a tile asks for its pickup or task."""

    context = Context.TODAY
    pickup_wanted = Signal(str)
    task_wanted = Signal(str)
    """The id of a task; empty for all that need attention."""
    pickups_wanted = Signal()
    late_wanted = Signal(str)
    """A pickup among those to call."""
    retry_wanted = Signal()
    day_wanted = Signal(str)
    """``open``, ``shift`` or ``close``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: TodayView | None = None
        self.doors = ElidedText("", "small", "text3")
        self.shift = Button(self.tr("Change of shift"), Kind.SECOND, "users", "second", self.context)
        self.day = Button(self.tr("Open the day"), Kind.SECOND, "calendar", "main", self.context)
        self.head = PageTitle("", self.doors, right=(self.shift, self.day))
        self.tiles = {kind: TileButton(number, kind) for number, kind in enumerate(TileKind, 1)}
        self._delegate = NextDelegate()
        self.list = RowList(self._delegate, self.tr("Do next"))
        self.tasks = RowList(TileDelegate(), self.tr("Needs your attention"))
        self.bars = ShelfBars()
        self._parcels = Text("", "small", "text3")
        self.overdue = Button("", Kind.QUIET, "archive", small=True)
        self._all = Button(self.tr("All pickups"), Kind.QUIET, small=True)
        self._all_tasks = Button(self.tr("Open all"), Kind.QUIET, small=True)
        self._rows, self._waiting = QStackedWidget(), QStackedWidget()
        self._empty = EmptyState("circle-check", "")
        self._error = EmptyState("alert-triangle", "", tone=Tone.BAD)
        self._calm = Text(self.tr("Nothing needs you"), "small", "text3")
        self._build()
        self._bind()
        self._empty.show_words(self.tr("Opening the board"))
        self._rows.setCurrentWidget(self._empty)

    def show_today(self, view: TodayView) -> None:
        self.view = view
        self.head.title.setText(long_day_text(view.day))
        self.doors.setText(doors_text(view))
        is_open = view.day_state == "opened"
        self.shift.setVisible(is_open)
        self.day.set_label(self.tr("Close the day") if is_open else self.tr("Open the day"))
        for tile in view.tiles:
            self.tiles[tile.kind].show_tile(tile)
        self.list.show_rows(tuple(next_row(pickup) for pickup in view.do_next))
        self._empty.show_words(self.tr("Nothing to pick"), self.tr("New orders show up here by themselves."))
        self._rows.setCurrentWidget(self.list if view.do_next else self._empty)
        self.bars.show_bars(view.shelf.bars)
        self._parcels.setText(TileWords().parcels(view.shelf.parcels))
        overdue = view.shelf.overdue
        self.overdue.setVisible(overdue is not None)
        if overdue is not None:
            self.overdue.set_label(f"{overdue.order_number} · {due_words(overdue.due)[0]}")
        self.tasks.show_rows(tuple(_task_row(task) for task in view.tasks))
        self._waiting.setCurrentWidget(self.tasks if view.tasks else self._calm)

    def show_error(self, sentence: str) -> None:
        self._error.show_words(self.tr("The board cannot be read"), sentence, self.tr("Try again"))
        self._rows.setCurrentWidget(self._error)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.tasks)

    def set_compact(self, compact: bool) -> None:
        self._delegate.compact = compact
        self._side.setFixedWidth(theme().px(SIDE_COMPACT if compact else SIDE))
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)

    def _build(self) -> None:
        following = Panel(self.tr("Do next"), self.tr("soonest promise first"), (self._all,))
        for widget in (self.list, self._empty, self._error):
            self._rows.addWidget(widget)
        following.body.addWidget(self._rows, 1)
        shelf = Panel(self.tr("On the shelf, by age"), "", (self._parcels,))
        shelf.body.addWidget(self.bars)
        shelf.body.addLayout(row(self.overdue, None, margins=(8, 0, 8, 8)))
        attention = Panel(self.tr("Needs your attention"), "", (self._all_tasks,))
        self._calm.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._calm.setContentsMargins(16, 12, 16, 12)
        for waiting in (self.tasks, self._calm):
            self._waiting.addWidget(waiting)
        attention.body.addWidget(self._waiting, 1)
        self._side = QWidget()
        right = column(shelf, spacing=16)
        right.addWidget(attention, 1)
        self._side.setLayout(right)
        tiles = row(spacing=12)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        work = row(spacing=16)
        work.addWidget(following, 1)
        work.addWidget(self._side)
        self._layout = column(self.head, tiles, spacing=16, margins=(20, 16, 20, 20))
        self._layout.addLayout(work, 1)
        self.setLayout(self._layout)

    def _bind(self) -> None:
        self.list.opened.connect(self.pickup_wanted)
        self.list.clicked.connect(lambda index: self.pickup_wanted.emit(self.list.current_key))
        self.tasks.opened.connect(self.task_wanted)
        self.tasks.clicked.connect(lambda index: self.task_wanted.emit(self.tasks.current_key))
        self.overdue.clicked.connect(lambda: self._open_overdue())
        self._all.clicked.connect(lambda: self.pickups_wanted.emit())
        self._all_tasks.clicked.connect(lambda: self.task_wanted.emit(""))
        self._error.button.clicked.connect(lambda: self.retry_wanted.emit())
        self.shift.clicked.connect(lambda: self.day_wanted.emit("shift"))
        self.day.clicked.connect(lambda: self.day_wanted.emit("close" if self.shift.isVisible() else "open"))
        self.bind("main", self.day)
        self.bind("second", self.shift)
        self.shift.hide()
        for number, (kind, tile) in enumerate(self.tiles.items(), 1):
            tile.clicked.connect(partial(self._open_tile, kind))
            self.bind(f"tab_{number}", partial(self._open_tile, kind))

    def _open_tile(self, kind: TileKind) -> None:
        """The first of what the tile counts; where it counts nothing, the reason."""
        first = self.tiles[kind].tile.first
        if kind is TileKind.ATTENTION:
            self.task_wanted.emit("")
        elif first and kind is TileKind.LAST_DAY:
            self.late_wanted.emit(first)
        elif first:
            self.pickup_wanted.emit(first)
        else:
            self.refused.emit(self.tr("There is nothing of this now."))

    def _open_overdue(self) -> None:
        if self.view is not None and self.view.shelf.overdue is not None:
            self.late_wanted.emit(self.view.shelf.overdue.fulfilment_id)


def _task_row(task: TaskRow) -> TileRow:
    tone = Tone.BAD if task.urgent else Tone.WARN
    when = moment_text(task.opened)
    return TileRow(
        task.task_id, icon_of(task.kind), tone, title_text(task), detail_text(task), when, to_do_text(task)
    )
