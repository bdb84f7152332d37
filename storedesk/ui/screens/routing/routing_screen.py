"""The Routing screen: the rules by which orders find their place, a draft beside them, and what it would do."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.routing_views import RoutingView, SetView
from storedesk.domain.routing_rules import RuleSet
from storedesk.ui.screens.routing.rules_pane import RulesPane
from storedesk.ui.screens.routing.what_if_pane import WhatIfPane
from storedesk.ui.screens.routing.why_pane import WhyPane
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.meter import Skeleton
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.tab_strip import Tab, TabStrip
from storedesk.ui.widgets.text import ElidedText, Text

USED, DRAFT = "used", "draft"
WHY, WHAT_IF = "why", "what_if"
LEFT, LEFT_COMPACT, WHAT_IF_HEIGHT = 336, 276, 276


class RoutingScreen(Screen):
    """Shows a ``RoutingView``; what is done to rules is the control's, which keeps it as the draft."""

    context = Context.ROUTING
    use_wanted = Signal(object)
    """The draft, as a SetView."""
    drop_wanted = Signal(object)
    what_if_wanted = Signal()
    history_wanted = Signal()
    back_wanted = Signal()
    shown_changed = Signal()
    """The other set is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: RoutingView | None = None
        self._blocked = self._no_line = ""
        self._chip, self._about = Chip("", Tone.BUSINESS, "versions"), ElidedText("", "body", "text3")
        self.switch = SegmentedChoice((Segment(USED, "-"), Segment(DRAFT, "-")))
        self.switch.setObjectName("routing_set")
        self.history = Button(self.tr("History"), Kind.SOFT, "history", "sets", Context.ROUTING)
        self.rules, self.why, self.what_if = RulesPane(), WhyPane(), WhatIfPane()
        self.tabs = TabStrip((Tab(WHY, self.tr("Why this store?")), Tab(WHAT_IF, self.tr("What if"))))
        self.throw = Button(self.tr("Throw draft away"), Kind.PROBLEM, "x", "problem", Context.ROUTING)
        self.replay = Button(self.tr("Run “what if”"), Kind.SECOND, "chart-bar", "second", Context.ROUTING)
        self.use = Button(self.tr("Use draft"), Kind.PRIMARY, "check", "main", Context.ROUTING)
        self._when = Text("", "label", "text3", 400, wrap=True)
        self._pages = QStackedWidget()
        self._compact = False
        self._had_draft: bool | None = None
        self._build()
        self._bind()
        self._pages.setCurrentIndex(1)

    @property
    def shown(self) -> SetView | None:
        """The set on the screen: the draft where it is chosen and there is one."""
        if self.view is None:
            return None
        return self.view.draft if self.is_draft and self.view.draft is not None else self.view.used

    @property
    def is_draft(self) -> bool:
        return self.switch.current == DRAFT

    def show_routing(self, view: RoutingView, pending: RuleSet | None = None, trouble: str = "") -> None:
        """``pending`` are rules of the draft that are just being kept; ``trouble`` why they cannot be."""
        first = self.view is None
        self.view = view
        self._pages.setCurrentIndex(0)
        if first and view.draft is not None:
            self.switch.choose(DRAFT)
        number = view.next_number
        self.switch.show_segments(
            (
                Segment(USED, self.tr("In use, {number}").format(number=view.used.number)),
                Segment(DRAFT, self.tr("Draft {number}").format(number=number)),
            )
        )
        self._show_head(view, number)
        self._show_rules(view, pending, trouble)
        self._show_foot(view, number)

    def show_draft(self) -> None:
        self.switch.choose(DRAFT)

    def set_blocked(self, change: str, ask: str) -> None:
        """Why nothing can be changed, or central not be asked, just now; empty where it can."""
        self._blocked, self._no_line = change, ask
        self.rules.add.set_not_yet(change)
        if self.view is not None:
            self._show_foot(self.view, self.view.next_number)

    @property
    def blocked(self) -> str:
        return self._blocked

    def panes(self) -> tuple[QWidget, ...]:
        right = (self.why.number, self.why.table) if not self.why.isHidden() else (self.tabs,)
        return (self.rules.list, *right, self.switch, self.replay)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self.what_if.set_compact(compact)
        self.rules.set_compact(compact)
        side = 8 if compact else 16
        self._foot.setContentsMargins(side, 8, side, 8)
        self._right.setStretchFactor(self.what_if, 1 if compact else 0)
        self.rules.setFixedWidth(theme().px(LEFT_COMPACT if compact else LEFT))
        self._when.setVisible(not compact)
        self.what_if.setMinimumHeight(0 if compact else theme().px(WHAT_IF_HEIGHT))
        self.what_if.setMaximumHeight(16_777_215 if compact else theme().px(WHAT_IF_HEIGHT))
        self.tabs.setVisible(compact)
        self._show_right()

    def show_tab(self, key: str) -> None:
        """Only where both panes do not stand below each other."""
        self.tabs.choose(key)

    def _build(self) -> None:
        head = row(Text(self.tr("Routing"), "title"), self._chip, spacing=12)
        head.addWidget(self._about, 1)
        head.addWidget(self.switch)
        head.addWidget(self.history)
        right = self._right = column(self.tabs, spacing=12)
        right.addWidget(self.why, 1)
        right.addWidget(self.what_if)
        foot = self._foot = row(spacing=10, margins=(16, 8, 16, 8))
        foot.addWidget(self._when, 1)
        foot.addStretch(0)
        for button in (self.throw, self.replay, self.use):
            foot.addWidget(button)
        bar = Panel()
        bar.body.addLayout(foot)
        right.addWidget(bar)
        body = row(self.rules, spacing=16)
        body.addLayout(right, 1)
        whole, waits = QWidget(), Panel()
        whole.setProperty("role", "clear")
        whole.setLayout(body)
        waits.body.addWidget(Skeleton(9, 54))
        waits.body.addStretch(1)
        self._pages.addWidget(whole)
        self._pages.addWidget(waits)
        self._layout = column(head, spacing=14, margins=(20, 16, 20, 20))
        self._layout.addWidget(self._pages, 1)
        self.setLayout(self._layout)
        self.tabs.hide()

    def _bind(self) -> None:
        self.switch.chosen.connect(lambda key: self._switched())
        self.tabs.chosen.connect(lambda key: self._show_right())
        self.use.clicked.connect(lambda: self._emit_draft(self.use_wanted))
        self.throw.clicked.connect(lambda: self._emit_draft(self.drop_wanted))
        self.replay.clicked.connect(self._what_if)
        self.history.clicked.connect(lambda: self.history_wanted.emit())
        for action, button in (
            ("main", self.use), ("second", self.replay), ("problem", self.throw), ("sets", self.history),
            ("add_line", self.rules.add),
        ):  # fmt: skip
            self.bind(action, button)
        self.bind("why", self._why)
        self.bind("rule_up", partial(self.rules.move_chosen, -1))
        self.bind("rule_down", partial(self.rules.move_chosen, 1))
        self.bind("other_set", lambda: self.switch.choose(USED if self.is_draft else DRAFT))
        self.bind("back", self._back)

    def _show_head(self, view: RoutingView, number: int) -> None:
        draft = view.draft is not None
        self._chip.set(self.tr("Draft {number}").format(number=number), Tone.BUSINESS, "versions")
        self._chip.setVisible(draft)
        if view.used.since is None:
            words = self.tr("set {number} is in use").format(number=view.used.number)
        else:
            since = moment_text(view.used.since)
            words = self.tr("set {number} is in use since {time}").format(number=view.used.number, time=since)
        self._about.setText(words if view.used.text else f"{words}, {self.tr('the usual rules')}")

    def _show_rules(self, view: RoutingView, pending: RuleSet | None, trouble: str) -> None:
        shown = self.shown or view.used
        rules = pending if pending is not None and self.is_draft else shown.rules
        self.rules.show_rules(rules, view.places, view.channels, trouble or shown.trouble)

    def _show_foot(self, view: RoutingView, number: int) -> None:
        missing = "" if view.draft else self.tr("There is no draft. Change a rule, and one begins.")
        self.use.set_label(self.tr("Use draft {number}").format(number=number))
        self.use.set_not_yet(self._blocked or missing)
        self.throw.set_not_yet(self._blocked or missing)
        self.replay.set_not_yet(self._blocked or self._no_line or missing)
        self.why.number.setEnabled(not self._no_line)
        if self._had_draft is not (view.draft is not None):
            self._had_draft = view.draft is not None
            self.what_if.show_ready(self._had_draft)
        words = self.tr("Starts with the next order. One press goes back to set {number}.")
        self._when.setText(words.format(number=view.used.number))

    def _show_right(self) -> None:
        both = not self._compact
        self.why.setVisible(both or self.tabs.current == WHY)
        self.what_if.setVisible(both or self.tabs.current == WHAT_IF)

    def _switched(self) -> None:
        if self.view is not None:
            self.show_routing(self.view)
            self.shown_changed.emit()

    def _emit_draft(self, signal: object) -> None:
        if self.view is not None and self.view.draft is not None:
            signal.emit(self.view.draft)  # type: ignore[attr-defined]

    def _what_if(self) -> None:
        self.tabs.choose(WHAT_IF)
        self.what_if_wanted.emit()

    def _why(self) -> None:
        self.tabs.choose(WHY)
        if self._no_line:
            self.refused.emit(self._no_line)
        elif self.why.number.hasFocus():
            self.why.ask()
        else:
            self.why.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.why.number.selectAll()

    def _back(self) -> None:
        """From a field to the rules, from there to the channels."""
        if self.rules.list.hasFocus():
            self.back_wanted.emit()
        else:
            self.rules.list.setFocus(Qt.FocusReason.OtherFocusReason)
