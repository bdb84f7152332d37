"""A table of many records, painted row by row: it asks for what is on the screen and for nothing else."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from storedesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
Cells = tuple[str, ...]
_PAD = 12
_ROW_HEIGHT = 36


class RecordColumn(NamedTuple):
    """A column's title; ``width`` in px at scale 1, None for the one that takes what the others leave."""

    title: str
    width: int | None = None
    at_right: bool = False


class RecordModel(QAbstractTableModel):
    """``cells_of`` is asked for a row's texts when it is painted, so that a million rows need not be texts."""

    def __init__(self, columns: Sequence[RecordColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._count = 0
        self._cells_of: Callable[[int], Cells] = lambda row: ()

    def put(self, count: int, cells_of: Callable[[int], Cells]) -> None:
        """Other rows: so many, and how the texts of one are made."""
        self.beginResetModel()
        self._count, self._cells_of = count, cells_of
        self.endResetModel()

    def cells(self, row: int) -> Cells:
        return self._cells_of(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """For readers; painting does not come here."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return self._cells_of(index.row())[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].at_right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class RecordTable(QTableView):
    """Rows are chosen whole. ``picked`` and ``opened`` carry the row's number; Enter or a double click opens."""

    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, columns: Sequence[RecordColumn], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = RecordModel(columns, self)
        self.setModel(self.records)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme().px(_ROW_HEIGHT))
        self._size_columns()
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def show_rows(self, count: int, cells_of: Callable[[int], Cells]) -> None:
        """Replaces all rows; nothing is chosen afterwards."""
        self.records.put(count, cells_of)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the find field, so the table does not jump to them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(theme().font("body"))
        metrics = QFontMetrics(painter.font())
        painter.fillRect(event.rect(), theme().colour("panel"))
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            last = self.records.rowCount() - 1 if last < 0 else last
            self._paint_rows(painter, metrics, first, last)
        painter.end()

    def _paint_rows(self, painter: QPainter, metrics: QFontMetrics, first: int, last: int) -> None:
        places = [
            (self.columnViewportPosition(number) + _PAD, self.columnWidth(number) - 2 * _PAD, column.at_right)
            for number, column in enumerate(self.records.columns)
        ]
        height, width = self.rowHeight(first), self.viewport().width()
        top, current = self.rowViewportPosition(first), self.currentIndex().row()
        base = (height + metrics.ascent() - metrics.descent()) // 2
        ink, line, chosen = (theme().colour(token) for token in ("text", "border", "accent_soft"))
        for row in range(first, last + 1):
            if row == current:
                painter.fillRect(0, top, width, height, chosen)
            painter.fillRect(0, top + height - 1, width, 1, line)
            painter.setPen(ink)
            for (left, room, at_right), text in zip(places, self.records.cells(row), strict=True):
                drawn = metrics.horizontalAdvance(text)
                if drawn > room:
                    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                    drawn = room
                painter.drawText(left + room - drawn if at_right else left, top + base, text)
            top += height
        if self.hasFocus() and first <= current <= last:
            self._paint_focus(painter, QRect(0, self.rowViewportPosition(current), width, height))

    def _paint_focus(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(theme().colour("accent"))
        for inset in (0, 1):
            painter.drawRect(place.adjusted(inset, inset, -inset - 1, -inset - 1))

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(self.records.columns):
            if column.width is None:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(number, theme().px(column.width))

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(now.row())
