"""The field that scans and typed words go to, on every screen."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from storedesk.ui.shell.find_popup import FindPopup, FoundRow
from storedesk.ui.shortcuts import Context, shortcut_for
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import CONTROL_HEIGHT, RADIUS_CONTROL
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.drawing import box, smooth
from storedesk.ui.widgets.key_cap import KeyCap
from storedesk.ui.widgets.layouts import row
from storedesk.ui.widgets.text import IconLabel

_PAUSE_MS, _FLASH_MS, _MAX_LENGTH = 80, 150, 200


class FindField(QWidget):
    """`searched` after a pause in typing, `chosen` with the key of a hit, `left` when it is done."""

    searched = Signal(str)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = QLineEdit()
        self.editor.setProperty("bare", True)
        self.editor.setMaxLength(_MAX_LENGTH)
        self.editor.setFont(theme().font("body"))
        self.editor.setAccessibleName(self.tr("Scan or search"))
        self._chip = Chip(self.tr("Ready to scan"), Tone.OK, "scan")
        self._cap = KeyCap(_key_of("find"))
        self.popup = FindPopup(self)
        self._answered, self._takes_first, self._flash = "", False, ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._search)
        self._flashing = QTimer(self)
        self._flashing.setSingleShot(True)
        self._flashing.timeout.connect(self._calm)
        self.setFixedHeight(theme().px(CONTROL_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner = row(IconLabel("scan", 20, "text2"), spacing=10, margins=(12, 0, 8, 0))
        inner.addWidget(self.editor, 1)
        inner.addWidget(self._chip)
        inner.addWidget(self._cap)
        self.setLayout(inner)
        self.setFocusProxy(self.editor)
        self.editor.installEventFilter(self)
        self.editor.textEdited.connect(self._edited)
        self.popup.taken.connect(self._take)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        self.editor.setPlaceholderText(
            self.tr("Scan or search")
            if compact
            else self.tr("Scan or search: order, phone, name, SKU, EAN, bin")
        )
        self._chip.set(self.tr("Ready") if compact else self.tr("Ready to scan"), Tone.OK, "scan")

    def start(self) -> None:
        """Take the focus and select all: the meaning of F2."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.selectAll()

    def type_in(self, text: str) -> None:
        """A letter typed elsewhere: it starts a new search here."""
        if not self.editor.hasFocus():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editor.clear()
        self.editor.insert(text)
        self._edited(self.editor.text())

    def show_found(self, text: str, rows: tuple[FoundRow, ...], note: str = "") -> None:
        """Answer a search; an answer to words that are no longer there is dropped."""
        if text != self.editor.text().strip():
            return
        self._answered = text
        if self._takes_first and rows:
            self._take(rows[0].key)
            return
        self._takes_first = False
        if self.editor.hasFocus():
            self.popup.show_rows(rows, note)

    def show_scan(self, code: str, accepted: bool) -> None:
        """Show for a moment that a scan came in, or that nobody knows it."""
        self._flash = "ok" if accepted else "bad"
        self._chip.set(
            code if len(code) <= 24 else code[:23] + "…", Tone.OK if accepted else Tone.BAD, "scan"
        )
        self.update()
        self._flashing.start(_FLASH_MS if accepted else 20 * _FLASH_MS)

    def forget(self) -> None:
        """Leave nothing of what was typed, scanned or found."""
        self._clear()
        self._calm()

    def escape(self) -> bool:
        """One step back: close the list and clear, then leave; False when there was nothing to do."""
        if not (self.editor.hasFocus() or self.popup.isVisible()):
            return False
        if self.editor.text():
            self._clear()
        else:
            self.left.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.popup.hide()
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        focus = self.editor.hasFocus()
        edge = self._flash or ("accent" if focus else "ctl")
        box(painter, self.rect(), RADIUS_CONTROL, "panel", edge, 2 if focus or self._flash else 1)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.popup.isVisible():
            self.popup.step(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.editor.text().strip():
            if self.popup.isVisible() and self._answered == self.editor.text().strip():
                self._take(self.popup.current_key)
            else:
                self._takes_first = True
                self._pause.stop()
                self._search()
            return True
        return False

    def _edited(self, text: str) -> None:
        self._takes_first = False
        if text.strip():
            self._pause.start(_PAUSE_MS)
        else:
            self._pause.stop()
            self.popup.hide()

    def _search(self) -> None:
        self.searched.emit(self.editor.text().strip())

    def _take(self, key: str) -> None:
        if key:
            self._clear()
            self.chosen.emit(key)
            self.left.emit()

    def _clear(self) -> None:
        self._pause.stop()
        self._takes_first, self._answered = False, ""
        self.editor.clear()
        self.popup.hide()

    def _calm(self) -> None:
        self._flashing.stop()
        self._flash = ""
        compact = self.editor.placeholderText() == self.tr("Scan or search")
        self.set_compact(compact)
        self.update()


def _key_of(action: str) -> str:
    shortcut = shortcut_for(Context.GLOBAL, action)
    return shortcut.key if shortcut else ""
