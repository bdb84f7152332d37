"""Hands for the tour: scans like a wedge scanner, presses keys, waits for what should come, takes pictures."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.ui.system_clock import wall_ms
from storedesk.ui.window.desk_window import DeskWindow

SECONDS = 30.0


class DidNotCome(Exception):
    """What the tour waited for did not happen in time."""


class StandIn:
    """Acts on the window as a person with a scanner would."""

    def __init__(self, window: DeskWindow, out: Path) -> None:
        self.window, self._out = window, out
        self.pictures: list[str] = []
        self._at = 0

    async def until(self, what: str, condition: Callable[[], bool], seconds: float = SECONDS) -> None:
        """Raises ``DidNotCome`` with the words of ``what``."""
        end = asyncio.get_running_loop().time() + seconds
        while not condition():
            if asyncio.get_running_loop().time() > end:
                raise DidNotCome(what)
            await asyncio.sleep(0.02)

    async def settle(self) -> None:
        """Lets reads and repaints finish."""
        for _ in range(15):
            await asyncio.sleep(0.02)

    def scan(self, code: str) -> None:
        """A burst of keys 5 ms apart that ends with Enter, wherever the focus is."""
        self._pause()
        for char in (*code, "\r"):
            self._send(Qt.Key.Key_Return if char == "\r" else Qt.Key(ord(char.upper())), char, 5)
        self._pause()

    def type(self, text: str) -> None:
        """Single keys, slow enough to be a person's."""
        for char in text:
            self.key(Qt.Key(ord(char.upper())), char)

    def key(self, key: Qt.Key, text: str = "") -> None:
        """One key that the focused widget reads, long after the one before."""
        self._pause()
        self._send(key, text, 5)
        self._pause()

    def press(self, action: str) -> None:
        """A key of the registry, by its action."""
        sheet = QApplication.activeModalWidget()
        do = getattr(sheet, "do", None)
        (do if callable(do) else self.window.shell.do)(action)

    def picture(self, name: str) -> None:
        """The window as it is, dialogs included, as a PNG."""
        shell = self.window.shell
        image = shell.grab()
        painter = QPainter(image)
        for dialog in QApplication.topLevelWidgets():
            if dialog is not shell and dialog.isVisible():
                painter.drawPixmap(
                    dialog.mapToGlobal(QPoint(0, 0)) - shell.mapToGlobal(QPoint(0, 0)), dialog.grab()
                )
        painter.end()
        self._out.mkdir(parents=True, exist_ok=True)
        path = self._out / f"{len(self.pictures) + 1:02d}-{name}.png"
        image.save(str(path))
        self.pictures.append(path.name)

    def _pause(self) -> None:
        """A breath between two things; the time of a key is never behind the clock on the wall."""
        self._at = max(self._at + 300, wall_ms() % 1_000_000_000)

    def _send(self, key: Qt.Key, text: str, gap_ms: int) -> None:
        """One key, ``gap_ms`` after the one before, however slow the machine is."""
        self._at += gap_ms
        target: QWidget = QApplication.focusWidget() or QApplication.activeWindow() or self.window.shell
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._at)
            QApplication.sendEvent(target, event)
