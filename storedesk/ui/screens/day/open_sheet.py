"""Opening the day: printers and scanner tried, last contact, what came overnight."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.day_args import OpenDay
from storedesk.desk.day_views import DayView
from storedesk.ui.screens.day.day_sheet import DaySheet
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import long_day_text, moment_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, hairline, row
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``state`` is words, ``tone`` whether it is good."""

    icon: str
    name: str
    state: str
    tone: Tone


class OpenSheet(DaySheet):
    """F8 tries the printers, any scan tries the scanner, F9 opens the day."""

    confirmed = Signal(str, object)
    test_asked = Signal()

    def __init__(self, view: DayView, window: QWidget) -> None:
        super().__init__(window, 720, "calendar")
        self._view = view
        self._checks, self._came = column(spacing=0), column(spacing=0)
        self._test = Button(self.tr("Print a test of each"), Kind.SECOND, "printer", "second", Context.DAY)
        self.foot.insertWidget(0, self._test)
        self._test.clicked.connect(lambda: self.test_asked.emit())
        self._build()
        self.go.setFocus()

    def do(self, action: str) -> None:
        if action == "second":
            self._test.press()
        else:
            super().do(action)

    def confirm(self) -> None:
        self.go.setEnabled(False)
        self.confirmed.emit("OpenDay", OpenDay(self._view.day, self.note.text().strip()))

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        clear(self._checks)
        for number, check in enumerate(checks):
            if number:
                self._checks.addWidget(hairline())
            icon = "check" if check.tone is Tone.OK else "alert-triangle" if check.tone is Tone.WARN else ""
            line = row(IconLabel(check.icon, 18, "text2"), spacing=12, margins=(0, 8, 0, 8))
            line.addWidget(ElidedText(check.name, "body"), 1)
            line.addWidget(Chip(check.state, check.tone, icon))
            self._checks.addLayout(line)

    def _build(self) -> None:
        view = self._view
        self.setWindowTitle(self.tr("Open the day"))
        self.title.setText(self.tr("Open the day"))
        self.go.set_label(self.tr("Open the day"))
        self.sub.setText(long_day_text(view.day))
        came = self._overnight()
        for number, (icon, words, count) in enumerate(came):
            if number:
                self._came.addWidget(hairline())
            line = row(IconLabel(icon, 18, "text2"), spacing=12, margins=(0, 8, 0, 8))
            line.addWidget(ElidedText(words, "body"), 1)
            line.addWidget(Text(str(count), "strong"))
            self._came.addLayout(line)
        since = self.tr("Since {time}").format(time=moment_text(view.since))
        sides = row(
            column(Text(self.tr("This desk"), "panel"), self._checks, None, spacing=6),
            column(Text(since, "panel"), self._came, None, spacing=6),
            spacing=28,
        )
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        self.middle.addLayout(sides)
        if view.last_note:
            self.middle.addWidget(
                Text(self.tr("Note: {words}").format(words=view.last_note), "small", "text2", wrap=True)
            )
        self.add_note()

    def _overnight(self) -> tuple[tuple[str, str, int], ...]:
        over = self._view.overnight
        return (
            ("shopping-bag", self.tr("New pickups"), over.pickups),
            ("clock-exclamation", self.tr("Late already"), over.late),
            ("archive", self.tr("Past their last day"), over.overdue),
            ("inbox", self.tr("Need attention"), over.tasks),
            ("truck-delivery", self.tr("Transfers on their way"), over.arriving),
        )
