"""The places that have the article: counter and online apart, with the age of the figures."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import RIGHT, picture, smooth, words
from storedesk.ui.widgets.row_list import RowDelegate, RowList


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """``last_sale`` is when the place's tills were last heard of; ``old`` and ``sale_old`` paint the ages amber."""

    key: str
    icon: str
    name: str
    detail: str
    counter: str
    online: str
    as_of: str
    last_sale: str
    old: bool
    is_empty: bool
    sale_old: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(
            part
            for part in (self.name, self.counter, self.online, self.as_of, self.last_sale, self.detail)
            if part
        )


def place_columns(rect: QRect, compact: bool) -> dict[str, QRect]:
    right = rect.right() - 12
    places: dict[str, QRect] = {}
    for name, size in (("last_sale", 0 if compact else 104), ("as_of", 86), ("online", 78), ("counter", 78)):
        room = theme().px(size) if size else 0
        places[name] = QRect(right - room, rect.y(), room, rect.height())
        right -= room + (12 if room else 0)
    places["place"] = QRect(rect.x() + 16, rect.y(), right - rect.x() - 16, rect.height())
    return places


class PlaceDelegate(RowDelegate):
    """Paints ``PlaceRow``."""

    height = 48
    compact = False

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, PlaceRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        at = place_columns(rect, self.compact)
        side = theme().px(18)
        picture(painter, QRect(at["place"].x(), rect.y(), side, rect.height()), row.icon, 18, "text2")
        room = at["place"].adjusted(side + 12, 0, 0, 0)
        high = theme().px(18)
        top = rect.center().y() - (high if row.detail else high // 2) + 1
        words(painter, QRect(room.x(), top, room.width(), high), row.name, theme().font("small", 600), "text")
        words(
            painter,
            QRect(room.x(), top + high - 1, room.width(), high),
            row.detail,
            theme().font("label", 400),
            "text3",
        )
        ink = "text3" if row.is_empty else "text"
        words(painter, at["counter"], row.counter, theme().font("heading"), ink, RIGHT)
        words(painter, at["online"], row.online, theme().font("heading"), ink, RIGHT)
        tone = "warn_text" if row.old else "text3"
        clock = at["as_of"]
        picture(painter, QRect(clock.x() + 8, clock.y(), theme().px(14), clock.height()), "clock", 14, tone)
        words(
            painter,
            clock.adjusted(8 + theme().px(14) + 5, 0, 0, 0),
            row.as_of,
            theme().font("label", 400),
            tone,
        )
        if at["last_sale"].width():
            sale_tone = "warn_text" if row.sale_old else "text3"
            words(painter, at["last_sale"], row.last_sale, theme().font("label", 400), sale_tone)


class PlaceHead(QWidget):
    """The names of the columns, above a list whose scroll bar takes room only when it is there."""

    def __init__(self, below: RowList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = below
        below.verticalScrollBar().rangeChanged.connect(lambda least, most: self.update())
        self._compact = False
        self.setFixedHeight(theme().px(32))

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        smooth(painter)
        painter.fillRect(self.rect(), theme().colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        at, font = (
            place_columns(
                self.rect().adjusted(0, 0, self._below.viewport().width() - self.width(), 0), self._compact
            ),
            theme().font("label", 600),
        )
        words(painter, at["place"], self.tr("Place"), font, "text3")
        words(painter, at["counter"], self.tr("Counter"), font, "text3", RIGHT)
        words(painter, at["online"], self.tr("Online"), font, "text3", RIGHT)
        words(painter, at["as_of"].adjusted(8, 0, 0, 0), self.tr("As of"), font, "text3")
        if at["last_sale"].width():
            words(painter, at["last_sale"], self.tr("Last till sale"), font, "text3")
