"""Waiting for paint, and scanning, in the window's own process."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class PaintMarks(QObject):
    """Tells of the first paint of each named class of widget, from before there is a window."""

    def __init__(self, names: dict[str, str], mark: Callable[[str], None]) -> None:
        self._app = QApplication.instance() or QApplication([])
        super().__init__(self._app)
        self._names, self._mark = names, mark
        self._seen: dict[str, Any] = {}
        self._awaited: dict[str, asyncio.Future[None]] = {}
        self._under_way: list[tuple[str, QObject]] = []
        self._app.installEventFilter(self)

    async def wait_for(self, name: str) -> Any:
        """The widget whose first paint has this name."""
        if name not in self._seen:
            self._awaited[name] = asyncio.get_running_loop().create_future()
            await self._awaited[name]
        return self._seen[name]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            name = self._names.pop(type(watched).__name__, "")
            if name:
                self._under_way.append((name, watched))
                QTimer.singleShot(0, self._finish)
        else:
            self._finish()
        return False

    def _finish(self) -> None:
        """The first event that is no paint comes when what was painted is on the screen."""
        done, self._under_way = self._under_way, []
        for name, widget in done:
            self._painted(name, widget)

    def _painted(self, name: str, widget: QObject) -> None:
        """After the paint, not before it: the filter sees the event first."""
        self._mark(name)
        self._seen[name] = widget
        if name in self._awaited:
            self._awaited[name].set_result(None)
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
    """Microseconds from a scanner's last key to the paint of the article, for each code."""
    from storedesk.ui.screens.stock.variant_pane import VariantPane  # not before the window's first paint

    pane = window.stock.screen.findChild(VariantPane)
    took = []
    for code in codes:
        painted = NextPaint(pane)
        begun = time.perf_counter()
        window.scans.scanned.emit(code)
        await asyncio.wait_for(painted.done, 10)
        took.append((time.perf_counter() - begun) * 1e6)
        await _pause(50)
    return took


async def _pause(milliseconds: int) -> None:
    """Lets the window come to rest between two scans."""
    over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    QTimer.singleShot(milliseconds, lambda: over.set_result(None))
    await over
