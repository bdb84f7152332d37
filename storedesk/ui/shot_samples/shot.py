"""What a picture is made from, and the shell around a screen with the sample shop."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import PLACES, Place, ShellState, UserShown
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.sync_pill import SyncShown, SyncState


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its file name, what makes its window, what happens once it is shown."""

    name: str
    build: Callable[[], QWidget]
    after: Callable[[QWidget], None] = lambda window: None


ONLINE = ShellState(
    store="Göteborg Centrum",
    desk="Desk 2",
    clock="Mon 23 Nov 14:05",
    user=UserShown("Elin L.", "Sales associate"),
    sync=SyncShown(SyncState.SYNCED, "12 s ago"),
    attention=4,
    version="v0.1 · EN",
)
OFFLINE = replace(
    ONLINE,
    clock="Mon 23 Nov 17:40",
    sync=SyncShown(SyncState.OFFLINE, "17:06", waiting=9),
    offline_since="17:06",
    next_try="Next try in 20 s",
    waiting=9,
    oldest_unsent="29 min",
    unsent_is_old=True,
)


def in_shell(place: Place, screen: Screen, state: ShellState = ONLINE) -> AppShell:
    """The window with one screen at its place."""
    shell = AppShell(PLACES)
    shell.add_screen(place, screen)
    shell.show_state(state)
    shell.go(place)
    return shell


def covered(screen: Screen) -> AppShell:
    """The window with a screen over all of it."""
    shell = AppShell(PLACES)
    shell.show_state(ONLINE)
    shell.cover(screen)
    return shell
