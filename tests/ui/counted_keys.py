"""Keys and scans at the real window of a desk, counted as a person would count presses."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.shop_window import ShopWindow


class CountedKeys:
    """``count`` are the keys pressed so far, a modifier being one; ``scans`` the codes scanned.

    Nothing else acts on the window. Between two keys a person waits: with ``shop.until`` for what must be there.
    """

    def __init__(self, shop: ShopWindow) -> None:
        self._shop = shop
        self.count = self.scans = 0

    def type(self, text: str) -> None:
        """Letters and digits, one key each, to whatever has the focus."""
        for char in text:
            self.count += 1
            self._shop.hands.type(char)
            QApplication.processEvents()

    def press(self, keys: str) -> None:
        """A key or a chord by its portable name, for instance ``F9``, ``Return``, ``Down`` or ``Ctrl+P``."""
        self.count += len(keys.replace("++", "+plus").split("+"))
        chord = QKeySequence(keys)[0]
        key, modifiers = chord.key(), chord.keyboardModifiers()
        is_text = modifiers == Qt.KeyboardModifier.NoModifier and key < Qt.Key.Key_Escape
        if is_text:
            self._shop.hands.key(key, chr(key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shop.hands.key(key, "\r")
        else:
            target = QApplication.focusWidget() or QApplication.activeWindow()
            assert target is not None, "no window has the keys"
            QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()

    def scan(self, code: str) -> None:
        """One code by the scanner, wherever the focus is."""
        self.scans += 1
        self._shop.hands.scan(code)
        QApplication.processEvents()
