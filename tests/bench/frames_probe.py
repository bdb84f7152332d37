"""Runs in a process of its own: paints a list of orders every 16 ms and tells how long each frame took to come."""

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
FRAME_MS, ROWS = 16, 10_000


def cells(row: int, turn: int) -> tuple[str, ...]:
    return f"48{row:06d}", f"Skaljacka Alva {row}", "Forest green · M", str((row + turn) % 13), "Ready"


def main() -> None:
    """Begins at once; a line on stdin ends a run after as many frames as it says and has their intervals told, the
    end of stdin ends the process."""
    from PySide6.QtCore import QSocketNotifier, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from storedesk.ui.theme.theme import install_theme
    from storedesk.ui.widgets.record_table import RecordColumn, RecordTable

    app = QApplication(sys.argv[:1])
    install_theme(app)
    columns = [RecordColumn("Order", 120), RecordColumn("Article"), RecordColumn("Variant", 180),
               RecordColumn("Quantity", 90, True), RecordColumn("State", 120)]  # fmt: skip
    table = RecordTable(columns, "Rows")
    turn = 0
    table.show_rows(ROWS, lambda row: cells(row, turn))
    table.resize(1200, 860)
    table.show()
    app.processEvents()
    intervals: list[float] = []
    wanted: int | None = None
    before = time.perf_counter()

    def frame() -> None:
        nonlocal turn, before
        turn += 1
        table.viewport().repaint()
        now = time.perf_counter()
        intervals.append((now - before) * 1000)
        before = now
        if wanted is not None and len(intervals) >= wanted:
            tell()

    def asked() -> None:
        nonlocal wanted
        line = sys.stdin.readline()
        if not line:
            app.quit()
            return
        wanted = int(line)
        if wanted == 0:
            tell()

    def tell() -> None:
        nonlocal intervals, wanted
        sys.stdout.write(json.dumps(intervals) + "\n")
        sys.stdout.flush()
        intervals, wanted = [], None

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(asked)
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(frame)
    timer.start(FRAME_MS)
    app.exec()


if __name__ == "__main__":
    main()
