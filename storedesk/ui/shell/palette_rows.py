"""The rows of the command palette: what can be done here, by which key, and what was found."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from storedesk.ui.shell.shell_state import Place, place_icon
from storedesk.ui.shortcuts import Context, caps, shortcuts_in
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import caps_size, draw_caps, picture, words
from storedesk.ui.widgets.row_list import RowDelegate

_ICONS = {
    "help": "help",
    "find": "search",
    "why": "info-circle",
    "take_all": "check",
    "sync_now": "refresh",
    "problem": "alert-triangle",
    "second": "arrow-right",
    "main": "circle-check",
    "lock": "lock",
    "print": "printer",
    "undo": "arrow-back-up",
    "history": "history",
    "new_quote": "file-invoice",
    "ship": "home-move",
}
_LEFT_OUT = ("palette", "back", "next_pane", "previous_pane")


@dataclass(frozen=True, slots=True)
class CommandRow:
    """An action with its key, or a hit; `blocked` is the reason why it cannot be done now."""

    key: str
    icon: str
    title: str
    detail: str = ""
    shortcut: str = ""
    blocked: str = ""
    is_found: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.blocked, self.shortcut) if part)


def commands_in(context: Context) -> tuple[CommandRow, ...]:
    """What the keys of a context do, the screen's own first; keys a widget reads itself are left out."""
    rows = [row for row in shortcuts_in(context) if row.routed and row.action not in _LEFT_OUT]
    return tuple(
        CommandRow(row.action, _icon(row.action), row.text, _group(row.action), row.key)
        for row in rows
        if not row.action.startswith("tab_")
    )


def matching(rows: tuple[CommandRow, ...], text: str) -> tuple[CommandRow, ...]:
    """The rows that hold every typed word, accents and capitals aside."""
    wanted = _folded(text).split()
    return tuple(row for row in rows if all(word in _folded(f"{row.title} {row.detail}") for word in wanted))


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _group(action: str) -> str:
    if action.startswith("go_"):
        return QCoreApplication.translate("Palette", "Go to")
    return ""


def _icon(action: str) -> str:
    if action.startswith("go_"):
        return place_icon(Place(action[3:]))
    return _ICONS.get(action, "chevron-right")


class CommandDelegate(RowDelegate):
    """Paints `CommandRow`."""

    height = 44

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, CommandRow)
        rect: QRect = option.rect
        ink = "text3" if row.blocked else "text"
        picture(painter, QRect(rect.x() + 20, rect.y(), 20, rect.height()), row.icon, 20, "text2")
        right = rect.right() - 16
        if row.shortcut:
            keys = caps(row.shortcut)
            width = caps_size(keys).width()
            draw_caps(painter, QRect(right - width, rect.y(), width, rect.height()), keys)
            right -= width + 12
        place = QRect(rect.x() + 52, rect.y(), right - rect.x() - 52, rect.height())
        drawn = words(painter, place, row.title, theme().font("strong"), ink)
        place.adjust(drawn + 12, 0, 0, 0)
        words(painter, place, row.blocked or row.detail, theme().font("small"), "text3")
