"""The figures of a what-if: a line for each measure, and a pair of bars for each place."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.protocol.routing_wire import WhatIfPlace
from storedesk.ui.screens.routing.routing_words import Compared
from storedesk.ui.screens.why_words import number_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import LEFT, RIGHT, box, smooth, words

_ROW, _EDGE, _FIGURE = 30, 16, 84
_BAR, _BAR_ROW, _MOST_PLACES = 8, 30, 9
USED_INK, DRAFT_INK = "text3", "accent"


class ComparedTable(QWidget):
    """Measures down, both sets and the change across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Compared, ...] = ()
        self._titles = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_lines(self, lines: tuple[Compared, ...], used: str, draft: str) -> None:
        """``used`` and ``draft`` are the names of the sets."""
        self._lines, self._titles = lines, (used, draft)
        spoken = (f"{one.name}: {one.used}, {one.draft}, {one.change}" for one in lines)
        self.setAccessibleName("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, theme().px(_ROW) * (len(self._lines) + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        height = theme().px(_ROW)
        titles = ("", *self._titles, self.tr("Change"))
        self._paint_line(painter, QRect(0, 0, self.width(), height), titles, "")
        for number, one in enumerate(self._lines, 1):
            place = QRect(0, number * height, self.width(), height)
            self._paint_line(
                painter, place, (one.name, one.used, one.draft, one.change), one.tone, is_head=False
            )

    def _paint_line(
        self, painter: QPainter, place: QRect, texts: tuple[str, ...], tone: str, *, is_head: bool = True
    ) -> None:
        if is_head:
            painter.fillRect(place, theme().colour("subtle"))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, theme().colour("border"))
        figure = theme().px(_FIGURE)
        left = QRect(_EDGE, place.y(), place.width() - 3 * figure - 2 * _EDGE, place.height())
        words(painter, left, texts[0], theme().font("small", 600), "text", LEFT)
        inks = ("text2", "text", {"ok": "ok_text", "bad": "bad_text"}.get(tone, "text2"))
        for number, (text, ink) in enumerate(zip(texts[1:], inks, strict=True)):
            cell = QRect(place.width() - _EDGE - (3 - number) * figure, place.y(), figure - 4, place.height())
            font = theme().font("label", 600) if is_head else theme().font("small", 600 if number else 400)
            words(painter, cell, text, font, "text2" if is_head else ink, RIGHT)


class PlaceBars(QWidget):
    """Orders of each place by both sets; the busiest places first, the rest counted together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[WhatIfPlace, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_places(self, places: tuple[WhatIfPlace, ...]) -> None:
        self._places = places
        self.setAccessibleName("; ".join(f"{one.name}: {one.used}, {one.draft}" for one in places))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, theme().px(_BAR_ROW) * (1 + min(_MOST_PLACES, len(self._places))))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme().px(_BAR_ROW) * 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        height = theme().px(_BAR_ROW)
        head = QRect(0, 0, self.width(), theme().px(_ROW))
        painter.fillRect(head, theme().colour("subtle"))
        painter.fillRect(0, head.bottom(), self.width(), 1, theme().colour("border"))
        words(
            painter,
            head.adjusted(_EDGE, 0, -_EDGE, 0),
            self.tr("Orders done by"),
            theme().font("label", 600),
            "text2",
        )
        most = max((max(one.used, one.draft) for one in self._places), default=1) or 1
        room = max(1, (self.height() - head.height()) // height)
        for number, one in enumerate(self._fitting(min(room, _MOST_PLACES))):
            self._paint_place(
                painter, QRect(0, head.height() + number * height, self.width(), height), one, most
            )

    def _fitting(self, room: int) -> tuple[WhatIfPlace, ...]:
        if len(self._places) <= room:
            return self._places
        rest = self._places[room - 1 :]
        others = self.tr("%n other places", "", len(rest))
        used, draft = sum(one.used for one in rest), sum(one.draft for one in rest)
        return (*self._places[: room - 1], WhatIfPlace(place_id=0, name=others, used=used, draft=draft))

    def _paint_place(self, painter: QPainter, place: QRect, one: WhatIfPlace, most: int) -> None:
        figure = theme().px(52)
        name = QRect(_EDGE, place.y(), int(place.width() * 0.34) - _EDGE, place.height())
        words(painter, name, one.name, theme().font("small"), "text")
        left = name.right() + 10
        wide = max(8, place.width() - _EDGE - 2 * figure - left - 8)
        middle = place.y() + place.height() // 2
        edge = "text" if theme().is_high_contrast else None
        for count, top, ink in ((one.used, middle - _BAR - 1, USED_INK), (one.draft, middle + 1, DRAFT_INK)):
            width = wide * min(count, most) // most
            if width:
                box(painter, QRect(left, top, max(_BAR, width), _BAR), _BAR / 2, ink, edge)
        right = place.width() - _EDGE
        used = QRect(right - 2 * figure, place.y(), figure, place.height())
        words(painter, used, number_text(one.used), theme().font("small"), "text2", RIGHT)
        draft = QRect(right - figure, place.y(), figure, place.height())
        words(painter, draft, number_text(one.draft), theme().font("small", 600), "text", RIGHT)
