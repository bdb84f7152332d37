"""The design tokens: colours for three modes, type roles, and the measures in pixels."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """Which set of colours is shown."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour per token, as `#RRGGBB`; names are those of the design reference."""

    bg: str
    panel: str
    subtle: str
    border: str
    ctl: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_down: str
    onaccent: str
    accent_soft: str
    accent_text: str
    ok: str
    ok_soft: str
    ok_text: str
    warn: str
    warn_soft: str
    warn_text: str
    bad: str
    bad_soft: str
    bad_text: str
    vio_soft: str
    vio_text: str
    off: str
    onoff: str
    rail: str
    onrail: str
    raila: str
    onraila: str
    railbar: str
    neu_soft: str
    bd2: str
    kbdb: str
    kbd_on_accent: str
    badge: str
    onbadge: str


LIGHT = Colours(
    bg="#F3F4F6", panel="#FFFFFF", subtle="#F8F9FB", border="#E0E4EA", ctl="#7D8899",
    text="#161B24", text2="#454F5E", text3="#5C6776",
    accent="#2254C5", accent_hover="#1C48AB", accent_down="#173C8F", onaccent="#FFFFFF",
    accent_soft="#E9EFFC", accent_text="#1C48AB",
    ok="#1B7A4B", ok_soft="#E2F3E9", ok_text="#10633A",
    warn="#B76A00", warn_soft="#FCEFD8", warn_text="#7D4700",
    bad="#C4302B", bad_soft="#FCE9E7", bad_text="#A3221E",
    vio_soft="#EEEAFB", vio_text="#553AA8", off="#2E3848", onoff="#FFFFFF",
    rail="#151C28", onrail="#B9C3D2", raila="#2A3A57", onraila="#FFFFFF", railbar="#7FA6FF",
    neu_soft="#EDEFF3", bd2="#C5CCD6", kbdb="#C3CAD4", kbd_on_accent="#8FA8E0",
    badge="#C4302B", onbadge="#FFFFFF",
)  # fmt: skip

DARK = Colours(
    bg="#0F1319", panel="#171C24", subtle="#1C222C", border="#2A323E", ctl="#6C7788",
    text="#E9EDF3", text2="#B4BDCA", text3="#97A2B2",
    accent="#7FA6FF", accent_hover="#98B7FF", accent_down="#B1C8FF", onaccent="#0B1220",
    accent_soft="#1D2A45", accent_text="#A3BFFF",
    ok="#46B47C", ok_soft="#14301F", ok_text="#7FD9A8",
    warn="#E2A03A", warn_soft="#34260F", warn_text="#F2C277",
    bad="#F0716A", bad_soft="#3B1917", bad_text="#FFA49E",
    vio_soft="#281F45", vio_text="#BFA9FF", off="#3A4558", onoff="#FFFFFF",
    rail="#0B0E13", onrail="#A6B1C1", raila="#22304A", onraila="#FFFFFF", railbar="#7FA6FF",
    neu_soft="#252C37", bd2="#3F4A5A", kbdb="#465163", kbd_on_accent="#4A628F",
    badge="#C4302B", onbadge="#FFFFFF",
)  # fmt: skip

HIGH_CONTRAST = Colours(
    bg="#000000", panel="#000000", subtle="#000000", border="#FFFFFF", ctl="#FFFFFF",
    text="#FFFFFF", text2="#FFFFFF", text3="#E6E6E6",
    accent="#FFD60A", accent_hover="#FFE566", accent_down="#FFEE99", onaccent="#000000",
    accent_soft="#000000", accent_text="#FFD60A",
    ok="#5CFF9D", ok_soft="#000000", ok_text="#5CFF9D",
    warn="#FFB84D", warn_soft="#000000", warn_text="#FFB84D",
    bad="#FF8A80", bad_soft="#000000", bad_text="#FF8A80",
    vio_soft="#000000", vio_text="#C9B6FF", off="#FFFFFF", onoff="#000000",
    rail="#000000", onrail="#FFFFFF", raila="#FFD60A", onraila="#000000", railbar="#000000",
    neu_soft="#000000", bd2="#FFFFFF", kbdb="#FFFFFF", kbd_on_accent="#000000",
    badge="#B00020", onbadge="#FFFFFF",
)  # fmt: skip

COLOURS = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.HIGH_CONTRAST: HIGH_CONTRAST}

RADIUS_CAP, RADIUS_CHIP, RADIUS_CONTROL, RADIUS_PANEL, RADIUS_DIALOG, RADIUS_PILL = 4, 6, 8, 10, 14, 18
CONTROL_HEIGHT, COMPACT_HEIGHT, CHIP_HEIGHT = 44, 36, 24
QUEUE_ROW_HEIGHT, PANEL_HEAD_HEIGHT, TOP_BAR_HEIGHT = 80, 48, 64
STATUS_BAR_HEIGHT, BANNER_HEIGHT = 36, 48
RAIL_WIDTH, RAIL_WIDTH_COMPACT = 84, 68
QUEUE_WIDTH, QUEUE_WIDTH_COMPACT = 372, 286
COMPACT_BELOW = 1200
"""Windows narrower than this (in px) use the compact layout."""


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size and line height in px before the user's scale, and the default weight (100-900)."""

    px: int
    line: int
    weight: int
    spacing: float = 0.0


TYPE_ROLES = {
    "clock": TypeRole(72, 76, 600, -2.0),
    "display": TypeRole(44, 44, 600, -1.0),
    "figure": TypeRole(26, 32, 600),
    "welcome": TypeRole(24, 32, 600, -0.35),
    "title": TypeRole(22, 28, 600, -0.3),
    "large": TypeRole(18, 26, 400),
    "heading": TypeRole(16, 24, 600),
    "panel": TypeRole(14, 20, 600),
    "strong": TypeRole(14, 20, 600),
    "body": TypeRole(14, 20, 400),
    "small": TypeRole(13, 18, 400),
    "label": TypeRole(12, 16, 500),
    "key": TypeRole(12, 18, 600),
}
