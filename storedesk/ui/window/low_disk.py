"""Says once that the disk of this desk has little room left, before nothing can be saved any more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from storedesk.protocol.desk_link import SyncState
from storedesk.ui.widgets.toast import ToastKind

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


class LowDiskWarning:
    """Hears every sync state; ``say`` shows a toast. It warns again only when there was room in between."""

    def __init__(self, say: Callable[[str, ToastKind], object]) -> None:
        self._say = say
        self._is_low = False

    def heard(self, state: SyncState) -> None:
        if state.low_disk and not self._is_low:
            words = QCoreApplication.translate(
                "LowDisk",
                "Little room on this desk's disk. Below 100 MB nothing can be saved: make room now.",
            )
            self._say(words, ToastKind.WARN)
        self._is_low = state.low_disk


def add_low_disk(window: "DeskWindow") -> None:
    warning = LowDiskWarning(window.shell.say)
    window.session.sync_changed.connect(warning.heard)
