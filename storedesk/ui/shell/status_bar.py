"""The bar at the bottom: what the keys do on this screen, how old the oldest unsent change is, the printer."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from storedesk.ui.shell.shell_state import ShellState
from storedesk.ui.shortcuts import Context, Shortcut, caps, own_shortcuts
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import STATUS_BAR_HEIGHT
from storedesk.ui.widgets.drawing import caps_size, draw_caps, smooth, text_width, words
from storedesk.ui.widgets.layouts import row
from storedesk.ui.widgets.text import IconLabel, Text

_GAP, _INNER = 16, 6


class KeyHints(QWidget):
    """Key caps and words, painted; hints that do not fit whole are left out from the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Shortcut, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_context(self, context: Context) -> None:
        rows = own_shortcuts(context) or own_shortcuts(Context.GLOBAL)
        self._rows = tuple(row for row in rows if row.shown)
        self.setAccessibleName(", ".join(f"{' '.join(caps(r.key))} {r.text}" for r in self._rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        font = theme().font("label")
        left = 0
        for hint in self._rows:
            keys, wide = caps(hint.key), text_width(hint.text, font)
            room = caps_size(keys).width() + _INNER + wide
            if left + room > self.width():
                break
            draw_caps(painter, QRect(left, 0, room, self.height()), keys)
            at = QRect(left + room - wide, 0, wide + 1, self.height())
            words(painter, at, hint.text, font, "text2")
            left += room + _GAP


class StatusBar(QFrame):
    """Key hints at the left; the oldest unsent change, printer and desk at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setFixedHeight(theme().px(STATUS_BAR_HEIGHT))
        self.hints = KeyHints()
        self._unsent_icon = IconLabel("hourglass", 16, "text2")
        self._unsent = Text("", "label", "text2")
        self._printer_icon = IconLabel("printer", 16, "text2")
        self._printer = Text("", "label", "text2")
        self._desk_icon = IconLabel("device-desktop", 16, "text2")
        self._desk = Text("", "label", "text2")
        self._version = Text("", "label", "text2")
        layout = row(spacing=6, margins=(16, 0, 16, 0))
        layout.addWidget(self.hints, 1)
        for widget, space in (
            (self._unsent_icon, 8),
            (self._unsent, 0),
            (self._printer_icon, 8),
            (self._printer, 0),
            (self._desk_icon, 8),
            (self._desk, 0),
            (self._version, 8),
        ):
            layout.addSpacing(space)
            layout.addWidget(widget)
        self.setLayout(layout)

    def show_state(self, state: ShellState) -> None:
        self._show_unsent(state.oldest_unsent, state.unsent_is_old)
        ok = state.printer_ok
        self._printer_icon.set_icon("printer" if ok else "printer-off", "text2" if ok else "warn_text")
        self._printer.setText(self.tr("Slip printer ok") if ok else self.tr("Slip printer stopped"))
        self._printer.set_tone("text2" if ok else "warn")
        self._desk.setText(state.desk)
        self._version.setText(state.version)

    def _show_unsent(self, age: str, is_old: bool) -> None:
        self._unsent_icon.set_icon(
            "clock-exclamation" if is_old else "hourglass", "warn_text" if is_old else "text2"
        )
        self._unsent.setText(self.tr("Oldest unsent: {age}").format(age=age) if age else "")
        self._unsent.set_tone("warn" if is_old else "text2")
        for widget in (self._unsent_icon, self._unsent):
            widget.setVisible(bool(age))

    def set_compact(self, compact: bool) -> None:
        self._version.setVisible(not compact)
