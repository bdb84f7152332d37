"""Adds holds to the stock screen of a desk's window, and the screen of transfers beside it."""

from typing import TYPE_CHECKING

from storedesk.ui.screens.transfers.transfers_screen import TransfersScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.holds_control import HoldsControl
from storedesk.ui.window.transfers_control import TransfersControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_stock(window: "DeskWindow") -> None:
    screen = window.stock.screen
    holds = HoldsControl(window.session, window.shell, window.background, window.undo, screen)

    def arrive() -> None:
        window.stock.refresh()
        holds.refresh()

    window.arrivals[Place.STOCK] = arrive
    _add_transfers(window)


def _add_transfers(window: "DeskWindow") -> None:
    """Ctrl+T and Ctrl+R lead there from every screen; a scan counts one there."""
    screen = TransfersScreen()
    control = TransfersControl(window.session, window.shell, window.background, screen)
    window.add_screen(Place.TRANSFERS, screen, control.refresh)
    window.answers["new_transfer"] = control.new
    window.answers["receive_transfer"] = control.receive
    window.shell.app_actions |= {"new_transfer", "receive_transfer"}
    window.find.takers.append(control.take)
    window.find.openers["transfer"] = control.open
    article = window.find.openers["article"]

    def open_article(value: str) -> None:
        """A found article goes on the transfer that is being put together, else to its stock."""
        if control.is_current and screen.is_new:
            control.draft.add_found(int(value))
        else:
            article(value)

    window.find.openers["article"] = open_article
