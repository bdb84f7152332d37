"""The lines of a return: + and − say how many come back, a digit says why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk.desk.return_views import ReturnLineView, ReturnView
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.ui.texts.counter_formats import money_text, quantity_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.record_table import Cells, RecordColumn, RecordTable

_WHY_NOT = {
    "returned": QT_TRANSLATE_NOOP("ReturnTable", "All of it is back already."),
    "not_left": QT_TRANSLATE_NOOP("ReturnTable", "Not with the customer yet. Cancel the line instead."),
    "cancelled": QT_TRANSLATE_NOOP("ReturnTable", "This line was cancelled."),
    "not_goods": QT_TRANSLATE_NOOP("ReturnTable", "There is nothing to bring back of this line."),
}


class ReturnTable(RecordTable):
    """``taken`` is how much of each line comes back now."""

    changed = Signal()
    reason_pressed = Signal(int)

    def __init__(self, view: ReturnView, parent: QWidget | None = None) -> None:
        columns = (
            RecordColumn(self.tr("Item")),
            RecordColumn(self.tr("Bought"), 76, True),
            RecordColumn(self.tr("Back"), 62, True),
            RecordColumn(self.tr("Possible"), 84, True),
            RecordColumn(self.tr("Now"), 62, True),
            RecordColumn(self.tr("Paid"), 110, True),
        )
        super().__init__(columns, self.tr("What comes back"), parent)
        self._view = view
        self.taken: dict[int, int] = {}
        self.setProperty("ownKeys", "123456+-")
        self.show_rows(len(view.lines), self._cells)
        able = [number for number, line in enumerate(view.lines) if line.possible]
        self.selectRow(able[0] if able else 0)
        if len(able) == 1:
            self.add(1)

    @property
    def line(self) -> ReturnLineView | None:
        """The line the keys are about."""
        row = self.currentIndex().row()
        return self._view.lines[row] if 0 <= row < len(self._view.lines) else None

    def why_not(self) -> str:
        """Why nothing of the current line can come back; empty where something can."""
        line = self.line
        return self.tr(_WHY_NOT[line.why_not]) if line is not None and line.why_not else ""

    def add(self, units: int) -> None:
        """So many whole units more of the line, or fewer, as far as possible."""
        line = self.line
        if line is None:
            return
        step = UNITS.get(line.unit, PIECE).step
        wanted = self.taken.get(line.line, 0) + units * step
        self.taken[line.line] = max(0, min(line.possible, wanted))
        self.viewport().update()
        self.changed.emit()

    def scan(self, variant_id: int) -> bool:
        """One more of the article that was scanned; False where no line of it can come back."""
        for row, line in enumerate(self._view.lines):
            if line.variant_id == variant_id and self.taken.get(line.line, 0) < line.possible:
                self.selectRow(row)
                self.add(1)
                return True
        return False

    def take_all(self) -> None:
        for line in self._view.lines:
            self.taken[line.line] = line.possible
        self.viewport().update()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.add(1 if key == Qt.Key.Key_Plus else -1)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_6:
            self.reason_pressed.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _cells(self, row: int) -> Cells:
        line = self._view.lines[row]
        taken = self.taken.get(line.line, 0)
        return (
            " · ".join(part for part in (line.name, line.detail) if part),
            quantity_text(line.bought, line.unit),
            quantity_text(line.returned, line.unit) if line.returned else "–",
            quantity_text(line.possible, line.unit),
            quantity_text(taken, line.unit) if taken else "–",
            money_text(line.amount, self._view.currency),
        )
