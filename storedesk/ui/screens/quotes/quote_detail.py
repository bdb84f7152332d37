"""One quote: its head, lines, why the chosen line's price, the sums and what blocks issuing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from storedesk.desk.quote_views import QuoteLineView, QuoteView
from storedesk.ui.screens.quotes.quote_words import (
    block_text,
    percent_text,
    state_words,
    step_text,
    treatment_text,
)
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import day_text, money_text, quantity_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.record_table import RecordColumn, RecordTable
from storedesk.ui.widgets.text import ElidedText, Text


class QuoteDetail(QWidget):
    """``main`` and ``second`` are the steps of F9 and F8; what they do hangs on the quote's state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text("", "title")
        self.chip = Chip("", Tone.NEUTRAL)
        self.blocked = Notice("", "", "shield-lock", "warn")
        self._company, self._terms = ElidedText("", "heading"), Text("", "small", "text3", wrap=True)
        self.lines = RecordTable(
            (
                RecordColumn(self.tr("Item")),
                RecordColumn(self.tr("Qty"), 64, True),
                RecordColumn(self.tr("Price"), 104, True),
                RecordColumn(self.tr("Disc."), 76, True),
                RecordColumn(self.tr("Net"), 124, True),
            ),
            self.tr("Lines of the quote"),
        )
        self._why_of, self._steps, self._sums = ElidedText("", "small", "text3"), column(), column()
        self.main = Button(self.tr("Issue"), Kind.PRIMARY, "send", "main", Context.QUOTES)
        self.second = Button(self.tr("Ask approval"), Kind.SECOND, "shield-lock", "second", Context.QUOTES)
        self.view: QuoteView | None = None
        self._build()
        self.lines.picked.connect(self._show_why)

    def show_quote(self, view: QuoteView) -> None:
        chosen = max(0, self.lines.currentIndex().row())
        if self.view is None or self.view.quote_id != view.quote_id:
            chosen = 0
        self.view = view
        self.title.setText(view.number or self.tr("No number yet"))
        state, tone = state_words(view)
        self.chip.set(self.tr("{state}, version {number}").format(state=state, number=view.version), tone)
        self._company.setText(view.company.name)
        self._terms.setText(self._terms_of(view))
        self.lines.show_rows(len(view.lines), lambda place: self._cells(view.lines[place]))
        self._show_sums(view)
        self._show_why(chosen)
        if view.lines:
            self.lines.selectRow(min(chosen, len(view.lines) - 1))
        self._show_steps(view)

    def set_compact(self, compact: bool) -> None:
        self._side.setFixedWidth(theme().px(276 if compact else 340))
        for number, width in enumerate((52, 100, 62, 108) if compact else (64, 104, 76, 124), 1):
            self.lines.setColumnWidth(number, theme().px(width))

    def why(self) -> None:
        self._side.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        body = Panel()
        body.body.addWidget(
            framed(column(self._company, self._terms, spacing=2, margins=(16, 12, 16, 12)), "head")
        )
        body.body.addWidget(self.lines, 1)
        body.body.addWidget(
            framed(
                row(Text(self.tr("All prices without VAT"), "label", "text3"), margins=(16, 8, 16, 8)), "foot"
            )
        )
        self._side = Panel(self.tr("Why this price"))
        self._side.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._side.setProperty("focusRing", True)
        inner = column(self._why_of, self._steps, hairline(), self._sums, None, self.second, self.main,
                       spacing=10, margins=(16, 12, 16, 16))  # fmt: skip
        self._side.body.addLayout(inner)
        both = row(spacing=16)
        both.addWidget(body, 1)
        both.addWidget(self._side)
        whole = column(row(self.title, self.chip, None, spacing=12), self.blocked, spacing=12)
        whole.addLayout(both, 1)
        self.setLayout(whole)
        self.set_compact(False)

    def _terms_of(self, view: QuoteView) -> str:
        sent = self.tr("sent to {country}").format(country=view.deliver_country or view.company.country)
        parts = (
            self.tr("Customer {number}").format(number=view.company.number),
            self.tr("{days} days net").format(days=view.company.terms_days),
            sent if view.delivery == "sent" else self.tr("collected here"),
            treatment_text(view.treatment),
            self.tr("PO {number}").format(number=view.po_number) if view.po_number else "",
            self.tr("valid until {day}").format(day=day_text(view.valid_until)),
        )
        return " · ".join(part for part in parts if part)

    def _cells(self, line: QuoteLineView) -> tuple[str, ...]:
        currency = self.view.totals.currency if self.view else ""
        name = " · ".join(part for part in (line.name, line.detail) if part)
        amount, off = money_text(line.amount, currency), percent_text(line.discount)
        return (
            name, quantity_text(line.quantity, line.unit), money_text(line.unit_price, currency), off, amount
        )  # fmt: skip

    def _show_why(self, place: int) -> None:
        clear(self._steps)
        view = self.view
        if view is None or not 0 <= place < len(view.lines):
            self._why_of.setText("")
            return
        line, currency = view.lines[place], view.totals.currency
        self._why_of.setText(line.name)
        for step in line.steps:
            _figure(self._steps, step_text(step), money_text(step.amount, currency))
        _figure(self._steps, self.tr("Net each"), money_text(line.each, currency), "strong")

    def _show_sums(self, view: QuoteView) -> None:
        clear(self._sums)
        totals, currency = view.totals, view.totals.currency
        _figure(self._sums, self.tr("Net"), money_text(totals.net, currency), "strong")
        for group in totals.groups:
            if group.treatment == "standard":
                title = self.tr("VAT {rate}").format(rate=percent_text(group.rate))
            else:
                title = treatment_text(group.treatment)
            _figure(self._sums, title, money_text(group.tax, currency))
        _figure(self._sums, self.tr("Total with VAT"), money_text(totals.total, currency))
        _figure(self._sums, self.tr("Credit left after this"), money_text(view.credit.left, currency))

    def _show_steps(self, view: QuoteView) -> None:
        draft, issued = view.state == "draft", view.state == "issued"
        reason = " ".join(block_text(block) for block in view.blocks) if draft else ""
        self.blocked.setVisible(bool(reason))
        self.blocked.set_text(self.tr("Cannot be issued yet"), reason)
        self.main.setVisible(draft or issued)
        self.main.set_label(self.tr("Issue") if draft else self.tr("Ask for the order"))
        self.main.set_not_yet(reason)
        asks = draft and view.approval in ("needed", "declined")
        self.second.setVisible(asks or issued)
        self.second.set_label(self.tr("Ask approval") if draft else self.tr("New version"))


def _figure(layout: QBoxLayout, title: str, figure: str, role: str = "small") -> None:
    line = row(spacing=8)
    line.addWidget(ElidedText(title, role, "text2"), 1)
    line.addWidget(Text(figure, role, "", 600))
    layout.addLayout(line)
