"""Puts the board of the day into the window."""

from typing import TYPE_CHECKING

from storedesk.ui.screens.today.today_screen import TodayScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.today_control import TodayControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_today(window: "DeskWindow") -> None:
    """Rows of the board open the screens of pickups and attention."""
    screen = TodayScreen()
    control = TodayControl(window.session, window.shell, window.background, screen)
    window.add_screen(Place.TODAY, screen, control.refresh)
    screen.pickup_wanted.connect(window.open_pickup)
    screen.late_wanted.connect(window.late.open)
    screen.pickups_wanted.connect(lambda: window.shell.do("go_pickups"))

    def open_task(task_id: str) -> None:
        window.shell.do("go_attention")
        if task_id:
            window.attention.screen.task_wanted.emit(task_id)

    screen.task_wanted.connect(open_task)
