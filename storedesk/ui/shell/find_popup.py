"""The list under the find field; it never takes the focus from the field."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import RIGHT, picture, text_width, words
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.row_list import RowDelegate, RowList
from storedesk.ui.widgets.text import Text

_MAX_SHOWN = 8


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One hit: icon, title, what it is, and something small at the right."""

    key: str
    icon: str
    title: str
    detail: str = ""
    right: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.right) if part)


class FoundDelegate(RowDelegate):
    """Paints `FoundRow`."""

    height = 44

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, FoundRow)
        rect: QRect = option.rect
        picture(painter, QRect(rect.x() + 16, rect.y(), 20, rect.height()), row.icon, 20, "text2")
        left, right = rect.x() + 48, rect.right() - 16
        small = theme().font("small")
        if row.right:
            width = text_width(row.right, small) + 1
            place = QRect(right - width, rect.y(), width, rect.height())
            words(painter, place, row.right, small, "text3", RIGHT)
            right -= width + 12
        place = QRect(left, rect.y(), right - left, rect.height())
        drawn = words(painter, place, row.title, theme().font("strong"), "text")
        place.adjust(drawn + 12, 0, 0, 0)
        words(painter, place, row.detail, small, "text3")


class FindPopup(QFrame):
    """Shown under its field; arrow keys of the field move in it, a click takes a row."""

    taken = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._owner = owner
        self._list = RowList(FoundDelegate(), self.tr("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda index: self.taken.emit(self._list.current_key))
        self._note = Text("", "small", "text3", wrap=True)
        self._note.setContentsMargins(16, 10, 16, 10)
        self.setLayout(column(self._list, self._note, spacing=0, margins=(1, 4, 1, 4)))

    @property
    def current_key(self) -> str:
        return self._list.current_key

    def show_rows(self, rows: tuple[FoundRow, ...], note: str) -> None:
        """Show hits, the first one chosen; the note says how far was searched."""
        self._list.show_rows(rows)
        if rows:
            self._list.choose(rows[0].key)
        self._list.setVisible(bool(rows))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.settle(len(rows))
        self.show()

    def settle(self, count: int) -> None:
        row = theme().px(FoundDelegate.height)
        self._list.setFixedHeight(row * min(count, _MAX_SHOWN))
        self.setFixedWidth(max(self._owner.width(), 420))
        self.adjustSize()
        self.move(self._owner.mapToGlobal(QPoint(0, self._owner.height() + 4)))

    def step(self, by: int) -> None:
        rows = self._list.rows.rows
        if rows:
            place = self._list.rows.place_of(self._list.current_key)
            self._list.choose(rows[(place + by) % len(rows)].key)
