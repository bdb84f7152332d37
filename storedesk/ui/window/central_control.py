"""Asks central for orders that this desk does not hold, and says on the screen where they come from."""

from PySide6.QtCore import QObject

from storedesk.desk.central_look_up import NOT_ALLOWED, TOO_SHORT
from storedesk.desk.central_orders import central_row, central_view
from storedesk.desk.moments import Look
from storedesk.desk.order_views import OrderView
from storedesk.desk.scan_resolver import ArticleFound, BinFound, Found, OrdersFound, SearchFound, Unknown
from storedesk.domain.records import Channel
from storedesk.protocol.desk_link import LookUpOrders, OrdersLookedUp
from storedesk.protocol.wire import FoundOrder
from storedesk.storage.desk_reads import places
from storedesk.storage.row_reader import Driver, select
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window import times
from storedesk.ui.window.caller_checks import CallerChecks
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.orders_control import OrdersControl

_SHORTEST, _SHOWN = 3, 40


class CentralControl(QObject):
    """One look at a time; an answer to an older one is thrown away."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: OrdersScreen,
        orders: OrdersControl,
        callers: CallerChecks,
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._screen = session, shell, background, screen
        self._orders, self._callers = orders, callers
        self._asked = ""
        self._found: dict[str, FoundOrder] = {}
        self._places: dict[int, str] = {}
        self._channels: dict[int, str] = {}
        screen.central_wanted.connect(lambda: self.ask(orders.typed))
        orders.elsewhere = self._view

    def rows(self, found: Found) -> list[FoundRow]:
        """Below what was found on the orders screen: the way to ask further."""
        text = self._orders.typed.strip()
        fits = isinstance(found, OrdersFound | SearchFound | ArticleFound | BinFound | Unknown)
        if not (self._orders.is_current and fits and len(text) >= _SHORTEST):
            return []
        title = self.tr("Ask central for “{text}”").format(text=text[:_SHOWN])
        return [FoundRow(f"central {text}", "cloud", title, self.tr("orders of all stores"))]

    def ask(self, text: str) -> None:
        text = text.strip()
        self._shell.go(Place.ORDERS)
        if len(text) < _SHORTEST:
            self._shell.find_field.start()
            return
        self._asked = text
        self._screen.show_asking(self.tr("Asking central for “{text}”").format(text=text[:_SHOWN]))
        self._background.start(self._ask(text))

    async def _ask(self, text: str) -> None:
        session, user, place = self._session, self._session.user, self._session.place
        if user is None or place is None:
            return
        request = session.link.next_request()
        answer: OrdersLookedUp = await session.ask(
            LookUpOrders(request=request, text=text, staff_id=user.staff_id)
        )
        if text != self._asked:
            return
        again = self.tr("Ask again")
        if answer.problem:
            self._screen.show_not_found(self._problem(answer.problem), "")
            self._screen.show_central(self._problem(answer.problem), again)
            return
        self._places, self._channels = await session.read(_names)
        self._found = {one.order_id: one for one in answer.orders}
        source = self.tr("From central, {time}").format(time=times.clock(answer.at, place.zone))
        if answer.more:
            source = f"{source} · {self.tr('there are more: type more of it')}"
        if not answer.orders:
            nothing = self.tr("Nothing for “{text}”").format(text=text[:_SHOWN])
            self._screen.show_not_found(nothing, source)
        else:
            look = session.look()
            shown = self._callers.shown
            self._orders.show_found(
                lambda: tuple(central_row(one, look, shown(one.order_id)) for one in answer.orders), text
            )
        self._screen.show_central(source, again)

    def _problem(self, problem: str) -> str:
        if problem == NOT_ALLOWED:
            return self.tr("Central does not let you look this up. Ask a store manager.")
        if problem == TOO_SHORT:
            return self.tr("Type at least three characters.")
        return self.tr("Central cannot be asked: no line. What this desk has can still be searched.")

    def _view(self, order_id: str, look: Look) -> OrderView | None:
        found, place = self._found.get(order_id), self._session.place
        if found is None or place is None:
            return None
        channel = self._channels.get(found.channel_id, "")
        return central_view(found, look, place.id, self._places, channel, self._callers.shown(order_id))


def _names(connection: Driver) -> tuple[dict[int, str], dict[int, str]]:
    """Places and channels by their numbers."""
    channels = {row.id: row.name for row in select(connection, Channel, "1 = 1")}
    return {place.id: place.name for place in places(connection)}, channels
