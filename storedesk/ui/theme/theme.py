"""The theme in force: what widgets ask for colours, fonts and icons, and how it is switched."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from storedesk.ui.theme.fonts import code_font, load_fonts, text_font
from storedesk.ui.theme.icons import forget_icons, icon_pixmap
from storedesk.ui.theme.palette import make_palette
from storedesk.ui.theme.style_sheet import make_style_sheet
from storedesk.ui.theme.tokens import COLOURS, Colours, Mode


class Theme(QObject):
    """Colours, fonts and icons of one mode and text size; belongs to the application object."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.LIGHT, scale: float = 1.0) -> None:
        super().__init__(app)
        self.mode = mode
        self.scale = scale
        self.reduced_motion = False

    @property
    def colours(self) -> Colours:
        return COLOURS[self.mode]

    @property
    def is_high_contrast(self) -> bool:
        return self.mode is Mode.HIGH_CONTRAST

    def hex(self, token: str) -> str:
        """The colour of a token as `#RRGGBB`."""
        value: str = getattr(self.colours, token)
        return value

    def colour(self, token: str) -> QColor:
        return QColor(self.hex(token))

    def font(self, role: str, weight: int | None = None) -> QFont:
        return text_font(role, self.scale, weight)

    def code_font(self, px: int = 13, weight: int = 500) -> QFont:
        return code_font(px, self.scale, weight)

    def px(self, measure: int) -> int:
        """A height or width in px, enlarged with the user's text size."""
        return round(measure * self.scale)

    def icon(self, name: str, size: int = 18, token: str = "text2") -> QPixmap:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        return icon_pixmap(name, self.px(size), self.hex(token), ratio)

    def switch(self, mode: Mode, scale: float | None = None) -> None:
        """Show another mode or text size at once, in every open window."""
        scale = self.scale if scale is None else scale
        if (mode, scale) == (self.mode, self.scale):
            return
        self.mode, self.scale = mode, scale
        self._put_on()
        self.changed.emit()

    def _put_on(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        forget_icons()
        app.setPalette(make_palette(self.colours))
        app.setFont(self.font("body"))
        app.setStyleSheet(make_style_sheet(self.colours, self.is_high_contrast))


_installed: list[Theme] = []


def install_theme(app: QApplication, mode: Mode = Mode.LIGHT, scale: float = 1.0) -> Theme:
    """Load the fonts, set Fusion and put the theme on; calling it again only switches."""
    if _installed:
        _installed[0].switch(mode, scale)
        return _installed[0]
    load_fonts()
    app.setStyle(QStyleFactory.create("Fusion"))
    made = Theme(app, mode, scale)
    _installed.append(made)
    made._put_on()
    app.aboutToQuit.connect(forget_icons)
    return made


def theme() -> Theme:
    """The theme in force; like the palette it belongs to the application, and is read by what paints."""
    if not _installed:
        raise RuntimeError("The theme is asked for before it is installed.")
    return _installed[0]
