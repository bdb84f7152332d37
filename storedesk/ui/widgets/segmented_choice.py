"""A row of choices of which one is current, painted as one control."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import COMPACT_HEIGHT, CONTROL_HEIGHT, RADIUS_CONTROL
from storedesk.ui.widgets.drawing import LEFT, box, picture, smooth, text_width, words

_ICON, _GAP, _PADDING, _NARROW_PADDING = 18, 7, 14, 8


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its key, its words, an optional icon."""

    key: str
    text: str
    icon: str = ""


class SegmentedChoice(QWidget):
    """Arrow keys, mouse and `choose` move the choice; `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(
        self, segments: tuple[Segment, ...], small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._segments, self._small, self._current = segments, small, 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def current(self) -> str:
        return self._segments[self._current].key

    def show_segments(self, segments: tuple[Segment, ...]) -> None:
        """Other words for as many choices; the current one stays current."""
        self._segments = segments
        self._describe()
        self.updateGeometry()
        self.update()

    def choose(self, key: str) -> None:
        """Make a choice current; tells `chosen` only when it is another one."""
        for index, segment in enumerate(self._segments):
            if segment.key == key and index != self._current:
                self._current = index
                self._describe()
                self.update()
                self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        height = theme().px(COMPACT_HEIGHT if self._small else CONTROL_HEIGHT)
        return QSize(sum(self._wanted()), height)

    def minimumSizeHint(self) -> QSize:
        """Without the icons, which give way when the room is narrow."""
        return QSize(sum(self._wanted(False)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(self._segments[(self._current + step) % len(self._segments)].key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for segment, place in zip(self._segments, self._places(), strict=True):
            if place.contains(event.position().toPoint()):
                self.choose(segment.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        box(painter, self.rect(), RADIUS_CONTROL, "panel")
        clip = QPainterPath()
        clip.addRoundedRect(self.rect(), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setClipPath(clip)
        for index, place in enumerate(self._places()):
            self._paint_segment(painter, place, self._segments[index], index == self._current)
            if index:
                painter.fillRect(place.x(), 1, 1, self.height() - 2, theme().colour("border"))
        painter.setClipping(False)
        box(painter, self.rect(), RADIUS_CONTROL, None, "ctl")

    def _paint_segment(self, painter: QPainter, place: QRect, segment: Segment, current: bool) -> None:
        ink = "onaccent" if current else "text2"
        if current:
            painter.fillRect(place, theme().colour("accent"))
        font = theme().font("small", 600)
        icon = theme().px(_ICON) + _GAP if segment.icon and self._has_icons else 0
        width = min(text_width(segment.text, font) + 1, place.width() - icon - 8)
        left = place.x() + (place.width() - width - icon) // 2
        if icon:
            picture(painter, QRect(left, 0, theme().px(_ICON), self.height()), segment.icon, _ICON, ink)
        words(painter, QRect(left + icon, 0, width, self.height()), segment.text, font, ink, LEFT)

    @property
    def _has_icons(self) -> bool:
        return self.width() >= sum(self._wanted())

    def _wanted(self, with_icons: bool = True) -> list[int]:
        font = theme().font("small", 600)
        icon = theme().px(_ICON) + _GAP if with_icons else 0
        side = _PADDING if with_icons else _NARROW_PADDING
        return [2 * side + text_width(s.text, font) + 1 + (icon if s.icon else 0) for s in self._segments]

    def _places(self) -> list[QRect]:
        """Where each segment is: what it needs, and an equal share of what is left."""
        wanted = self._wanted(self._has_icons)
        spare = max(0, self.width() - sum(wanted))
        places, left = [], 0
        for index, width in enumerate(wanted):
            wide = width + spare // len(wanted)
            if index == len(wanted) - 1:
                wide = self.width() - left
            places.append(QRect(left, 0, wide, self.height()))
            left += wide
        return places

    def _describe(self) -> None:
        self.setAccessibleName(self._segments[self._current].text)
