"""Handing over an order that this desk has not heard of: its number, its parcels, one press."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from storedesk.actions.pickup_args import HandOverFromLabel
from storedesk.desk.handover_views import LabelView
from storedesk.domain.plain_text import clean_text, looks_like_personal_number
from storedesk.ui.screens.handover.second_check_pane import SecondCheckPane
from storedesk.ui.screens.handover.who_pane import NAME_LENGTH
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import day_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.empty_state import IconTile
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text


class LabelSheet(Sheet):
    """F9 hands over; nothing is booked here until central has found the order."""

    completed = Signal(object)
    """The ``HandOverFromLabel`` to perform."""
    supervisor_wanted = Signal()

    def __init__(
        self, view: LabelView, window: QWidget, check_word: Callable[[str], bool] = lambda words: False
    ) -> None:
        super().__init__(window, 640)
        self._view, self._sent = view, False
        self.second = SecondCheckPane(view.handover, check_word)
        self.name = QLineEdit()
        self.ages = ChoiceCards(columns=2, small=True)
        self.go = Button(self.tr("Hand over from the label"), Kind.PRIMARY, "check", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._words = Text("", "small", "text3", wrap=True)
        self._build()
        self._connect()
        self._show_missing()
        self._focus()

    def do(self, action: str) -> None:
        match action:
            case "main":
                self.go.press()
            case "someone_else":
                self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case "supervisor" if self.second.missing():
                self.supervisor_wanted.emit()
            case "by_id" if self.second.missing():
                self.second.see_id()
            case "by_word" if self.second.missing():
                self.second.ask_words()
            case "back" if not self._sent:
                self.reject()

    def supervisor_agreed(self, staff_id: int) -> None:
        self.second.supervisor_agreed(staff_id)

    def fail(self, sentence: str) -> None:
        """It was not saved: say why, keep everything, allow another press."""
        self._sent = False
        self.go.set_busy("")
        self._words.setText(sentence)
        self._words.set_tone("bad")

    def _build(self) -> None:
        view, number = self._view, self._view.order_number
        title = Text(self.tr("Hand over {number} from the label").format(number=number), "title")
        until = self.tr("here until {day}").format(day=day_text(view.last_day))
        parcels = self.tr("%n parcels", "", view.parcels)
        head = row(IconTile("tag", Tone.INFO, 44), spacing=14, margins=(20, 16, 20, 14))
        head.addLayout(column(title, Text(f"{parcels} · {until}", "body", "text3", wrap=True), spacing=0), 1)
        genuine = Notice(
            self.tr("The code is genuine: central has signed it"),
            self.tr("This desk has not heard of the order yet. It is confirmed when the line is back."),
            "shield-check",
            "ok",
        )
        steps = Notice(
            self.tr("Take the parcels with the number {number} off the shelf").format(number=number),
            self.tr("Look for the number on each label. Hand over nothing that carries another one."),
            "package",
        )
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setPlaceholderText(self.tr("Only if somebody else collects"))
        self.name.setAccessibleName(self.tr("Name of the person who collects"))
        who = column(Text(self.tr("Collector"), "label", "text2", 600), self.name, spacing=6)
        middle = column(genuine, steps, spacing=12, margins=(20, 16, 20, 16))
        middle.addLayout(who)
        if view.age_limit:
            middle.addLayout(self._age(view.age_limit))
        middle.addWidget(self.second)
        foot = row(spacing=10, margins=(20, 12, 20, 12))
        foot.addWidget(self._words, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.go)
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(middle)
        self.body.addWidget(framed(foot, "foot"))
        self.second.documents.set_columns(2)
        self.second.code_is_right(True)
        self.second.show_why(view.handover.orders[0].second_check)

    def _age(self, limit: int) -> QVBoxLayout:
        """Nobody here knows which part of the order has the limit: all of it goes, or none."""
        self.ages.show_choices(
            (
                Choice("yes", self.tr("Yes, of age"), "", icon="check"),
                Choice("no", self.tr("No, or no ID shown"), "", icon="x"),
            )
        )
        words = self.tr("Age check: ID seen, {years} or older?").format(years=limit)
        return column(Text(words, "label", "text2", 600, wrap=True), self.ages, spacing=8)

    def _connect(self) -> None:
        self.ages.chosen.connect(lambda key: self._show_missing())
        self.ages.chosen.connect(lambda key: self._focus())
        self.name.textChanged.connect(lambda text: self._show_missing())
        self.second.changed.connect(self._show_missing)
        self.second.changed.connect(self._focus)
        self.second.supervisor_wanted.connect(lambda: self.supervisor_wanted.emit())
        self.go.clicked.connect(lambda: self._complete())
        self._cancel.clicked.connect(lambda: self.do("back"))

    def _missing(self) -> str:
        if looks_like_personal_number(self.name.text()):
            return self.tr("This looks like a personal number. StoreDesk keeps none: take it out.")
        if self._view.age_limit and not self.ages.current:
            return self.tr("Say whether the ID showed an age of {years}.").format(years=self._view.age_limit)
        if self._view.age_limit and self.ages.current != "yes":
            return self.tr(
                "Nothing goes out from the label without the age: it waits until the line is back."
            )
        return self.second.missing()

    def _show_missing(self) -> None:
        reason = self._missing()
        self.go.set_not_yet(reason)
        self._words.set_tone("text3")
        self._words.setText(reason)

    def _focus(self) -> None:
        if self._view.age_limit and not self.ages.current:
            self.ages.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.second.missing():
            self.second.focus()
        else:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complete(self) -> None:
        if self._sent or self._missing():
            return
        self._sent = True
        self.go.set_busy(self.tr("Saving"))
        name, second = clean_text(self.name.text(), NAME_LENGTH), self.second
        self.completed.emit(
            HandOverFromLabel(
                self._view.text,
                second.document,
                name,
                "other" if name else "",
                second.checked_by,
                self._view.last_contact,
                second.word,
                "yes" if self._view.age_limit else "",
            )
        )
