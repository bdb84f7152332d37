"""Panels: a bordered area with an optional head, and the title line of a page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import PANEL_HEAD_HEIGHT
from storedesk.ui.widgets.layouts import Item, column, framed, row
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


class Panel(QFrame):
    """A panel; `body` is the layout to fill. Without a title there is no head."""

    def __init__(
        self, title: str = "", subtitle: str = "", extra: tuple[Item, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.title = Text(title, "panel")
        self.subtitle = ElidedText(subtitle, "small", "text3")
        self.body: QVBoxLayout = column(spacing=0)
        outer = column(spacing=0, margins=(1, 1, 1, 1))
        if title:
            head = row(self.title, self.subtitle, None, *extra, margins=(16, 0, 16, 0))
            outer.addWidget(framed(head, "head", height=theme().px(PANEL_HEAD_HEIGHT)))
        outer.addLayout(self.body, 1)
        self.setLayout(outer)


class PageTitle(QWidget):
    """The title line of a page: title, what belongs to it, and buttons at the right."""

    def __init__(
        self, title: str, *after: Item, right: tuple[Item, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Text(title, "title")
        self.setLayout(row(self.title, *after, None, *right, spacing=12, margins=(0, 0, 0, 0)))


class Notice(QFrame):
    """A coloured line inside a panel: icon, bold words, more words."""

    def __init__(
        self, bold: str, more: str = "", icon: str = "", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", tone)
        ink = {"ok": "ok_text", "warn": "warn_text", "bad": "bad_text", "accent": "accent_text"}.get(
            tone, "text2"
        )
        label_tone = tone if tone in ("ok", "warn", "bad", "accent") else ""
        self.bold = Text(bold, "small", label_tone, 600, wrap=True)
        self.more = Text(more, "label", label_tone, 400, wrap=True)
        if not more:
            self.more.hide()
        texts = column(self.bold, self.more, spacing=0)
        inner = row(spacing=12, margins=(14, 10, 14, 10))
        if icon:
            inner.addWidget(IconLabel(icon, 20, ink))
        inner.addLayout(texts, 1)
        self.setLayout(inner)

    def set_text(self, bold: str, more: str = "") -> None:
        self.bold.setText(bold)
        self.more.setText(more)
        self.more.setVisible(bool(more))
