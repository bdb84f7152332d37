"""Chips: a small coloured box of icon and word; and the chip that tells the age of a number."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import CHIP_HEIGHT, RADIUS_CHIP
from storedesk.ui.widgets.drawing import LEFT, box, picture, smooth, text_width, words

_ICON, _PADDING, _GAP = 14, 8, 5
FRESH_MS, AGEING_MS = 5 * 60_000, 30 * 60_000


class Tone(StrEnum):
    """What a chip says by its colour, besides its word."""

    NEUTRAL = "neutral"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    BUSINESS = "business"
    OFFLINE = "offline"
    OUTLINE = "outline"


TONE_TOKENS = {
    Tone.NEUTRAL: ("neu_soft", "text2"),
    Tone.OK: ("ok_soft", "ok_text"),
    Tone.WARN: ("warn_soft", "warn_text"),
    Tone.BAD: ("bad_soft", "bad_text"),
    Tone.INFO: ("accent_soft", "accent_text"),
    Tone.BUSINESS: ("vio_soft", "vio_text"),
    Tone.OFFLINE: ("off", "onoff"),
    Tone.OUTLINE: (None, "text2"),
}


def chip_width(text: str, icon: str) -> int:
    """Room a chip takes, for delegates."""
    icon_room = theme().px(_ICON) + (_GAP if text else 0) if icon else 0
    return 2 * _PADDING + icon_room + text_width(text, theme().font("label", 600)) + 1


def draw_chip(painter: QPainter, rect: QRect, text: str, tone: Tone, icon: str = "") -> None:
    """Paint a chip at the left of `rect`, centred vertically; it gives way to the width of `rect`."""
    fill, ink = TONE_TOKENS[tone]
    height = theme().px(CHIP_HEIGHT)
    width = min(chip_width(text, icon), rect.width())
    place = QRect(rect.x(), rect.y() + (rect.height() - height) // 2, width, height)
    edge = "border" if tone is Tone.OUTLINE else ink if theme().is_high_contrast else None
    box(painter, place, RADIUS_CHIP, fill, edge)
    left = place.x() + _PADDING
    if icon:
        picture(painter, QRect(left, place.y(), theme().px(_ICON), height), icon, _ICON, ink)
        left += theme().px(_ICON) + _GAP
    room = QRect(left, place.y(), place.right() - left - _PADDING + 2, height)
    words(painter, room, text, theme().font("label", 600), ink, LEFT)


class Chip(QWidget):
    """A chip as a widget; `set` changes word, tone and icon at once."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.NEUTRAL, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().changed.connect(self.updateGeometry)

    def set(self, text: str, tone: Tone, icon: str = "") -> None:
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text, self._icon), theme().px(CHIP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        draw_chip(painter, self.rect(), self._text, self._tone, self._icon)


class AgeChip(Chip):
    """How old a number is: fresh up to 5 minutes, ageing up to 30, then old. Never red."""

    def show_age(self, age_ms: int | None, as_of: str, offline: bool = False) -> None:
        """`age_ms` is None when nobody knows; `as_of` is the clock time of the number, ready to show."""
        if age_ms is None:
            self.set(self.tr("unknown"), Tone.NEUTRAL, "help")
            return
        minutes = age_ms // 60_000
        if age_ms <= FRESH_MS and not offline:
            self.set(self._as_of(as_of, minutes), Tone.OK, "clock")
        elif age_ms <= AGEING_MS:
            self.set(self._as_of(as_of, minutes), Tone.WARN, "clock")
        elif minutes < 60:
            self.set(self.tr("%n min old", "", minutes), Tone.WARN, "clock-exclamation")
        else:
            self.set(self.tr("as of {time}").format(time=as_of), Tone.WARN, "clock-exclamation")

    def _as_of(self, as_of: str, minutes: int) -> str:
        return self.tr("as of {time} · {minutes} min").format(time=as_of, minutes=minutes)
