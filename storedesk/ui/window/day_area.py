"""Puts the steps of a day into the window: from the board, by keys and from the palette."""

from functools import partial
from typing import TYPE_CHECKING

from storedesk.ui.screens.today.today_screen import TodayScreen
from storedesk.ui.window.day_control import COMMANDS, DayControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_day(window: "DeskWindow") -> None:
    """After the board of the day, whose buttons it answers."""
    control = DayControl(window.session, window.shell, window.background)
    for command, what in zip(COMMANDS, ("open", "shift", "close"), strict=True):
        window.answers[command] = partial(control.open, what)
    window.shell.more_commands.append(control.commands)
    window.find.takers.insert(0, control.take)
    for screen in window.shell.findChildren(TodayScreen):
        screen.day_wanted.connect(control.open)
