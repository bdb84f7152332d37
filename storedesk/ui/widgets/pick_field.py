"""A field in which somebody types a part of a name and takes one of the hits below it with Enter."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.ui.shell.find_popup import FindPopup, FoundRow

_PAUSE_MS, _MAX_LENGTH = 80, 120
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickField(QLineEdit):
    """``searched`` after a pause in typing, ``taken`` with the key of a hit; ``passed_on`` carries keys that an
    empty field leaves to what stands above it. Enter before the answer waits for it, and takes its first."""

    searched = Signal(str)
    taken = Signal(str)
    passed_on = Signal(int, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_MAX_LENGTH)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.popup = FindPopup(self)
        self.popup.taken.connect(self._take)
        self.shows_all = False
        """Whether an empty field lists hits too, as soon as it has the focus."""
        self._answered, self._takes_first = "", False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._edited)

    def show_found(self, text: str, rows: tuple[FoundRow, ...], note: str = "") -> None:
        """Answers a search; an answer to words that are no longer there is dropped."""
        if text != self.text().strip():
            return
        self._answered = text
        if self._takes_first and rows:
            self._take(rows[0].key)
            return
        self._takes_first = False
        if self.hasFocus():
            self.popup.show_rows(rows, note)

    def forget(self) -> None:
        self._pause.stop()
        self._takes_first, self._answered = False, ""
        self.clear()
        self.popup.hide()

    def escape(self) -> bool:
        """One step back: closes the list and clears; False when there was nothing to do."""
        if not (self.text() or self.popup.isVisible()):
            return False
        self.forget()
        return True

    def event(self, event: QEvent) -> bool:
        """With nothing typed, Ctrl+Z belongs to the window: it takes back what was done, not what was typed."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and not self.text() and event.matches(QKeySequence.StandardKey.Undo):  # type: ignore[attr-defined]
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), self.text().strip()
        if key in _STEPS and self.popup.isVisible():
            self.popup.step(_STEPS[key])
        elif key in _ENTER and (text or self.popup.isVisible()):
            self._enter(text)
        elif not text and (key in (*_STEPS, Qt.Key.Key_Delete) or event.text() in ("+", "-")):
            self.passed_on.emit(event.key(), event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.shows_all and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._search()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.popup.hide()

    def _enter(self, text: str) -> None:
        if self.popup.isVisible() and self._answered == text:
            self._take(self.popup.current_key)
        else:
            self._takes_first = True
            self._pause.stop()
            self._search()

    def _edited(self, text: str) -> None:
        self._takes_first = False
        if text.strip() or self.shows_all:
            self._pause.start(_PAUSE_MS)
        else:
            self._pause.stop()
            self.popup.hide()

    def _search(self) -> None:
        self.searched.emit(self.text().strip())

    def _take(self, key: str) -> None:
        if key:
            self.forget()
            self.taken.emit(key)
