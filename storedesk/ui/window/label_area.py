"""Adds the handover from the label to a desk's window: what a scan of an unknown, genuine code leads to."""

from typing import TYPE_CHECKING

from storedesk.ui.window.label_control import LabelControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_label(window: "DeskWindow") -> None:
    control = LabelControl(window.session, window.shell, window.background)
    window.find.takers.insert(0, control.take)
