"""A person as a round tile with initials, and the tile of a user on the lock screen."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import RADIUS_PANEL
from storedesk.ui.widgets.drawing import (
    CENTRE,
    RIGHT,
    box,
    caps_size,
    draw_caps,
    initials,
    picture,
    smooth,
    text_width,
    words,
)

_TINTS = (
    ("accent_soft", "accent_text"),
    ("ok_soft", "ok_text"),
    ("vio_soft", "vio_text"),
    ("warn_soft", "warn_text"),
)


def draw_avatar(painter: QPainter, place: QRect, name: str, tint: int = 0) -> None:
    """A round tile with the initials of a name."""
    fill, ink = _TINTS[tint % len(_TINTS)]
    box(painter, place, place.width() / 2, fill, ink if theme().is_high_contrast else None)
    role = "strong" if place.width() > 40 else "small" if place.width() > 30 else "label"
    if name:
        words(painter, place, initials(name), theme().font(role, 600), ink, CENTRE)
    else:
        picture(painter, place, "user", place.width() // 2, ink)


class Avatar(QWidget):
    """The round tile as a widget; decoration beside a name."""

    def __init__(self, name: str = "", size: int = 36, tint: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tint = name, tint
        self.setFixedSize(theme().px(size), theme().px(size))

    def set_person(self, name: str, tint: int = 0) -> None:
        self._name, self._tint = name, tint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        draw_avatar(painter, self.rect(), self._name, self._tint)


class UserTile(QToolButton):
    """One person to choose on the lock screen: digit, initials, name, role, open work."""

    def __init__(
        self, number: int, name: str, role: str, note: str = "", tint: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._number, self._name, self._role, self._note, self._tint = number, name, role, note, tint
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(part for part in (str(number), name, role, note) if part))

    def sizeHint(self) -> QSize:
        return QSize(460, theme().px(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, theme().px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        strong = self.isChecked() or self.hasFocus()
        fill = "subtle" if self.underMouse() and not self.isChecked() else "panel"
        box(painter, self.rect(), RADIUS_PANEL, fill, "accent" if strong else "border", 2 if strong else 1)
        left = 16
        if self._number <= 9:
            draw_caps(painter, QRect(left, 0, 60, self.height()), (str(self._number),))
        left += caps_size(("1",)).width() + 14
        side = theme().px(44)
        draw_avatar(painter, QRect(left, (self.height() - side) // 2, side, side), self._name, self._tint)
        left += side + 14
        right = self._paint_note(painter, left)
        middle = self.height() // 2
        line = theme().px(20)
        words(
            painter,
            QRect(left, middle - line, right - left, line),
            self._name,
            theme().font("strong"),
            "text",
        )
        words(painter, QRect(left, middle, right - left, line), self._role, theme().font("small"), "text3")

    def _paint_note(self, painter: QPainter, left: int) -> int:
        """Paint the open work at the right; returns where the room for the name ends."""
        font = theme().font("label", 400)
        width = min(text_width(self._note, font) + 2, (self.width() - left) // 2)
        place = QRect(self.width() - 16 - width, 0, width, self.height())
        words(painter, place, self._note, font, "text3", RIGHT)
        return place.x() - 10
