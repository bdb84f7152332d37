"""A desk's real window that is minimised, says so, and ends with 0 once somebody has raised it."""

import asyncio
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from storedesk.ui.window.desk_window import DeskWindow
from storedesk.ui.window.window_app import open_window


class _Raised(QObject):
    """Sets ``event`` when the watched window is no longer minimised."""

    def __init__(self, event: asyncio.Event) -> None:
        super().__init__()
        self.event = event

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and not watched.isMinimized():  # type: ignore[attr-defined]
            self.event.set()
        return False


async def _wait_until_raised(window: DeskWindow) -> int:
    window.shell.showMinimized()
    raised = _Raised(asyncio.Event())
    window.shell.installEventFilter(raised)
    sys.stdout.write("minimised\n")
    sys.stdout.flush()
    await raised.event.wait()
    return 0


if __name__ == "__main__":
    sys.exit(open_window(Path(sys.argv[1]), _wait_until_raised))
