"""A tile of the board: icon, figure, name and a second line, with its key."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from storedesk.desk.today_views import TileKind, TileView
from storedesk.ui.screens.today.today_words import TILES, TileWords, tile_name
from storedesk.ui.shortcuts import caps
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import RADIUS_CONTROL
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.drawing import box, caps_size, draw_caps, smooth, words
from storedesk.ui.widgets.empty_state import draw_tile

_HEIGHT, _EDGE, _ICON = 104, 14, 34


class TileButton(QPushButton):
    """Painted; grey where it counts nothing."""

    def __init__(self, number: int, kind: TileKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = (" ".join(caps(f"Alt+{number}")),)
        self._tile = TileView(kind, 0, 0, "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_tile(self._tile)

    @property
    def tile(self) -> TileView:
        return self._tile

    def show_tile(self, tile: TileView) -> None:
        self._tile = tile
        self._more = TileWords().more(tile)
        self.setAccessibleName(f"{tile.count} {tile_name(tile.kind)}, {self._more}, {self._key[0]}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        icon, tone, _ = TILES[self._tile.kind]
        box(painter, self.rect(), RADIUS_CONTROL, "subtle" if self.underMouse() else "panel", "border")
        side, top = theme().px(_ICON), theme().px(10)
        draw_tile(painter, QRect(_EDGE, top, side, side), icon, tone if self._tile.count else Tone.NEUTRAL)
        cap = caps_size(self._key)
        draw_caps(
            painter, QRect(self.width() - cap.width() - _EDGE, top, cap.width(), cap.height()), self._key
        )
        room = self.width() - 2 * _EDGE
        line = QRect(_EDGE, top + side + 2, room, theme().px(32))
        drawn = words(painter, line, str(self._tile.count), theme().font("figure"), "text") + 8
        line.adjust(drawn, theme().px(4), 0, 0)
        words(painter, line, tile_name(self._tile.kind), theme().font("small", 600), "text")
        below = QRect(_EDGE, top + side + 2 + theme().px(32), room, theme().px(18))
        words(painter, below, self._more, theme().font("label", 400), "text3")
