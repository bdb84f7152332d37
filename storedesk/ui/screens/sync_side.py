"""The panels at the right of the sync panel: the chosen entry, readiness, journal."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.ui.screens.sync_rows import EntryDetail, JournalShown, ReadinessRow
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.meter import Meter
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


def fact(label: str, value: str) -> QHBoxLayout:
    """A line of label and value."""
    line = row(Text(label, "small", "text2"), spacing=12, margins=(0, 6, 0, 6))
    shown = Text(value, "small", "", 600, wrap=True)
    shown.setAlignment(shown.alignment() | shown.alignment().AlignRight)
    line.addWidget(shown, 1)
    return line


class DetailPanel(Panel):
    """Facts of the chosen entry; hidden while none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = ElidedText("", "panel")
        self._icon = IconLabel("info-circle", 20, "text2")
        head = row(self._icon, spacing=8, margins=(16, 0, 16, 0))
        head.addWidget(self._title, 1)
        self._facts: QVBoxLayout = column(spacing=0)
        self._notice = Notice("", "", "info-circle", "warn")
        self.body.addWidget(framed(head, "head", height=theme().px(48)))
        self.body.addLayout(column(self._facts, self._notice, spacing=10, margins=(16, 8, 16, 14)))

    def show_detail(self, detail: EntryDetail | None) -> None:
        self.setVisible(detail is not None)
        if detail is None:
            return
        urgent = bool(detail.notice)
        self._icon.set_icon("alert-triangle" if urgent else "info-circle", "bad_text" if urgent else "text2")
        self._title.setText(detail.title)
        clear(self._facts)
        for number, (label, value) in enumerate(detail.facts):
            if number:
                self._facts.addWidget(hairline())
            self._facts.addLayout(fact(label, value))
        self._notice.set_text(detail.notice, detail.notice_more)
        self._notice.setVisible(urgent)


class ReadinessPanel(Panel):
    """How ready each task is for the next outage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._until = Chip()
        self._is_compact = False
        self._shown: tuple[tuple[ReadinessRow, ...], str] = ((), "")
        super().__init__("", parent=parent)
        self.title.setText(self.tr("Ready for the next outage"))
        head = row(self.title, None, self._until, margins=(16, 0, 16, 0))
        self._rows: QVBoxLayout = column(spacing=0)
        self.body.addWidget(framed(head, "head", height=theme().px(48)))
        self.body.addLayout(column(self._rows, margins=(16, 2, 16, 8)))

    def show_rows(self, rows: tuple[ReadinessRow, ...], until: str) -> None:
        self._shown = (rows, until)
        text = self.tr("until {time}").format(time=until) if until else self.tr("not ready")
        self._until.set(text, Tone.OK if until else Tone.WARN, "check" if until else "clock-exclamation")
        clear(self._rows)
        for number, one in enumerate(rows):
            if number:
                self._rows.addWidget(hairline())
            self._rows.addLayout(self._line(one))

    def set_compact(self, compact: bool) -> None:
        if compact != self._is_compact:
            self._is_compact = compact
            self.title.setText(self.tr("Next outage") if compact else self.tr("Ready for the next outage"))
            self.show_rows(*self._shown)

    def _line(self, one: ReadinessRow) -> QHBoxLayout:
        meter = Meter()
        token = "warn" if one.is_ageing else "ok" if one.part >= 1 else "accent"
        meter.set(one.part, token, f"{one.name}: {one.words}")
        words = ElidedText(one.words, "label", "text3", 400)
        name = Text(one.name, "small", "", 600)
        name.setMinimumWidth(theme().px(108))
        as_of = Text(one.as_of, "small", "warn" if one.is_ageing else "text2")
        if self._is_compact:
            return row(column(row(name, None, as_of), meter, words, spacing=3), margins=(0, 7, 0, 7))
        bars = column(meter, words, spacing=2)
        line = row(IconLabel(one.icon, 18, "text2"), name, spacing=12, margins=(0, 8, 0, 8))
        line.addLayout(bars, 1)
        line.addWidget(as_of)
        return line


class JournalPanel(Panel):
    """The log of this desk; `check` is its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("Journal"))
        self._chip = Chip()
        self._first, self._last = Text("", "label", "text3", 400), Text("", "label", "text3", 400)
        self._meter = Meter(1.0, "ok")
        self._sentence = Text("", "small", "text2", wrap=True)
        self.check = Button(self.tr("Check the journal"), Kind.SOFT, "shield-check", small=True)
        head = row(self.title, None, self._chip, margins=(16, 0, 16, 0))
        self.body.addWidget(framed(head, "head", height=theme().px(48)))
        ends = row(self._first, None, self._last)
        buttons = row(self.check, None)
        inner = column(self._meter, ends, self._sentence, 2, buttons, spacing=6, margins=(16, 14, 16, 14))
        self.body.addLayout(inner)

    def show_journal(self, journal: JournalShown) -> None:
        whole = journal.is_whole
        word = self.tr("whole") if whole else self.tr("does not fit")
        self._chip.set(word, Tone.OK if whole else Tone.BAD, "shield-check" if whole else "alert-triangle")
        self._meter.set(1.0, "ok" if whole else "bad", journal.sentence)
        self._first.setText(journal.first)
        self._last.setText(journal.last)
        self._sentence.setText(journal.sentence)
