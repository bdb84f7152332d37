"""A QPalette from the tokens, for what Qt draws without the style sheet."""

from PySide6.QtGui import QColor, QPalette

from storedesk.ui.theme.tokens import Colours

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "subtle",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad_text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onaccent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "off",
    QPalette.ColorRole.ToolTipText: "onoff",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "subtle",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "ctl",
    QPalette.ColorRole.Shadow: "border",
    QPalette.ColorRole.Accent: "accent",
}


def make_palette(colours: Colours) -> QPalette:
    """The whole palette, disabled texts included."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, token)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text3))
    return palette
