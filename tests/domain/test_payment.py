"""Which payment states let goods leave the counter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.payment import TRANSITIONS, can_become, end_of_pickup, handover_allowed

NOON = 1_795_431_600_000
STATES = st.sampled_from(sorted(TRANSITIONS))


@pytest.mark.parametrize(
    ("state", "until", "due", "reason"),
    [
        ("captured", None, 0, None),
        ("on_account", None, 10_000, None),
        ("authorised", NOON + 1, 0, None),
        ("authorised", NOON, 0, None),
        ("authorised", NOON - 1, 0, "authorisation_ended"),
        ("authorised", None, 0, None),
        ("unpaid", None, 10_000, "payment_due"),
        ("part_paid", None, 1, "payment_due"),
        ("part_paid", None, 0, None),
        ("unpaid", None, 0, None),
        ("on_hold", None, 0, "payment_on_hold"),
        ("refund_asked", None, 0, "payment_refunded"),
        ("refunded", None, 0, "payment_refunded"),
        ("paid in shells", None, 0, "payment_unknown"),
    ],
)
def test_money_decides_whether_goods_leave(
    state: str, until: int | None, due: int, reason: str | None
) -> None:
    assert handover_allowed(state, until, due, NOON) == reason


@given(STATES, st.integers(0, 2 * NOON), st.integers(1, 10**9), st.integers(0, 2 * NOON))
def test_nothing_unpaid_on_hold_or_refunded_ever_leaves(state: str, until: int, due: int, at: int) -> None:
    if handover_allowed(state, until, due, at) is None:
        assert state in {"captured", "on_account", "authorised"}


def test_a_refund_is_started_once() -> None:
    assert can_become("captured", "refund_asked")
    assert can_become("refund_asked", "refunded")
    assert not can_become("refunded", "refund_asked")


@given(st.integers(0, 2 * NOON), st.integers(0, 2 * NOON))
def test_an_authorisation_that_ends_before_the_last_day_is_the_last_day(until: int, last: int) -> None:
    assert end_of_pickup("authorised", until, last) == min(until, last)
    assert end_of_pickup("authorised", None, last) == last
    assert end_of_pickup("captured", until, last) == last
