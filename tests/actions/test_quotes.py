"""Quotes from the first line to the order: frozen, approved, revised, asked for."""

from typing import Any

import msgspec
import pytest

from storedesk.actions.action import Accepted, Rejected, Result
from storedesk.actions.quote_account import account_of
from storedesk.actions.quote_args import (
    ApproveQuote,
    AskApproval,
    AskForOrder,
    DeclineApproval,
    DeclineQuote,
    IssueQuote,
    ReviseQuote,
    SaveQuote,
    StartQuote,
    WithdrawQuote,
)
from storedesk.actions.quote_pricing import LineEdit, price_for, steps_of
from storedesk.domain.currency import UNIT
from storedesk.domain.pricing import UnitPrice
from storedesk.domain.records import Company, Place, Price, QuoteRevision, Task
from tests.actions.quote_shop import (
    ANNA,
    HEAD,
    PICTURE,
    SUPERVISOR,
    TOMAS,
    VARV,
    QuoteDesk,
    number_of,
    quote_shop,
)
from tests.small_shop import ELIN, GBG, OSKAR, RASK

OVER = (*PICTURE[:1], PICTURE[1]._replace(discount=140_000), *PICTURE[2:])


@pytest.fixture
def desk() -> QuoteDesk:
    return QuoteDesk(quote_shop())


def accepted(result: Result) -> Accepted:
    assert isinstance(result, Accepted), result
    return result


def refused(result: Result) -> str:
    assert isinstance(result, Rejected), result
    return result.reason.kind


def started(desk: QuoteDesk, edits: tuple[LineEdit, ...] = PICTURE, **head: Any) -> str:
    wanted = msgspec.structs.replace(HEAD, **head)
    accepted(desk.do("StartQuote", StartQuote(wanted, desk.lines(edits, wanted))))
    return desk.quote.id


def issue_args(desk: QuoteDesk, **changed: Any) -> IssueQuote:
    row = desk.quote
    args = IssueQuote(row.id, row.version, number_of(row.id), row.content_hash, row.net, row.tax, row.total)
    return msgspec.structs.replace(args, **changed)


def issued(desk: QuoteDesk, edits: tuple[LineEdit, ...] = PICTURE, **head: Any) -> str:
    quote_id = started(desk, edits, **head)
    accepted(desk.do("IssueQuote", issue_args(desk)))
    return quote_id


def order_args(desk: QuoteDesk, **changed: Any) -> AskForOrder:
    row = desk.quote
    return msgspec.structs.replace(AskForOrder(row.id, row.version, row.content_hash, ANNA), **changed)


def tasks(desk: QuoteDesk, kind: str) -> list[Task]:
    return [task for task in desk.tables["task"].values() if task.kind == kind]


def test_the_quote_of_the_pictures_is_written_and_priced_with_its_steps(desk: QuoteDesk) -> None:
    started(desk, OVER)
    row = desk.quote
    assert (row.net, row.tax, row.total) == (387_582_000, 96_895_500, 484_477_500)
    assert (row.approval, row.state, row.terms_days) == ("needed", "draft", 30)
    line = desk.tables["quote_line"][row.id, 1, 2]
    assert (line.unit_price, line.net, line.amount) == (6_150_000, 5_289_000, 105_780_000)
    assert sum(step.amount for step in steps_of(line.steps)) == line.unit_price


def test_a_price_is_explained_and_a_barred_promotion_is_named(desk: QuoteDesk) -> None:
    place = desk.state.get(Place, GBG)
    assert isinstance(place, Place)
    found = price_for(desk.state, account_of(desk.state, VARV), place, RASK, 20, "2026-11-23")
    assert isinstance(found, UnitPrice)
    assert [step.name for step in found.steps] == ["SE business 2026", "B-2026-17", "B-2026-17"]
    assert [(kept.why, kept.name, kept.price) for kept in found.not_used] == [
        ("not_with_contract", "Black Week", 6_393_600)
    ]


def test_an_issued_quote_is_frozen_under_its_number(desk: QuoteDesk) -> None:
    quote_id = issued(desk)
    row = desk.quote
    frozen: QuoteRevision = desk.tables["quote_revision"][quote_id, 1]
    assert (row.state, row.number) == ("issued", number_of(quote_id))
    assert (frozen.content_hash, frozen.net, frozen.total) == (row.content_hash, row.net, row.total)
    assert refused(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines()))) == "WrongState"


def test_a_discount_over_the_own_limit_needs_a_yes_for_exactly_this_content(desk: QuoteDesk) -> None:
    quote_id = started(desk, OVER)
    assert refused(desk.do("IssueQuote", issue_args(desk))) == "ApprovalNeeded"
    assert refused(desk.do("ApproveQuote", ApproveQuote(quote_id, desk.quote.content_hash))) == "NotAllowed"
    yes = ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)
    accepted(desk.do("ApproveQuote", yes))
    more = (*OVER[:1], OVER[1]._replace(quantity=21), *OVER[2:])
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines(more))))
    assert desk.quote.approval == "needed"
    assert refused(desk.do("ApproveQuote", yes)) == "ApprovalOutdated"
    accepted(desk.do("ApproveQuote", ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)))
    accepted(desk.do("IssueQuote", issue_args(desk)))
    assert desk.tables["quote_revision"][quote_id, 1].approved_by == SUPERVISOR


def test_a_yes_survives_saving_the_same_again(desk: QuoteDesk) -> None:
    quote_id = started(desk, OVER)
    accepted(desk.do("ApproveQuote", ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)))
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines(OVER))))
    assert desk.quote.approval == "given"


def test_a_pin_reaches_to_the_ceiling_and_a_manager_to_her_own_limits(desk: QuoteDesk) -> None:
    large = tuple(edit._replace(quantity=edit.quantity * 3) for edit in OVER)
    quote_id = started(desk, large)
    yes = ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)
    assert refused(desk.do("ApproveQuote", yes)) == "AboveOfflineCeiling"
    accepted(desk.do("ApproveQuote", msgspec.structs.replace(yes, checked_by=None), SUPERVISOR))
    beyond = (PICTURE[1]._replace(discount=210_000),)
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines(beyond))))
    yes = ApproveQuote(quote_id, desk.quote.content_hash)
    assert refused(desk.do("ApproveQuote", yes, SUPERVISOR)) == "ApprovalNeeded"


def test_an_approval_is_asked_for_and_declined_with_its_task_closed(desk: QuoteDesk) -> None:
    quote_id = started(desk, OVER)
    accepted(desk.do("AskApproval", AskApproval(quote_id, desk.quote.content_hash)))
    assert refused(desk.do("AskApproval", AskApproval(quote_id, desk.quote.content_hash))) == "WrongState"
    (task,) = tasks(desk, "quote_approval")
    assert msgspec.json.decode(task.facts)["rules"] == [["discount", 2, 140_000, 100_000]]
    accepted(desk.do("DeclineApproval", DeclineApproval(quote_id, desk.quote.content_hash), SUPERVISOR))
    assert (desk.quote.approval, tasks(desk, "quote_approval")[0].answer) == ("declined", "declined")
    assert refused(desk.do("IssueQuote", issue_args(desk))) == "ApprovalNeeded"


def test_what_is_missing_or_stale_keeps_a_quote_from_being_issued(desk: QuoteDesk) -> None:
    quote_id = started(desk, (), po_number="")
    assert refused(desk.do("IssueQuote", issue_args(desk))) == "QuoteWithoutLines"
    head = msgspec.structs.replace(HEAD, po_number="")
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, head, desk.lines())))
    assert refused(desk.do("IssueQuote", issue_args(desk))) == "PoNumberMissing"
    head = msgspec.structs.replace(HEAD, valid_until="2026-11-01")
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, head, desk.lines())))
    assert refused(desk.do("IssueQuote", issue_args(desk))) == "ValidityPast"
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines())))
    assert refused(desk.do("IssueQuote", issue_args(desk, content_hash="0" * 64))) == "QuoteChanged"
    assert (
        refused(desk.do("IssueQuote", issue_args(desk, number="GBG-07-00041-22"))) == "NumberNotOfThisQuote"
    )
    assert refused(desk.do("SaveQuote", SaveQuote(quote_id, 2, HEAD, ()))) == "QuoteChanged"


def test_a_price_that_moved_is_said_and_may_be_kept(desk: QuoteDesk) -> None:
    quote_id, lines = started(desk), desk.lines()
    key = (RASK, "B-2026-17", "SEK", 20, "2026-01-01")
    price: Price = desk.tables["price"][key]
    desk.tables["price"][key] = price._replace(amount=640 * UNIT)
    assert refused(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, lines))) == "PriceMoved"
    assert refused(desk.do("IssueQuote", issue_args(desk))) == "PriceMoved"
    kept = (PICTURE[0], PICTURE[1]._replace(price=615 * UNIT), *PICTURE[2:])
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines(kept))))
    accepted(desk.do("IssueQuote", issue_args(desk)))
    assert desk.tables["quote_line"][quote_id, 1, 2].unit_price == 615 * UNIT


def test_central_never_alters_what_was_frozen_and_says_what_differs() -> None:
    desk, central = QuoteDesk(quote_shop()), QuoteDesk(quote_shop(), central=True)
    start = desk.act("StartQuote", StartQuote(HEAD, desk.lines()))
    accepted(desk.perform(start))
    accepted(central.decide(start))
    issue = desk.act("IssueQuote", issue_args(desk))
    accepted(desk.perform(issue))
    key = (RASK, "B-2026-17", "SEK", 20, "2026-01-01")
    central.tables["price"][key] = central.tables["price"][key]._replace(amount=640 * UNIT)
    assert accepted(central.decide(issue)).task is not None
    (task,) = tasks(central, "quote_differs")
    assert msgspec.json.decode(task.facts)["differs"] == [
        {"what": "PriceMoved", "line": 2, "was": 6_150_000, "now": 6_400_000, "currency": "SEK"}
    ]
    assert central.quote == desk.quote
    assert central.tables["quote_revision"] == desk.tables["quote_revision"]


def test_a_wrong_total_from_a_desk_is_kept_and_shown(desk: QuoteDesk) -> None:
    started(desk)
    result = accepted(desk.decide(desk.act("IssueQuote", issue_args(desk, total=1))))
    assert result.task is not None and desk.quote.total == 1
    assert "total" in tasks(desk, "quote_differs")[0].facts


def test_a_revision_is_a_new_version_without_the_old_yes(desk: QuoteDesk) -> None:
    quote_id = started(desk, OVER)
    accepted(desk.do("ApproveQuote", ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)))
    accepted(desk.do("IssueQuote", issue_args(desk)))
    old = desk.quote
    accepted(desk.do("ReviseQuote", ReviseQuote(quote_id, 1)))
    row = desk.quote
    assert (row.version, row.state, row.approval) == (2, "draft", "needed")
    assert (row.total, row.content_hash == old.content_hash) == (old.total, False)
    assert desk.tables["quote_revision"][quote_id, 1].total == old.total
    assert refused(desk.do("ReviseQuote", ReviseQuote(quote_id, 2))) == "WrongState"


def test_lines_taken_out_of_a_draft_are_gone_from_sums_and_hash(desk: QuoteDesk) -> None:
    quote_id = started(desk)
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines(PICTURE[:1]))))
    assert desk.quote.net == 202_671_600
    accepted(desk.do("IssueQuote", issue_args(desk)))


def test_a_desk_only_asks_for_the_order(desk: QuoteDesk) -> None:
    issued(desk, PICTURE[:2])
    accepted(desk.do("AskForOrder", order_args(desk)))
    assert desk.quote.state == "order_asked" and not desk.tables["orders"]


def test_central_makes_the_order_with_its_pickup_and_uses_the_credit() -> None:
    central = QuoteDesk(quote_shop(), central=True)
    issued(central, PICTURE[:2])
    accepted(central.do("AskForOrder", order_args(central)))
    row = central.quote
    order = central.tables["orders"][(row.order_id,)]
    lines = [line for line in central.tables["order_line"].values() if line.order_id == order.id]
    (pickup,) = central.tables["fulfilment"].values()
    company: Company = central.tables["company"][(VARV,)]
    assert (row.state, order.total, order.number) == ("ordered", row.total, row.number)
    assert sum(line.amount for line in lines) == row.total
    assert (pickup.kind, pickup.place_id) == ("pickup", GBG)
    assert company.credit_used == 79_640 * UNIT + row.total
    assert central.tables["stock_level"][GBG, RASK, 0].reserved == 20
    assert refused(central.do("AskForOrder", order_args(central))) == "WrongState"


@pytest.mark.parametrize(
    ("company", "edits", "changed", "why"),
    [
        ({"credit_stop": 1}, PICTURE[:1], {}, {"credit_stop"}),
        ({"credit_used": 140_000 * UNIT}, PICTURE[:1], {}, {"credit"}),
        ({}, PICTURE[:1], {"ordered_by": None}, {"approver"}),
        ({}, (PICTURE[0]._replace(quantity=30),), {}, {"approver"}),
        ({}, (PICTURE[2]._replace(quantity=51),), {}, {"stock"}),
    ],
)
def test_central_refuses_an_order_with_its_reasons_and_leaves_the_quote(
    company: dict[str, int], edits: tuple[LineEdit, ...], changed: dict[str, Any], why: set[str]
) -> None:
    central = QuoteDesk(quote_shop(), central=True)
    row: Company = central.tables["company"][(VARV,)]
    central.tables["company"][(VARV,)] = row._replace(**company)
    issued(central, edits)
    result = accepted(central.do("AskForOrder", order_args(central, **changed)))
    (task,) = tasks(central, "quote_order_refused")
    assert result.task == task.id and central.quote.state == "issued"
    assert {reason["why"] for reason in msgspec.json.decode(task.facts)["against"]} == why


def test_an_approver_of_the_company_may_agree_to_more_than_the_buyer() -> None:
    central = QuoteDesk(quote_shop(), central=True)
    issued(central, (PICTURE[0]._replace(quantity=30),))
    accepted(central.do("AskForOrder", order_args(central, agreed_by=TOMAS)))
    assert central.quote.state == "ordered"


def test_a_quote_is_withdrawn_or_declined_once(desk: QuoteDesk) -> None:
    quote_id = issued(desk)
    accepted(desk.do("DeclineQuote", DeclineQuote(quote_id, 1), OSKAR))
    assert desk.quote.state == "declined"
    assert refused(desk.do("WithdrawQuote", WithdrawQuote(quote_id, 1))) == "WrongState"


def test_a_personal_number_is_refused_in_every_text(desk: QuoteDesk) -> None:
    own = desk.lines((LineEdit("own", None, 1, 0, UNIT, "19811218-9876"),))
    assert refused(desk.do("StartQuote", StartQuote(HEAD, own), ELIN)) == "PersonalNumberInText"
    head = msgspec.structs.replace(HEAD, note="19811218-9876")
    assert refused(desk.do("StartQuote", StartQuote(head, ()))) == "PersonalNumberInText"
