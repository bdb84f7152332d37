"""Tabs with counts above a list; those that do not fit go into a menu called More."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import COMPACT_HEIGHT
from storedesk.ui.widgets.drawing import box, smooth, text_width, words

_PADDING, _GAP, _BETWEEN = 10, 6, 4


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; `count` is shown after the words unless it is None; `urgent` paints it red."""

    key: str
    text: str
    count: int | None = None
    urgent: bool = False


class TabStrip(QWidget):
    """Arrow keys, mouse and `choose`; `chosen` carries the key of the tab."""

    chosen = Signal(str)

    def __init__(self, tabs: tuple[Tab, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs, self._current = tabs, tabs[0].key if tabs else ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> str:
        return self._current

    def show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Replace words and counts; the current tab stays current while it exists."""
        self._tabs = tabs
        if self._current not in {tab.key for tab in tabs}:
            self._current = tabs[0].key if tabs else ""
        self.updateGeometry()
        self.update()

    def choose(self, key: str) -> None:
        if key != self._current and key in {tab.key for tab in self._tabs}:
            self._current = key
            self.setAccessibleName(next(tab.text for tab in self._tabs if tab.key == key))
            self.update()
            self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width(tab) + _BETWEEN for tab in self._tabs), theme().px(COMPACT_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        first = self._width(self._tabs[0]) if self._tabs else 0
        return QSize(first + self._more_width(), theme().px(COMPACT_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = [tab.key for tab in self._tabs]
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        self.choose(keys[(keys.index(self._current) + step) % len(keys)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        shown, hidden = self._placed()
        for tab, place in shown:
            if place.contains(point):
                self.choose(tab.key)
                return
        if hidden and self._more_place(shown).contains(point):
            self._open_more(hidden, self._more_place(shown).bottomLeft())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        shown, hidden = self._placed()
        for tab, place in shown:
            self._paint_tab(painter, tab, place)
        if hidden:
            place = self._more_place(shown).adjusted(_PADDING, 0, 0, 0)
            words(painter, place, self._more_text(), theme().font("small", 500), "text2")

    def _paint_tab(self, painter: QPainter, tab: Tab, place: QRect) -> None:
        current = tab.key == self._current
        if current:
            outline = "accent" if theme().is_high_contrast else None
            box(painter, place, 6, "accent_soft", outline, 2)
        ink = "accent_text" if current else "text2"
        inner = place.adjusted(_PADDING, 0, 0, 0)
        drawn = words(painter, inner, tab.text, theme().font("small", 600 if current else 500), ink)
        if tab.count is not None:
            inner.adjust(drawn + _GAP, 0, 0, 0)
            token = "bad_text" if tab.urgent and tab.count else ink if current else "text3"
            words(painter, inner, str(tab.count), theme().font("label", 600), token)

    def _width(self, tab: Tab) -> int:
        count = "" if tab.count is None else str(tab.count)
        room = _GAP + text_width(count, theme().font("label", 600)) if count else 0
        return 2 * _PADDING + text_width(tab.text, theme().font("small", 600)) + room + 2

    def _placed(self) -> tuple[list[tuple[Tab, QRect]], list[Tab]]:
        """The tabs that fit with their places, the current one always among them, and the rest."""
        total = sum(self._width(tab) + _BETWEEN for tab in self._tabs) - _BETWEEN
        room = self.width() if total <= self.width() else self.width() - self._more_width()
        shown: list[tuple[Tab, QRect]] = []
        left = 0
        order = sorted(self._tabs, key=lambda tab: tab.key != self._current)
        fitting: set[str] = set()
        for tab in order:
            if left + self._width(tab) <= room or not fitting:
                fitting.add(tab.key)
                left += self._width(tab) + _BETWEEN
            else:
                break
        left = 0
        for tab in self._tabs:
            if tab.key in fitting:
                shown.append((tab, QRect(left, 0, self._width(tab), self.height())))
                left += self._width(tab) + _BETWEEN
        return shown, [tab for tab in self._tabs if tab.key not in fitting]

    def _more_text(self) -> str:
        return self.tr("More")

    def _more_width(self) -> int:
        return 2 * _PADDING + text_width(self._more_text(), theme().font("small", 600))

    def _more_place(self, shown: list[tuple[Tab, QRect]]) -> QRect:
        left = shown[-1][1].right() + _BETWEEN if shown else 0
        return QRect(left, 0, self._more_width(), self.height())

    def _open_more(self, hidden: list[Tab], at: QPoint) -> None:
        menu = QMenu(self)
        for tab in hidden:
            action = QAction(tab.text.replace("&", "&&"), menu)
            action.triggered.connect(lambda checked=False, key=tab.key: self.choose(key))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(at))
