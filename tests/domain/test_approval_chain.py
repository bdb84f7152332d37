"""Approval chains: written and read back, any or all, in order, escalating by time, one yes for one step."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.approval_chain import (
    MINUTE_MS,
    Delegation,
    NotAChain,
    Standing,
    Step,
    Yes,
    chain_text,
    parse_chain,
    parse_delegation,
    standing,
)

MANAGER, OFFICE = "store_manager", "head_office"
TWO = (Step("any", (MANAGER,), 120), Step("all", (MANAGER, OFFICE)))
roles = st.sampled_from([MANAGER, OFFICE, "sales_associate", "customer_service"])
steps = st.builds(
    Step,
    st.sampled_from(["any", "all"]),
    st.lists(roles, min_size=1, max_size=3, unique=True).map(tuple),
    st.integers(0, 10_000),
)
chains = st.lists(steps, min_size=1, max_size=6).map(tuple)
yeses = st.lists(st.builds(Yes, st.integers(1, 6), roles, st.integers(0, 10**7)), max_size=6)


def test_a_chain_is_read_from_its_setting() -> None:
    assert parse_chain(" any store_manager @120 > all store_manager, head_office ") == TWO


@pytest.mark.parametrize(
    "text", ["", ">", "some store_manager", "any", "any A", "any a @", "any a >", "any a > " * 9]
)
def test_what_is_no_chain_is_refused(text: str) -> None:
    with pytest.raises(NotAChain):
        parse_chain(text)


@given(chains)
def test_a_chain_survives_being_written(chain: tuple[Step, ...]) -> None:
    assert parse_chain(chain_text(chain)) == chain


@given(st.text(max_size=120))
def test_any_text_is_a_chain_or_refused(text: str) -> None:
    with suppress(NotAChain):
        assert parse_chain(text)


def test_steps_are_said_yes_to_in_their_order_and_one_person_only_once() -> None:
    assert standing(TWO, (), 0, 0) == Standing(False, 0, (MANAGER,))
    one = Yes(1, MANAGER, 5)
    assert standing(TWO, (one,), 0, 10) == Standing(False, 1, (MANAGER, OFFICE))
    assert standing(TWO, (one, Yes(9, OFFICE, 6)), 0, 10) == Standing(False, 1, (MANAGER,))
    assert standing(TWO, (one, Yes(9, OFFICE, 6), Yes(2, MANAGER, 7)), 0, 10).is_done


def test_a_silent_step_escalates_after_its_minutes_and_the_last_one_never() -> None:
    due = 120 * MINUTE_MS
    assert standing(TWO, (), 0, due - 1).step == 0
    assert standing(TWO, (), 0, due) == Standing(False, 1, (MANAGER, OFFICE))
    last = (Step("any", (OFFICE,), 1),)
    assert not standing(last, (), 0, 10**12).is_done


@given(chains, yeses, st.integers(0, 10**9))
def test_more_yeses_and_more_time_never_take_a_chain_back(
    chain: tuple[Step, ...], given_: list[Yes], now: int
) -> None:
    found = standing(chain, given_, 0, now)
    assert standing(chain, given_, 0, now + MINUTE_MS * 100_000).step >= found.step
    assert found.is_done == (found.step == len(chain)) == (not found.waits_for)


def test_a_delegation_names_whom_and_until_when() -> None:
    assert parse_delegation("204 until 2026-12-01") == Delegation(204, "2026-12-01")
    assert parse_delegation("204") is None
    assert parse_delegation("x until 2026-12-01") is None
