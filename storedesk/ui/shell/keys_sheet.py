"""The keys of the screen one stands at, those that work everywhere, and what a scan does: F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from storedesk.ui.shortcuts import Context, Shortcut, own_shortcuts
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.key_cap import KeyCap
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_WIDTH, _HEIGHT = 960, 620


def keys_of(context: Context) -> tuple[Shortcut, ...]:
    """The keys of a context as a reader wants them: numbered tabs once."""
    return tuple(
        one for one in own_shortcuts(context) if not one.action.startswith("tab_") or one.action == "tab_1"
    )


class KeysSheet(Sheet):
    """Reads the key registry; nothing here is typed by hand but the words about scans."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window, _WIDTH, Context.KEYS)
        own = keys_of(context) if context is not Context.GLOBAL else ()
        taken = {one.key for one in own}
        everywhere = tuple(one for one in keys_of(Context.GLOBAL) if one.key not in taken)
        here = self._list(self.tr("On this screen"), own)
        here.layout().addWidget(self._scans())  # type: ignore[union-attr]
        here.layout().addStretch(1)  # type: ignore[union-attr]
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(20, 14, 20, 14)
        self._columns.setSpacing(28)
        self._columns.addWidget(here, 1)
        self._columns.addWidget(self._list(self.tr("Everywhere"), everywhere, stretch=True), 1)
        inner = QWidget()
        inner.setProperty("role", "clear")
        inner.setLayout(self._columns)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Keys"))
        close = Button(self.tr("Close"), Kind.PRIMARY, "", "back", Context.KEYS)
        close.clicked.connect(lambda: self.reject())
        head = row(
            Text(self.tr("Keys"), "title"), None,
            Text(self.tr("letters, digits and scans go to the field at the top"), "small", "text3"),
            margins=(20, 14, 20, 14),
        )  # fmt: skip
        self.body.addWidget(framed(head, "head"))
        self.body.addWidget(self._scroll)
        self.body.addWidget(framed(row(None, close, margins=(16, 12, 16, 12)), "foot"))
        self._scroll.setFocus()

    def fit(self) -> None:
        super().fit()
        if hasattr(self, "_scroll"):
            self._scroll.setFixedHeight(min(theme().px(_HEIGHT), self.height() - 190))

    def do(self, action: str) -> None:
        if action == "help":
            self.reject()
        else:
            super().do(action)

    def _list(self, heading: str, keys: tuple[Shortcut, ...], *, stretch: bool = False) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(9)
        grid.setColumnMinimumWidth(0, theme().px(112))
        grid.setColumnStretch(1, 1)
        for line, one in enumerate(keys):
            key = "Alt+1–9" if one.action == "tab_1" else one.key
            grid.addWidget(KeyCap(key), line, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Text(one.text, "body", wrap=True), line, 1)
        whole = column(Text(heading, "heading"), spacing=12)
        whole.addLayout(grid)
        if stretch:
            whole.addStretch(1)
        return framed(whole, "clear")

    def _scans(self) -> QWidget:
        lines = (
            self.tr("A customer's code opens the handover."),
            self.tr("An article opens its stock, or counts as one where lines are open."),
            self.tr("A pick list or a label opens its pickup; a shelf sets the bin."),
            self.tr("A quote's code opens the quote; a badge changes who is signed in."),
        )
        whole = column(Text(self.tr("With the scanner"), "heading"), spacing=8, margins=(0, 18, 0, 0))
        for line in lines:
            whole.addWidget(Text(line, "body", "text2", wrap=True))
        return framed(whole, "clear")
