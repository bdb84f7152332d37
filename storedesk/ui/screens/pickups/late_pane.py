"""One pickup that nobody collects: what was tried, the answers, how long goods are kept, what is put back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from storedesk.actions.pickup_shelf_args import ReleaseNotCollected, RestockReturned
from storedesk.actions.service_args import ExtendPickup, LogContact
from storedesk.desk.late_views import LateView, PutBackRow
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.ui.screens.pickups.keep_table import KeepTable
from storedesk.ui.screens.pickups.late_answers import BACK, GIVEN_UP, KEEP, NO_ANSWER, LateAnswers
from storedesk.ui.screens.pickups.late_words import LateCounts, put_back_row, tried_words
from storedesk.ui.screens.pickups.pickup_words import due_words, line_detail
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, quantity_text, short_money_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.queue_row import TileDelegate
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


class LatePane(QWidget):
    """F7 goes to the answers, F9 does the chosen one, F8 keeps it longer; Enter puts goods back."""

    perform = Signal(str, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: LateView | None = None
        self._day = ""
        self._put_back: tuple[PutBackRow, ...] = ()
        self.number, self.name = Text("", "title"), ElidedText("", "large")
        self.due, self.channel = Chip(), Chip("", Tone.OUTLINE)
        self.phone = Chip("", Tone.NEUTRAL, "phone")
        self.answers = LateAnswers()
        self._told = QVBoxLayout()
        self.answer = Button(self.tr("Answer"), Kind.PROBLEM, "phone", "problem", Context.NOT_COLLECTED)
        self.keep = Button(
            self.tr("Keep longer"), Kind.SECOND, "calendar-due", "second", Context.NOT_COLLECTED
        )
        self.go = Button(self.tr("Do it"), Kind.PRIMARY, "check", "main", Context.NOT_COLLECTED)
        self.table = KeepTable()
        self.shelf = RowList(TileDelegate(), self.tr("Put back on the shelf"))
        self._to_do = Chip("", Tone.WARN)
        self._stack, self._shelf_stack = QStackedWidget(), QStackedWidget()
        self._empty = EmptyState("circle-check", "")
        self._calm = Text(self.tr("Nothing is to be put back."), "small", "text3", wrap=True)
        self._let_go = Notice(
            self.tr("Nothing more to decide."),
            self.tr("Scan each item at its shelf, or press Enter on its line below."),
            "archive",
        )
        self._build()
        self.show_late(None, {}, (), "")

    def show_late(
        self, view: LateView | None, reasons: dict[str, str], put_back: tuple[PutBackRow, ...], day: str
    ) -> None:
        """``day`` is the place's date, on which a call counts."""
        self.view, self._put_back, self._day = view, put_back, day
        left = sum(1 for one in put_back if one.done is None)
        self._to_do.set(LateCounts().to_do(left), Tone.WARN)
        self._to_do.setVisible(left > 0)
        self.shelf.show_rows(tuple(put_back_row(one) for one in put_back))
        self._shelf_stack.setCurrentWidget(self.shelf if put_back else self._calm)
        if view is None:
            self._empty.show_words(self.tr("Nothing waits too long"), self.tr("Late pickups show up here."))
            self._stack.setCurrentWidget(self._empty)
            return
        self._show_head(view)
        self._show_told(view)
        self.answers.setVisible(view.is_open)
        self._let_go.setVisible(not view.is_open)
        if view.is_open:
            self.answers.show_late(view, reasons)
        for button in (self.answer, self.keep, self.go):
            button.setVisible(view.is_open)
        self.table.show_bands(view.bands, view.row.currency)
        self._stack.setCurrentWidget(self._page)

    def set_compact(self, compact: bool) -> None:
        self._keeping.setVisible(not compact)
        self.channel.setVisible(not compact)

    def do(self, action: str) -> None:
        """A key of the screen while this is shown."""
        view = self.view
        if view is None or not view.is_open:
            return
        if action == "problem":
            self.answers.setFocus(Qt.FocusReason.OtherFocusReason)
        elif action == "second":
            self._keep_longer(view)
        elif action == "main":
            self._answer(view)

    def scan_article(self, variant_id: int, quantity: int) -> bool:
        """An article scanned at its shelf is back there; False when none of it is to be put back."""
        waiting = [one for one in self._put_back if one.done is None and one.line.variant_id == variant_id]
        if not waiting:
            return False
        one = waiting[0]
        amount = min(one.quantity, quantity * UNITS.get(one.line.unit, PIECE).step)
        self.perform.emit("RestockReturned", RestockReturned(one.fulfilment_id, one.line.line, amount))
        return True

    def _answer(self, view: LateView) -> None:
        chosen = self.answers.chosen
        if chosen == KEEP:
            self._keep_longer(view)
        elif chosen == BACK:
            self.perform.emit(
                "ReleaseNotCollected", ReleaseNotCollected(view.row.fulfilment_id, "does_not_come")
            )
        elif chosen == GIVEN_UP:
            self.perform.emit("ReleaseNotCollected", ReleaseNotCollected(view.row.fulfilment_id, "no_answer"))
        else:
            self.perform.emit("LogContact", LogContact("other", "no_answer", self._day, view.order_id))

    def _keep_longer(self, view: LateView) -> None:
        self.perform.emit("ExtendPickup", ExtendPickup(view.row.fulfilment_id, self.answers.day))

    def _restock(self, key: str) -> None:
        one = next((one for one in self._put_back if one.key == key and one.done is None), None)
        if one is not None:
            args = RestockReturned(one.fulfilment_id, one.line.line, one.quantity)
            self.perform.emit("RestockReturned", args)

    def _name_main(self, chosen: str) -> None:
        """The blue button says what it does before it is pressed."""
        words = {
            KEEP: (self.tr("Keep longer"), "calendar-due"),
            NO_ANSWER: (self.tr("Note the call"), "phone"),
        }
        self.go.set_label(*words.get(chosen, (self.tr("Back to stock"), "archive")))

    def _show_head(self, view: LateView) -> None:
        self.number.setText(view.row.order_number)
        self.name.setText(view.row.name)
        self.due.set(*due_words(view.row.due))
        self.channel.set(view.row.channel, Tone.OUTLINE)
        self.phone.set(view.phone, Tone.NEUTRAL, "phone")
        self.phone.setVisible(bool(view.phone))

    def _show_told(self, view: LateView) -> None:
        clear(self._told)
        for line in view.lines:
            words = " · ".join(
                part for part in (line.name, line_detail(line), quantity_text(line.wanted, line.unit)) if part
            )
            self._told.addWidget(Text(words, "strong", wrap=True))
        worth = self.tr("worth {amount}").format(amount=short_money_text(view.value, view.row.currency))
        calls = LateCounts().calls(view.calls)
        self._told.addWidget(Text(f"{worth} · {calls}", "small", "text3", wrap=True))
        self._told.addSpacing(8)
        for tried in view.tried:
            icon, title, below = tried_words(tried)
            texts = column(Text(title, "small", "", 600, wrap=True), spacing=0)
            if below:
                texts.addWidget(Text(below, "label", "text3", 400, wrap=True))
            line_ = row(IconLabel(icon, 18, "text2"), spacing=10)
            line_.addLayout(texts, 1)
            line_.addWidget(Text(moment_text(tried.at), "label", "text3", 400))
            self._told.addLayout(line_)
        self._told.addStretch(1)

    def _build(self) -> None:
        head = row(self.number, self.name, self.due, self.channel, spacing=12, margins=(16, 12, 16, 12))
        head.setStretch(1, 1)
        head.addWidget(self.phone)
        self._told.setContentsMargins(16, 14, 16, 14)
        self._told.setSpacing(10)
        told = QWidget()
        told.setProperty("role", "clear")
        told.setLayout(self._told)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(told)
        right = column(self.answers, self._let_go, None, margins=(16, 14, 16, 14))
        body = row(scroll, hairline(vertical=True), spacing=0)
        body.addLayout(right, 1)
        body.setStretch(0, 1)
        bar = row(self.answer, None, self.keep, self.go, spacing=10, margins=(16, 12, 16, 12))
        self._page = QWidget()
        page = column(framed(head, "head"), spacing=0)
        page.addLayout(body, 1)
        page.addWidget(framed(bar, "foot"))
        self._page.setLayout(page)
        for widget in (self._page, self._empty):
            self._stack.addWidget(widget)
        top = Panel()
        top.body.addWidget(self._stack, 1)
        self._keeping = Panel(self.tr("How long we keep it"))
        self._keeping.body.addWidget(self.table)
        self._keeping.body.addStretch(1)
        back = Panel(self.tr("Put back on the shelf"), "", (self._to_do,))
        self._calm.setContentsMargins(16, 12, 16, 12)
        self._calm.setAlignment(Qt.AlignmentFlag.AlignTop)
        for one in (self.shelf, self._calm):
            self._shelf_stack.addWidget(one)
        back.body.addWidget(self._shelf_stack, 1)
        below = row(spacing=16)
        below.addWidget(self._keeping, 1)
        below.addWidget(back, 1)
        outer = column(spacing=16)
        outer.addWidget(top, 3)
        outer.addLayout(below, 2)
        self.setLayout(outer)
        self._bind()

    def _bind(self) -> None:
        self.answer.clicked.connect(lambda: self.do("problem"))
        self.keep.clicked.connect(lambda: self.do("second"))
        self.go.clicked.connect(lambda: self.do("main"))
        self.answers.confirmed.connect(lambda: self.do("main"))
        self.answers.chosen_changed.connect(self._name_main)
        self.shelf.opened.connect(self._restock)
