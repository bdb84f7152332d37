"""What a desk shows once central answers it no more: what is safe, where it lies, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import IconTile
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.text import Text

_WIDE = 560


class StoppedScreen(Screen):
    """F9 saves a sealed copy of what was not sent; once the desk is wiped, it says where that lies."""

    context = Context.DAY
    save_asked = Signal()
    anew_asked = Signal()

    def __init__(self, desk: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Text(self.tr("{desk} is no longer in use").format(desk=desk), "title", wrap=True)
        says = self.tr(
            "Central answers this desk no more: it was replaced, or it was signed out. "
            "Go on at another desk. To use this machine again, set it up anew with a new code."
        )
        self._unsent = Text("", "strong", wrap=True)
        self._where = Text("", "small", "text2", wrap=True)
        self.anew = Button(self.tr("Set this machine up anew"), Kind.SECOND, "device-desktop")
        self.save = Button(self.tr("Save what was not sent"), Kind.PRIMARY, "archive", "main", self.context)
        body = column(
            row(IconTile("device-desktop", Tone.WARN, 52), None), title,
            Text(says, "body", "text2", wrap=True), self._unsent, self._where,
            row(self.save, self.anew, None),
            spacing=14, margins=(28, 24, 28, 24),
        )  # fmt: skip
        panel = Panel()
        panel.body.addLayout(body)
        panel.setFixedWidth(theme().px(_WIDE))
        middle = row(None, panel, None, margins=(24, 24, 24, 24))
        self.setLayout(column(None, middle, None, spacing=0))
        self.save.clicked.connect(lambda: self.save_asked.emit())
        self.bind("main", self.save)
        self.anew.clicked.connect(lambda: self.anew_asked.emit())
        self._where.hide()
        self.anew.hide()
        self.show_unsent(0)

    def show_unsent(self, count: int) -> None:
        """How many changes central has never heard of."""
        if count:
            words = self.tr("%n changes were not sent. They are kept on this desk, sealed.", "", count)
        else:
            words = self.tr("Everything was sent before.")
        self._unsent.setText(words)
        self.save.setVisible(bool(count))

    def show_wiped(self, count: int, file: str) -> None:
        """Nothing is left on this machine but the file with the changes that central has never heard of."""
        gone = self.tr("Names, orders and stock are removed from this machine.")
        if count:
            lies = self.tr(
                "%n changes were not sent. They lie sealed in the file below: give it to a manager, "
                "central reads it and decides them.", "", count,
            )  # fmt: skip
        else:
            lies = self.tr("Everything was sent before.")
        self._unsent.setText(f"{gone} {lies}")
        self._where.setText(breakable_path(file))
        self._where.setVisible(bool(file))
        self.save.hide()
        self.anew.show()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.save, self.anew)


def breakable_path(path: str) -> str:
    """A path that may go on in the next line behind each folder."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
