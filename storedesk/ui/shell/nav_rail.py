"""The rail at the left: the places of the desk with icon, name and badge."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from storedesk.ui.shell.shell_state import Place, place_icon, place_name
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import RAIL_WIDTH, RAIL_WIDTH_COMPACT
from storedesk.ui.widgets.drawing import CENTRE, box, picture, smooth, text_width, words
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.mark import Mark

_PLACE = int(Qt.ItemDataRole.UserRole)
_ITEM, _ITEM_COMPACT = 60, 56
Index = QModelIndex | QPersistentModelIndex


class _Places(QAbstractListModel):
    """The places in order, and the count on each."""

    def __init__(self, places: tuple[Place, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.places = places
        self.counts: dict[Place, int] = {}

    def leave_out(self, left_out: tuple[Place, ...]) -> None:
        self.beginResetModel()
        self.places = tuple(place for place in self.places if place not in left_out)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.places[index.row()]
        if role == _PLACE:
            return place
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            count = self.counts.get(place, 0)
            return f"{place_name(place)}, {count}" if count else place_name(place)
        return None


class _PlaceDelegate(QStyledItemDelegate):
    """Paints one place of the rail."""

    compact = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme().px(_ITEM_COMPACT if self.compact else _ITEM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        smooth(painter)
        view = option.widget
        assert isinstance(view, _PlaceList)
        place = Place(index.data(_PLACE))
        current = place == view.current
        side = 4 if self.compact else 6
        rect: QRect = option.rect.adjusted(side, 0, -side, -2)
        state = option.state
        if current:
            box(painter, rect, 8, "raila")
            bar = QRect(rect.x() - side, rect.y() + 14, 3, rect.height() - 28)
            box(painter, bar, 1.5, "railbar")
        focused = view.hasFocus() and bool(state & QStyle.StateFlag.State_Selected)
        if focused or bool(state & QStyle.StateFlag.State_MouseOver):
            box(painter, rect, 8, None, "railbar" if focused else "raila", 2 if focused else 1)
        ink = "onraila" if current else "onrail"
        icon = QRect(rect.x(), rect.y() + theme().px(8), rect.width(), theme().px(22))
        picture(painter, icon, place_icon(place), 22, ink)
        whole: QRect = option.rect
        name = QRect(whole.x(), icon.bottom() + theme().px(4), whole.width(), theme().px(16))
        font = theme().font("label", 600 if current else 500)
        if self.compact:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.24)
        words(painter, name, place_name(place), font, ink, CENTRE)
        self._paint_badge(painter, rect, view.places.counts.get(place, 0))
        painter.restore()

    def _paint_badge(self, painter: QPainter, rect: QRect, count: int) -> None:
        if count <= 0:
            return
        text = str(count) if count < 100 else "99+"
        font = theme().font("label", 600)
        width = max(18, text_width(text, font) + 9)
        place = QRect(rect.right() - 7 - width, rect.y() + 4, width, 18)
        box(painter, place.adjusted(-2, -2, 2, 2), 11, "rail")
        box(painter, place, 9, "badge")
        words(painter, place, text, font, "onbadge", CENTRE)


class _PlaceList(QListView):
    """One of the two lists of the rail."""

    chosen = Signal(object)

    def __init__(self, places: tuple[Place, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = _Places(places, self)
        self.paint_places = _PlaceDelegate(self)
        self.current: Place | None = None
        self.setModel(self.places)
        self.setItemDelegate(self.paint_places)
        self.setProperty("role", "rail")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)

    def settle(self, compact: bool) -> None:
        self.paint_places.compact = compact
        row = self.paint_places.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.setFixedHeight(row * len(self.places.places))
        self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the find field."""

    def _chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(Place(index.data(_PLACE)))


class NavRail(QFrame):
    """Places above, settings and lock below; `chosen` carries a Place."""

    chosen = Signal(object)

    def __init__(
        self, above: tuple[Place, ...], below: tuple[Place, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._lists = (_PlaceList(above, self.tr("Places")), _PlaceList(below, self.tr("Settings and lock")))
        for places in self._lists:
            places.chosen.connect(self.chosen)
        layout = column(spacing=0, margins=(0, 12, 0, 10))
        layout.addWidget(Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addWidget(self._lists[0])
        layout.addStretch(1)
        layout.addWidget(self._lists[1])
        self.setLayout(layout)
        self.set_compact(False)

    def show_current(self, place: Place | None) -> None:
        for places in self._lists:
            places.current = place
            places.viewport().update()

    def leave_out(self, left_out: tuple[Place, ...]) -> None:
        """Takes places off the rail for good."""
        for places in self._lists:
            places.places.leave_out(left_out)
            places.settle(places.paint_places.compact)

    def show_count(self, place: Place, count: int) -> None:
        """Put a badge on a place; 0 takes it away."""
        for places in self._lists:
            places.places.counts[place] = count
            places.viewport().update()

    def set_compact(self, compact: bool) -> None:
        self.setFixedWidth(theme().px(RAIL_WIDTH_COMPACT if compact else RAIL_WIDTH))
        for places in self._lists:
            places.settle(compact)
