"""One pickup in full: head, lines, side, and the action bar that says why something is not possible."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.pickup_views import PickupView
from storedesk.domain import pickup_state
from storedesk.ui.screens.pickups.detail_head import DetailHead
from storedesk.ui.screens.pickups.line_row import LineHead
from storedesk.ui.screens.pickups.line_table import LineTable
from storedesk.ui.screens.pickups.pickup_words import block_text
from storedesk.ui.screens.pickups.side_pane import SidePane
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, hairline, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.text import ElidedText

SIDE_WIDTH = 262


class DetailPane(Panel):
    """Shows a pickup; its buttons are bound by the screen."""

    take_over_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view: PickupView | None = None
        self._compact = False
        self.head = DetailHead()
        self.lines = LineTable()
        self.side = SidePane()
        self._line_head = LineHead()
        self.held = Notice("", "", "user", "warn")
        self.take_over = Button(self.tr("Take over"), Kind.SECOND, "user-check", small=True)
        self.changed = Notice("", "", "refresh", "warn")
        self.problem = Button(self.tr("Problem"), Kind.PROBLEM, "alert-triangle", "problem", Context.PICKUPS)
        self.release = Button(self.tr("Release"), Kind.QUIET, "arrow-back-up")
        self.start = Button(self.tr("Start picking"), Kind.PRIMARY, "progress", "main", Context.PICKUPS)
        self.ready = Button(self.tr("Mark ready"), Kind.SECOND, "package", "second", Context.PICKUPS)
        self.hand_over = Button(self.tr("Hand over"), Kind.SECOND, "hand-grab", "main", Context.PICKUPS)
        self.reason = ElidedText("", "small", "text3")
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "shopping-bag",
            self.tr("No pickup chosen"),
            self.tr("Choose one at the left, or scan it."),
            tone=Tone.INFO,
        )
        self._build()
        self.show_nothing()

    @property
    def document(self) -> str:
        """What Ctrl+P prints for the pickup as it stands."""
        state = self.view.row.state if self.view else ""
        if state in pickup_state.ON_SHELF:
            return "label"
        return "slip" if state == pickup_state.COLLECTED else "pick_list"

    def show_nothing(self) -> None:
        self.view = None
        self._stack.setCurrentWidget(self._empty)

    def show_pickup(self, view: PickupView, changed: str = "") -> None:
        """``changed`` says what somebody else changed while this was open; empty for nothing."""
        same = self.view is not None and self.view.row.fulfilment_id == view.row.fulfilment_id
        self.view = view
        self.head.show_pickup(view, self.document)
        if not same:
            self.lines.close_card()
            self.side.setVisible(not self._compact)
            self._lines_pane.show()
        self.lines.show_lines(view.lines, view.payment.currency)
        self.side.show_pickup(view)
        self._show_notices(view, changed)
        self._show_actions(view)
        self._stack.setCurrentWidget(self._page)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.head.set_compact(compact)
        self.lines.set_compact(compact)
        self._line_head.set_compact(compact)
        self.side.setVisible(not compact)
        self._divider.setVisible(not compact)
        self._lines_pane.show()
        self.side.setMinimumWidth(0 if compact else theme().px(SIDE_WIDTH))
        self.side.setMaximumWidth(16_777_215 if compact else theme().px(SIDE_WIDTH))
        if self.view is not None:
            self.show_pickup(self.view)

    def toggle_details(self) -> None:
        """In a narrow window the side takes the place of the lines and gives it back."""
        if self._compact:
            shown = not self.side.isVisibleTo(self)
            self.side.setVisible(shown)
            self._lines_pane.setVisible(not shown)

    def _build(self) -> None:
        self._lines_pane = QWidget()
        lines = column(self._line_head, spacing=0)
        lines.addWidget(self.lines, 1)
        self._lines_pane.setLayout(lines)
        self._divider = hairline(vertical=True)
        body = row(spacing=0)
        body.addWidget(self._lines_pane, 1)
        body.addWidget(self._divider)
        body.addWidget(self.side)
        held = row(self.held, self.take_over, spacing=8)
        held.setStretch(0, 1)
        notices = column(held, self.changed, spacing=8, margins=(16, 10, 16, 10))
        self._notices = framed(notices, "head")
        bar = row(self.problem, self.release, spacing=10, margins=(16, 12, 16, 12))
        bar.addWidget(self.reason, 1)
        for button in (self.start, self.ready, self.hand_over):
            bar.addWidget(button)
        self.reason.setAlignment(self.reason.alignment().AlignRight | self.reason.alignment().AlignVCenter)
        self._page = QWidget()
        page = column(self.head, self._notices, spacing=0)
        page.addLayout(body, 1)
        page.addWidget(framed(bar, "foot"))
        self._page.setLayout(page)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)
        self.head.details.clicked.connect(lambda: self.toggle_details())
        self.take_over.clicked.connect(lambda: self.take_over_asked.emit())

    def _show_notices(self, view: PickupView, changed: str) -> None:
        held = view.held
        self.held.setVisible(held is not None)
        self.take_over.setVisible(held is not None)
        if held is not None:
            since = moment_text(held.since) if held.since else ""
            words = (
                self.tr("{name} is picking this on {desk} since {time}.")
                if since
                else self.tr("{name} has this.")
            )
            self.held.set_text(words.format(name=held.name or "?", desk=held.desk, time=since))
        self.changed.setVisible(bool(changed))
        if changed:
            self.changed.set_text(changed, self.tr("What you had begun is kept."))
        self._notices.setVisible(held is not None or bool(changed))

    def _show_actions(self, view: PickupView) -> None:
        blocks, state = view.blocks, view.row.state
        inbound = state == pickup_state.INBOUND
        is_new = inbound or ("claim" not in blocks and view.held is None)
        self.start.setVisible(is_new)
        if inbound:
            self.start.set_label(self.tr("Goods are here"), "truck-delivery")
        else:
            self.start.set_label(self.tr("Start picking"), "progress")
        self.release.setVisible("release" not in blocks and not self._compact)
        self.problem.setVisible(state in pickup_state.PICKABLE)
        self.problem.set_not_yet(block_text(blocks.get("short")))
        ready, goes = blocks.get("ready"), blocks.get("hand_over")
        can_be_ready = state in pickup_state.PICKABLE or state in pickup_state.ON_SHELF
        self.ready.setVisible(view.ready_needs_bin or (not is_new and can_be_ready))
        self.ready.set_not_yet(block_text(ready))
        self.hand_over.setVisible(not is_new and state not in pickup_state.FINAL)
        self.hand_over.set_not_yet(block_text(goes))
        self.ready.set_kind(Kind.PRIMARY if ready is None and not is_new else Kind.SECOND)
        self.hand_over.set_kind(Kind.PRIMARY if goes is None and ready is not None else Kind.SECOND)
        why = (
            ""
            if is_new
            else block_text(ready)
            if ready and state in pickup_state.PICKABLE
            else block_text(goes)
        )
        self.reason.setText("" if self._compact else why)
