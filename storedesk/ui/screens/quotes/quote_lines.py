"""The lines of a quote as a painted table with an editor over one cell; the keys of its lines."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from storedesk.desk.quote_views import QuoteLineView, QuoteView
from storedesk.ui.screens.quotes.quote_line_row import (
    EDITED,
    GIVE_WAY,
    LEAST_ITEM,
    PAD,
    Col,
    cells_of,
    column_title,
    paint_line,
    widths_of,
)
from storedesk.ui.screens.quotes.quote_words import percent_text
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.record_table import RecordColumn, RecordTable

_ROW = 54
_LESS, _MORE = ("-", "\u2212"), ("+",)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class CellEditor(QLineEdit):
    """Over a cell; Enter and leaving it both commit what is written."""

    committed = Signal(str, bool)
    """The text, and whether Enter was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("compact", True)
        self.setMaxLength(16)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes no further: the table below would open the line."""
        if event.key() in _ENTER:
            self.finish(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.finish(False)

    def finish(self, by_enter: bool) -> None:
        if self.isVisible():
            self.hide()
            self.committed.emit(self.text(), by_enter)


class QuoteLines(RecordTable):
    """``quantity_typed`` and ``discount_typed`` carry the line's place and the text; ``stepped`` a place and +1 or
    -1; ``removed`` a place; ``left`` says that an edit ended by a key, so that the next article can come."""

    quantity_typed = Signal(int, str)
    discount_typed = Signal(int, str)
    stepped = Signal(int, int)
    removed = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines: tuple[QuoteLineView, ...] = ()
        self._currency, self._editable = "", False
        self._editing: tuple[int, Col] | None = None
        columns = [
            RecordColumn(column_title(one), None if one == Col.ITEM else 80, one > Col.STOCK) for one in Col
        ]
        super().__init__(columns, QCoreApplication.translate("Quotes", "Lines of the quote"), parent)
        self.editor = CellEditor(self.viewport())
        self.editor.committed.connect(self._committed)
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW))

    @property
    def place(self) -> int:
        """The chosen line, from 0; -1 for none."""
        return self.currentIndex().row()

    def show_lines(self, view: QuoteView, editable: bool) -> None:
        """Other lines; the chosen one stays, and so does an editor that is open on a line that still is."""
        place = self.place
        self._lines, self._currency, self._editable = view.lines, view.totals.currency, editable
        self.setProperty("ownKeys", "+-\u22120123456789" if editable else "")
        self.show_rows(len(view.lines), lambda row: cells_of(view.lines[row], view.totals.currency))
        self._fit()
        if view.lines:
            self.selectRow(min(max(place, 0), len(view.lines) - 1))
        self._place_editor()

    def edit_cell(self, place: int, column: Col, typed: str = "") -> None:
        """Opens the editor over a quantity or discount, with what was typed already."""
        self.editor.finish(False)
        if not self._editable or column not in EDITED or not 0 <= place < len(self._lines):
            return
        line = self._lines[place]
        figure = quantity_text(line.quantity, line.unit) if column == Col.QTY else percent_text(line.discount)
        self.selectRow(place)
        self._editing = (place, column)
        self.editor.setText(typed or figure.removesuffix("\u00a0%"))
        self.editor.setAccessibleName(f"{column_title(column)}, {line.name}")
        self._place_editor()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if not typed:
            self.editor.selectAll()

    def cancel(self) -> bool:
        """Closes the editor and keeps what was; False where none is open."""
        if self._editing is None:
            return False
        self._editing = None
        self.editor.hide()
        self.left.emit()
        return True

    def press(self, key: int, text: str) -> bool:
        """A key for the chosen line, also from the field below; False where it means nothing."""
        if key in _ARROWS and self._lines:
            by = -1 if key == Qt.Key.Key_Up else 1
            self.selectRow(min(max(self.place + by, 0), len(self._lines) - 1))
        elif not self._editable or self.place < 0:
            return False
        elif text and text in _MORE + _LESS:
            self.stepped.emit(self.place, 1 if text in _MORE else -1)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(self.place)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if self._editable and text.isascii() and text.isdigit() and self.place >= 0:
            self.edit_cell(self.place, Col.QTY, text)
        elif event.key() in _ARROWS or not self.press(event.key(), text):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_editor()

    def _committed(self, text: str, by_enter: bool) -> None:
        editing, self._editing = self._editing, None
        if editing is not None:
            place, column = editing
            (self.quantity_typed if column == Col.QTY else self.discount_typed).emit(place, text)
        if by_enter:
            self.left.emit()

    def _place_editor(self) -> None:
        if self._editing is None:
            return
        place, column = self._editing
        if place >= len(self._lines):
            self.cancel()
            return
        cell = self.visualRect(self.model().index(place, column))
        self.editor.setGeometry(cell.adjusted(4, 8, -4, -8))
        self.editor.show()

    def _fit(self) -> None:
        """Each figure gets the room it needs, the item what is left; columns go before it starves."""
        wanted = widths_of(self._lines, self._currency)
        shown, header = dict(wanted), self.horizontalHeader()
        for column in GIVE_WAY:
            if self.viewport().width() - sum(shown.values()) >= theme().px(LEAST_ITEM):
                break
            del shown[column]
        for column, width in wanted.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
            self.setColumnHidden(column, column not in shown)

    def _paint_rows(self, painter: QPainter, metrics: QFontMetrics, first: int, last: int) -> None:
        width, current = self.viewport().width(), self.place
        for row in range(first, min(last, len(self._lines) - 1) + 1):
            whole = QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))
            if row == current:
                painter.fillRect(whole, theme().colour("accent_soft"))
            painter.fillRect(0, whole.bottom(), width, 1, theme().colour("border"))
            paint_line(painter, self._lines[row], self._currency, self._places(whole), self._editable)
            if row == current and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                self._paint_focus(painter, whole)

    def _places(self, whole: QRect) -> dict[Col, QRect]:
        return {
            column: QRect(
                self.columnViewportPosition(column) + PAD, whole.y(),
                self.columnWidth(column) - 2 * PAD, whole.height() - 1,
            )
            for column in Col
            if not self.isColumnHidden(column)
        }  # fmt: skip
