"""Waiting for paint, and scanning as a keyboard scanner does, in the window's own process."""

import asyncio
import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.ui.screens.stock.variant_pane import VariantPane


class _Watch(QObject):
    """Told of each paint of one widget; ``wanted`` says which of them counts."""

    def __init__(self, widget: QWidget, done: "asyncio.Future[None]") -> None:
        super().__init__(widget)
        self._widget, self._done = widget, done
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._done.done():
            asyncio.get_running_loop().call_soon(self._finish)
        return False

    def _finish(self) -> None:
        """After the paint, not before it: the filter sees the event first."""
        self._widget.removeEventFilter(self)
        if not self._done.done():
            self._done.set_result(None)


def on_paint(widget: Any) -> "asyncio.Future[None]":
    """Done after the next paint of the widget."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    _Watch(widget, done)
    return done


async def scan_and_paint(window: Any, codes: list[str]) -> list[float]:
    """Microseconds from a scan's last key to the paint of its article, for each code."""
    pane = window.stock.screen.findChild(VariantPane)
    took = []
    for code in codes:
        begun = _type(code)
        painted = on_paint(pane)
        await asyncio.wait_for(painted, 5)
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
    QApplication.sendEvent(
        target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    )
