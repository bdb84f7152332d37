"""Beside the lines: why this price, the sums, the credit, what changed since it was issued."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedWidget, QWidget

from storedesk.desk.quote_views import CreditView, QuoteLineView, QuoteView
from storedesk.domain.discount_rules import margin_rate
from storedesk.ui.screens.looked_panel import LookedPane
from storedesk.ui.screens.quotes.quote_words import (
    change_text,
    not_used_text,
    percent_text,
    reason_text,
    step_text,
    treatment_text,
)
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, money_number, money_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.text import ElidedText, Text

_NO_MARGIN = QT_TRANSLATE_NOOP("Quotes", "No cost is known for these lines.")


class QuoteSide(Panel):
    """``held`` is True only while somebody holds the key that shows the margin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Quotes", "Why this price"), parent=parent)
        self.why_of = self.subtitle
        self.setAccessibleName(self.title.text())
        self._steps, self._sums, self._more = column(spacing=8), column(spacing=8), column(spacing=8)
        self.margin = Text("", "small", "", 600, wrap=True)
        self.margin.hide()
        self.total_name = Text(QCoreApplication.translate("Quotes", "Total with VAT"), "strong")
        self.total = Text("", "figure")
        inner = QWidget()
        inner.setProperty("role", "clear")
        inner.setLayout(
            column(self._steps, hairline(), self._sums, self.margin, self._more, None, spacing=10,
                   margins=(16, 12, 16, 12))
        )  # fmt: skip
        self._inner, self._area = inner, QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.looked = LookedPane(Context.QUOTES)
        self.part = SegmentedChoice(
            (
                Segment("why", QCoreApplication.translate("Quotes", "Price")),
                Segment("looked", QCoreApplication.translate("Quotes", "Looked at online")),
            ),
            small=True,
        )
        self._pages = QStackedWidget()
        for page in (self._area, self.looked):
            self._pages.addWidget(page)
        self.body.addLayout(row(self.part, None, margins=(16, 10, 16, 10)))
        self.body.addWidget(self._pages, 1)
        self.part.chosen.connect(self._show_part)
        self._sum_line = row(self.total_name, None, self.total, spacing=0)
        self.foot = column(self._sum_line, spacing=10, margins=(16, 12, 16, 16))
        self.body.addWidget(framed(self.foot, "foot"))
        self._view: QuoteView | None = None

    def set_compact(self, compact: bool) -> None:
        """The total goes below its name where both do not fit side by side."""
        below = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        self._sum_line.setDirection(below)
        self._sum_line.setAlignment(self.total, Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """What does not fit is scrolled, never squeezed."""
        layout = self._inner.layout()
        if layout is not None:
            layout.activate()
            self._inner.setMinimumHeight(max(0, layout.totalHeightForWidth(self._area.viewport().width())))

    def show_quote(self, view: QuoteView, place: int) -> None:
        self._view = view
        currency = view.totals.currency
        self.total.setText(money_text(view.totals.total, currency))
        self._show_sums(view)
        self.show_why(place)
        clear(self._more)
        self._show_credit(view.credit)
        self._show_versions(view)
        self._settle()

    def _show_part(self, part: str) -> None:
        is_looked = part == "looked"
        self._pages.setCurrentIndex(int(is_looked))
        self.why_of.setVisible(not is_looked)
        self.title.setText(
            self.looked.accessibleName()
            if is_looked
            else QCoreApplication.translate("Quotes", "Why this price")
        )

    def show_why(self, place: int) -> None:
        """The steps of one line's price."""
        clear(self._steps)
        view = self._view
        if view is None or not 0 <= place < len(view.lines):
            self.why_of.setText("")
            return
        line, currency = view.lines[place], view.totals.currency
        self.why_of.setText(line.name)
        for step in line.steps:
            figure(self._steps, step_text(step), money_number(step.amount, currency))
        if line.discount and not any(step.label_key == "discount" for step in line.steps):
            off = QCoreApplication.translate("Quotes", "Discount, {rate}").format(
                rate=percent_text(line.discount)
            )
            figure(self._steps, off, money_number(line.each - line.unit_price, currency))
        each = QCoreApplication.translate("Quotes", "Net each")
        figure(self._steps, each, money_number(line.each, currency), "strong")
        for unused in line.not_used:
            self._steps.addWidget(Text(not_used_text(unused, currency), "label", "text3", 400, wrap=True))
        self._settle()

    def show_margin(self, held: bool) -> None:
        """What is left after the cost, for the quote and the chosen line; never while nobody holds the key."""
        self.margin.setVisible(held and self._view is not None)
        if held and self._view is not None:
            self.margin.setText(margin_text(self._view))
        else:
            self.margin.setText("")
        self._settle()

    def _show_sums(self, view: QuoteView) -> None:
        clear(self._sums)
        totals, currency = view.totals, view.totals.currency
        if totals.reduction:
            before = QCoreApplication.translate("Quotes", "Before discounts")
            figure(self._sums, before, money_number(totals.before, currency))
            off = QCoreApplication.translate("Quotes", "Price reductions")
            figure(self._sums, off, money_number(totals.reduction, currency))
        if totals.delivery:
            figure(self._sums, QCoreApplication.translate("Quotes", "Delivery"),
                   money_number(totals.delivery, currency))  # fmt: skip
        figure(
            self._sums,
            QCoreApplication.translate("Quotes", "Net"),
            money_number(totals.net, currency),
            "strong",
        )
        for group in totals.groups:
            if group.treatment == "standard":
                title = QCoreApplication.translate("Quotes", "VAT {rate}").format(
                    rate=percent_text(group.rate)
                )
            else:
                title = treatment_text(group.treatment)
            figure(self._sums, title, money_number(group.tax, currency))

    def _show_credit(self, credit: CreditView) -> None:
        self._more.addWidget(hairline())
        if credit.stopped:
            stop = QCoreApplication.translate("Quotes", "Credit stop: nothing leaves on account")
            self._more.addLayout(row(Chip(stop, Tone.BAD, "ban"), None))
        names = (
            (QCoreApplication.translate("Quotes", "Credit limit"), credit.limit, "small"),
            (QCoreApplication.translate("Quotes", "Used already"), -credit.used, "small"),
            (QCoreApplication.translate("Quotes", "This quote"), -credit.this, "small"),
            (QCoreApplication.translate("Quotes", "Credit left after this"), credit.left, "strong"),
        )
        for name, amount, role in names:
            tone = "bad" if amount == credit.left and credit.left < 0 and role == "strong" else ""
            figure(self._more, name, money_number(amount, credit.currency), role, tone)

    def _show_versions(self, view: QuoteView) -> None:
        """Every version that was issued, and what this one changes of the last."""
        if not view.revisions:
            return
        self._more.addWidget(hairline())
        for one in reversed(view.revisions):
            name = QCoreApplication.translate("Quotes", "Version {number}, {reason}, {when}").format(
                number=one.version, reason=reason_text(one.reason), when=moment_text(one.issued)
            )
            figure(self._more, name, money_number(one.total, view.totals.currency))
        for change in view.since_issued:
            text = change_text(change, view.totals.currency)
            self._more.addWidget(Text(text, "label", "warn", 500, wrap=True))


def margin_text(view: QuoteView) -> str:
    """The margin of what has a cost, and of each such line."""
    known = [line for line in view.lines if line.cost is not None]
    if not known:
        return QCoreApplication.translate("Quotes", _NO_MARGIN)
    amount, cost = sum(line.amount for line in known), sum(line.cost or 0 for line in known)
    head = QCoreApplication.translate("Quotes", "Margin {rate}, {money}").format(
        rate=_rate(amount, cost), money=money_text(amount - cost, view.totals.currency)
    )
    return "\n".join([head, *(f"{_name(line)}: {_rate(line.amount, line.cost)}" for line in known)])


def _rate(amount: int, cost: int | None) -> str:
    rate = margin_rate(amount, cost)
    return "–" if rate is None else percent_text(round(rate, -3))


def _name(line: QuoteLineView) -> str:
    return line.name[:40]


def figure(layout: QBoxLayout, title: str, amount: str, role: str = "small", tone: str = "") -> None:
    """A name and its figure on one line; the name gives way, the figure never."""
    line = row(spacing=8)
    line.addWidget(ElidedText(title, role, "text2"), 1)
    line.addWidget(Text(amount, role, tone, 600))
    layout.addLayout(line)
