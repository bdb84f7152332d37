"""The first copy of the data: how much of each kind is here already."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.ui.screens.first_run_state import CopyKind
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.meter import Meter
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import IconLabel, Text

_NARROW_SPACE = "\u202f"


def counted(number: int) -> str:
    """A count with narrow spaces between thousands."""
    return f"{number:,}".replace(",", _NARROW_SPACE)


class CopyPanel(Panel):
    """One line per kind with meter, counts and state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("First copy"))
        self._chip = Chip(self.tr("coming in"), Tone.INFO, "progress")
        self._rows: QVBoxLayout = column(spacing=0)
        self._left = Text("", "small", "text2", wrap=True)
        head = row(self.title, None, self._chip, margins=(16, 0, 16, 0))
        self.body.addWidget(framed(head, "head", height=theme().px(48)))
        self.body.addLayout(column(self._rows, None, margins=(16, 8, 16, 8)), 1)
        foot = row(IconLabel("info-circle", 18, "text2"), spacing=8, margins=(16, 12, 16, 12))
        foot.addWidget(self._left, 1)
        end = framed(foot, "subtle")
        end.setProperty("corner", "panel")
        self.body.addWidget(end)

    def show_kinds(self, kinds: tuple[CopyKind, ...], time_left: str, is_ready: bool) -> None:
        clear(self._rows)
        for number, kind in enumerate(kinds):
            if number:
                self._rows.addWidget(hairline())
            self._rows.addLayout(self._line(kind))
        later = self.tr("After this only what changes comes in.")
        self._left.setText(self.tr("Everything is here.") if is_ready else f"{time_left} {later}".strip())
        if is_ready:
            self._chip.set(self.tr("all here"), Tone.OK, "check")
        else:
            self._chip.set(self.tr("coming in"), Tone.INFO, "progress")

    def _line(self, kind: CopyKind) -> QHBoxLayout:
        done = bool(kind.total) and kind.done >= kind.total
        meter = Meter()
        text = (
            self.tr("{done} of {all}").format(done=counted(kind.done), all=counted(kind.total))
            if kind.total
            else counted(kind.done)
        )
        meter.set(
            kind.done / kind.total if kind.total else 0.0, "ok" if done else "accent", f"{kind.name}: {text}"
        )
        name = Text(kind.name, "small", "", 600)
        name.setMinimumWidth(theme().px(140))
        count = Text(text, "small", "text2")
        count.setMinimumWidth(theme().px(150))
        count.setAlignment(count.alignment() | count.alignment().AlignRight)
        line = row(IconLabel(kind.icon, 18, "text2"), name, spacing=12, margins=(0, 10, 0, 10))
        line.addWidget(meter, 1)
        line.addWidget(count)
        line.addWidget(self._state(kind, done))
        return line

    def _state(self, kind: CopyKind, done: bool) -> QWidget:
        if done:
            return Chip(self.tr("here"), Tone.OK, "check")
        if kind.is_current:
            return Chip(self.tr("now"), Tone.INFO, "progress")
        return Chip(self.tr("later"), Tone.NEUTRAL)
