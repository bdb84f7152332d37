"""Feeds the orders screen: what the last search found, and the order chosen from it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from storedesk.desk.moments import Look
from storedesk.desk.order_details import derive_order, derive_result
from storedesk.desk.order_views import OrderView, ResultRow
from storedesk.desk.scan_resolver import ArticleFound, Found, OrdersFound, SearchFound
from storedesk.storage.desk_order_reads import order_detail, orders_by_id
from storedesk.storage.desk_search import orders_numbered
from storedesk.storage.read_records import OrderHit
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.caller_checks import CallerChecks, is_service_desk
from storedesk.ui.window.desk_session import DeskSession

_TABLES = frozenset(
    {"orders", "order_line", "fulfilment", "fulfilment_line", "handover", "payment", "timeline_entry"}
    | {"goods_return", "person", "address", "order_request", "store_question"}
)
Shown = tuple[tuple[ResultRow, ...], OrderView | None]


class OrdersControl(QObject):
    """Shows the order last asked for and keeps it true while it is on the screen."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: OrdersScreen,
        callers: CallerChecks,
    ) -> None:
        super().__init__(shell)
        self._callers = callers
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._order_id, self._searched = "", ""
        self._last: tuple[OrderHit, ...] = ()
        self._hits: tuple[OrderHit, ...] = ()
        self._typed = ""
        self._found: Callable[[], tuple[ResultRow, ...]] = tuple
        self.elsewhere: Callable[[str, Look], OrderView | None] = lambda order_id, look: None
        """What is known of an order that this desk does not hold."""
        screen.order_wanted.connect(self._wanted)
        screen.search_wanted.connect(shell.find_field.start)
        screen.copy_wanted.connect(self._copy)
        shell.find_field.searched.connect(self._remember_words)
        session.rows_changed.connect(self._rows_changed)

    @property
    def typed(self) -> str:
        """What was looked for last."""
        return self._typed

    @property
    def is_current(self) -> bool:
        return self._shell.current is self.screen

    def open(self, order_id: str) -> None:
        """Shows an order, with the orders that were found together with it."""
        with_others = any(hit.order_id == order_id for hit in self._last)
        self._hits = self._last if with_others else ()
        self._searched = self._typed if with_others else ""
        self._order_id, self._found = order_id, tuple
        self.screen.show_central("", self.tr("Ask central") if self._searched else "")
        self._shell.go(Place.ORDERS)
        self.refresh()

    def show_found(self, found: Callable[[], tuple[ResultRow, ...]], searched: str) -> None:
        """Orders found elsewhere; the first one is shown. What may be told of them is asked at each showing."""
        rows = found()
        self._found, self._searched, self._hits = found, searched, ()
        self._order_id = rows[0].order_id if rows else ""
        self.refresh()

    def remember(self, found: Found) -> None:
        """The hits of a search, for the list at the left."""
        self._last = found.orders if isinstance(found, SearchFound | ArticleFound) else ()
        if isinstance(found, OrdersFound):
            self._last = found.hits

    def take(self, found: Found) -> bool:
        """A scanned order number opens the order while this screen is current, at customer service always."""
        if (
            not (self.is_current or is_service_desk(self._session))
            or not isinstance(found, OrdersFound)
            or len(found.hits) != 1
        ):
            return False
        self.remember(found)
        self._typed = ""
        self.open(found.hits[0].order_id)
        return True

    def refresh(self) -> None:
        if self._order_id and self._session.is_ready and self.is_current:
            self._background.start(self._load())

    def _remember_words(self, text: str) -> None:
        self._typed = text

    def _wanted(self, order_id: str) -> None:
        self._order_id = order_id
        self.refresh()

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._shell.say(self.tr("The answer is copied."))

    async def _load(self) -> None:
        session, place, wanted, hits = self._session, self._session.place, self._order_id, self._hits
        if place is None:
            return
        look, place_id, shown = session.look(), place.id, self._callers.shown

        def read(connection: Driver) -> Shown:
            record = order_detail(connection, wanted)
            if record is None:
                return (), self.elsewhere(wanted, look)
            found = hits or orders_numbered(connection, record.order.number)
            by_id = {hit.order_id: hit for hit in found}
            orders = orders_by_id(connection, tuple(by_id))
            rows = tuple(derive_result(by_id[order.id], order, look, shown(order.id)) for order in orders)
            return rows, derive_order(record, look, place_id, shown(wanted))

        rows, view = await session.read(read)
        if wanted != self._order_id:
            return
        if view is None:
            self.screen.show_gone()
        else:
            self.screen.show_results(self._found() or rows, self._searched, wanted)
            self.screen.show_order(view)
