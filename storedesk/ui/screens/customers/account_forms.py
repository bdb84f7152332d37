"""Short forms on the customers screen: a company added, a person added, an approver's yes noted."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from storedesk.actions.company_args import AddCompany, AddContact
from storedesk.actions.quote_args import NoteCompanyApproval
from storedesk.desk.account_views import AccountView, WorkRow
from storedesk.domain.money_text import parse_amount
from storedesk.ui.screens.customers.account_words import role_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import short_money_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_COUNTRIES = ("SE", "NO", "DK", "FI", "DE")


class FormSheet(Sheet):
    """Fields below each other; F9 or Enter sends, and the form stays open until it is told that it was kept."""

    confirmed = Signal(str, object)
    """Kind and arguments of the action to perform."""

    def __init__(self, window: QWidget, icon: str) -> None:
        super().__init__(window, 560)
        self._fields = column(spacing=12, margins=(20, 16, 20, 16))
        self.warning = Text("", "small", "warn", wrap=True)
        self._title, self._about = Text("", "title"), Text("", "small", "text3", wrap=True)
        self._go = Button("", Kind.PRIMARY, icon, "main", Context.HANDOVER)
        cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        head = column(self._title, self._about, spacing=2, margins=(20, 16, 20, 14))
        bar = row(None, cancel, self._go, spacing=10, margins=(20, 12, 20, 12))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(self._fields)
        self.body.addLayout(row(self.warning, margins=(20, 0, 20, 12)))
        self.body.addWidget(framed(bar, "foot"))
        self.warning.hide()
        self._go.clicked.connect(lambda: self.confirm())
        cancel.clicked.connect(lambda: self.reject())

    def set_head(self, title: str, about: str, go: str) -> None:
        self._title.setText(title)
        self._about.setText(about)
        self._go.set_label(go)

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        else:
            super().do(action)

    def confirm(self) -> None:
        """Sends what is written, or says what is still wanted."""

    def say(self, words: str) -> None:
        self.warning.setText(words)
        self.warning.show()

    def field(self, title: str, longest: int, hint: str = "") -> QLineEdit:
        editor = QLineEdit()
        editor.setMaxLength(longest)
        editor.setAccessibleName(title)
        editor.setPlaceholderText(hint)
        editor.returnPressed.connect(self.confirm)
        self.put(title, editor)
        return editor

    def put(self, title: str, widget: QWidget) -> None:
        part: QBoxLayout = column(Text(title, "label", "text2", 600), widget, spacing=6)
        self._fields.addLayout(part)


class SiteForm(FormSheet):
    """A site or a cost centre below an account; it buys on the account's terms."""

    def __init__(self, window: QWidget, account: AccountView) -> None:
        super().__init__(window, "plus")
        about = self.tr("Below {company}, on its terms and its credit.").format(company=account.name)
        self.set_head(self.tr("Add below"), about, self.tr("Add"))
        self._account = account
        self.kind = SegmentedChoice(
            (Segment("site", self.tr("Site")), Segment("cost_centre", self.tr("Cost centre")))
        )
        self.name = self.field(self.tr("Name"), 80)
        self.put(self.tr("Kind"), self.kind)
        self.name.setFocus()

    def confirm(self) -> None:
        name, account = self.name.text().strip(), self._account
        if not name:
            self.say(self.tr("Write the name first."))
            self.name.setFocus()
            return
        kind: Any = self.kind.current
        args = AddCompany(name, account.country, kind=kind, parent_id=account.company_id)
        self.confirmed.emit("AddCompany", args)


class CompanyForm(FormSheet):
    """``country`` is the one chosen first, ``name`` what was searched for."""

    def __init__(self, window: QWidget, country: str, name: str) -> None:
        super().__init__(window, "plus")
        self.set_head(
            self.tr("Add company"),
            self.tr("Works offline too. It has no credit until head office gives it one."),
            self.tr("Add company"),
        )
        self.name = self.field(self.tr("Name"), 80)
        self.country = SegmentedChoice(tuple(Segment(code, code) for code in _COUNTRIES))
        self.put(self.tr("Country"), self.country)
        self.number = self.field(self.tr("Organisation number"), 40)
        self.vat = self.field(self.tr("VAT number"), 40, self.tr("begins with its country, if there is one"))
        self.name.setText(name)
        self.country.choose(country)
        self.name.setFocus()

    def confirm(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.say(self.tr("Write the name first."))
            self.name.setFocus()
            return
        args = AddCompany(name, self.country.current, self.number.text().strip(), self.vat.text().strip())
        self.confirmed.emit("AddCompany", args)

    def say_double(self, name: str) -> None:
        """Somebody has this number already; asked once, added then."""
        words = self.tr("{company} has this number already. Press again to add it all the same.")
        self.say(words.format(company=name))


class PersonForm(FormSheet):
    """Somebody who acts for the account: name, what they may do, up to which sum."""

    def __init__(self, window: QWidget, account: AccountView) -> None:
        super().__init__(window, "user-plus")
        self.set_head(self.tr("Add person"), account.name, self.tr("Add person"))
        self._account = account
        self.name = self.field(self.tr("Name"), 80)
        self.role = SegmentedChoice(
            (
                Segment("buyer", self.tr("Buyer")),
                Segment("approver", self.tr("Approver")),
                Segment("collector", self.tr("May collect")),
                Segment("accounts", self.tr("Invoices")),
            )
        )
        self.put(self.tr("Role"), self.role)
        hint = self.tr("empty: any sum")
        self.limit = self.field(
            self.tr("May order for, {currency}").format(currency=account.currency), 16, hint
        )
        self.phone = self.field(self.tr("Phone"), 40)
        self.email = self.field(self.tr("E-mail"), 120)
        self.limit.setText("0")
        self.role.chosen.connect(lambda key: self.limit.setEnabled(key in ("buyer", "approver")))
        self.name.setFocus()

    def confirm(self) -> None:
        name, limit = self.name.text().strip(), self._limit()
        if not name:
            self.say(self.tr("Write the name first."))
            self.name.setFocus()
        elif limit is False:
            self.say(self.tr("The sum is not a number. Write it like 50 000, or leave it empty."))
            self.limit.setFocus()
        else:
            self.confirmed.emit(
                "AddContact",
                AddContact(
                    self._account.company_id, name, self.role.current, self.phone.text().strip(),  # type: ignore[arg-type]
                    self.email.text().strip(), limit,
                ),
            )  # fmt: skip

    def _limit(self) -> int | bool | None:
        """The sum in 1/10,000, None for any, False while it is no number; who neither buys nor approves has none."""
        text = self.limit.text().strip()
        if self.role.current not in ("buyer", "approver"):
            return 0
        if not text:
            return None
        try:
            amount = parse_amount(text)
        except ValueError:
            return False
        return amount if amount >= 0 else False


class YesForm(FormSheet):
    """Who of the company has answered, what, and how it reached the shop."""

    def __init__(self, window: QWidget, quote: WorkRow, currency: str) -> None:
        total = short_money_text(quote.total, quote.currency)
        super().__init__(window, "user-check")
        about = self.tr("{number}, {total}: above what the buyer may order for alone.")
        self.set_head(
            self.tr("What the company says"),
            about.format(number=quote.number, total=total),
            self.tr("Note it"),
        )
        self._quote = quote
        self.cards = ChoiceCards(small=True)
        self.cards.show_choices(
            tuple(
                Choice(str(one.contact_id), one.name, role_text(one, currency), one.phone, icon="user-check")
                for one in quote.waits_for
            ),
            str(quote.waits_for[0].contact_id) if quote.waits_for else "",
        )
        self._fields.addWidget(self.cards)
        self.answer = SegmentedChoice(
            (Segment("yes", self.tr("Says yes")), Segment("no", self.tr("Says no")))
        )
        self.put(self.tr("Answer"), self.answer)
        self.how = SegmentedChoice(
            (
                Segment("here", self.tr("Here")),
                Segment("phone", self.tr("Phone")),
                Segment("email", self.tr("E-mail")),
            )
        )
        self.put(self.tr("How"), self.how)
        if not quote.waits_for:
            self.say(self.tr("Nobody of this company may agree to so much. Add an approver first."))
        self.cards.setFocus()

    def confirm(self) -> None:
        if not self.cards.current:
            return
        quote = self._quote
        self.confirmed.emit(
            "NoteCompanyApproval",
            NoteCompanyApproval(
                quote.record_id, quote.version, quote.content_hash, int(self.cards.current),
                self.answer.current, self.how.current,  # type: ignore[arg-type]
            ),
        )  # fmt: skip
