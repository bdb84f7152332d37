"""One order in full: the answer first, then its parts, what happened, money, returns and contact."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from storedesk.desk.order_views import BoughtLine, OrderPart, OrderView
from storedesk.ui.screens.orders.order_words import answers_text, happening_words, payment_text, state_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import day_text, moment_text, money_text, quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text

_LINES_SHOWN = 40
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
        self.money, self.returns, self.contact = column(spacing=4), column(spacing=4), column(spacing=4)
        self.area = self._scrolled()
        head = row(self.number, self.name, self.state, self.channel, margins=(16, 14, 16, 4), spacing=12)
        head.setStretchFactor(self.name, 1)
        head.addWidget(self.copy)
        self.body.addLayout(head)
        self.body.addLayout(row(self.answer, margins=(16, 6, 16, 12)))
        self.body.addWidget(hairline())
        self.body.addWidget(self.area, 1)
        self.body.addWidget(framed(self._foot(), "foot"))
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
        self._show_money(view)
        self._show_returns(view)
        self._fill(
            self.contact,
            self.tr("Contact"),
            [_pair(text, "") for text in (view.phone, view.email) if text],
            self.tr("Not known on this desk"),
        )

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

    def _foot(self) -> QVBoxLayout:
        thirds = row(spacing=20, margins=(16, 10, 16, 12))
        for part in (self.money, self.returns, self.contact):
            thirds.addLayout(column(part, None), 1)
        return column(thirds)

    def _show_parts(self, view: OrderView) -> None:
        clear(self.left)
        self.left.addWidget(Text(self.tr("Shipments and pickups"), "small", "text2", 600))
        for part in view.parts:
            self.left.addWidget(self._part(part))
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
        return _pair(f"{name}  {count}", note)

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

    def _show_money(self, view: OrderView) -> None:
        rows = [
            _pair(
                " · ".join(part for part in (payment_text(one.state), one.method) if part),
                money_text(one.amount, view.currency),
            )
            for one in view.money
        ]
        rows = rows or [_pair(payment_text(view.payment_state), "")]
        rows.append(_pair(self.tr("Total"), money_text(view.total, view.currency)))
        if view.due:
            rows.append(_pair(self.tr("To pay at the till"), money_text(view.due, view.currency)))
        self._fill(self.money, self.tr("Payment"), rows, "")

    def _show_returns(self, view: OrderView) -> None:
        rows = [
            _pair(
                line.name,
                self.tr("{possible} of {bought}").format(
                    possible=quantity_text(line.returnable, line.unit),
                    bought=quantity_text(line.ordered - line.cancelled, line.unit),
                ),
            )
            for line in view.lines
            if line.returnable
        ]
        self._fill(self.returns, self.tr("Can still be returned"), rows[:4], self.tr("Nothing"))

    def _fill(self, place: QVBoxLayout, heading: str, rows: list[QHBoxLayout], empty: str) -> None:
        clear(place)
        place.addWidget(Text(heading, "small", "text2", 600))
        for item in rows or [_pair(empty, "")]:
            place.addLayout(item)


def _pair(left: str, right: str) -> QHBoxLayout:
    line = row()
    line.addWidget(ElidedText(left, "small"), 1)
    if right:
        line.addWidget(Text(right, "small", weight=600))
    return line
