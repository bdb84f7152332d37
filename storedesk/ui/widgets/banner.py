"""The band under the top bar: one at a time, with at most one button."""

from PySide6.QtWidgets import QFrame, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import BANNER_HEIGHT
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import row
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text

_INKS = {"warn": "warn_text", "accent": "accent_text", "practice": "vio_text"}
_LABELS = {"warn": "warn", "accent": "accent", "practice": "violet"}


class Banner(QFrame):
    """Slate for offline, amber or blue for the rest; `button` is there to connect and hide."""

    def __init__(
        self,
        icon: str = "cloud-off",
        tone: str = "",
        button: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self.setFixedHeight(theme().px(BANNER_HEIGHT))
        label = _LABELS.get(tone, "onoff")
        self._icon = IconLabel(icon, 20, _INKS.get(tone, "onoff"))
        self.bold = Text("", "body", label, 600)
        self.words = ElidedText("", "body", label)
        self.right = Text("", "small", label)
        kind = Kind.SECOND if tone else Kind.ON_BAND
        self.button = Button(button, kind, "refresh" if action == "sync_now" else "", action, small=True)
        self.button.setVisible(bool(button))
        inner = row(self._icon, self.bold, spacing=12, margins=(20, 0, 20, 0))
        inner.addWidget(self.words, 1)
        inner.addWidget(self.right)
        inner.addWidget(self.button)
        self.setLayout(inner)

    def set_look(self, icon: str, tone: str) -> None:
        """Another icon and tone: accent or warn."""
        self._icon.set_icon(icon, _INKS.get(tone, "onoff"))
        if self.property("tone") == tone:
            return
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        for text in (self.bold, self.words, self.right):
            text.set_tone(_LABELS.get(tone, "onoff"))

    def show_words(self, bold: str, rest: str = "", right: str = "") -> None:
        """Bold what happened, then what is safe; `right` is small, beside the button."""
        self.bold.setText(bold)
        self.words.setText(rest)
        self.right.setText(right)
        self.setAccessibleName(f"{bold} {rest}".strip())
