"""Puts the desks of this place into the window: from the settings, the palette, and when this one is stopped."""

from typing import TYPE_CHECKING

from storedesk.ui.window.desks_control import COMMAND, DesksControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_desks(window: "DeskWindow") -> None:
    """After the settings, whose button it answers."""
    control = DesksControl(window.session, window.shell, window.background, window.sync.save_copy)
    window.answers[COMMAND] = control.open
    window.shell.more_commands.append(control.commands)
    window.lock.signed_in.connect(control.stay_stopped)
    window.settings.screen.desks_asked.connect(control.open)
