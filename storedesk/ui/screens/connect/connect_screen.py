"""Connecting a channel in six steps: platform, sign in, check, places, first load, switch on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.protocol.channel_wire import ChannelTold, PlatformTold
from storedesk.ui.screens.connect.check_pane import CheckPane
from storedesk.ui.screens.connect.load_pane import LoadPane
from storedesk.ui.screens.connect.places_pane import PlacesPane
from storedesk.ui.screens.connect.platform_pane import PlatformPane
from storedesk.ui.screens.connect.sign_in_pane import Entered, SignInPane
from storedesk.ui.screens.connect.step_rail import ON_STATES, StepRail
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.tab_strip import Tab, TabStrip
from storedesk.ui.widgets.text import ElidedText, Text

LEFT, RIGHT = 316, 504
CHECK, PLACES, LOAD = "check", "places", "load"


class ConnectScreen(Screen):
    """Shows a ``ChannelTold``; F8 checks, F9 switches on or off, F7 removes, Esc saves and closes."""

    context = Context.CONNECT
    check_wanted = Signal()
    switch_wanted = Signal(bool)
    remove_wanted = Signal()
    close_wanted = Signal()
    linked = Signal(str, str)
    ahead_wanted = Signal(bool)
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: ChannelTold | None = None
        self._platforms: list[PlatformTold] = []
        self._platform = ""
        self._compact, self._busy, self._problem, self._checked = False, "", "", ""
        self.platform_pane, self.sign_in = PlatformPane(), SignInPane()
        self.check_pane, self.places_pane, self.load_pane = CheckPane(), PlacesPane(), LoadPane()
        self._steps = StepRail()
        self._title = Text(self.tr("Add a channel"), "title")
        self._about = ElidedText(self.tr("Nothing is sent to the shop before “Switch on”"), "body", "text3")
        context = Context.CONNECT
        self.close_ = Button(
            self.tr("Save and close"), Kind.SOFT, "device-floppy", "back", context, small=True
        )
        self.remove = Button(
            self.tr("Remove this channel"), Kind.PROBLEM, "plug-connected-x", "problem", context
        )
        self.check = Button(self.tr("Check"), Kind.PRIMARY, "refresh", "second", context)
        self.switch = Button(self.tr("Switch on"), Kind.SECOND, "plug-connected", "main", context)
        self._why = ElidedText("", "small", "text2")
        self._tabs = TabStrip()
        self._build()
        self._bind()
        self.show_told(None)

    @property
    def code(self) -> str:
        """The channel's code once central has it, else empty."""
        return "" if self.told is None or self.told.line is None else self.told.line.code

    @property
    def told_problem(self) -> str:
        """What is said to have gone wrong last; empty for nothing."""
        return self._problem

    def entered(self) -> Entered:
        return self.sign_in.entered()

    def start(self) -> None:
        """Another channel, from the first step on."""
        self.told, self._platform = None, ""
        self._busy = self._problem = self._checked = ""
        self.sign_in.start()
        self.show_told(None)

    def show_told(
        self, told: ChannelTold | None, problem: str = "", busy: str = "", checked: str = ""
    ) -> None:
        """``problem`` and ``busy`` are sentences or empty, ``checked`` says when it was checked."""
        if told is not None:
            self.told = told
            self._platforms = told.platforms
            if told.line is not None:
                self._platform = told.line.platform
            self._checked = checked
        self._problem, self._busy = problem, busy
        self._show()

    def choose_platform(self, name: str) -> None:
        self._platform = name
        self._show()
        if self.sign_in.isVisible():
            self.sign_in.name.setFocus()

    def set_offline(self, sentence: str) -> None:
        """Why nothing can be asked of central now; empty where it can."""
        self.check.set_not_yet(sentence)
        self._offline = sentence
        self._show_buttons()

    def panes(self) -> tuple[QWidget, ...]:
        first = next(iter(self.sign_in.fields.values()), self.sign_in.name)
        return (self.platform_pane.list, first, self.places_pane.first, self.check)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._left.setFixedWidth(theme().px(300 if compact else LEFT))
        self._side.setMinimumWidth(0 if compact else theme().px(RIGHT))
        self._side.setMaximumWidth(16_777_215 if compact else theme().px(RIGHT))
        self._tabs.setVisible(compact)
        self._show_tab(self._tabs.current)

    def _build(self) -> None:
        self._offline = ""
        head = row(self._title, spacing=12)
        head.addWidget(self._about, 1)
        head.addWidget(self.close_)
        steps = framed(row(self._steps, margins=(18, 14, 18, 14)), "panel")
        self._left, self._side = QWidget(), QWidget()
        left = column(self.platform_pane, spacing=14)
        left.addWidget(self.sign_in, 1)
        self._left.setLayout(left)
        side = column(spacing=14)
        side.addWidget(self.places_pane, 1)
        side.addWidget(self.load_pane, 1)
        self._side.setLayout(side)
        tabs = (CHECK, self.tr("Check")), (PLACES, self.tr("Places")), (LOAD, self.tr("First load"))
        self._tabs.show_tabs(tuple(Tab(key, words) for key, words in tabs))
        panes = row(spacing=16)
        panes.addWidget(self.check_pane, 1)
        panes.addWidget(self._side, 1)
        right = column(self._tabs, spacing=8)
        right.addLayout(panes, 1)
        body = row(self._left, spacing=16)
        body.addLayout(right, 1)
        foot = row(self.remove, spacing=10, margins=(16, 12, 16, 12))
        foot.addWidget(self._why, 1)
        foot.addWidget(self.check)
        foot.addWidget(self.switch)
        self._layout = column(head, steps, spacing=14, margins=(20, 16, 20, 20))
        self._layout.addLayout(body, 1)
        self._layout.addWidget(framed(foot, "panel"))
        self.setLayout(self._layout)

    def _bind(self) -> None:
        self.platform_pane.taken.connect(self.choose_platform)
        self.sign_in.changed.connect(self._show_buttons)
        self.sign_in.finished.connect(self.check.setFocus)
        QWidget.setTabOrder(self.platform_pane.list, self.sign_in.name)
        self.places_pane.chosen.connect(self.linked)
        self.load_pane.ahead_wanted.connect(self.ahead_wanted)
        self.load_pane.ahead.refused.connect(self.refused)
        self.check_pane.copied.connect(self.copied)
        self._tabs.chosen.connect(self._show_tab)
        self.check.clicked.connect(lambda: self.check_wanted.emit())
        self.switch.clicked.connect(lambda: self.switch_wanted.emit(not self._is_on))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit())
        self.close_.clicked.connect(lambda: self.close_wanted.emit())
        for action, button in (
            ("second", self.check), ("main", self.switch), ("problem", self.remove), ("back", self.close_),
        ):  # fmt: skip
            self.bind(action, button)
        for number, key in enumerate((CHECK, PLACES, LOAD), 1):
            self.bind(f"tab_{number}", partial(self._tabs.choose, key))

    @property
    def _is_on(self) -> bool:
        return self.told is not None and self.told.line is not None and self.told.line.state in ON_STATES

    def _show(self) -> None:
        line = None if self.told is None else self.told.line
        self._title.setText(self.tr("Add a channel") if line is None else line.name)
        self.platform_pane.show_platforms(self._platforms, self._platform, line is not None)
        platform = next((one for one in self._platforms if one.name == self._platform), None)
        self.sign_in.setVisible(platform is not None)
        if platform is not None:
            self.sign_in.show_platform(platform, line)
        self.check_pane.show_told(self.told, self._problem, self._busy, self._checked)
        self.places_pane.show_told(self.told)
        self.load_pane.show_told(self.told)
        title = "" if platform is None else platform.title
        self._steps.show_told(self.told, title)
        self._show_buttons()

    def _show_buttons(self) -> None:
        line = None if self.told is None else self.told.line
        blocked = "" if self._is_on else self._steps.blocked_text(self.told)
        again = self.told is not None and self.told.checked_at is not None
        self.check.set_label(self.tr("Check again") if again else self.tr("Check"))
        self.check.set_busy(self._busy)
        typed = self.sign_in.entered()
        missing = (
            "" if typed.platform and typed.code else self.tr("Choose a platform, then give it a short code.")
        )
        self.check.set_not_yet(self._offline or missing)
        self.switch.set_label(self.tr("Switch off") if self._is_on else self.tr("Switch on"))
        self.switch.set_not_yet(self._offline or blocked)
        self.switch.set_kind(Kind.SECOND if self._is_on or blocked else Kind.PRIMARY)
        self.check.set_kind(Kind.PRIMARY if blocked else Kind.SECOND)
        self.remove.setVisible(line is not None)
        self.remove.set_not_yet(self._offline)
        self._why.setText(
            self._offline or (self.tr("Switch on: {why}").format(why=blocked) if blocked else "")
        )

    def _show_tab(self, key: str) -> None:
        wide = not self._compact
        self.check_pane.setVisible(wide or key == CHECK)
        self._side.setVisible(wide or key != CHECK)
        self.places_pane.setVisible(wide or key == PLACES)
        self.load_pane.setVisible(wide or key == LOAD)
