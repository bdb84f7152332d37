"""Bundled outline icons, recoloured and kept as pixmaps per name, size, colour and pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from storedesk.ui.resources import resource_dir

_STROKE = "1.75"


class IconMissing(RuntimeError):
    """An icon was asked for that is not bundled: a mistake in the program."""


@cache
def _source(name: str) -> str:
    path = resource_dir() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise IconMissing(f"The icon {name} is not bundled.")
    return path.read_text(encoding="utf-8")


@cache
def icon_pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """A square pixmap of `size` logical px in `colour` (`#RRGGBB`) for a screen of that pixel ratio."""
    svg = _source(name).replace("currentColor", colour)
    if name != "storedesk":
        svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def forget_icons() -> None:
    """Drop the kept pixmaps: on a change of theme, and before the application object goes."""
    icon_pixmap.cache_clear()
