"""Companies added at a desk, doubles merged, and a company's own approvers: any or all, along the tree."""

from typing import Any

import msgspec
import pytest

from storedesk.actions.action import Accepted, Rejected, Result
from storedesk.actions.company_args import AddCompany, AddContact
from storedesk.actions.pickup_args import AnswerTask
from storedesk.actions.quote_account import account_of
from storedesk.actions.quote_args import AskForOrder, IssueQuote, NoteCompanyApproval, StartQuote
from storedesk.domain.account_credit import ALL, ANY, Signatory, is_agreed, whose_yes
from storedesk.domain.currency import UNIT
from storedesk.domain.records import Company, CompanyContact, Quote, Task
from tests.actions.account_days import MUCH
from tests.actions.quote_shop import ANNA, GROUP, HEAD, TOMAS, VARV, QuoteDesk, number_of, quote_shop
from tests.small_shop import MAJA

KARIN = 5


def accepted(result: Result) -> Accepted:
    assert isinstance(result, Accepted), result
    return result


def refused(result: Result) -> str:
    assert isinstance(result, Rejected), result
    return result.reason.kind


def added(desk: QuoteDesk, args: AddCompany) -> Company:
    before = set(desk.tables["company"])
    accepted(desk.do("AddCompany", args))
    (key,) = set(desk.tables["company"]) - before
    row: Company = desk.tables["company"][key]
    return row


@pytest.fixture
def desk() -> QuoteDesk:
    return QuoteDesk(quote_shop())


@pytest.fixture
def central() -> QuoteDesk:
    return QuoteDesk(quote_shop(), central=True)


def issued(desk: QuoteDesk) -> Quote:
    """A quote above Anna's limit, issued."""
    accepted(desk.do("StartQuote", StartQuote(HEAD, desk.lines(MUCH)), MAJA))
    row = desk.quote
    args = IssueQuote(row.id, 1, number_of(row.id), row.content_hash, row.net, row.tax, row.total)
    accepted(desk.do("IssueQuote", args, MAJA))
    return desk.quote


def order(row: Quote, **changed: Any) -> AskForOrder:
    return msgspec.structs.replace(AskForOrder(row.id, 1, row.content_hash, ANNA), **changed)


def yes(row: Quote, contact: int, answer: Any = "yes") -> NoteCompanyApproval:
    return NoteCompanyApproval(row.id, 1, row.content_hash, contact, answer, "phone")


@pytest.mark.parametrize(
    ("country", "number", "kept"),
    [
        ("SE", "5566778899", "556677-8899"),
        ("NO", "990000107", "990 000 107"),
        ("DK", "99000104", "99000104"),
        ("FI", "19900017", "1990001-7"),
        ("DE", "hrb1234", "HRB 1234"),
        ("PL", "123-456", "123-456"),
    ],
)
def test_a_company_is_added_offline_under_its_own_number_with_its_register_number_checked(
    desk: QuoteDesk, country: str, number: str, kept: str
) -> None:
    row = added(desk, AddCompany("Ny Kund AB", country, number))
    assert (row.organisation_number, row.credit_limit, row.folded) == (kept, 0, "ny kund ab")
    assert row.id > 0 and row.number.startswith("N") and row.opened_at == desk.now
    assert desk.tables["task"] == {}


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (AddCompany("Fel AB", "SE", "556677-8890"), "NotABusinessNumberHere"),
        (AddCompany("Fel AB", "SE", "", "SE12"), "NotABusinessNumberHere"),
        (AddCompany("Enskild firma", "SE", "811218-9876"), "PersonalNumberInText"),
        (AddCompany("Enskild firma", "SE", "", "SE811218987601"), "PersonalNumberInText"),
        (AddCompany("811218-9876", "SE"), "PersonalNumberInText"),
        (AddCompany("\u202e", "SE"), "TextMissing"),
        (AddCompany("Sajt", "SE", kind="site", parent_id=99), "UnknownRecord"),
    ],
)
def test_a_company_that_cannot_be_kept_is_refused_with_the_reason(
    desk: QuoteDesk, args: AddCompany, why: str
) -> None:
    assert refused(desk.do("AddCompany", args)) == why


def test_a_double_is_kept_at_the_desk_and_becomes_a_task_centrally(
    desk: QuoteDesk, central: QuoteDesk
) -> None:
    args = AddCompany("Branno Varv", "SE", "556677-8899")
    added(desk, args)
    assert desk.tables["task"] == {}
    added(central, args)
    (task,) = central.tables["task"].values()
    assert (task.kind, msgspec.json.decode(task.facts)["other"]) == ("company_duplicate", VARV)


def test_one_company_in_two_accounts_becomes_one_with_its_people_and_prices(central: QuoteDesk) -> None:
    row = added(central, AddCompany("Branno Varv", "SE", "556677-8899"))
    accepted(central.do("AddContact", AddContact(row.id, "Siv Ek", "buyer", "070-174 06 33")))
    below = added(central, AddCompany("Docka", "SE", kind="site", parent_id=row.id))
    (task,) = central.tables["task"].values()
    accepted(central.do("AnswerTask", AnswerTask(task.id, "same_company")))
    (siv,) = [one for one in central.tables["company_contact"].values() if one.name == "Siv Ek"]
    assert (siv.company_id, siv.phone_digits) == (VARV, "46701740633")
    assert central.tables["company"][(below.id,)].parent_id == VARV
    assert account_of(central.state, row.id).price_list == "B-2026-17"


def test_two_companies_may_share_a_number_if_somebody_says_so(central: QuoteDesk) -> None:
    row = added(central, AddCompany("Branno Varv", "SE", "556677-8899"))
    task: Task = next(iter(central.tables["task"].values()))
    accepted(central.do("AnswerTask", AnswerTask(task.id, "two_companies")))
    assert central.tables["company"][(row.id,)].merged_into is None


def test_an_order_above_the_buyers_limit_waits_for_an_approver_and_says_so_at_the_counter(
    desk: QuoteDesk,
) -> None:
    row = issued(desk)
    stopped = desk.do("AskForOrder", order(row))
    assert isinstance(stopped, Rejected)
    assert stopped.reason.facts() == {
        "total": row.total, "currency": "SEK", "approvers": 1, "rule": "any",
    }  # fmt: skip
    assert refused(desk.do("NoteCompanyApproval", yes(row, ANNA))) == "NotAnApprover"
    accepted(desk.do("NoteCompanyApproval", yes(row, TOMAS)))
    accepted(desk.do("AskForOrder", order(row)))
    assert desk.quote.state == "order_asked"


def test_a_no_takes_back_a_yes(desk: QuoteDesk) -> None:
    row = issued(desk)
    accepted(desk.do("NoteCompanyApproval", yes(row, TOMAS)))
    accepted(desk.do("NoteCompanyApproval", yes(row, TOMAS, "no")))
    assert refused(desk.do("AskForOrder", order(row))) == "CompanyYesMissing"


def test_where_all_must_agree_the_nearest_level_with_approvers_decides(central: QuoteDesk) -> None:
    company: Company = central.tables["company"][(GROUP,)]
    central.tables["company"][(GROUP,)] = company._replace(approval=ALL)
    siv = CompanyContact(KARIN, VARV, "approver", "Siv", "", "", "", "", None, "sv", 1)
    central.tables["company_contact"][(KARIN,)] = siv
    row = issued(central)
    accepted(central.do("NoteCompanyApproval", yes(row, TOMAS)))
    accepted(central.do("AskForOrder", order(row)))
    assert central.quote.state == "issued"
    accepted(central.do("NoteCompanyApproval", yes(row, KARIN)))
    accepted(central.do("AskForOrder", order(row)))
    assert central.quote.state == "ordered"


def test_only_who_may_approve_says_who_may_spend(desk: QuoteDesk) -> None:
    for args in (
        AddContact(VARV, "Siv Ek", "approver"),
        AddContact(VARV, "Siv Ek", "buyer", "", "", None),
        AddContact(VARV, "Siv Ek", "buyer", "", "", 10_000 * UNIT),
    ):
        assert refused(desk.do("AddContact", args)) == "NotAllowed"
        accepted(desk.do("AddContact", args, MAJA))
    accepted(desk.do("AddContact", AddContact(VARV, "Siv Ek", "collector")))


def test_whose_yes_counts_along_the_tree() -> None:
    low = Signatory(1, "approver", 100 * UNIT)
    high, top = Signatory(2, "approver", None), Signatory(3, "approver", None)
    buyer = Signatory(4, "buyer", None)
    levels = [[low, buyer], [high], [top]]
    assert whose_yes(levels, 50 * UNIT, ANY) == (low, high, top)
    assert whose_yes(levels, 50 * UNIT, ALL) == (low,)
    assert whose_yes(levels, 500 * UNIT, ALL) == (high,)
    assert not is_agreed((), {1}, ANY)
    assert is_agreed((high, top), {3}, ANY) and not is_agreed((high, top), {3}, ALL)
