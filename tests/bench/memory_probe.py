"""Runs in a process of its own: holds an empty window, a worker's imports or a desk at work, until its input ends."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROWS = 1_000_000


def ready(*others: int) -> None:
    """Tells the processes whose memory counts."""
    sys.stdout.write(json.dumps([os.getpid(), *others]) + "\n")
    sys.stdout.flush()


def window() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(sys.argv[:1])
    bare = QWidget()
    bare.resize(1440, 900)
    bare.show()
    app.processEvents()
    ready()
    sys.stdin.read()


def worker() -> None:
    import storedesk.desk.worker

    ready()
    sys.stdin.read()
    del storedesk


def desk(folder: Path, staff: int, pin: str) -> None:
    """Signed in at the product's own window, a million rows beside it, the worker running."""
    from storedesk.ui.commands import open_window
    from storedesk.ui.widgets.record_table import RecordColumn, RecordTable
    from tests.bench.painted import PaintMarks
    from tests.bench.scroll_probe import cells

    paints = PaintMarks({"LockScreen": "locked"}, lambda name: None)

    async def guide(window: "DeskWindow") -> int:
        lock = await paints.wait_for("locked")
        inside = asyncio.get_running_loop().create_future()
        window.lock.signed_in.connect(lambda: inside.done() or inside.set_result(None))
        lock.pin_entered.emit(str(staff), pin)
        await inside
        columns = [
            RecordColumn(name, 120) for name in ("Order", "Article", "Variant", "Shelf", "Quantity", "State")
        ]
        table = RecordTable(columns, "Rows")
        table.show_rows(ROWS, cells)
        table.resize(1200, 860)
        table.show()
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
        table.viewport().repaint()
        ready(window.session.link.pid)
        await asyncio.to_thread(sys.stdin.read)
        return 0

    if open_window(folder, guide):
        raise SystemExit(1)


if __name__ == "__main__":
    match sys.argv[1]:
        case "window":
            window()
        case "worker":
            worker()
        case _:
            desk(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
