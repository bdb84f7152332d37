"""What a desk says about companies, from its own encrypted database: found by any fragment, credit, terms, work."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.actions.quote_args import IssueQuote, StartQuote
from storedesk.desk.account_look_up import AccountLookUp
from storedesk.desk.account_views import VatCheck
from storedesk.domain.currency import UNIT
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Company, CompanyContact, Order
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.desk_account_reads import stopped_company
from storedesk.storage.engine import connect_sqlite, create_schema, new_database_key, open_sqlite
from storedesk.storage.rows import Rows, add_hash
from tests.actions.account_days import MUCH
from tests.actions.quote_shop import ANNA, GROUP, HEAD, SITE, TOMAS, VARV, QuoteDesk, number_of, quote_shop
from tests.actions.test_quotes import accepted
from tests.desk.test_quote_look_up import LOOK
from tests.small_shop import MAJA, NOW

Reader = Callable[[QuoteDesk], AccountLookUp]
DAY_MS = 86_400_000


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Reader]:
    opened: list[Any] = []

    def make(desk: QuoteDesk) -> AccountLookUp:
        path, key = tmp_path / f"desk{len(opened)}.db", new_database_key()
        engine = open_sqlite(path, key)
        with engine.begin() as connection:
            create_schema(connection, "desk")
            rows = Rows(connection)
            for name in TABLE_BY_NAME:
                rows.put_many(name, [add_hash(name, row) for row in desk.tables[name].values()])
        opened.append(connect_sqlite(path, key, readonly=True))
        return AccountLookUp(opened[-1], LOOK, "Europe/Stockholm", NOW - 60_000)

    yield make
    for connection in opened:
        connection.close()


@pytest.fixture
def desk() -> QuoteDesk:
    desk = QuoteDesk(quote_shop())
    for number in (GROUP, VARV, SITE):
        row: Company = desk.tables["company"][(number,)]
        desk.tables["company"][(number,)] = row._replace(folded=fold(row.name))
    person: CompanyContact = desk.tables["company_contact"][(TOMAS,)]
    desk.tables["company_contact"][(TOMAS,)] = person._replace(
        folded="tomas kvist", email="Tomas.K@example.se", phone="031-390 06 22", phone_digits="46313900622"
    )
    return desk


def ordered(desk: QuoteDesk, number: str, company: int, total: int, days_ago: int, **changed: Any) -> None:
    row = Order(
        f"o-{number}", number, 4, "", NOW - days_ago * DAY_MS, "SE", "SEK", total * UNIT, "open", "on_account",
        None, 0, 0, "", company, NOW,
    )._replace(**changed)  # fmt: skip
    desk.tables["orders"][(row.id,)] = row


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("branno", [VARV]), ("VARV", [VARV, SITE]), ("montage", [VARV]), ("20417", [VARV]), ("417", [VARV]),
        ("556677-88", [VARV]), ("5566778899", [VARV]), ("tomas", [VARV]), ("kvist", [VARV]),
        ("tomas.k@", [VARV]), ("031-390 06", [VARV]), ("%", []), ("kvarn", []), ("_", []),
    ],
)  # fmt: skip
def test_a_company_is_found_by_any_fragment(
    desk: QuoteDesk, read: Reader, typed: str, found: list[int]
) -> None:
    assert sorted(row.company_id for row in read(desk).found(typed)) == found


def test_a_company_found_by_a_person_names_the_person(desk: QuoteDesk, read: Reader) -> None:
    (row,) = read(desk).found("kvist")
    assert (row.name, row.contact, row.above) == (
        "Brännö Varv & Montage AB", "Tomas Kvist", "Västerhav Marin Group AB",
    )  # fmt: skip
    assert [one.contact for one in read(desk).found("")] == ["", "", ""]
    assert read(desk).found("montage")[0].contact == ""


def test_an_account_shows_its_tree_with_budgets_and_what_stands_against_its_credit(
    desk: QuoteDesk, read: Reader
) -> None:
    site: Company = desk.tables["company"][(SITE,)]
    desk.tables["company"][(SITE,)] = site._replace(budget=40_000 * UNIT)
    ordered(desk, "1", SITE, 1_500, 2)
    ordered(desk, "2", SITE, 900, 40, state="closed")
    ordered(desk, "3", VARV, 700, 3, state="cancelled")
    view = read(desk).account(VARV)
    assert view is not None
    nodes = [(node.company_id, node.depth, node.spent, node.budget) for node in view.tree]
    assert nodes == [
        (GROUP, 0, 1_500 * UNIT, 0), (VARV, 1, 1_500 * UNIT, 0), (SITE, 2, 1_500 * UNIT, 40_000 * UNIT),
    ]  # fmt: skip
    credit = view.exposure
    assert (credit.invoiced, credit.ordered, credit.left) == (78_140 * UNIT, 1_500 * UNIT, 70_360 * UNIT)
    assert credit.invoiced + credit.ordered + credit.left == credit.limit
    assert [(row.number, row.is_open) for row in view.work] == [("1", True), ("3", False), ("2", False)]
    assert (view.terms.price_list, view.terms.days_left, view.terms.vat_check) == (
        "B-2026-17", 38, VatCheck.CONFIRMED,
    )  # fmt: skip


def test_a_quote_above_the_buyers_limit_names_who_may_agree(desk: QuoteDesk, read: Reader) -> None:
    accepted(desk.do("StartQuote", StartQuote(HEAD, desk.lines(MUCH)), MAJA))
    row = desk.quote
    accepted(
        desk.do(
            "IssueQuote",
            IssueQuote(row.id, 1, number_of(row.id), row.content_hash, row.net, row.tax, row.total),
            MAJA,
        )
    )
    view = read(desk).account(VARV)
    assert view is not None
    (work,) = view.work
    assert work.needs_yes and [person.name for person in work.waits_for] == ["Tomas Kvist"]
    assert view.exposure.quoted == desk.quote.total
    assert [person.contact_id for person in view.people] == [ANNA, TOMAS]
    assert view.people[1].email == "T•••@example.se"


def test_a_merged_account_shows_the_one_that_stands_for_it(desk: QuoteDesk, read: Reader) -> None:
    row: Company = desk.tables["company"][(SITE,)]
    desk.tables["company"][(SITE,)] = row._replace(merged_into=VARV)
    view = read(desk).account(SITE)
    assert view is not None and view.company_id == VARV
    assert read(desk).found("410") == ()
    assert read(desk).account(99) is None


def test_a_sole_traders_number_is_covered(desk: QuoteDesk, read: Reader) -> None:
    row: Company = desk.tables["company"][(VARV,)]
    desk.tables["company"][(VARV,)] = row._replace(organisation_number="811218-9876")
    view = read(desk).account(VARV)
    assert view is not None and view.is_personal
    assert view.organisation_number == "••••••-9876"
    assert read(desk).found("branno")[0].organisation_number == "••••••-9876"


def test_a_credit_stop_is_known_before_anything_is_picked(desk: QuoteDesk, read: Reader) -> None:
    group: Company = desk.tables["company"][(GROUP,)]
    assert stopped_company(read(desk)._connection, SITE) == ""
    desk.tables["company"][(GROUP,)] = group._replace(credit_stop=1)
    connection = read(desk)._connection
    assert stopped_company(connection, SITE) == "Västerhav Marin Group AB"
    assert stopped_company(connection, None) == ""
    view = read(desk).account(SITE)
    assert view is not None
    assert (view.exposure.stopped, view.exposure.stopped_by) == (True, "Västerhav Marin Group AB")


def test_a_double_is_named_before_it_is_added(desk: QuoteDesk, read: Reader) -> None:
    look_up = read(desk)
    assert look_up.name_with("SE", "5566778899") == "Brännö Varv & Montage AB"
    assert look_up.name_with("NO", "5566778899") == ""
    assert look_up.name_with("SE", "556677-8816") == ""
