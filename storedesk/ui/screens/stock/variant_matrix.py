"""Colours down, sizes across: what the counter can have here, and what other places have."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.desk.stock_views import Cell, CellKind, MatrixView
from storedesk.ui.screens.stock.stock_words import swatch
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import CENTRE, box, smooth, words

_LOOKS = {
    CellKind.MANY: ("panel", "border", "text", "text3"),
    CellKind.LOW: ("warn_soft", None, "warn_text", "warn_text"),
    CellKind.ELSEWHERE: ("accent_soft", None, "text3", "accent_text"),
    CellKind.NONE: ("subtle", "border", "text3", "text3"),
}
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class VariantMatrix(QWidget):
    """Arrow keys and mouse choose a variant; cells that were never made are passed over."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = MatrixView("", "", "", (), (), ())
        self._variant = 0
        self._compact = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_matrix(self, view: MatrixView, variant_id: int) -> None:
        self._view, self._variant = view, variant_id
        self._describe()
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, theme().px(36) + len(self._view.colours) * self._row_height() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(*step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for line, cells in enumerate(self._view.cells):
            for column, cell in enumerate(cells):
                if self._place(line, column).contains(event.position().toPoint()):
                    self._choose(cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        self._paint_head(painter)
        for line, cells in enumerate(self._view.cells):
            self._paint_colour(painter, line)
            for column, cell in enumerate(cells):
                self._paint_cell(painter, self._place(line, column).adjusted(3, 3, -3, -3), cell)

    def _paint_head(self, painter: QPainter) -> None:
        head = QRect(0, 0, self.width(), theme().px(36))
        painter.fillRect(head, theme().colour("subtle"))
        painter.fillRect(0, head.height() - 1, self.width(), 1, theme().colour("border"))
        font = theme().font("label", 600)
        words(painter, head.adjusted(16, 0, 0, 0), self.tr("At the counter"), font, "text3")
        at = self._at()
        for column, size in enumerate(self._view.sizes):
            place = self._place(0, column)
            ink = "accent_text" if at and at[1] == column else "text3"
            words(painter, QRect(place.x(), 0, place.width(), head.height()), size, font, ink, CENTRE)

    def _paint_colour(self, painter: QPainter, line: int) -> None:
        name = self._view.colours[line] or self.tr("One colour")
        place = self._place(line, 0)
        left = 12 if self._compact else 16
        paint = swatch(name)
        if paint:
            dot = QRect(left, place.center().y() - 7, 14, 14)
            box(painter, dot, 4, None, "border")
            painter.setBrush(QColor(paint))
            painter.drawRoundedRect(dot, 4, 4)
            left += 22
        font = theme().font("small" if self._compact else "body", 500)
        room = QRect(left, place.y(), place.x() - left - 4, place.height())
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, name)

    def _paint_cell(self, painter: QPainter, place: QRect, cell: Cell) -> None:
        if cell.kind is CellKind.NOT_MADE:
            words(painter, place, self.tr("not made"), theme().font("label", 400), "text3", CENTRE)
            return
        fill, outline, ink, below = _LOOKS[cell.kind]
        if cell.variant_id == self._variant:
            box(painter, place, 8, "panel", "accent", 3 if self.hasFocus() else 2)
        else:
            edge = outline or (below if theme().is_high_contrast else None)
            box(painter, place, 8, fill, edge)
        high = theme().px(22)
        top = place.center().y() - (high + theme().px(14)) // 2
        number = QRect(place.x(), top, place.width(), high)
        words(painter, number, quantity_text(cell.here, cell.unit), theme().font("large", 600), ink, CENTRE)
        words(painter, QRect(place.x(), top + high, place.width(), theme().px(16)), self._other(cell),
              theme().font("label", 600 if cell.kind is CellKind.ELSEWHERE else 400), below, CENTRE)  # fmt: skip

    def _other(self, cell: Cell) -> str:
        if not cell.elsewhere:
            return self.tr("none") if cell.kind is CellKind.NONE else self.tr("only here")
        return self.tr("+{number} other").format(number=quantity_text(cell.elsewhere, cell.unit))

    def _row_height(self) -> int:
        return theme().px(54 if self._compact else 62)

    def _place(self, line: int, column: int) -> QRect:
        first = theme().px(100 if self._compact else 136)
        count = max(1, len(self._view.sizes))
        wide = (self.width() - first - 3) / count
        left = first + round(column * wide)
        right = first + round((column + 1) * wide)
        return QRect(left, theme().px(36) + 3 + line * self._row_height(), right - left, self._row_height())

    def _at(self) -> tuple[int, int] | None:
        for line, cells in enumerate(self._view.cells):
            for column, cell in enumerate(cells):
                if cell.variant_id and cell.variant_id == self._variant:
                    return line, column
        return None

    def _move(self, down: int, right: int) -> None:
        at = self._at() or (0, -right if right > 0 else 0)
        line, column = at[0] + down, at[1] + right
        while 0 <= line < len(self._view.colours) and 0 <= column < len(self._view.sizes):
            if self._view.cells[line][column].variant_id:
                self._choose(self._view.cells[line][column])
                return
            line, column = line + down, column + right

    def _choose(self, cell: Cell) -> None:
        if cell.variant_id and cell.variant_id != self._variant:
            self._variant = cell.variant_id
            self._describe()
            self.update()
            self.chosen.emit(cell.variant_id)

    def _describe(self) -> None:
        at = self._at()
        if at is None:
            self.setAccessibleName(self.tr("Variants"))
            return
        cell = self._view.cells[at[0]][at[1]]
        parts = (
            cell.colour,
            cell.size,
            self.tr("{number} here").format(number=quantity_text(cell.here, cell.unit)),
            self._other(cell),
        )
        self.setAccessibleName(", ".join(part for part in parts if part))
