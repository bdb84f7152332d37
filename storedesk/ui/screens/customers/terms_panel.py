"""On what terms an account buys: price agreement and its end, payment, PO number, tax, VAT number, whose yes."""

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from storedesk.desk.account_views import AccountView, VatCheck
from storedesk.ui.screens.customers.account_words import Counted, treatment_text, vat_text
from storedesk.ui.texts.counter_formats import moment_text, year_day_text
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import ElidedText, Text

_SOON_DAYS, _MOST_TERMS = 60, 7
Term = tuple[str, str, str]
"""Title, words and tone."""


class TermsPanel(Panel):
    """The terms as pairs of title and words, in one column or two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.left = Chip("", Tone.WARN, "calendar-due")
        super().__init__(self.tr("Terms"), "", (self.left,), parent)
        self._grid, self._columns = QGridLayout(), 1
        self._view: AccountView | None = None
        self._labels = tuple(
            (Text("", "small", "text2", parent=self), ElidedText("", "small", "", 600, parent=self))
            for _ in range(_MOST_TERMS)
        )
        self._grid.setContentsMargins(16, 10, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.addLayout(self._grid)

    def set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self._grid.setVerticalSpacing(4 if columns > 1 else 8)
            if self._view is not None:
                self.show_terms(self._view)

    def show_terms(self, view: AccountView) -> None:
        self._view = view
        self._show_chip(view)
        pairs = self._terms(view)
        for (name, value), (title, words, tone) in zip(self._labels, pairs, strict=False):
            name.setText(title)
            value.setText(words)
            value.set_tone(tone)
        self._place(len(pairs))

    def _place(self, count: int) -> None:
        """Puts so many pairs below each other, column by column; the labels themselves stay."""
        rows = -(-count // self._columns)
        for place, labels in enumerate(self._labels):
            for side, label in enumerate(labels):
                if place < count:
                    self._grid.addWidget(label, place % rows, 2 * (place // rows) + side)
                label.setVisible(place < count)
        for side in (1, 3):
            self._grid.setColumnStretch(side, 1 if side < 2 * self._columns else 0)

    def _show_chip(self, view: AccountView) -> None:
        days = view.terms.days_left
        self.left.setVisible(days is not None and days <= _SOON_DAYS)
        if days is not None and days < 0:
            self.left.set(self.tr("Agreement ran out"), Tone.WARN, "calendar-due")
        elif days is not None:
            self.left.set(Counted().days_left(days), Tone.WARN, "calendar-due")

    def _terms(self, view: AccountView) -> list[Term]:
        terms = view.terms
        days = terms.valid_until
        name = terms.price_list_name or terms.price_list or self.tr("Shop prices")
        payment = self.tr("Net {days}").format(days=terms.terms_days) if terms.terms_days else self.tr("Now")
        po = self.tr("PO required") if terms.po_required else self.tr("no PO needed")
        checked = "" if terms.vat_checked is None else moment_text(terms.vat_checked)
        wrong = terms.vat_check in (VatCheck.WRONG, VatCheck.FORM)
        rule = self.tr("All approvers") if terms.approval == "all" else self.tr("Any approver")
        agreed = self.tr("Price agreement") if terms.is_contract else self.tr("Price list")
        pairs: list[Term] = [
            (agreed, self.tr("{name}, best price").format(name=name) if terms.best_price else name, ""),
            (self.tr("Valid to"), year_day_text(days) if days else self.tr("no end"), ""),
            (self.tr("Payment"), f"{payment}, {po}", ""),
            (self.tr("Tax"), treatment_text(view), ""),
            (self.tr("VAT"), vat_text(view, checked), "warn" if wrong else ""),
            (self.tr("VAT number"), terms.vat_number or self.tr("none"), ""),
        ]
        if terms.approvers:
            pairs.append((self.tr("Above limits"), rule, ""))
        return pairs
