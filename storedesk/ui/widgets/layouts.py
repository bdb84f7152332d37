"""Short ways to stack widgets with the spaces of the design."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

Item = QWidget | QBoxLayout | int | None
"""A widget, a layout, a fixed space in px, or None for the room that is left."""


def _fill(layout: QBoxLayout, items: tuple[Item, ...], spacing: int, margins: tuple[int, ...]) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*(margins or (0, 0, 0, 0)))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def row(*items: Item, spacing: int = 8, margins: tuple[int, ...] = ()) -> QHBoxLayout:
    """Widgets side by side; margins are left, top, right, bottom."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def column(*items: Item, spacing: int = 8, margins: tuple[int, ...] = ()) -> QVBoxLayout:
    """Widgets on top of each other; margins are left, top, right, bottom."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def hairline(vertical: bool = False) -> QFrame:
    """A one pixel line in the border colour."""
    line = QFrame()
    line.setProperty("role", "line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def framed(layout: QBoxLayout, role: str, tone: str = "", height: int | None = None) -> QFrame:
    """A frame with a role of the style sheet (`panel`, `head`, `foot`, `subtle`, `notice` …)."""
    frame = QFrame()
    frame.setProperty("role", role)
    if tone:
        frame.setProperty("tone", tone)
    if height is not None:
        frame.setFixedHeight(height)
    frame.setLayout(layout)
    return frame


def clear(layout: QBoxLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = item.widget() if item else None, item.layout() if item else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            clear(inner)
