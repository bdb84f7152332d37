"""The panels beside the list of the sync panel: notices, the chosen entry, what waits, readiness, journal."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.ui.screens.sync_rows import EntryDetail, EntryRow, JournalShown, NoticeShown, ReadinessRow
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
    """Facts of the chosen entry; hidden while none is chosen. `copy` is its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._detail: EntryDetail | None = None
        self._title = ElidedText("", "panel")
        self._icon = IconLabel("info-circle", 20, "text2")
        head = row(self._icon, spacing=8, margins=(16, 0, 16, 0))
        head.addWidget(self._title, 1)
        self.copy = Button("", Kind.QUIET, "copy", small=True)
        self.copy.setAccessibleName(self.tr("Copy for support"))
        self.copy.setToolTip(self.tr("Copies what support needs: nothing of a person is in it."))
        head.addWidget(self.copy)
        self._facts: QVBoxLayout = column(spacing=0)
        self._notice = Notice("", "", "info-circle", "warn")
        self.body.addWidget(framed(head, "head", height=theme().px(48)))
        self.body.addLayout(column(self._facts, self._notice, spacing=10, margins=(16, 8, 16, 14)))

    def show_detail(self, detail: EntryDetail | None) -> None:
        self.setVisible(detail is not None)
        if detail is None or detail == self._detail:
            return
        self._detail = detail
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


def meter_token(one: ReadinessRow) -> str:
    """The colour of a job's bar."""
    return "warn" if one.is_ageing else "ok" if one.part >= 1 else "accent"


class NoticeList(QWidget):
    """What people have to hear about sync, one band under the other; hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[NoticeShown, ...] | None = None
        self._lines = column(spacing=8)
        self.setLayout(self._lines)

    def show_notices(self, notices: tuple[NoticeShown, ...]) -> None:
        self.setVisible(bool(notices))
        if notices == self._shown:
            return
        self._shown = notices
        clear(self._lines)
        for one in notices:
            band = Notice(one.bold, one.more, one.icon, one.tone)
            self._lines.addWidget(band)
            if one.part:
                meter = Meter()
                meter.set(one.part, "accent", one.more)
                self._lines.addWidget(meter)


class WaitingPanel(Panel):
    """What waits to be sent, beside the readiness of the jobs."""

    MOST = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._shown: tuple[tuple[EntryRow, ...], int] | None = None
        self._count = Chip("0", Tone.OFFLINE)
        self._rows: QVBoxLayout = column(spacing=0)
        self.title.setText(self.tr("Waiting to be sent"))
        head = row(self.title, self._count, None, margins=(16, 0, 16, 0))
        self.body.addWidget(framed(head, "head", height=theme().px(48)))
        self.body.addLayout(column(self._rows, margins=(16, 2, 16, 8)))

    def show_entries(self, entries: tuple[EntryRow, ...], more: int = 0) -> None:
        if (entries, more) == self._shown:
            return
        self._shown = (entries, more)
        self._count.set(str(len(entries) + more), Tone.OFFLINE if entries else Tone.NEUTRAL)
        clear(self._rows)
        for number, one in enumerate(entries[: self.MOST]):
            if number:
                self._rows.addWidget(hairline())
            self._rows.addLayout(self._line(one))
        left = len(entries) + more - min(len(entries), self.MOST)
        if left > 0:
            self._rows.addWidget(Text(self.tr("%n more, older", "", left), "small", "text3"))
        if not entries:
            self._rows.addWidget(Text(self.tr("Everything is sent."), "small", "text2"))

    def _line(self, one: EntryRow) -> QHBoxLayout:
        words = column(
            ElidedText(one.title, "small", "", 600),
            ElidedText(f"{one.made} · {one.by}", "label", "text3", 400),
            spacing=0,
        )
        line = row(IconLabel(one.icon, 18, "text2"), spacing=12, margins=(0, 7, 0, 7))
        line.addLayout(words, 1)
        return line


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

    def show_rows(self, rows: tuple[ReadinessRow, ...], until: str, again: bool = False) -> None:
        if (rows, until) == self._shown and not again:
            return
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
            self.show_rows(*self._shown, again=True)

    def _line(self, one: ReadinessRow) -> QHBoxLayout:
        meter = Meter()
        token = meter_token(one)
        meter.set(one.part, token, f"{one.name}: {one.words}")
        words = ElidedText(one.short or one.words, "label", "text3", 400)
        words.setAccessibleName(one.words)
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
        word, tone, icon = {
            None: (self.tr("not checked yet"), Tone.NEUTRAL, "clock"),
            True: (self.tr("whole"), Tone.OK, "shield-check"),
            False: (self.tr("does not fit"), Tone.BAD, "alert-triangle"),
        }[journal.is_whole]
        self._chip.set(word, tone, icon)
        token = "accent" if journal.is_whole is None else "ok" if journal.is_whole else "bad"
        self._meter.set(1.0, token, journal.sentence)
        self._first.setText(journal.first)
        self._last.setText(journal.last)
        self._sentence.setText(journal.sentence)
