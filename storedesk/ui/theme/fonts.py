"""Loads the bundled fonts and makes a QFont for each type role, with tabular digits."""

from PySide6.QtGui import QFont, QFontDatabase

from storedesk.ui.resources import resource_dir
from storedesk.ui.theme.tokens import TYPE_ROLES

TEXT_FAMILY = "Inter"
CODE_FAMILY = "JetBrains Mono"
_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "JetBrainsMono-500.ttf",
    "JetBrainsMono-600.ttf",
)


class FontsMissing(RuntimeError):
    """A bundled font file is missing or unreadable: the installation is damaged."""


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; call once, after the application object exists."""
    for name in _FILES:
        path = resource_dir() / "fonts" / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontsMissing(f"The font file {name} is missing or damaged. Install StoreDesk again.")


def text_font(role: str, scale: float = 1.0, weight: int | None = None) -> QFont:
    """Inter for a type role; `scale` is the user's text size (1.0, 1.15, 1.3)."""
    kind = TYPE_ROLES[role]
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(max(12, round(kind.px * scale)))
    font.setWeight(QFont.Weight(weight or kind.weight))
    if kind.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.spacing * scale)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def code_font(px: int = 13, scale: float = 1.0, weight: int = 500) -> QFont:
    """JetBrains Mono for SKUs, bins and codes."""
    font = QFont(CODE_FAMILY)
    font.setPixelSize(max(12, round(px * scale)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
