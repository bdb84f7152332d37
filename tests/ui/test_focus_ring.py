"""The focus ring lets go of what is gone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from storedesk.ui.theme.focus_ring import FocusRing


def test_a_focused_widget_may_be_destroyed(shown: Callable[[QWidget], QWidget]) -> None:
    window = QWidget()
    rows = QVBoxLayout(window)
    buttons = [QPushButton(str(number), window) for number in range(2)]
    for button in buttons:
        button.setProperty("focusRing", True)
        rows.addWidget(button)
    ring = FocusRing(window)
    shown(window)
    buttons[0].setFocus()
    assert ring.isVisible()
    buttons[0].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    buttons[1].setFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(buttons[1].geometry())
