"""What buyers looked at online, beside the quote and on the company: said in words, added by one key, empty if empty."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from storedesk.desk.looked_at import LookedAt
from storedesk.ui.screens.customers.customers_screen import CustomersScreen
from storedesk.ui.screens.looked_panel import LookedPane
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shot_samples.customers_samples import ACCOUNT
from storedesk.ui.shot_samples.looked_samples import LOOKED
from storedesk.ui.shot_samples.quotes_samples import DRAFT
from storedesk.ui.widgets.text import Text


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(Text) if label.isVisibleTo(widget))


@pytest.fixture
def customers(shown: Callable[[QWidget], QWidget]) -> CustomersScreen:
    screen = shown(CustomersScreen())
    assert isinstance(screen, CustomersScreen)
    screen.resize(1300, 760)
    return screen


def test_the_company_says_what_was_looked_at_when_by_whom_and_on_what_consent(
    customers: CustomersScreen,
) -> None:
    customers.show_account(ACCOUNT, LOOKED)
    pane = customers.pane.looked.pane
    first = pane.list.rows.rows[0].spoken
    assert first == "Varseljacka Sikt, Yellow · XL, 3 times · last 09:12 · Anna Lindberg"
    assert "Anna Lindberg said yes on 2 Mar 2026. Kept 90 days, then gone." in texts(pane)
    assert "Oldest here: 24 Oct 2026." in texts(pane)


def test_without_activity_it_says_so_and_nothing_can_be_added(customers: CustomersScreen) -> None:
    said: list[str] = []
    customers.refused.connect(said.append)
    customers.show_account(ACCOUNT)
    assert "No activity shared by this company." in texts(customers.pane.looked)
    assert not customers.pane.looked.pane.add.isVisibleTo(customers)
    assert customers.do("add_looked")
    assert said == ["This company shared nothing that it looked at."]


def test_consent_without_a_day_is_said_without_one(customers: CustomersScreen) -> None:
    customers.show_account(ACCOUNT, replace(LOOKED, agreed=()))
    assert "The shop has their consent." in texts(customers.pane.looked)


def test_one_key_adds_the_chosen_article_for_the_company(customers: CustomersScreen) -> None:
    wanted: list[tuple[int, int]] = []
    customers.looked_wanted.connect(lambda company, article: wanted.append((company, article)))
    customers.show_account(ACCOUNT, LOOKED)
    assert customers.do("add_looked")
    customers.pane.looked.pane.list.choose("23")
    assert customers.do("add_looked")
    assert wanted == [(1, 21), (1, 23)]


def test_where_there_is_little_room_the_key_first_shows_it(customers: CustomersScreen) -> None:
    wanted: list[int] = []
    customers.looked_wanted.connect(lambda company, article: wanted.append(article))
    customers.show_account(ACCOUNT, LOOKED)
    customers.set_compact(True)
    assert not customers.pane.looked.isVisibleTo(customers)
    assert customers.do("add_looked")
    assert (customers.pane.looked.isVisibleTo(customers), wanted) == (True, [])
    assert customers.do("add_looked")
    assert wanted == [21]
    customers.set_compact(False)
    assert customers.pane.people.isVisibleTo(customers)
    assert customers.pane.looked.isVisibleTo(customers)


def test_beside_a_quote_it_marks_what_is_in_it_and_adds_to_it(shown: Callable[[QWidget], QWidget]) -> None:
    screen = shown(QuotesScreen())
    assert isinstance(screen, QuotesScreen)
    pane = screen.detail.looked
    wanted: list[int] = []
    pane.add_wanted.connect(wanted.append)
    in_quote = next(line.variant_id for line in DRAFT.lines if line.variant_id)
    looked = replace(LOOKED, rows=(replace(LOOKED.rows[0], variant_id=in_quote), *LOOKED.rows[1:3]))
    screen.show_quote(DRAFT, (), "2026-11-23", looked)
    assert ["in this quote" in row.spoken for row in pane.list.rows.rows] == [True, False, False]
    assert screen.do("add_looked")
    assert (wanted, pane.isVisibleTo(screen)) == ([], True)
    large = 2**47
    screen.show_quote(
        DRAFT, (), "2026-11-23", replace(looked, rows=(replace(looked.rows[0], variant_id=large),))
    )
    assert screen.do("add_looked")
    assert wanted == [large], "numbers of articles have 48 bits"
    assert screen.do("why")
    assert not pane.isVisibleTo(screen)


def test_what_another_company_looked_at_is_not_left_over(shown: Callable[[QWidget], QWidget]) -> None:
    screen = shown(QuotesScreen())
    assert isinstance(screen, QuotesScreen)
    screen.show_quote(DRAFT, (), "2026-11-23", LOOKED)
    screen.show_quote(replace(DRAFT, quote_id="other"), (), "2026-11-23", LookedAt(2))
    pane = screen.findChild(LookedPane)
    assert isinstance(pane, LookedPane)
    assert pane.list.rows.rows == ()
