"""Runs in a process of its own: scrolls a table of a million rows, a C++ one or ours, and tells each step's time."""

import json
import os
import random
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROWS, STEPS = 1_000_000, 300


def memory_kb() -> int:
    """What this process holds, shared pages by their share (Linux)."""
    with open("/proc/self/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))


def cells(row: int) -> tuple[str, ...]:
    return (
        f"48{row:06d}",
        f"Skaljacka Alva {row}",
        "Forest green · M",
        f"A{row % 9}-{row % 99:02d}",
        str(row % 13),
        "Ready",
    )


def main(kind: str) -> None:
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

    app = QApplication(sys.argv[:1])
    table: QTableView
    if kind == "ours":
        from storedesk.ui.theme.theme import install_theme
        from storedesk.ui.widgets.record_table import RecordColumn, RecordTable

        install_theme(app)
        columns = [RecordColumn("Order", 120), RecordColumn("Article"), RecordColumn("Variant", 180),
                   RecordColumn("Shelf", 100), RecordColumn("Quantity", 90, True), RecordColumn("State", 120)]  # fmt: skip
        table = RecordTable(columns, "Rows")
        table.show_rows(ROWS, cells)
    else:
        model = QStandardItemModel(ROWS, 6)
        for row in visited():
            for beyond in range(row, min(row + 45, ROWS)):
                for column, text in enumerate(cells(beyond)):
                    model.setItem(beyond, column, QStandardItem(text))
        table = QTableView()
        table.setModel(model)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(36)
    table.resize(1200, 860)
    table.show()
    app.processEvents()
    took = []
    for row in visited():
        begun = time.perf_counter()
        table.verticalScrollBar().setValue(row * 36)
        table.viewport().repaint()
        took.append((time.perf_counter() - begun) * 1000)
    sys.stdout.write(json.dumps({"ms": took, "pss_kb": memory_kb() if sys.platform == "linux" else 0}) + "\n")


def visited() -> list[int]:
    return random.Random(9).sample(range(ROWS - 100), STEPS)


if __name__ == "__main__":
    main(sys.argv[1])
