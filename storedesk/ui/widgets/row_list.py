"""A list of painted rows that keeps its selection by key while rows come, go and re-sort."""

from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from storedesk.ui.theme.theme import theme

ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """What a row has to have: a key that never changes, and its text for readers."""

    @property
    def key(self) -> str: ...

    @property
    def spoken(self) -> str: ...


class RowModel(QAbstractListModel):
    """Holds frozen row objects; `spoken` of each is what a screen reader says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def put(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; where the keys are the same the view keeps its place."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """The row number of a key, -1 when it is not there."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.spoken
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row (hover, selection, focus, line below); subclasses paint the rest."""

    height = 80
    bar_left = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme().px(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme().colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().colour("subtle"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().colour("border"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_row(painter, option, index.data(ROW))
        view = option.widget
        if selected and (view.hasFocus() or theme().is_high_contrast):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            for inset in (0, 1):
                painter.setPen(theme().colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        """Nothing more than the ground; a subclass paints its kind of row."""


class RowList(QListView):
    """Arrow keys and mouse move, Enter opens. `picked` and `opened` carry the key of the row."""

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, delegate: RowDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self._is_putting = False
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(self._opened)

    @property
    def current_key(self) -> str:
        """The key of the selected row, empty when there is none."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].key if index.isValid() else ""

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Replace the rows; the selected key stays selected while it exists."""
        key, top = self.current_key, self.verticalScrollBar().value()
        self._is_putting = True
        self.rows.put(rows)
        self._is_putting = False
        if key and self.current_key != key:
            self.choose(key, tell=False)
            self.verticalScrollBar().setValue(top)

    def choose(self, key: str, tell: bool = True) -> bool:
        """Select the row of a key; False when it is not there."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        self._is_putting = not tell
        self.setCurrentIndex(self.rows.index(place))
        self._is_putting = False
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the find field, so the list does not jump to them."""

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and not self._is_putting:
            self.picked.emit(self.rows.rows[now.row()].key)

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.rows[index.row()].key)
