"""How far the first load is, kind by kind; before the channel is on it is read ahead, and may be paused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.protocol.channel_wire import ChannelTold, KindRead
from storedesk.ui.screens.connect.connect_words import KINDS, said
from storedesk.ui.screens.day.day_sheet import scrolled
from storedesk.ui.screens.first_run_copy import counted
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import framed, row
from storedesk.ui.widgets.meter import Meter
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


class LoadPane(Panel):
    """``ahead_wanted`` begins or goes on (True), or pauses (False)."""

    ahead_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.ahead = Button(self.tr("Read ahead"), Kind.SOFT, small=True)
        super().__init__(self.tr("First load"), " ", (self.ahead,), parent)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(14, 8, 14, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(2, theme().px(60))
        self._rows: dict[str, tuple[Meter, Text]] = {}
        self._state = "off"
        self._foot = Text("", "small", "text2", wrap=True)
        self.body.addWidget(scrolled(self._grid, self.tr("First load")), 1)
        foot = row(IconLabel("clock", 16, "text2"), spacing=8, margins=(14, 8, 14, 8))
        foot.addWidget(self._foot, 1)
        self.body.addWidget(framed(foot, "foot"))
        self.ahead.clicked.connect(lambda: self.ahead_wanted.emit(self._state != "reading"))
        self.show_told(None)

    def show_told(self, told: ChannelTold | None) -> None:
        line = None if told is None else told.line
        self._state = "off" if line is None else line.state
        self.ahead.setVisible(self._state in ("off", "reading"))
        reading = self._state == "reading"
        self.ahead.set_label(self.tr("Pause") if reading else self.tr("Read ahead"))
        ready = told is not None and told.checked_at is not None and not told.missing
        self.ahead.set_not_yet("" if reading or ready else self.tr("Check it first."))
        self.subtitle.setText(self.tr("reading ahead, safe") if reading else "")
        self._foot.setText(self._words(line is not None and line.why != ""))
        for number, kind in enumerate([] if told is None else told.kinds):
            self._show_kind(number, kind)

    def _words(self, trouble: bool) -> str:
        if trouble:
            return self.tr("The shop does not answer now; it goes on by itself.")
        if self._state == "reading":
            return self.tr("Nothing is written to the shop. Orders come once it is on.")
        if self._state == "loading":
            return self.tr("The channel is on: it is told once all of it is read.")
        if self._state == "on":
            return self.tr("All of it is read; changes come by themselves.")
        return self.tr("Read ahead what takes long; nothing is written to the shop.")

    def _show_kind(self, number: int, kind: KindRead) -> None:
        icon, name = KINDS.get(kind.kind, ("package", kind.kind))
        if kind.kind not in self._rows:
            meter, count = Meter(), Text("", "small", "text2")
            self._grid.addWidget(IconLabel(icon, 16, "text2"), number, 0)
            self._grid.addWidget(ElidedText(said(name), "small", "", 600), number, 1)
            self._grid.addWidget(meter, number, 2)
            self._grid.addWidget(count, number, 3)
            self._rows[kind.kind] = (meter, count)
        meter, count = self._rows[kind.kind]
        done = kind.phase == "following"
        words = self._count(kind)
        part = 1.0 if done else kind.done / kind.total if kind.total else 0.0
        meter.set(part, "ok" if done else "accent", f"{said(name)}: {words}")
        count.setText(words)

    def _count(self, kind: KindRead) -> str:
        done = counted(kind.done)
        if kind.phase == "later":
            return self.tr("once it is on")
        if kind.phase == "waiting":
            return self.tr("waits")
        if kind.phase == "following" or kind.total is None:
            return done
        return self.tr("{done} of {total}").format(done=done, total=counted(kind.total))
