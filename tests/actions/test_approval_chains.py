"""A quote's approval by chain: in turn, escalated, delegated, void after a change, never by who wrote it."""

import pytest

from storedesk.actions.quote_approval import awaited_roles
from storedesk.actions.quote_args import ApproveQuote, AskApproval, SaveQuote, StartQuote
from storedesk.domain.records import Quote, Setting, Staff
from tests.actions.quote_shop import HEAD, PICTURE, QuoteDesk, quote_shop
from tests.actions.test_accounts import accepted, refused
from tests.memory_state import put_rows
from tests.small_shop import ELIN, GBG, MAJA, OSKAR

HENRIK, SARA = 7, 8
OVER = (PICTURE[1]._replace(discount=140_000),)
HOUR_MS = 3_600_000


@pytest.fixture
def desk() -> QuoteDesk:
    desk = QuoteDesk(quote_shop())
    put_rows(
        desk.tables,
        [
            Staff(GBG, HENRIK, "Henrik W.", "HW", "head_office", "", "", 0, None, 7),
            Staff(GBG, SARA, "Sara M.", "SM", "store_manager", "", "", 0, None, 8),
            Setting(0, "quote.chain.discount", "any store_manager @60 > all head_office"),
        ],
    )
    return desk


def asked(desk: QuoteDesk, staff: int = ELIN) -> Quote:
    accepted(desk.do("StartQuote", StartQuote(HEAD, desk.lines(OVER)), staff))
    accepted(desk.do("AskApproval", AskApproval(desk.quote.id, desk.quote.content_hash), staff))
    return desk.quote


def yes(desk: QuoteDesk, staff: int) -> str:
    result = desk.do("ApproveQuote", ApproveQuote(desk.quote.id, desk.quote.content_hash), staff)
    return refused(result) if type(result).__name__ == "Rejected" else desk.quote.approval


def test_each_step_gives_its_yes_in_turn_and_the_last_one_approves(desk: QuoteDesk) -> None:
    asked(desk)
    assert yes(desk, HENRIK) == "ChainWaitsForOther"
    assert yes(desk, MAJA) == "asked"
    assert yes(desk, MAJA) == "ChainWaitsForOther"
    assert yes(desk, SARA) == "ChainWaitsForOther"
    (task,) = desk.tables["task"].values()
    assert task.state == "open"
    assert yes(desk, HENRIK) == "given"
    (task,) = desk.tables["task"].values()
    assert (task.state, desk.quote.approved_by) == ("answered", HENRIK)


def test_a_silent_manager_is_passed_over_after_the_hour(desk: QuoteDesk) -> None:
    asked(desk)
    desk.now += HOUR_MS
    assert yes(desk, HENRIK) == "given"


def test_who_has_the_say_for_a_time_gives_it_in_that_role(desk: QuoteDesk) -> None:
    asked(desk)
    assert yes(desk, MAJA) == "asked"
    put_rows(desk.tables, [Setting(0, f"quote.delegate.{HENRIK}", f"{OSKAR} until 2026-11-22")])
    assert yes(desk, OSKAR) == "NotAllowed"
    put_rows(desk.tables, [Setting(0, f"quote.delegate.{HENRIK}", f"{OSKAR} until 2026-11-23")])
    assert yes(desk, OSKAR) == "given"
    roles = {row.staff_id: row.role for row in desk.tables["quote_yes"].values()}
    assert roles == {MAJA: "store_manager", OSKAR: "head_office"}


def test_a_change_voids_every_yes_of_the_chain(desk: QuoteDesk) -> None:
    asked(desk)
    assert yes(desk, MAJA) == "asked"
    row = desk.quote
    accepted(
        desk.do("SaveQuote", SaveQuote(row.id, 1, HEAD, desk.lines((OVER[0]._replace(discount=150_000),))))
    )
    assert desk.quote.approval == "needed"
    assert yes(desk, HENRIK) == "ChainWaitsForOther"
    assert yes(desk, SARA) == "asked"
    assert yes(desk, HENRIK) == "given"


def test_nobody_says_yes_to_the_own_quote_in_a_chain(desk: QuoteDesk) -> None:
    put_rows(desk.tables, [Setting(0, "quote.discount.store_manager", "100000")])
    asked(desk, MAJA)
    assert yes(desk, MAJA) == "ChainWaitsForOther"
    assert yes(desk, SARA) == "asked"


def test_a_chain_that_cannot_be_read_leaves_the_limits_in_force(desk: QuoteDesk) -> None:
    put_rows(desk.tables, [Setting(0, "quote.chain.discount", "whoever")])
    asked(desk)
    assert yes(desk, MAJA) == "given"


def test_the_roles_that_are_waited_for_follow_each_yes(desk: QuoteDesk) -> None:
    asked(desk)
    assert awaited_roles(desk.state, desk.quote, desk.now) == ("store_manager",)
    assert yes(desk, MAJA) == "asked"
    assert awaited_roles(desk.state, desk.quote, desk.now) == ("head_office",)
    assert yes(desk, HENRIK) == "given"
    assert awaited_roles(desk.state, desk.quote, desk.now) == ()
