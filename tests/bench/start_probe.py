"""Runs in a process of its own: opens a window and says when it was first painted, locked, signed in and scanned into."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
marks: dict[str, int] = {}


def mark(name: str) -> None:
    """The moment of the system's monotonic clock, which the parent process reads as well."""
    marks.setdefault(name, time.monotonic_ns())


def bare() -> None:
    """Nothing but Qt: the floor."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(sys.argv[:1])

    class Bare(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            mark("painted")
            QTimer.singleShot(0, app.quit)

    window = Bare()
    window.resize(1440, 900)
    window.show()
    app.exec()


def desk(folder: Path, staff: int, pin: str, codes: list[str]) -> None:
    """The product's own start; then a PIN as soon as the lock screen is painted, and scans if there are codes."""
    from storedesk.ui.commands import open_window
    from tests.bench.painted import PaintMarks, scan_and_paint

    paints = PaintMarks({"AppShell": "painted", "LockScreen": "locked"}, mark)

    async def guide(window: "DeskWindow") -> int:
        lock = await paints.wait_for("locked")
        inside = asyncio.get_running_loop().create_future()
        window.lock.signed_in.connect(lambda: inside.done() or inside.set_result(None))
        lock.user_chosen.emit(str(staff))
        lock.pin_entered.emit(str(staff), pin)
        await inside
        mark("signed_in")
        marks["scans_us"] = await scan_and_paint(window, codes) if codes else []  # type: ignore[assignment]
        return 0

    if open_window(folder, guide):
        raise SystemExit(1)


KINDS: dict[str, Callable[[], None]] = {
    "bare": bare,
    "desk": lambda: desk(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:]),
}

if __name__ == "__main__":
    KINDS[sys.argv[1]]()
    sys.stdout.write(json.dumps(marks) + "\n")
    sys.stdout.flush()
