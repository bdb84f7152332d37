"""What every screen is to the shell: a widget with a context of keys and actions bound to them."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button


class Screen(QWidget):
    """A screen shows frozen dataclasses and emits signals; it reads and writes nothing itself."""

    context: ClassVar[Context] = Context.GLOBAL
    refused = Signal(str)
    """A key or button that cannot do its work yet; carries the reason, to be shown as a toast."""

    context_changed = Signal()
    """Other keys count now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, Button | Callable[[], object]] = {}
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def bind(self, action: str, target: Button | Callable[[], object]) -> None:
        """Let the key of an action press a button or call a function."""
        self._actions[action] = target
        if isinstance(target, Button):
            target.refused.connect(self.refused)

    def current_context(self) -> Context:
        """The keys that count now; a screen with several faces says which."""
        return self.context

    def knows(self, action: str) -> bool:
        """Whether a key of this action means something on this screen."""
        return action in self._actions

    def why_not(self, action: str) -> str | None:
        """Why a key of this action does nothing just now: empty if it does, None if it is not shown at all."""
        target = self._actions.get(action)
        if not isinstance(target, Button):
            return "" if target is not None else None
        return target.reason if target.isVisibleTo(self) else None

    def do(self, action: str) -> bool:
        """Do what a key of this screen means; False when the screen does not know it."""
        target = self._actions.get(action)
        if target is None:
            return False
        if isinstance(target, Button):
            if target.isVisibleTo(self):
                target.press()
        else:
            target()
        return True

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes round, in reading order; the first one gets the focus on arrival."""
        return ()

    def set_compact(self, compact: bool) -> None:
        """Called when the window becomes narrower or wider than the compact limit."""
