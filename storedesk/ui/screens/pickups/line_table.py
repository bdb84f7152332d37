"""The lines of a pickup under each other, with one place for the problem card below the selected line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from storedesk.desk.pickup_views import LineView
from storedesk.ui.screens.pickups.line_row import LineRow


class LineTable(QScrollArea):
    """Arrow keys select; + and Enter take one more, − puts one back. All carry the line's number."""

    more = Signal(int)
    less = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LineRow] = []
        self._selected = 0
        self._compact = False
        self._card: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownKeys", "+-\u2212")
        self.setAccessibleName(self.tr("Items"))
        inner = QWidget()
        inner.setProperty("role", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inner)

    @property
    def selected(self) -> int:
        """The number of the selected line, 0 when there is none."""
        return self._selected

    def show_lines(self, lines: tuple[LineView, ...], currency: str) -> None:
        """Replace the lines; the selected number stays selected while it exists."""
        if [row.line.line for row in self._rows] == [line.line for line in lines]:
            for row, line in zip(self._rows, lines, strict=True):
                row.set_line(line, currency, self._compact)
        else:
            self._build(lines, currency)
        if self._selected not in {line.line for line in lines}:
            first = next((line for line in lines if line.open), lines[0] if lines else None)
            self._selected = first.line if first else 0
        self._paint_states()

    def select(self, line: int) -> None:
        if line != self._selected and any(row.line.line == line for row in self._rows):
            self.close_card()
            self._selected = line
            self._paint_states()
            row = self._row()
            if row is not None:
                self.ensureWidgetVisible(row, 0, 8)

    def open_card(self, card: QWidget) -> None:
        """Put a card under the selected line; it is given away when the card closes."""
        self.close_card()
        row = self._row()
        if row is None:
            return
        self._card = card
        self._column.insertWidget(self._column.indexOf(row) + 1, card)
        self._paint_states()
        card.show()
        self._column.activate()
        self.ensureWidgetVisible(card, 0, 0)

    def close_card(self) -> bool:
        """Take the open card away; False when there is none."""
        if self._card is None:
            return False
        card, self._card = self._card, None
        card.hide()
        self._column.removeWidget(card)
        card.setParent(None)
        card.deleteLater()
        self._paint_states()
        return True

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        for row in self._rows:
            row.set_line(row.line, row._currency, compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected:
            self.more.emit(self._selected)
        elif key in (Qt.Key.Key_Minus, 0x2212) and self._selected:
            self.less.emit(self._selected)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._paint_states()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_states()

    def _build(self, lines: tuple[LineView, ...], currency: str) -> None:
        self.close_card()
        for row in self._rows:
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows = [LineRow(line, currency, self._compact) for line in lines]
        for index, row in enumerate(self._rows):
            self._column.insertWidget(index, row)
            row.pressed.connect(self._pressed)

    def _pressed(self, line: int) -> None:
        self.select(line)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _row(self) -> LineRow | None:
        return next((row for row in self._rows if row.line.line == self._selected), None)

    def _step(self, by: int) -> None:
        numbers = [row.line.line for row in self._rows]
        if numbers:
            place = numbers.index(self._selected) + by if self._selected in numbers else 0
            self.select(numbers[max(0, min(len(numbers) - 1, place))])

    def _paint_states(self) -> None:
        for row in self._rows:
            chosen = row.line.line == self._selected
            row.set_state(chosen, self.hasFocus(), chosen and self._card is not None)
