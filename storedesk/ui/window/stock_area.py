"""Adds holds to the stock screen of a desk's window."""

from typing import TYPE_CHECKING

from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.holds_control import HoldsControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_stock(window: "DeskWindow") -> None:
    screen = window.stock.screen
    holds = HoldsControl(window.session, window.shell, window.background, window.undo, screen)

    def arrive() -> None:
        window.stock.refresh()
        holds.refresh()

    window.arrivals[Place.STOCK] = arrive
