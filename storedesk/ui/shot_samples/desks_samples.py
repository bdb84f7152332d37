"""Samples of the desks of a place and of a desk that is no longer in use."""

from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.desks_sheet import DeskShown, DesksSheet
from storedesk.ui.screens.stopped_screen import StoppedScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shot_samples.shot import Shot, covered
from storedesk.ui.shot_samples.today_samples import MONDAY, today

DESKS = (
    DeskShown("GBG-1", "Till by the door", "Mon 2 Nov", "", False),
    DeskShown("GBG-2", "Pickup counter", "Mon 2 Nov", "", True),
    DeskShown("GBG-3", "Stockroom", "Tue 10 Nov", "Fri 20 Nov", False),
)


def _sheet(window: QWidget) -> None:
    sheet = DesksSheet(DESKS, window)
    sheet.open()
    sheet.confirm()


def _stopped() -> AppShell:
    screen = StoppedScreen("GBG-3")
    screen.show_unsent(9)
    return covered(screen)


def _wiped() -> AppShell:
    screen = StoppedScreen("GBG-3")
    screen.show_wiped(9, "/home/counter/.local/share/StoreDesk/unsent-GBG-3.rescue")
    return covered(screen)


SHOTS = (Shot("desks", lambda: today(MONDAY), _sheet), Shot("stopped", _stopped), Shot("wiped", _wiped))
