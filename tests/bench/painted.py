"""Waiting for paint, and scanning as a keyboard scanner does, in the window's own process."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.ui.screens.stock.variant_pane import VariantPane


class PaintMarks(QObject):
    """Tells of the first paint of each named class of widget, from before there is a window."""

    def __init__(self, names: dict[str, str], mark: Callable[[str], None]) -> None:
        self._app = QApplication.instance() or QApplication([])
        super().__init__(self._app)
        self._names, self._mark, self._seen = names, mark, dict[str, Any]()
        self._app.installEventFilter(self)

    async def wait_for(self, name: str) -> Any:
        """The widget whose first paint has this name."""
        while name not in self._seen:
            await asyncio.sleep(0.005)
        return self._seen[name]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            name = self._names.pop(type(watched).__name__, "")
            if name:
                QTimer.singleShot(0, lambda: self._painted(name, watched))
        return False

    def _painted(self, name: str, widget: QObject) -> None:
        """After the paint, not before it: the filter sees the event first."""
        self._mark(name)
        self._seen[name] = widget
        if not self._names:
            self._app.removeEventFilter(self)


class NextPaint(QObject):
    """``done`` is set after the next paint of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self._widget.removeEventFilter(self)
        if not self.done.done():
            self.done.set_result(None)


async def scan_and_paint(window: Any, codes: list[str]) -> list[float]:
    """Microseconds from a scan's last key to the paint of its article, for each code."""
    pane = window.stock.screen.findChild(VariantPane)
    took = []
    for code in codes:
        painted = NextPaint(pane)
        begun = _type(code)
        await asyncio.wait_for(painted.done, 5)
        took.append((time.perf_counter() - begun) * 1e6)
        await asyncio.sleep(0.02)
    return took


def _type(code: str) -> float:
    """Sends the keys of a scanner to whatever has the focus; the moment before the last one."""
    for char in code:
        _press(ord(char), char)
    begun = time.perf_counter()
    _press(int(Qt.Key.Key_Return), "\r")
    return begun


def _press(key: int, text: str) -> None:
    target = QApplication.focusWidget() or QApplication.activeWindow()
    if target is None:
        raise RuntimeError("No window takes keys")
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
