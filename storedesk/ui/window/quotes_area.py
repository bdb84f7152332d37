"""Adds the quotes screen to a desk's window, and its key that starts a quote from anywhere."""

from typing import TYPE_CHECKING

from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.approval_control import ApprovalControl
from storedesk.ui.window.quotes_control import QuotesControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_quotes(window: "DeskWindow") -> None:
    screen = QuotesScreen()
    control = QuotesControl(window.session, window.shell, window.background, screen, window.undo)
    window.add_screen(Place.QUOTES, screen, control.refresh)
    window.answers["new_quote"] = control.new
    window.shell.app_actions |= {"new_quote"}
    window.find.takers.append(control.take)
    window.find.openers["quote"] = control.open
    window.find.openers["quote_article"] = control.open_with
    window.attention.screen.quote_wanted.connect(control.open)
    ApprovalControl(window.session, window.shell, window.background, window.attention.screen)
