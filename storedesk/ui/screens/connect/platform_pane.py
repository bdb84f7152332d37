"""The platforms there are, chosen by digit."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from storedesk.protocol.channel_wire import PlatformTold
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import caps_size, draw_caps, picture, words
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.row_list import RowDelegate, RowList

_HIGH = 48


@dataclass(frozen=True, slots=True)
class PlatformRow:
    key: str
    title: str
    digit: str
    is_chosen: bool

    @property
    def spoken(self) -> str:
        return f"{self.digit} {self.title}"


class PlatformDelegate(RowDelegate):
    """Digit, name, and a tick at the chosen one."""

    height = _HIGH

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, PlatformRow)
        rect: QRect = option.rect
        size: QSize = caps_size((row.digit,))
        left = rect.x() + 16
        draw_caps(painter, QRect(left, rect.y(), size.width(), rect.height()), (row.digit,))
        room = QRect(left + size.width() + 12, rect.y(), rect.width() - 90, rect.height())
        words(painter, room, row.title, theme().font("strong"), "text")
        if row.is_chosen:
            tick = QRect(rect.right() - 34, rect.y(), theme().px(18), rect.height())
            picture(painter, tick, "check", 18, "accent_text")


class PlatformList(RowList):
    """Digits choose; Enter takes the current one."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PlatformDelegate(), self.tr("Platforms"), parent)
        self.setProperty("ownKeys", "123456789")
        self.opened.connect(self.taken)
        self.clicked.connect(lambda index: self.taken.emit(self.current_key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = int(event.text()) if event.text().isdecimal() and event.text().isascii() else 0
        rows = self.rows.rows
        if 0 < number <= len(rows):
            self.choose(rows[number - 1].key, tell=False)
            self.taken.emit(rows[number - 1].key)
        else:
            super().keyPressEvent(event)


class PlatformPane(Panel):
    """``taken`` carries the name of the platform; a channel that has one keeps it."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Platform"), " ", parent=parent)
        self.list = PlatformList()
        self.body.addWidget(self.list)
        self.list.taken.connect(self.taken)

    def show_platforms(self, platforms: list[PlatformTold], chosen: str, fixed: bool) -> None:
        """``fixed``: the channel is on this platform already, the others are not offered."""
        shown = [one for one in platforms if not fixed or one.name == chosen]
        rows = tuple(
            PlatformRow(one.name, one.title, str(number), one.name == chosen)
            for number, one in enumerate(shown, 1)
        )
        self.list.show_rows(rows)
        if chosen:
            self.list.choose(chosen, tell=False)
        elif rows and not self.list.current_key:
            self.list.choose(rows[0].key, tell=False)
        many = self.tr("press 1–{last}").format(last=len(rows)) if len(rows) > 1 else ""
        self.subtitle.setText(many)
        self.list.setFixedHeight(theme().px(_HIGH) * max(1, len(rows)) + 2)
