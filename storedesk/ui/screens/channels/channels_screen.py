"""The channels screen: how each shop is, what it shows beside what it should, why, and the repair."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.actions.channel_args import AskChannelCheck, RepairDifference
from storedesk.desk.channel_views import ChannelsView, FigureView, ItemRow
from storedesk.domain.differences import FIELDS
from storedesk.ui.screens.channels.channel_cards import ChannelCards
from storedesk.ui.screens.channels.channel_words import field_name
from storedesk.ui.screens.channels.difference_pane import DifferencePane
from storedesk.ui.screens.channels.difference_table import DifferenceTable
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.meter import Skeleton
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.tab_strip import Tab
from storedesk.ui.widgets.text import ElidedText, Text

SIDE = 368
ALL, FAULTS, TREND, DETAILS = "all", "faults", "trend", "details"
STALE_MS = 30 * 60_000


class ChannelsScreen(Screen):
    """Shows a ``ChannelsView``; F9 sends ours again, F8 for all of the cause, F7 takes theirs, F5 checks now."""

    context = Context.CHANNELS
    perform = Signal(str, object)
    """Kind and arguments of an action."""
    retry_wanted = Signal()
    routing_wanted = Signal()
    add_wanted = Signal()
    setup_wanted = Signal(int)
    """The number of the channel whose connection is to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ChannelsView()
        self._channel = 0
        self._chosen: dict[str, int] = {}
        self._compact, self._before = False, ALL
        self._about, self._stale = ElidedText("", "body", "text3"), Chip()
        self.check = Button(
            self.tr("Check now"), Kind.SOFT, "refresh", "sync_now", Context.CHANNELS, small=True
        )
        self.check.setObjectName("check_now")
        self.routing = Button(
            self.tr("Routing"), Kind.SOFT, "hierarchy", "go_routing", Context.CHANNELS, small=True
        )
        self.routing.hide()
        self.add = Button(
            self.tr("Add a channel"), Kind.SOFT, "plus", "add_line", Context.CHANNELS, small=True
        )
        self.setup = Button(
            self.tr("Connection"), Kind.SOFT, "plug-connected", "channel_setup", Context.CHANNELS, small=True
        )
        self._may_connect = False
        self.cards = ChannelCards()
        self.table = DifferenceTable()
        self.side = DifferencePane()
        self._nothing = Panel()
        self._nothing_words = EmptyState("circle-check", " ", " ")
        self._beside, self._pages = QStackedWidget(), QStackedWidget()
        self._message = EmptyState("radar", " ", " ", tone=Tone.INFO)
        self._build()
        self._bind()
        self.show_loading()

    def show_channels(self, view: ChannelsView, now: int) -> None:
        """``now`` (UTC ms) tells how old the check is."""
        self.view = view
        if not view.cards:
            words = self.tr("Orders from the counter work without one.")
            add = self.tr("Add a channel") if self._may_connect else ""
            self._message.show_words(self.tr("No channel yet."), words, add)
            self._show_message()
            return
        self._pages.setCurrentIndex(0)
        self._show_check(view, now)
        self.cards.show_cards(view.cards)
        if self._channel not in {card.channel_id for card in view.cards}:
            self._channel = 0
        self._show_rows()

    def show_loading(self) -> None:
        """Until the first rows have come."""
        self._pages.setCurrentIndex(2)

    def show_error(self, sentence: str) -> None:
        self._message.show_words(self.tr("The channels cannot be read"), sentence, self.tr("Try again"))
        self._show_message()

    def set_blocked(self, repair: str, check: str) -> None:
        """Why nothing can be repaired or checked from here just now; empty where it can."""
        self.side.set_blocked(repair)
        self.check.set_not_yet(check)

    def set_may_connect(self, may: bool) -> None:
        """Who may not connect channels sees nothing of it."""
        self._may_connect = may
        self.add.setVisible(may)
        self.setup.setVisible(may)

    @property
    def figure(self) -> FigureView | None:
        """The difference that F9 is about."""
        return self.side.figure if self._beside.currentWidget() is self.side else None

    def show_tab(self, key: str) -> None:
        self.table.tabs.choose(key)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.table.current, self.side.push, self.table.tabs)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)
        self._body.setSpacing(12 if compact else 16)
        self.cards.set_compact(compact)
        self.side.set_compact(compact)
        if compact:
            self.table.details.addWidget(self._beside)
            self._beside.setMinimumWidth(0)
            self._beside.setMaximumWidth(16_777_215)
        else:
            self._body.addWidget(self._beside)
            self._beside.setFixedWidth(theme().px(SIDE))
            if self.table.tabs.current == DETAILS:
                self.table.tabs.choose(self._before)
        self._beside.show()
        self._show_rows()

    def _build(self) -> None:
        head = row(Text(self.tr("Differences"), "title"), spacing=12)
        head.addWidget(self._about, 1)
        head.addWidget(self._stale)
        for button in (self.routing, self.setup, self.add, self.check):
            head.addWidget(button)
        self.set_may_connect(False)
        self._nothing.body.addWidget(self._nothing_words)
        for page in (self.side, self._nothing):
            self._beside.addWidget(page)
        self._body = row(spacing=16)
        self._body.addWidget(self.table, 1)
        self._body.addWidget(self._beside)
        self._beside.setFixedWidth(theme().px(SIDE))
        whole = QWidget()
        whole.setProperty("role", "clear")
        parts = column(self.cards, spacing=14)
        parts.addLayout(self._body, 1)
        whole.setLayout(parts)
        empty, waits = Panel(), Panel()
        empty.body.addWidget(self._message)
        waits.body.addWidget(Skeleton(9, 54))
        waits.body.addStretch(1)
        for widget in (whole, empty, waits):
            self._pages.addWidget(widget)
        self._layout = column(head, spacing=14, margins=(20, 16, 20, 20))
        self._layout.addWidget(self._pages, 1)
        self.setLayout(self._layout)

    def _bind(self) -> None:
        self.cards.chosen.connect(self._choose_channel)
        self.table.tabs.chosen.connect(self._tab_chosen)
        self.table.order.chosen.connect(lambda key: self._show_rows())
        self.table.list.picked.connect(lambda key: self._show_side())
        self.table.list.opened.connect(lambda key: self._open())
        self.table.list.stepped.connect(self._step)
        self.table.all_channels.clicked.connect(lambda: self._choose_channel(0))
        self.routing.clicked.connect(lambda: self.routing_wanted.emit())
        self._message.button.clicked.connect(self._message_pressed)
        self.add.clicked.connect(lambda: self.add_wanted.emit())
        self.setup.clicked.connect(self._set_up)
        self.bind("add_line", self.add)
        self.bind("channel_setup", self.setup)
        self.check.clicked.connect(lambda: self.perform.emit("AskChannelCheck", AskChannelCheck(0)))
        self.side.push.clicked.connect(lambda: self._repair("push", False))
        self.side.all.clicked.connect(lambda: self._repair("push", True))
        self.side.take.clicked.connect(lambda: self._repair("take_theirs", False))
        for button in (self.side.push, self.side.all, self.side.take):
            button.refused.connect(self.refused)
        self.bind("sync_now", self.check)
        self.bind("main", partial(self._press, self.side.push))
        self.bind("second", partial(self._press, self.side.all))
        self.bind("problem", partial(self._press, self.side.take))
        self.bind("back", self._back)
        for number in range(1, 10):
            self.bind(f"tab_{number}", partial(self._nth_tab, number))

    def _message_pressed(self) -> None:
        is_empty = (
            self._may_connect
            and not self.view.cards
            and self._message.heading.text() == self.tr("No channel yet.")
        )
        (self.add_wanted if is_empty else self.retry_wanted).emit()

    def _set_up(self) -> None:
        """The channel whose card is chosen, or the only one, or that of the chosen difference."""
        only = self.view.cards[0].channel_id if len(self.view.cards) == 1 else 0
        channel = self._channel or only or (0 if self.figure is None else self.figure.channel_id)
        if channel:
            self.setup_wanted.emit(channel)
        else:
            self.refused.emit(self.tr("Choose a channel above first."))

    def _press(self, button: Button) -> None:
        """Also while the pane is behind another tab: the chosen difference is meant."""
        if self.figure is None:
            self.refused.emit(self.tr("No difference is chosen."))
        else:
            button.press()

    def _repair(self, how: str, all_alike: bool) -> None:
        figure = self.figure
        if figure is not None:
            args = RepairDifference(figure.difference_id, how, all_alike)  # type: ignore[arg-type]
            self.perform.emit("RepairDifference", args)

    def _show_check(self, view: ChannelsView, now: int) -> None:
        if view.is_asked:
            self._about.setText(self.tr("Central checks each shop now."))
        elif view.checked is None:
            self._about.setText(self.tr("central against each shop, not checked yet"))
        else:
            at = moment_text(view.checked)
            self._about.setText(self.tr("central against each shop, checked {time}").format(time=at))
        old = view.checked is not None and now - view.checked.at > STALE_MS and not view.is_asked
        self._stale.setVisible(old)
        if view.checked is not None:
            time = moment_text(view.checked)
            self._stale.set(self.tr("as of {time}").format(time=time), Tone.WARN, "clock-exclamation")

    def _show_message(self) -> None:
        self._about.setText("")
        self._stale.hide()
        self._pages.setCurrentIndex(1)

    def _items(self, field: str) -> tuple[ItemRow, ...]:
        """Those of the chosen channel and field, in the chosen order."""
        found = [
            item
            for item in self.view.items
            if field in (ALL, item.field)
            and (not self._channel or any(one.channel_id == self._channel for one in item.figures))
        ]
        if self.table.order.current == "newest":
            found.sort(key=lambda item: (-item.since, item.key))
        return tuple(found)

    def _show_rows(self) -> None:
        names = {card.channel_id: card.name for card in self.view.cards}
        self.table.show_tabs(self._tabs())
        tab = self.table.tabs.current
        items = self._items(tab if tab in FIELDS else ALL)
        channels = tuple(
            (card.channel_id, card.name)
            for card in sorted(self.view.cards, key=lambda card: (card.channel_id != self._channel, -card.differing))
            if not self._channel or card.channel_id == self._channel or self.view.items
        )  # fmt: skip
        self.table.show_items(items, channels, names.get(self._channel, ""), self.view.more)
        self.table.show_faults(self.view.faults)
        self.table.trend.show_trends(self.view.trends)
        if items and not self.table.list.current_key:
            self.table.list.choose(items[0].key, tell=False)
        self.table.show_page(tab, bool(items))
        self.cards.setVisible(tab != DETAILS)
        self._show_side()

    def _tabs(self) -> tuple[Tab, ...]:
        tabs = [Tab(ALL, self.tr("All"), len(self._items(ALL)))]
        for field in FIELDS:
            count = len(self._items(field))
            if count:
                tabs.append(Tab(field, field_name(field), count))
        tabs.append(Tab(FAULTS, self.tr("Product data"), len(self.view.faults)))
        tabs.append(Tab(TREND, self.tr("90 days")))
        if self._compact:
            tabs.insert(1, Tab(DETAILS, self.tr("Details")))
        return tuple(tabs)

    def _show_side(self) -> None:
        key = self.table.list.current_key
        item = next((one for one in self.view.items if one.key == key), None)
        if item is None or not self.table.has_rows:
            self._say_nothing()
            return
        wanted = self._chosen.get(key) or self._channel
        figure = next((one for one in item.figures if one.channel_id == wanted), item.figures[0])
        self.side.show_difference(item, figure)
        self._beside.setCurrentWidget(self.side)

    def _say_nothing(self) -> None:
        if self.view.items:
            self._nothing_words.show_words(self.tr("Nothing chosen"), self.tr("Choose one at the left."))
        else:
            self._nothing_words.show_words(
                self.tr("Every shop shows what it should"), self.tr("Central goes on comparing by itself.")
            )
        self._beside.setCurrentWidget(self._nothing)

    def _tab_chosen(self, key: str) -> None:
        if key != DETAILS:
            self._before = key
        self._show_rows()

    def _choose_channel(self, channel_id: int) -> None:
        """A second press shows all of them again."""
        self._channel = 0 if channel_id == self._channel else channel_id
        self._show_rows()

    def _step(self, step: int) -> None:
        item, figure = self.side.item, self.figure
        if item is None or figure is None:
            return
        ids = [one.channel_id for one in item.figures]
        self._chosen[item.key] = ids[(ids.index(figure.channel_id) + step) % len(ids)]
        self._show_side()

    def _open(self) -> None:
        if self._compact:
            self.table.tabs.choose(DETAILS)
        self.side.push.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self.table.tabs.current == DETAILS:
            self.table.tabs.choose(self._before)
        elif self._channel:
            self._choose_channel(0)
        self.table.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nth_tab(self, number: int) -> None:
        tabs = self._tabs()
        if number <= len(tabs):
            self.table.tabs.choose(tabs[number - 1].key)
