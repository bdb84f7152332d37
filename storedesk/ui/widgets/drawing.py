"""Strokes the painted widgets share: boxes, text, icons and key caps in the colours of the theme."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from storedesk.ui.theme.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_CAP_PADDING, _CAP_MIN, _CAP_GAP = 5, 22, 4


def smooth(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)


def box(
    painter: QPainter,
    rect: QRect,
    radius: float,
    fill: str | None = None,
    outline: str | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded rectangle inside `rect`; `fill` and `outline` are token names."""
    inset = width / 2 if outline else 0
    shape = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    pen = Qt.PenStyle.NoPen
    painter.setBrush(theme().colour(fill) if fill else Qt.BrushStyle.NoBrush)
    if outline:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme().colour(outline), width, style))
    else:
        painter.setPen(pen)
    painter.drawRoundedRect(shape, radius, radius)


def words(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    token: str | QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """One line of text, elided at the end where it does not fit; returns its drawn width."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(theme().colour(token) if isinstance(token, str) else token)
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def picture(painter: QPainter, rect: QRect, name: str, size: int, token: str) -> None:
    """An icon of `size` px in the middle of `rect`."""
    pixmap = theme().icon(name, size, token)
    side = theme().px(size)
    painter.drawPixmap(
        QPointF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2), pixmap
    )


def text_width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


def caps_size(caps: tuple[str, ...]) -> QSize:
    """Room that a row of key caps takes."""
    font = theme().font("key")
    widths = [max(theme().px(_CAP_MIN), text_width(cap, font) + 2 * _CAP_PADDING + 2) for cap in caps]
    return QSize(sum(widths) + _CAP_GAP * max(0, len(caps) - 1), theme().px(20))


def draw_caps(painter: QPainter, rect: QRect, caps: tuple[str, ...], ink: str = "") -> None:
    """Key caps from the left edge of `rect`, centred vertically; `ink` is the token on a coloured ground."""
    font = theme().font("key")
    height = theme().px(20)
    left = rect.x()
    top = rect.y() + (rect.height() - height) // 2
    for cap in caps:
        width = max(theme().px(_CAP_MIN), text_width(cap, font) + 2 * _CAP_PADDING + 2)
        place = QRect(left, top, width, height)
        box(
            painter,
            place,
            4,
            None if ink else "subtle",
            {"": "kbdb", "onaccent": "kbd_on_accent"}.get(ink, ink),
        )
        if not ink:
            painter.setPen(QPen(theme().colour("kbdb"), 1))
            painter.drawLine(left + 3, top + height - 2, left + width - 4, top + height - 2)
        words(painter, place, cap, font, ink or "text2", CENTRE)
        left += width + _CAP_GAP


def initials(name: str) -> str:
    """Up to two capitals of a person's name, for the round tile."""
    parts = [part for part in name.replace(".", " ").split() if part]
    return "".join(part[0] for part in parts[:2]).upper()
