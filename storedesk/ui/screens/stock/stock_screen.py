"""The stock screen: a product's variants, where one of them is, and why its numbers are as they are."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.hold_views import HoldsView, HoldView
from storedesk.desk.moments import Moment
from storedesk.desk.stock_views import StockView
from storedesk.ui.screens.stock.adjust_sheet import AdjustSheet
from storedesk.ui.screens.stock.end_hold_sheet import EndHoldSheet
from storedesk.ui.screens.stock.hold_sheet import HoldSheet
from storedesk.ui.screens.stock.transfer_sheet import TransferSheet, places_with_goods
from storedesk.ui.screens.stock.variant_matrix import VariantMatrix
from storedesk.ui.screens.stock.variant_pane import VariantPane
from storedesk.ui.screens.stock.where_pane import ALL, ARTICLE, PLACES, WherePane
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.article_icon import article_icon
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState, IconTile
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.text import ElidedText

SIDE, SIDE_COMPACT = 432, 350
AnySheet = AdjustSheet | TransferSheet | HoldSheet | EndHoldSheet


class StockScreen(Screen):
    """Shows a ``StockView``; arrows in the matrix ask for another variant."""

    context = Context.STOCK
    variant_wanted = Signal(int)
    search_wanted = Signal()
    perform = Signal(str, object)
    """Kind and arguments of an action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: StockView | None = None
        self._sheet: AnySheet | None = None
        self._ends: tuple[Moment, ...] = ()
        self._compact = self._offline = False
        self._tile = IconTile("package", Tone.NEUTRAL, 64)
        self._name, self._about = ElidedText("", "title"), ElidedText("", "body", "text3")
        self.matrix = VariantMatrix()
        self.where = WherePane()
        self.side = VariantPane()
        self._stack = QStackedWidget()
        self._empty = EmptyState("barcode", "", tone=Tone.INFO)
        self._build()
        self.matrix.chosen.connect(self.variant_wanted)
        self._empty.button.clicked.connect(lambda: self.search_wanted.emit())
        self.side.adjust.clicked.connect(lambda: self._adjust())
        self.bind("why", self.side.why.setFocus)
        self.bind("problem", self.side.adjust)
        self.side.transfer.clicked.connect(lambda: self._transfer())
        self.bind("second", self.side.transfer)
        self.side.hold.clicked.connect(lambda: self._hold())
        self.bind("main", self.side.hold)
        self.where.hold_opened.connect(self._end_hold)
        for number, tab in enumerate((PLACES, ARTICLE, ALL), 1):
            self.bind(f"tab_{number}", partial(self._show_tab, tab))
        self.show_nothing()

    def show_stock(self, view: StockView, offline: bool = False, ends: tuple[Moment, ...] = ()) -> None:
        """``ends`` are the times that a hold may be offered to end at, the usual one first."""
        self.view, self._offline = view, offline
        self._ends = ends or self._ends
        self._tile.set(article_icon(view.category), Tone.NEUTRAL)
        self._name.setText(view.name)
        price = money_text(view.price, view.currency) if view.price is not None else ""
        style = self.tr("Style {style}").format(style=view.style) if view.style else ""
        self._about.setText(" · ".join(part for part in (style, view.category, price) if part))
        if view.matrix is not None:
            self.matrix.show_matrix(view.matrix, view.variant_id)
        self.where.show_stock(view, offline)
        self.side.show_stock(view, offline)
        self._stack.setCurrentIndex(0)

    def show_holds(self, holds: HoldsView) -> None:
        self.where.show_holds(holds)

    def show_nothing(self) -> None:
        """Before anything was looked for."""
        self._empty.show_words(
            self.tr("Scan an article"), self.tr("Or type a name, colour and size, an SKU or EAN.")
        )
        self._stack.setCurrentWidget(self._empty)

    def show_no_match(self, text: str, articles: int) -> None:
        """``articles`` is how many were searched on this desk."""
        heading = self.tr("No match for “{text}”").format(text=text[:40])
        words = self.tr("Searched %n articles on this desk.", "", articles)
        self._empty.show_words(heading, words, self.tr("Search again"))
        self._stack.setCurrentWidget(self._empty)

    def show_error(self, sentence: str) -> None:
        self._empty.show_words(self.tr("Stock cannot be read"), sentence)
        self._stack.setCurrentWidget(self._empty)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.matrix, self.where.list, self.side.why)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.side.setFixedWidth(theme().px(SIDE_COMPACT if compact else SIDE))
        for part in (self.matrix, self.where, self.side):
            part.set_compact(compact)
        edge = 14 if compact else 20
        self._layout.setContentsMargins(edge, 12 if compact else 16, edge, edge)
        self._layout.setSpacing(12 if compact else 16)
        if self.view is not None:
            self.side.show_stock(self.view, self._offline)

    def _adjust(self) -> None:
        if self.view is not None:
            self._open(AdjustSheet(self.view, self))

    def _transfer(self) -> None:
        if self.view is None:
            return
        if places_with_goods(self.view):
            self._open(TransferSheet(self.view, self))
        else:
            self.refused.emit(self.tr("No other place has any to spare."))

    def _hold(self) -> None:
        view = self.view
        if view is None or not self._ends:
            return
        if view.here is None or view.counter.total <= 0:
            self.refused.emit(self.tr("None of it is free here. Ask another place: F8."))
        else:
            self._open(HoldSheet(view, self._ends, self._offline, self))

    def _end_hold(self, hold: HoldView) -> None:
        if hold.is_open:
            self._open(EndHoldSheet(hold, self))
        else:
            self.refused.emit(self.tr("This hold has ended already."))

    def _show_tab(self, key: str) -> None:
        if self._stack.currentIndex() == 0:
            self.where.go(key)

    def _open(self, sheet: AnySheet) -> None:
        self._sheet = sheet
        sheet.confirmed.connect(self.perform)
        sheet.finished.connect(self._sheet_closed)
        sheet.open()

    def _sheet_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.deleteLater()

    def _build(self) -> None:
        left = Panel()
        head = row(self._tile, spacing=16, margins=(16, 14, 16, 14))
        head.addLayout(column(None, self._name, self._about, None, spacing=2), 1)
        left.body.addLayout(head)
        left.body.addWidget(self.matrix)
        left.body.addWidget(self.where, 1)
        page = QWidget()
        self._layout = row(spacing=16, margins=(20, 16, 20, 20))
        self._layout.addWidget(left, 1)
        self._layout.addWidget(self.side)
        page.setLayout(self._layout)
        self._stack.addWidget(page)
        self._stack.addWidget(self._empty)
        self.setLayout(column(self._stack, spacing=0))
