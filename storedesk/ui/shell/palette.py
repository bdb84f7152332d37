"""The command palette over the window: everything that can be done here, by typing a part of it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from storedesk.ui.shell.palette_rows import CommandDelegate, CommandRow, matching
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.key_cap import KeyCap
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.text import IconLabel, Text

_SCRIM = QColor(10, 14, 20, 117)
_WIDTH, _MAX_ROWS, _PAUSE_MS, _MAX_LENGTH = 760, 9, 80, 200


class Palette(QWidget):
    """`chosen` carries an action, `found` the key of a hit, `searched` what to look for."""

    chosen = Signal(str)
    found = Signal(str)
    searched = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._commands: tuple[CommandRow, ...] = ()
        self._hits: tuple[CommandRow, ...] = ()
        self._opener: QWidget | None = None
        self._editor = QLineEdit()
        self._editor.setProperty("bare", True)
        self._editor.setMaxLength(_MAX_LENGTH)
        self._editor.setFont(theme().font("large"))
        self._editor.setAccessibleName(self.tr("Command"))
        self._list = RowList(CommandDelegate(), self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Text("", "body", "text3")
        self._none.setContentsMargins(20, 16, 20, 16)
        self._frame = self._make_frame()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self._editor.text().strip()))
        self._editor.installEventFilter(self)
        self._editor.textChanged.connect(self._typed)
        self._list.clicked.connect(lambda index: self._take())
        window.installEventFilter(self)
        self.hide()

    @property
    def commands(self) -> tuple[CommandRow, ...]:
        """What it offers, hits aside."""
        return self._commands

    def open(self, commands: tuple[CommandRow, ...], placeholder: str = "") -> None:
        """Show it over the window with these commands, the field empty and focused."""
        self._opener = QApplication.focusWidget()
        self._commands, self._hits = commands, ()
        self._editor.setPlaceholderText(placeholder or self.tr("Type a command, an order or an article"))
        self._editor.clear()
        self._show_rows()
        self._settle()
        self.show()
        self.raise_()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_again(self) -> None:
        """Take it away; the focus returns to where it was."""
        self._pause.stop()
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self._opener = None

    def show_hits(self, text: str, hits: tuple[CommandRow, ...]) -> None:
        """Answer a search; dropped when something else is typed by now."""
        if self.isVisible() and text == self._editor.text().strip():
            self._hits = hits
            self._show_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._settle()
        if watched is self._editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._frame.geometry().contains(event.position().toPoint()):
            self.close_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _SCRIM)

    def _make_frame(self) -> QFrame:
        head = row(IconLabel("search", 22, "text"), spacing=12, margins=(20, 14, 18, 14))
        head.addWidget(self._editor, 1)
        head.addWidget(KeyCap("Esc"))
        foot = row(spacing=8, margins=(20, 10, 20, 10))
        for key, text in (("Updown", self.tr("choose")), ("Return", self.tr("do"))):
            foot.addWidget(KeyCap(key))
            foot.addWidget(Text(text, "small", "text2"))
            foot.addSpacing(8)
        foot.addStretch(1)
        body = column(framed(head, "head"), self._list, self._none, spacing=0, margins=(1, 1, 1, 1))
        end = framed(foot, "subtle")
        end.setProperty("corner", "dialog")
        body.addWidget(end)
        frame = framed(body, "dialog")
        frame.setParent(self)
        return frame

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rows = self._list.rows.rows
            if rows:
                place = self._list.rows.place_of(self._list.current_key) + (
                    1 if key == Qt.Key.Key_Down else -1
                )
                self._list.choose(rows[place % len(rows)].key)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        return False

    def _typed(self, text: str) -> None:
        self._hits = ()
        self._show_rows()
        if text.strip():
            self._pause.start()

    def _show_rows(self) -> None:
        text = self._editor.text()
        rows = matching(self._commands, text) + self._hits
        self._list.show_rows(rows)
        if rows:
            self._list.choose(rows[0].key)
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText(self.tr("Nothing is called “{text}”.").format(text=text.strip()[:40]))
        self._list.setFixedHeight(theme().px(CommandDelegate.height) * min(len(rows), _MAX_ROWS))
        self._settle()

    def _take(self) -> None:
        taken = next((one for one in self._list.rows.rows if one.key == self._list.current_key), None)
        if not isinstance(taken, CommandRow) or taken.blocked:
            return
        self.close_again()
        (self.found if taken.is_found else self.chosen).emit(taken.key)

    def _settle(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(QRect(QPoint(0, 0), window.size()))
        width = min(theme().px(_WIDTH), self.width() - 32)
        self._frame.setFixedWidth(width)
        self._frame.adjustSize()
        self._frame.move((self.width() - width) // 2, min(112, self.height() // 8))
