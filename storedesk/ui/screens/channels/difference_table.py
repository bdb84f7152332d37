"""The panel in the middle: differences by item, faults of product data, ninety days."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from storedesk.desk.channel_views import FaultRow, ItemRow
from storedesk.ui.screens.channels.difference_rows import (
    DifferenceDelegate,
    DifferenceHead,
    DifferenceList,
    DifferenceRow,
    FaultDelegate,
    FaultLine,
    draw_off,
)
from storedesk.ui.screens.channels.trend_pane import TrendPane
from storedesk.ui.texts.counter_formats import items_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.drawing import LEFT, smooth, words
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.tab_strip import Tab, TabStrip
from storedesk.ui.widgets.text import Text


class Legend(QWidget):
    """What the two colours mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = (
            ("83", "+3", True, self.tr("too many, may oversell")),
            ("49", "−2", False, self.tr("too few, lost sales")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(f"{off}: {text}" for _, off, _, text in self._texts))

    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        left = 0
        for shown, off, too_many, text in self._texts:
            room = QRect(left, 0, max(0, self.width() - left), self.height())
            left += draw_off(painter, room, shown, off, too_many, LEFT) + 8
            room = QRect(left, 0, max(0, self.width() - left), self.height())
            left += words(painter, room, text, theme().font("small"), "text2") + 24


class DifferenceTable(Panel):
    """``list`` holds the items, ``faults`` the articles whose data lack something; ``details`` is a free page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.has_rows = False
        self._count, self._filter = Chip("", Tone.WARN), Chip("", Tone.INFO, "filter")
        self.all_channels = Button(self.tr("All shops"), Kind.QUIET, "x", small=True)
        self.order = SegmentedChoice(
            (Segment("risk", self.tr("Risk first")), Segment("newest", self.tr("Newest"))), small=True
        )
        self.tabs = TabStrip()
        self.list = DifferenceList(DifferenceDelegate(), self.tr("Differences by item"))
        self.list.setObjectName("differences")
        self.faults = RowList(FaultDelegate(), self.tr("Product data"))
        self.faults.setObjectName("product_faults")
        self._head = DifferenceHead(self.list)
        self.trend = TrendPane()
        self._stack, self._more = QStackedWidget(), Text("", "small", "text3")
        self._empty = EmptyState("circle-check", " ", " ")
        self._details = QWidget()
        self.details: QVBoxLayout = column(spacing=0)
        self._build()

    @property
    def current(self) -> QWidget:
        """What is shown of the lists."""
        return self.faults if self._stack.currentWidget() is self.faults else self.list

    def show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        self.tabs.show_tabs(tabs)

    def show_items(
        self, items: tuple[ItemRow, ...], channels: tuple[tuple[int, str], ...], only: str, more: int
    ) -> None:
        """``only`` names the channel that alone is shown, ``more`` counts differences that no desk holds."""
        self.has_rows = bool(items)
        self._head.show_channels(tuple(name for _, name in channels))
        self.list.show_rows(tuple(DifferenceRow(item, channels) for item in items))
        self._count.set(items_text(len(items)), Tone.WARN if items else Tone.OK)
        self._filter.setVisible(bool(only))
        self.all_channels.setVisible(bool(only))
        self._filter.set(only, Tone.INFO, "filter")
        self._more.setText(self.tr("{n} more are counted centrally").format(n=more) if more else "")

    def show_faults(self, faults: tuple[FaultRow, ...]) -> None:
        self.faults.show_rows(tuple(FaultLine(one) for one in faults))

    def show_page(self, tab: str, has_items: bool) -> None:
        """The page of a tab, or why it is empty."""
        is_list = tab not in ("faults", "trend", "details")
        page: QWidget = self.list
        if tab == "details":
            page = self._details
        elif tab == "trend":
            page = self.trend
        elif tab == "faults":
            page = self.faults if self.faults.rows.rows else self._empty
            self._empty.show_words(
                self.tr("Product data is complete"),
                self.tr("No article lacks anything, none is there twice."),
            )
        elif not has_items:
            page = self._empty
            self._empty.show_words(
                self.tr("Every shop shows what it should"), self.tr("Central goes on comparing by itself.")
            )
        self._stack.setCurrentWidget(page)
        self._head.setVisible(is_list and has_items)
        self._foot.setVisible(is_list and has_items)
        self.order.setEnabled(is_list)

    def _build(self) -> None:
        head = row(Text(self.tr("Differences by item"), "panel"), self._count, self._filter, self.all_channels,
                   None, self.order, margins=(16, 0, 12, 0))  # fmt: skip
        self.body.addWidget(framed(head, "head", height=theme().px(52)))
        self.body.addWidget(framed(row(self.tabs, margins=(12, 6, 12, 6)), "head"))
        self.body.addWidget(self._head)
        self._details.setLayout(self.details)
        for page in (self.list, self.faults, self.trend, self._empty, self._details):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        foot = row(spacing=8, margins=(16, 8, 16, 8))
        foot.addWidget(Legend(), 1)
        foot.addWidget(self._more)
        self._foot = framed(foot, "subtle")
        self.body.addWidget(self._foot)
