"""One order in full: the answer first, then its parts and what happened, then the foot with its keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from storedesk.desk.order_views import BoughtLine, OrderPart, OrderView
from storedesk.ui.screens.orders.answer_words import answers_text
from storedesk.ui.screens.orders.order_foot import OrderFoot, pair
from storedesk.ui.screens.orders.order_words import asked_words, happening_words, question_words, state_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import day_text, moment_text, quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text

_LINES_SHOWN = 40
_ASKED_SHOWN = 3
_WAITING = frozenset({"ready", "partly_collected"})


class OrderPane(Panel):
    """Shows an ``OrderView``; ``copy_asked`` carries the answer for the customer as text."""

    copy_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view: OrderView | None = None
        self.number, self.name = Text("", "title"), ElidedText("", "heading", "text2")
        self.state, self.channel = Chip(), Chip("", Tone.OUTLINE)
        self.copy = Button(
            self.tr("Copy answer"), Kind.SOFT, "copy", "copy_answer", Context.ORDERS, small=True
        )
        self.answer = Notice("", icon="message", tone="accent")
        self.left, self.right = column(spacing=8), column(spacing=10)
        self.foot = OrderFoot()
        self.area = self._scrolled()
        head = row(self.number, self.name, self.state, self.channel, margins=(16, 14, 16, 4), spacing=12)
        head.setStretchFactor(self.name, 1)
        head.addWidget(self.copy)
        self.body.addLayout(head)
        self.body.addLayout(row(self.answer, margins=(16, 6, 16, 12)))
        self.body.addWidget(hairline())
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.foot)
        self.copy.clicked.connect(self.tell_answer)

    def show_order(self, view: OrderView) -> None:
        self.view = view
        self.number.setText(view.number)
        self.name.setText(view.name)
        self.state.set(*state_text(view.state))
        self.channel.setVisible(bool(view.channel))
        self.channel.set(view.channel, Tone.OUTLINE)
        self.answer.set_text(answers_text(view))
        self._show_parts(view)
        self._show_timeline(view)
        self.foot.show_order(view)

    def tell_answer(self) -> None:
        if self.view is not None:
            self.copy_asked.emit(answers_text(self.view))

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "clear")
        both = row(spacing=20, margins=(16, 12, 16, 12))
        for side, stretch in ((self.left, 6), (self.right, 5)):
            outer = column(side, None)
            both.addLayout(outer, stretch)
        inner.setLayout(both)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Order"))
        return area

    def _show_parts(self, view: OrderView) -> None:
        clear(self.left)
        self.left.addWidget(Text(self.tr("Shipments and pickups"), "small", "text2", 600))
        for part in view.parts:
            self.left.addWidget(self._part(part))
        self._show_asked(view)
        self.left.addSpacing(4)
        self.left.addWidget(Text(self.tr("Items"), "small", "text2", 600))
        for line in view.lines[:_LINES_SHOWN]:
            self.left.addLayout(self._line(line))
        rest = len(view.lines) - _LINES_SHOWN
        if rest > 0:
            self.left.addWidget(Text(self.tr("%n more items", "", rest), "small", "text3"))

    def _part(self, part: OrderPart) -> QWidget:
        place = self.tr("This store") if part.is_here else part.place
        if part.ended:
            about = self.tr("ended {time}").format(time=moment_text(part.ended))
        elif part.state in _WAITING:
            about = self.tr("waits until {day}").format(day=day_text(part.last_day))
        else:
            about = self.tr("promised {time}").format(time=moment_text(part.promised))
        words = column(ElidedText(place, "small", weight=600), ElidedText(about, "label", "text3"), spacing=0)
        inner = row(IconLabel("shopping-bag", 20), spacing=12, margins=(12, 8, 12, 8))
        inner.addLayout(words, 1)
        inner.addWidget(Chip(*state_text(part.state)))
        return framed(inner, "subtle")

    def _line(self, line: BoughtLine) -> QHBoxLayout:
        count = f"× {quantity_text(line.ordered, line.unit)}"
        parts = [
            (self.tr("{number} cancelled"), line.cancelled),
            (self.tr("{number} returned"), line.returned),
        ]
        note = ", ".join(
            text.format(number=quantity_text(number, line.unit)) for text, number in parts if number
        )
        name = " · ".join(part for part in (line.name, line.detail) if part)
        return pair(f"{name}  {count}", note)

    def _show_timeline(self, view: OrderView) -> None:
        clear(self.right)
        self.right.addWidget(Text(self.tr("What happened"), "small", "text2", 600))
        for happening in view.timeline:
            icon, what, where = happening_words(happening)
            words = column(ElidedText(what, "small", weight=600), spacing=0)
            if where:
                words.addWidget(ElidedText(where, "label", "text3"))
            line = row(IconLabel(icon, 18), spacing=10)
            line.addLayout(words, 1)
            line.addWidget(Text(moment_text(happening.at), "label", "text3"))
            self.right.addLayout(line)

    def _show_asked(self, view: OrderView) -> None:
        """What waits for central or for a store, and what came of it."""
        rows = [("pencil", *asked_words(one)) for one in view.asked[:_ASKED_SHOWN]]
        rows += [("help", *question_words(one)) for one in view.questions[:_ASKED_SHOWN]]
        for icon, what, about, word, tone in rows:
            words = column(
                ElidedText(what, "small", weight=600), ElidedText(about, "label", "text3"), spacing=0
            )
            inner = row(IconLabel(icon, 18), spacing=12, margins=(12, 6, 12, 6))
            inner.addLayout(words, 1)
            inner.addWidget(Chip(word, tone))
            self.left.addWidget(framed(inner, "subtle"))
