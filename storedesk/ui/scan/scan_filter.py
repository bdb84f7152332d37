"""Sees every key first: scanner bursts become `scanned`, letters without an editor become `typed`."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from storedesk.ui.scan.burst_detector import BurstDetector, BurstRules, Decision
from storedesk.ui.scan.editor_snapshot import editor_in, snapshot

GROUP_SEPARATOR = "\x1d"
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)


def claims(widget: QWidget | None, char: str) -> bool:
    """Whether a focused widget without an editor reads this character itself (property `ownKeys`)."""
    own = widget.property("ownKeys") if widget is not None else None
    return isinstance(own, str) and char in own


class ScanFilter(QObject):
    """An event filter on the application; it belongs to the thread of the window."""

    scanned = Signal(str)
    """A code, as the scanner sent it, without its prefix and ending."""
    typed = Signal(str)
    """A character typed while nothing on the screen reads it: it belongs to the find field."""

    def __init__(self, app: QApplication, rules: BurstRules | None = None) -> None:
        super().__init__(app)
        self._detector = BurstDetector(rules)
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._put_back: Callable[[], None] | None = None
        self._is_replaying = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._let_events_in)
        self._let_in = QTimer(self)
        self._let_in.setSingleShot(True)
        self._let_in.timeout.connect(self._silence)
        app.installEventFilter(self)

    @property
    def slowest_gap_ms(self) -> int:
        """The longest silence between two characters of the scan that was just told."""
        return self._detector.slowest_gap_ms

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and self._held:
            self._act(self._detector.stop())
        if kind != QEvent.Type.KeyPress or self._is_replaying or watched is not _target():
            return False
        assert isinstance(event, QKeyEvent)
        assert isinstance(watched, QWidget)
        return self._key(watched, event)

    def flush(self) -> None:
        """Give back at once what is held, as typed."""
        self._act(self._detector.stop())

    def _key(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Handle one key press; True keeps it from the widget."""
        at_ms = event.timestamp()
        if event.key() in _MODIFIERS:
            return False
        if event.key() in _ENDS and not event.isAutoRepeat():
            decision = self._detector.end(at_ms)
            self._act(decision)
            return bool(decision.code) or self._follow(widget, event)
        text = event.text()
        is_character = len(text) == 1 and (text.isprintable() or text == GROUP_SEPARATOR)
        editor = editor_in(widget)
        lone_space = text == " " and editor is None and not self._detector.holds
        if not is_character or event.isAutoRepeat() or lone_space:
            self._act(self._detector.stop())
            return is_character and not lone_space and self._pass_on(widget, text)
        hold_first = editor is None or bool(widget.property("holdKeys"))
        decision = self._detector.character(text, at_ms, hold_first)
        self._act(decision)
        if decision.starts:
            self._put_back = snapshot(editor) if editor is not None else None
        if decision.hold:
            self._hold(widget, event)
        return decision.hold

    def _follow(self, widget: QWidget, event: QKeyEvent) -> bool:
        """A short run that was typed elsewhere takes its Enter along."""
        now = _target()
        if now is None or now is widget:
            return False
        self._is_replaying = True
        QApplication.sendEvent(now, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        self._is_replaying = False
        return True

    def _pass_on(self, widget: QWidget, char: str) -> bool:
        """A character that is no part of a run: the widget's own, or the find field's."""
        if editor_in(widget) is not None or claims(widget, char):
            return False
        self.typed.emit(char)
        return True

    def _hold(self, widget: QWidget, event: QKeyEvent) -> None:
        kept = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
        self._held.append((widget, kept))
        self._timer.start(self._detector.allowed_gap_ms + 1)

    def _act(self, decision: Decision) -> None:
        """Do what the detector decided about the keys so far."""
        if not decision.code and not decision.release:
            return
        self._timer.stop()
        held, self._held = self._held, []
        if decision.code:
            put_back, self._put_back = self._put_back, None
            if put_back is not None:
                put_back()
            self.scanned.emit(decision.code)
            return
        self._is_replaying = True
        for widget, event in held:
            self._replay(widget, event)
        self._is_replaying = False

    def _replay(self, typed_in: QWidget, event: QKeyEvent) -> None:
        """To what reads it where the focus is now, or else to the editor that it was typed in."""
        reader = next((widget for widget in (_target(), typed_in) if _reads(widget, event.text())), None)
        if reader is not None:
            QApplication.sendEvent(reader, event)
        else:
            self.typed.emit(event.text())

    def _let_events_in(self) -> None:
        """After a stall, keys may still wait in the queue: let them be seen before giving up."""
        self._let_in.start(0)

    def _silence(self) -> None:
        if self._held and not self._timer.isActive():
            self._act(self._detector.silence())


def _reads(widget: QWidget | None, char: str) -> bool:
    shown = widget is not None and isValid(widget) and widget.isVisible()
    return shown and (editor_in(widget) is not None or claims(widget, char))


def _target() -> QWidget | None:
    """The widget that a key press is delivered to first."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        inner: QWidget | None = popup.focusWidget()
        return inner if inner is not None else popup
    focused = QApplication.focusWidget()
    return focused if focused is not None else QApplication.activeWindow()
