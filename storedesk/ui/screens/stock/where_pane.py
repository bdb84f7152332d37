"""Below the variants: the places that have the article, and what is held for customers here, as tabs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.hold_views import HoldsView, HoldView
from storedesk.desk.stock_views import PlaceFigure, StockView
from storedesk.ui.screens.stock.hold_words import hold_row
from storedesk.ui.screens.stock.place_rows import PlaceDelegate, PlaceHead, PlaceRow
from storedesk.ui.screens.stock.stock_words import place_icon
from storedesk.ui.texts.counter_formats import moment_text, quantity_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import AGEING_MS
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.queue_row import TileDelegate
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.tab_strip import Tab, TabStrip
from storedesk.ui.widgets.text import ElidedText

PLACES, ARTICLE, ALL = "places", "article", "all"


class WherePane(QWidget):
    """Alt+1 places, Alt+2 holds of the article, Alt+3 all holds here; Enter on a hold ends it."""

    hold_opened = Signal(object)
    """The ``HoldView`` of a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holds, self._variant = HoldsView(), 0
        self.tabs = TabStrip()
        self._delegate = PlaceDelegate()
        self.places = RowList(self._delegate, self.tr("Where it is"))
        self.holds = RowList(TileDelegate(), self.tr("Holds"))
        self._name = ElidedText("", "small", "text3")
        self._head = PlaceHead(self.places)
        self._empty = EmptyState("lock", self.tr("Nothing is held"))
        self._pages = QStackedWidget()
        self._build()
        self.tabs.chosen.connect(lambda key: self._show_tab())
        self.holds.opened.connect(self._opened)
        self._show_tab()

    @property
    def list(self) -> RowList:
        """The list that is shown now."""
        return self.places if self.tabs.current == PLACES else self.holds

    @property
    def chosen_hold(self) -> HoldView | None:
        """The hold whose row is chosen, while holds are shown."""
        if self.tabs.current == PLACES:
            return None
        return self._hold_of(self.holds.current_key)

    def show_stock(self, view: StockView, offline: bool) -> None:
        self._variant = view.variant_id
        self._name.setText(" · ".join(part for part in (view.colour, view.size) if part))
        self.places.show_rows(tuple(self._row(place, view, offline) for place in view.places))
        if view.here:
            self.places.choose(str(view.here.place_id), tell=False)
        self._show_tab()

    def show_holds(self, holds: HoldsView) -> None:
        self._holds = holds
        self._show_tab()

    def go(self, key: str) -> None:
        """Shows a tab from its first row."""
        self.tabs.choose(key)
        shown = self._shown_holds() if key != PLACES else ()
        if shown:
            self.holds.choose(shown[0].hold_id, tell=False)
        self.list.setFocus()

    def set_compact(self, compact: bool) -> None:
        self._delegate.compact = compact
        self._head.set_compact(compact)
        self._name.setVisible(not compact)

    def _shown_holds(self) -> tuple[HoldView, ...]:
        if self.tabs.current == ARTICLE:
            return self._holds.of(self._variant)
        return (*self._holds.open, *self._holds.ended)

    def _show_tab(self) -> None:
        self.tabs.show_tabs(
            (
                Tab(PLACES, self.tr("Where it is")),
                Tab(ARTICLE, self.tr("Held of this"), len(self._holds.of(self._variant))),
                Tab(ALL, self.tr("Held here"), len(self._holds.open)),
            )
        )
        if self.tabs.current == PLACES:
            self._pages.setCurrentIndex(0)
            return
        shown = self._shown_holds()
        self.holds.show_rows(tuple(hold_row(hold) for hold in shown))
        if shown and not self.holds.current_key:
            self.holds.choose(shown[0].hold_id, tell=False)
        self._empty.show_words(
            self.tr("Nothing is held"), self.tr("F9 holds units of the article for a customer.")
        )
        self._pages.setCurrentIndex(1 if shown else 2)

    def _opened(self, key: str) -> None:
        hold = self._hold_of(key)
        if hold is not None:
            self.hold_opened.emit(hold)

    def _hold_of(self, key: str) -> HoldView | None:
        return next((hold for hold in (*self._holds.open, *self._holds.ended) if hold.hold_id == key), None)

    def _build(self) -> None:
        where = row(self.tabs, spacing=12, margins=(10, 0, 16, 0))
        where.setStretchFactor(self.tabs, 3)
        where.addWidget(self._name, 1)
        bar = framed(column(framed(where, "head", height=theme().px(44)), spacing=0), "foot")
        places = QWidget()
        table = column(self._head, spacing=0)
        table.addWidget(self.places, 1)
        places.setLayout(table)
        for page in (places, self.holds, self._empty):
            self._pages.addWidget(page)
        whole = column(bar, spacing=0)
        whole.addWidget(self._pages, 1)
        self.setLayout(whole)

    def _row(self, place: PlaceFigure, view: StockView, offline: bool) -> PlaceRow:
        parts = [place.shelf] if place.is_here else []
        if not place.is_here:
            far = place.distance_km
            parts = ["" if far is None else self.tr("{number} km").format(number=far)]
            if place.closes:
                parts.append(self.tr("open until {time}").format(time=place.closes))
            elif place.kind == "store":
                parts.append(self.tr("closed now"))
        if place.silent and place.last_sale:
            parts.insert(0, self.tr("till silent since {time}").format(time=moment_text(place.last_sale)))
        if place.incoming:
            parts.append(self.tr("{number} incoming").format(number=quantity_text(place.incoming, view.unit)))
        old = offline or view.age_ms is None or view.age_ms > AGEING_MS
        return PlaceRow(
            str(place.place_id),
            place_icon(place),
            self.tr("This store") if place.is_here else place.name,
            " · ".join(part for part in parts if part),
            quantity_text(place.counter, view.unit),
            quantity_text(place.online, view.unit),
            moment_text(view.as_of) if view.as_of else self.tr("unknown"),
            moment_text(place.last_sale) if place.last_sale else self.tr("unknown"),
            old,
            not place.counter and not place.online,
            place.silent or place.sale_minutes * 60_000 > AGEING_MS,
        )
