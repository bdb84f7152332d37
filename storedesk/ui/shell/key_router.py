"""Listens to the registered keys of one window and says which action they mean now."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from storedesk.ui.shortcuts import Context, action_for, routed_keys


class KeyRouter(QObject):
    """One per window or dialog; `context` is asked at each key."""

    triggered = Signal(str)

    def __init__(self, window: QWidget, context: Callable[[], Context]) -> None:
        super().__init__(window)
        self._context = context
        for key in routed_keys():
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda key=key: self.press(key))

    def press(self, key: str) -> None:
        """What pressing a key does; keys without a meaning in the context do nothing."""
        action = action_for(self._context(), key)
        if action is not None:
            self.triggered.emit(action)
