"""The table of why this store: each place with its figures; the one that failed is red and said in words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from storedesk.protocol.wire import OrderWhy, WhyPlace
from storedesk.ui.screens import why_words
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone, draw_chip
from storedesk.ui.widgets.drawing import LEFT, RIGHT, smooth, words
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.row_list import ROW, Index, RowDelegate, RowList

_ROW, _NARROW_ROW, _EDGE, _GAP = 32, 52, 16, 14
_WIDTHS = {"way": 58, "article": 72, "parcels": 98, "as_of": 64, "outcome": 86}
_NARROW = {"way": 62, "article": 60, "parcels": 96, "as_of": 52, "outcome": 82}
_PLACE, _REASON = 140, 220


@dataclass(frozen=True, slots=True)
class WhyRow:
    why: OrderWhy
    place: WhyPlace
    clock: Callable[[int], str]

    @property
    def key(self) -> str:
        return str(self.place.place_id)

    @property
    def spoken(self) -> str:
        parts = zip(
            why_words.article_titles(self.why), why_words.article_texts(self.why, self.place), strict=True
        )
        return ", ".join(
            (
                why_words.place_name(self.place), why_words.way_text(self.place), *(f"{a} {b}" for a, b in parts),
                why_words.parcels_text(self.place), why_words.as_of_text(self.why, self.place, self.clock),
                why_words.reason_text(self.why, self.place),
            )
        )  # fmt: skip


def _kinds(articles: int) -> list[str]:
    return ["way", *["article"] * articles, "parcels", "as_of", "outcome"]


def is_narrow(width: int, articles: int) -> bool:
    """Whether a reason beside the figures would have too little room."""
    px, kinds = theme().px, _kinds(articles)
    taken = sum(px(_WIDTHS[kind]) for kind in kinds) + px(_GAP) * (len(kinds) + 1) + 2 * _EDGE
    return width - taken < px(_PLACE) + px(_REASON)


def _columns(width: int, articles: int) -> list[tuple[int, int]]:
    """Left edge and width of place, way, each article, parcels, as of, outcome and reason; where there is little
    room the reason has a line of its own."""
    px, narrow = theme().px, is_narrow(width, articles)
    sizes = _NARROW if narrow else _WIDTHS
    kinds = _kinds(articles)
    fixed = [px(sizes[kind]) for kind in kinds]
    gap = px(8 if narrow else _GAP)
    rest = width - 2 * _EDGE - sum(fixed) - gap * (len(fixed) + (not narrow))
    place = rest if narrow else max(px(_PLACE), int(rest * 0.34))
    found, left = [], _EDGE
    for size in (place, *fixed, *(() if narrow else (max(0, rest - place),))):
        found.append((left, size))
        left += size + gap
    return found


class _Delegate(RowDelegate):
    """Paints ``WhyRow``."""

    height = _ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget  # type: ignore[attr-defined,unused-ignore]
        articles = len(why_words.article_titles(index.data(ROW).why))
        narrow = isinstance(view, RowList) and is_narrow(view.viewport().width(), articles)
        return QSize(120, theme().px(_NARROW_ROW if narrow else _ROW))

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, WhyRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        why, place = row.why, row.place
        titles = why_words.article_titles(why)
        narrow = is_narrow(rect.width(), len(titles))
        line = theme().px(30) if narrow else rect.height() - 1
        at = [
            QRect(rect.x() + left, rect.y(), width, line)
            for left, width in _columns(rect.width(), len(titles))
        ]
        plain, bold = theme().font("small"), theme().font("small", 600)
        chosen = place.outcome == "chosen"
        words(painter, at[0], why_words.place_name(place), bold, "text")
        far = place.why == "too_far"
        words(
            painter,
            at[1],
            why_words.way_text(place),
            bold if far else plain,
            "bad_text" if far else "text2",
            RIGHT,
        )
        failing = why_words.failing_article(why, place)
        for number, text in enumerate(why_words.article_texts(why, place)):
            ink = "bad_text" if number == failing else "text"
            words(painter, at[2 + number], text, bold, ink, RIGHT)
        after, full, old = 2 + len(titles), place.why == "full", why_words.is_old(why, place)
        words(painter, at[after], why_words.parcels_text(place), bold if full else plain,
              "bad_text" if full else "text2")  # fmt: skip
        as_of = why_words.as_of_text(why, place, row.clock)
        words(painter, at[after + 1], as_of, bold if old else plain, "warn_text" if old else "text2")
        text, tone, icon = why_words.OUTCOMES.get(place.outcome, (place.outcome, Tone.NEUTRAL, ""))
        draw_chip(painter, at[after + 2], why_words.translated(text), tone, icon)
        below = QRect(rect.x() + _EDGE, rect.y() + theme().px(28), rect.width() - 2 * _EDGE, theme().px(18))
        room = below if narrow else at[after + 3]
        font = bold if chosen else theme().font("label", 400) if narrow else plain
        words(painter, room, why_words.reason_text(why, place), font, "text" if chosen else "text2")


class _Head(QWidget):
    """The titles above the columns."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self._rows = rows
        self.titles: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        painter.fillRect(self.rect(), theme().colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        texts = (self.tr("Place"), self.tr("Way"), *self.titles, self.tr("Parcels today"), self.tr("As of"),
                 self.tr("Outcome"), self.tr("Why"))  # fmt: skip
        at_right = range(1, 2 + len(self.titles))
        places = _columns(self._rows.width(), len(self.titles))
        for number, ((left, width), text) in enumerate(zip(places, texts, strict=False)):
            align = RIGHT if number in at_right else LEFT
            place = QRect(left, 0, width, self.height())
            words(painter, place, text, theme().font("label", 600), "text2", align)


class WhyTable(QWidget):
    """Nothing is done here; the arrows read the rows one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowList(_Delegate(), self.tr("Places"))
        self.rows.setObjectName("why_places")
        self.rows.setUniformItemSizes(False)
        self.rows.setResizeMode(QListView.ResizeMode.Adjust)
        self._head = _Head(self.rows.viewport())
        self.setLayout(column(self._head, self.rows, spacing=0))
        self.setFocusProxy(self.rows)

    def show_why(self, why: OrderWhy, clock: Callable[[int], str]) -> None:
        """``clock`` writes a UTC ms as the desk's place reads it."""
        self._head.titles = why_words.article_titles(why)
        self.rows.show_rows(tuple(WhyRow(why, place, clock) for place in why.places))
        self._head.update()

    def height_of(self, rows: int, width: int) -> int:
        """What so many rows and the head take at a width in px."""
        row = _NARROW_ROW if is_narrow(width, len(self._head.titles)) else _ROW
        return theme().px(row) * rows + self._head.sizeHint().height() + 2
