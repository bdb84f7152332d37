"""The customers screen by itself: found, opened, terms in words, credit that adds up, forms that keep."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from storedesk.actions.company_args import AddCompany, AddContact
from storedesk.actions.quote_args import NoteCompanyApproval
from storedesk.domain.currency import UNIT
from storedesk.ui.screens.customers.account_forms import CompanyForm, FormSheet, PersonForm, SiteForm, YesForm
from storedesk.ui.screens.customers.customers_screen import CustomersScreen
from storedesk.ui.shot_samples.customers_samples import ACCOUNT, FOUND, STOPPED
from storedesk.ui.widgets.text import Text


@pytest.fixture
def customers(shown: Callable[[QWidget], QWidget]) -> CustomersScreen:
    screen = shown(CustomersScreen())
    assert isinstance(screen, CustomersScreen)
    screen.resize(1300, 760)
    screen.show_found(FOUND, "brän")
    return screen


def sent(form: FormSheet) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    form.confirmed.connect(lambda kind, args: found.append((kind, args)))
    return found


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(Text) if label.isVisibleTo(widget))


def test_f9_begins_a_quote_for_the_company_chosen_in_the_list(customers: CustomersScreen) -> None:
    wanted: list[int] = []
    customers.quote_wanted.connect(wanted.append)
    customers.list.table.selectRow(2)
    assert customers.do("main")
    customers.show_account(ACCOUNT)
    assert customers.do("main")
    assert wanted == [6, 1]


def test_without_a_company_f9_says_what_is_missing(customers: CustomersScreen) -> None:
    said: list[str] = []
    customers.refused.connect(said.append)
    customers.show_found((), "kvarn")
    assert customers.do("main")
    assert said == ["Find the company first, then F9 begins its quote."]


def test_enter_opens_an_order_or_a_quote_of_the_account(customers: CustomersScreen) -> None:
    opened: list[tuple[str, str]] = []
    customers.row_opened.connect(lambda kind, key: opened.append((kind, key)))
    customers.show_account(ACCOUNT)
    for place in (0, 1):
        customers.pane.work.activated.emit(customers.pane.work.rows.index(place))
    assert opened == [("order", "48209"), ("quote", "GBG-02-00418-K7")]


def test_alt_digits_part_orders_from_quotes_and_esc_goes_back_to_the_list(customers: CustomersScreen) -> None:
    customers.show_account(ACCOUNT)
    counts = []
    for number in (2, 3, 4, 1):
        assert customers.do(f"tab_{number}")
        counts.append(len(customers.pane.work.rows.rows))
    assert counts == [3, 3, 4, 7]
    assert customers.do("back")
    assert customers.account is None


def test_a_credit_stop_is_said_in_plain_words(customers: CustomersScreen) -> None:
    customers.show_account(STOPPED)
    assert customers.pane.stop.isVisible()
    assert "Credit stop at Brännö Varv & Montage AB" in texts(customers.pane.stop)
    customers.show_account(ACCOUNT)
    assert not customers.pane.stop.isVisible()


def test_the_parts_of_the_bar_add_up_to_the_limit_and_are_said_to_readers(customers: CustomersScreen) -> None:
    customers.show_account(ACCOUNT)
    bar = customers.pane.credit.bar
    assert sum(bar._parts) == ACCOUNT.exposure.limit
    assert "Unpaid invoices 61\u202f240\u00a0kr" in bar.accessibleName()


def test_the_form_of_a_company_checks_the_name_and_stays_open_until_it_is_kept(
    customers: CustomersScreen,
) -> None:
    form = CompanyForm(customers, "NO", "")
    asked = sent(form)
    form.confirm()
    assert asked == [] and form.warning.text() == "Write the name first."
    form.name.setText(" Fjord AS ")
    form.number.setText("990 000 107")
    form.do("main")
    assert asked == [("AddCompany", AddCompany("Fjord AS", "NO", "990 000 107"))]
    form.say_double("Nordfjell")
    assert "Nordfjell has this number already" in form.warning.text()
    assert form.result() == 0


def test_in_the_tree_a_site_is_added_below_the_account(customers: CustomersScreen) -> None:
    below: list[bool] = []
    customers.add_wanted.connect(below.append)
    customers.show_account(ACCOUNT)
    assert customers.do("add_line")
    customers.pane.tree.setFocus()
    assert customers.do("add_line")
    assert below == [False, True]
    form = SiteForm(customers, ACCOUNT)
    asked = sent(form)
    form.confirm()
    form.name.setText("Docka 3")
    form.kind.choose("cost_centre")
    form.confirm()
    assert asked == [("AddCompany", AddCompany("Docka 3", "SE", kind="cost_centre", parent_id=1))]


def test_the_form_of_a_person_reads_the_sum_and_a_collector_has_none(customers: CustomersScreen) -> None:
    form = PersonForm(customers, ACCOUNT)
    asked = sent(form)
    form.name.setText("Siv Ek")
    form.limit.setText("12x")
    form.confirm()
    assert asked == []
    form.limit.setText("12 500")
    form.confirm()
    form.role.choose("collector")
    form.confirm()
    assert [args for _, args in asked] == [
        AddContact(1, "Siv Ek", "buyer", "", "", 12_500 * UNIT),
        AddContact(1, "Siv Ek", "collector", "", "", 0),
    ]


def test_an_approvers_answer_is_noted_for_exactly_this_version(customers: CustomersScreen) -> None:
    wanted: list[Any] = []
    customers.yes_wanted.connect(wanted.append)
    customers.show_account(ACCOUNT)
    assert customers.do("second")
    form = YesForm(customers, wanted[0], "SEK")
    asked = sent(form)
    form.cards.choose(2)
    form.how.choose("phone")
    form.do("main")
    ((kind, args),) = asked
    assert kind == "NoteCompanyApproval"
    assert args == NoteCompanyApproval("GBG-02-00402-7B", 2, "b" * 64, 5, "yes", "phone")
    nobody = YesForm(customers, replace(wanted[0], waits_for=()), "SEK")
    assert "Add an approver first" in nobody.warning.text()
