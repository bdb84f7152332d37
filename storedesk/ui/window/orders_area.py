"""Adds the orders screen to a desk's window: its place, its keys and what a search leads to there."""

from typing import TYPE_CHECKING

from storedesk.desk.scan_resolver import ArticleFound, Found
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.answers_told import AnswersTold
from storedesk.ui.window.caller_checks import is_service_desk
from storedesk.ui.window.central_control import CentralControl
from storedesk.ui.window.orders_control import OrdersControl
from storedesk.ui.window.service_control import ServiceControl
from storedesk.ui.window.why_control import WhyControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_orders(window: "DeskWindow") -> None:
    screen = OrdersScreen()
    callers = window.callers
    control = OrdersControl(window.session, window.shell, window.background, screen, callers)
    service = ServiceControl(
        window.session, window.shell, window.background, screen, callers, control.refresh, window.open_pickup
    )
    AnswersTold(window.session, window.shell, window.background)
    central = CentralControl(window.session, window.shell, window.background, screen, control, callers)
    WhyControl(window.session, window.shell, window.background, screen)
    window.answers["note_contact"] = service.note_contact
    window.add_screen(Place.ORDERS, screen, control.refresh)
    window.find.openers["order"] = control.open
    window.find.takers.append(service.take)
    window.find.takers.append(control.take)
    window.find.orders_first = lambda: control.is_current or is_service_desk(window.session)

    def remember(found: Found) -> list[FoundRow]:
        """Also the orders that hold a typed article are rows, while this screen is current."""
        control.remember(found)
        return (
            window.find.order_rows(found.orders)
            if control.is_current and isinstance(found, ArticleFound)
            else []
        )

    window.find.row_makers.append(remember)
    window.find.row_makers.append(central.rows)
    window.find.openers["central"] = central.ask
