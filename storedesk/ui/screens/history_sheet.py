"""The list of what happened on this desk since it was opened, with undo where it is still honest."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.drawing import RIGHT, picture, text_width, words
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import framed, row
from storedesk.ui.widgets.row_list import RowDelegate, RowList
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text
from storedesk.ui.widgets.toast import ToastKind

_ICONS = {ToastKind.DONE: "check", ToastKind.OFFLINE: "cloud-off", ToastKind.WARN: "alert-triangle"}
_HEIGHT = 460


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that happened: its time, its words, and whether it can still be taken back."""

    key: str
    clock: str
    text: str
    can_undo: bool
    kind: ToastKind = ToastKind.DONE

    @property
    def spoken(self) -> str:
        return f"{self.clock}, {self.text}"


class _HistoryDelegate(RowDelegate):
    """Paints ``HistoryRow``."""

    height = 48

    def __init__(self, undo_word: str) -> None:
        super().__init__()
        self._undo_word = undo_word

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, HistoryRow)
        rect: QRect = option.rect
        label = theme().font("label", 600)
        clock = theme().px(52)
        words(painter, QRect(rect.x() + 16, rect.y(), clock, rect.height()), row.clock, label, "text3")
        left = rect.x() + 16 + clock
        icon = QRect(left, rect.y(), theme().px(18), rect.height())
        picture(painter, icon, _ICONS[row.kind], 18, "warn_text" if row.kind is ToastKind.WARN else "text2")
        right = rect.right() - 16
        if row.can_undo:
            width = text_width(self._undo_word, label) + 2
            place = QRect(right - width, rect.y(), width, rect.height())
            words(painter, place, self._undo_word, label, "accent_text", RIGHT)
            right -= width + 12
        left = icon.right() + 10
        words(
            painter,
            QRect(left, rect.y(), right - left, rect.height()),
            row.text,
            theme().font("small"),
            "text",
        )


class HistorySheet(Sheet):
    """Newest first; F9 or Enter takes back the chosen row where that is possible."""

    undo_asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, 720, Context.HISTORY)
        self._list = RowList(_HistoryDelegate(self.tr("Can be undone")), self.tr("History"))
        self._list.setFixedHeight(theme().px(_HEIGHT))
        self._empty = EmptyState(
            "history",
            self.tr("Nothing yet"),
            self.tr("What is done on this desk stands here."),
            tone=Tone.INFO,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._undo = Button(self.tr("Undo"), Kind.PRIMARY, "arrow-back-up", "main", Context.HISTORY)
        close = Button(self.tr("Close"), Kind.SECOND, "", "back", Context.HISTORY)
        head = row(
            Text(self.tr("History"), "title"), None,
            Text(self.tr("on this desk, since it was opened"), "small", "text3"), margins=(20, 14, 20, 14),
        )  # fmt: skip
        self.body.addWidget(framed(head, "head"))
        self.body.addWidget(self._stack)
        self.body.addWidget(framed(row(None, close, self._undo, margins=(16, 12, 16, 12)), "foot"))
        self._list.picked.connect(lambda _: self._show_undo())
        self._list.opened.connect(lambda _: self._undo.press())
        self._undo.clicked.connect(lambda: self.undo_asked.emit(self._list.current_key))
        close.clicked.connect(lambda: self.reject())
        self.show_rows(())

    def show_rows(self, rows: tuple[HistoryRow, ...]) -> None:
        self._list.show_rows(rows)
        if rows and not self._list.current_key:
            self._list.choose(rows[0].key)
        self._stack.setCurrentWidget(self._list if rows else self._empty)
        self._show_undo()
        if rows:
            self._list.setFocus()

    def do(self, action: str) -> None:
        if action in ("main", "undo"):
            self._undo.press()
        else:
            super().do(action)

    def done(self, result: int) -> None:
        """A list that goes away says nothing more."""
        self._list.blockSignals(True)
        super().done(result)

    def _show_undo(self) -> None:
        chosen = next((one for one in self._list.rows.rows if one.key == self._list.current_key), None)
        can = isinstance(chosen, HistoryRow) and chosen.can_undo
        self._undo.set_not_yet("" if can else self.tr("This cannot be taken back here."))
