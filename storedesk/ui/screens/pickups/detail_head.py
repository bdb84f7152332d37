"""The head of a pickup: number, name, what is due, its channel, what can be printed, and the steps."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from storedesk.desk.pickup_views import DueKind, PickupView, StepStatus
from storedesk.ui.screens.pickups.pickup_words import due_words, step_words
from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.stepper import Step, Stepper, StepState
from storedesk.ui.widgets.text import ElidedText, Text, plain_tip


class DetailHead(QFrame):
    """``more_chosen`` carries the key of the menu's entry; only what is possible stands in the menu."""

    more_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "head")
        self._compact = False
        self._entries: tuple[tuple[str, str], ...] = ()
        self.number = Text("", "title")
        self.name = ElidedText("", "large")
        self.due = Chip()
        self.channel = Chip("", Tone.OUTLINE)
        self.stopped = Chip(self.tr("On hold: credit stop"), Tone.BAD, "ban")
        self.unconfirmed = Chip(self.tr("Not yet confirmed"), Tone.OFFLINE, "cloud-off")
        self.details = Button("", Kind.QUIET, "info-circle", small=True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setToolTip(self.tr("Details"))
        self.print = Button("", Kind.QUIET, "printer", "print", Context.PICKUPS, small=True)
        self.more = Button("", Kind.QUIET, "dots", small=True)
        self.more.setAccessibleName(self.tr("More"))
        self.stepper = Stepper()
        top = row(self.number, spacing=12)
        top.addWidget(self.name, 0)
        for widget in (self.due, self.stopped, self.channel, self.unconfirmed):
            top.addWidget(widget)
        top.addStretch(1)
        for button in (self.details, self.print, self.more):
            top.addWidget(button)
        self.setLayout(column(top, self.stepper, spacing=10, margins=(16, 12, 12, 10)))
        self.more.clicked.connect(lambda: self._open_menu())

    def show_pickup(self, view: PickupView, document: str) -> None:
        """``document`` is what Ctrl+P prints: pick_list, label or slip."""
        row_ = view.row
        self.number.setText(row_.order_number)
        self.name.setText(row_.name)
        self.name.setMaximumWidth(self.name.fontMetrics().horizontalAdvance(row_.name) + 4)
        self.due.set(*due_words(row_.due))
        crowded = self._compact and bool(view.stopped_company)
        self.due.setVisible(not crowded and (row_.due.kind is not DueKind.ENDED or not self._compact))
        self.channel.set(row_.channel, Tone.OUTLINE)
        self.channel.setVisible(bool(row_.channel) and not self._compact)
        self.stopped.setVisible(bool(view.stopped_company))
        self.stopped.setToolTip(plain_tip(view.stopped_company))
        self.unconfirmed.setVisible(row_.provisional)
        words = {"pick_list": self.tr("Pick list"), "label": self.tr("Labels"), "slip": self.tr("Slip")}
        self.print.set_label(words[document])
        self.stepper.show_steps(tuple(self._step(view, number) for number in range(len(view.steps))))

    def show_menu(self, entries: tuple[tuple[str, str], ...]) -> None:
        """Entries as (key, words); without any the button is not there."""
        self._entries = entries
        self.more.setVisible(bool(entries))

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.channel.setVisible(bool(self.channel.text()) and not compact)
        self.details.setVisible(compact)

    def _step(self, view: PickupView, number: int) -> Step:
        step = view.steps[number]
        done = step.status is StepStatus.DONE
        name, detail = step_words(step, done)
        return Step(name, "" if self._compact else detail, StepState(step.status))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for key, words in self._entries:
            action = QAction(words.replace("&", "&&"), menu)
            action.triggered.connect(lambda checked=False, chosen=key: self.more_chosen.emit(chosen))
            menu.addAction(action)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
