"""One task: what this desk did, what central has now, what that means, and the choices."""

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from storedesk.desk.task_views import Meaning, Side, TaskView
from storedesk.ui.screens.attention.approval_words import approval_figures
from storedesk.ui.screens.attention.task_words import (
    blocked_text,
    choice_words,
    detail_text,
    line_words,
    meaning_text,
    proof_text,
    side_text,
    title_text,
    waits_text,
)
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, money_text, signed_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.empty_state import IconTile
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


class SideColumn(QFrame):
    """One of the three columns."""

    def __init__(self, icon: str, tone: Tone, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when = ElidedText("", "label", "text3", 400)
        self._words = Text("", wrap=True)
        self._facts = column(spacing=0)
        heading = Text(title, "strong", wrap=True)
        self._tile = IconTile(icon, tone, 36)
        head = row(self._tile, spacing=12)
        head.addLayout(column(heading, self._when, spacing=0), 1)
        self._whole = column(head, self._words, spacing=12, margins=(20, 16, 20, 12))
        self._whole.addStretch(1)
        self._whole.addLayout(self._facts)
        self.setLayout(self._whole)

    def set_compact(self, compact: bool) -> None:
        edge = 12 if compact else 20
        self._tile.setVisible(not compact)
        self._whole.setContentsMargins(edge, 16, edge, 12)

    def show_side(self, side: Side, facts: tuple[tuple[str, str], ...]) -> None:
        when = moment_text(side.at) if side.at else ""
        self._show(" · ".join(p for p in (when, side.staff_name, side.desk) if p), side_text(side), facts)

    def show_meaning(self, meaning: Meaning, note: str, facts: tuple[tuple[str, str], ...]) -> None:
        self._show(note, meaning_text(meaning), facts)

    def _show(self, when: str, words: str, facts: tuple[tuple[str, str], ...]) -> None:
        self._when.setText(when)
        self._when.setVisible(bool(when))
        self._words.setText(words)
        clear(self._facts)
        for name, value in facts:
            line = row(spacing=8, margins=(0, 6, 0, 6))
            line.addWidget(Text(name, "small", "text2", wrap=True), 1)
            line.addWidget(Text(value, "small", "", 600))
            self._facts.addWidget(hairline())
            self._facts.addLayout(line)


class TaskDetail(Panel):
    """F9 does the chosen card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = Text("", "title", wrap=True)
        self._about = ElidedText("", "body", "text3")
        self._chip = Chip(self.tr("Needs a decision"), Tone.BAD, "alert-triangle")
        self.open_order = Button(self.tr("Open order"), Kind.SOFT, "receipt", small=True)
        self._mine = SideColumn("device-desktop", Tone.INFO, self.tr("What this desk did"))
        self._central = SideColumn("cloud-check", Tone.NEUTRAL, self.tr("What central has now"))
        self._means = SideColumn("info-circle", Tone.WARN, self.tr("What that means"))
        self.cards = ChoiceCards()
        self._keep = Text(self.tr("Both entries stay in the journal."), "small", "text3", wrap=True)
        self.go = Button(self.tr("Do it"), Kind.PRIMARY, "check", "main", Context.ATTENTION)
        self._asked: tuple[str, tuple[Choice, ...]] = ("", ())
        self._build()

    def show_task(self, view: TaskView) -> None:
        self.title.setText(title_text(view.row))
        self._about.setText(detail_text(view.row))
        if view.row.waits:
            self._chip.set(waits_text(view.row), Tone.INFO, "hourglass")
        elif view.row.urgent:
            self._chip.set(self.tr("Needs a decision"), Tone.BAD, "alert-triangle")
        else:
            self._chip.set(self.tr("To do"), Tone.WARN, "clipboard-list")
        self.open_order.setVisible(bool(view.fulfilment_id or view.quote_id))
        self.open_order.set_label(self.tr("Open quote") if view.quote_id else self.tr("Open order"))
        self._mine.show_side(view.this_desk, self._proofs(view.this_desk))
        self._central.show_side(view.central, self._proofs(view.central))
        facts = self._differences(view.meaning) if view.approval is None else approval_figures(view.approval)
        self._means.show_meaning(view.meaning, self._bins(view.meaning), facts)
        choices = tuple(self._choice(view, number) for number in range(len(view.choices)))
        if (view.row.task_id, choices) != self._asked:
            self._asked = (view.row.task_id, choices)
            self.cards.show_choices(choices)
        self.show_chosen()

    def set_compact(self, compact: bool) -> None:
        for side in (self._mine, self._central, self._means):
            side.set_compact(compact)

    def show_chosen(self) -> None:
        """The blue button says which choice it does."""
        number = self.cards.current_number
        self.go.set_label(self.tr("Do choice {number}").format(number=number) if number else self.tr("Do it"))
        self.go.set_not_yet("" if self.cards.current else self.tr("Choose what should happen."))

    def _build(self) -> None:
        top = row(self.title, spacing=12)
        top.setStretch(0, 1)
        top.addWidget(self._chip)
        top.addWidget(self.open_order)
        head = column(top, self._about, spacing=2, margins=(20, 16, 20, 14))
        sides = row(spacing=0)
        for index, part in enumerate((self._mine, self._central, self._means)):
            if index:
                sides.addWidget(hairline(vertical=True))
            sides.addWidget(part, 1)
        what = Text(self.tr("What should happen?"), "strong")
        choices = column(what, self.cards, None, spacing=10, margins=(20, 16, 20, 16))
        inner = QWidget()
        inner.setProperty("role", "clear")
        body = column(head, framed(sides, "subtle"), hairline(), spacing=0)
        body.addLayout(choices, 1)
        inner.setLayout(body)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        bar = row(IconLabel("history", 18, "text3"), spacing=8, margins=(20, 12, 20, 12))
        bar.addWidget(self._keep, 1)
        bar.addWidget(self.go)
        self.body.addWidget(area, 1)
        self.body.addWidget(framed(bar, "foot"))
        self.cards.chosen.connect(lambda key: self.show_chosen())

    def _proofs(self, side: Side) -> tuple[tuple[str, str], ...]:
        facts = []
        if side.proof:
            facts.append((self.tr("Checked"), proof_text(side.proof)))
        if side.receipt:
            facts.append((self.tr("Till receipt"), side.receipt))
        return (*facts, *(line_words(line) for line in side.lines))

    def _bins(self, meaning: Meaning) -> str:
        return self.tr("In bin {bins}").format(bins=", ".join(meaning.bins)) if meaning.bins else ""

    def _differences(self, meaning: Meaning) -> tuple[tuple[str, str], ...]:
        facts = [(self.tr("Stock difference"), signed_text(meaning.stock))]
        if meaning.currency:
            facts.append((self.tr("Money to look into"), money_text(meaning.money, meaning.currency)))
        return (*facts, *(line_words(line) for line in meaning.lines))

    def _choice(self, view: TaskView, number: int) -> Choice:
        choice = view.choices[number]
        title, effect, result = choice_words(choice, view)
        return Choice(
            choice.key, title, effect, result, suggested=choice.suggested, blocked=blocked_text(choice)
        )
