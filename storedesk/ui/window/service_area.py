"""Makes the window of a customer-service desk: its own board, and no screens of shelves and stock."""

from typing import TYPE_CHECKING

from storedesk.ui.screens.today.service_screen import ServiceScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.caller_checks import is_service_desk
from storedesk.ui.window.service_today_control import ServiceTodayControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow

NOT_HERE = (Place.PICKUPS, Place.STOCK)
"""Customer service has neither a shelf nor stock."""


def add_service(window: "DeskWindow") -> None:
    """Nothing changes before the place is known, and nothing at all at a store."""

    def placed() -> None:
        if not is_service_desk(window.session) or Place.STOCK in window.shell.left_out:
            return
        screen = ServiceScreen()
        control = ServiceTodayControl(window.session, window.shell, window.background, screen)
        window.add_screen(Place.TODAY, screen, control.refresh)
        screen.order_wanted.connect(window.find.openers["order"])
        screen.contact_wanted.connect(window.answers["note_contact"])
        window.shell.leave_out((*window.shell.left_out, *NOT_HERE))
        window.home = Place.TODAY

    window.session.placed.connect(placed)
