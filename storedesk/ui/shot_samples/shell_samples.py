"""Samples of what lies over the window: palette, hits, toast."""

from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.sync_screen import SyncScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.palette_rows import CommandRow
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.shot import Shot, in_shell
from storedesk.ui.shot_samples.sync_samples import PANEL

HITS = (
    CommandRow(
        "o1", "receipt", "Order 47702, Brännö Varv & Montage AB", "transfer paid 14 Nov", is_found=True
    ),
    CommandRow("c1", "user", "Stig Transtrand", "customer", is_found=True),
)


def _window() -> QWidget:
    return in_shell(Place.SYNC, SyncScreen(PANEL))


def _palette(window: QWidget) -> None:
    assert isinstance(window, AppShell)
    window.do("palette")
    window.palette_list.show_hits("", HITS)


def _toast(window: QWidget) -> None:
    assert isinstance(window, AppShell)
    window.say("Marked ready. Saved as a PDF in /home/shop/papers.")


SHOTS = (Shot("palette", _window, _palette), Shot("toast", _window, _toast))
