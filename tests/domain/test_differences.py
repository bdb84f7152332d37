"""When a figure of a channel counts as different, why it probably is, and what that may cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.difference_cost import LEAST_PER_DAY, Trade, cost_of, per_day
from storedesk.domain.differences import (
    CAUSES,
    CHANGED_THERE,
    FIELDS,
    FRESH_MS,
    NO_MAPPING,
    NOT_PUSHED,
    ON_ITS_WAY,
    REFUSED,
    SETTLING_MS,
    Beside,
    LastPush,
    Likely,
    likely,
    same,
    whole,
)

NOW = 1_795_000_000_000
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
FIGURE = Beside("stock", "80", "83", NOW - 2 * HOUR, NOW - MINUTE, NOW - 3 * HOUR, "83", NOW - 3 * HOUR, None)
LATER = NOW - HOUR
TAKEN = FIGURE._replace(pushed="80", pushed_at=LATER)


def waits(age: int, state: str = "waiting") -> LastPush:
    return LastPush(state, NOW - age, None, "")


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (FIGURE._replace(theirs="80"), None),
        (FIGURE, Likely(NOT_PUSHED, NOW - 2 * HOUR)),
        (FIGURE._replace(ours_at=None), Likely(NOT_PUSHED, NOW - 3 * HOUR)),
        (FIGURE._replace(ours_at=NOW - MINUTE), None),
        (FIGURE._replace(pushed=None, pushed_at=None), Likely(NOT_PUSHED, NOW - 2 * HOUR)),
        (FIGURE._replace(linked=False), Likely(NO_MAPPING, NOW - 3 * HOUR)),
        (FIGURE._replace(push=waits(MINUTE)), None),
        (FIGURE._replace(push=waits(5 * MINUTE)), Likely(ON_ITS_WAY, NOW - 5 * MINUTE)),
        (FIGURE._replace(push=waits(HOUR, "unknown")), Likely(ON_ITS_WAY, NOW - HOUR)),
        (
            FIGURE._replace(push=LastPush("refused", LATER, LATER + 9, "stale")),
            Likely(REFUSED, LATER + 9, "stale"),
        ),
        (
            FIGURE._replace(push=LastPush("parked", LATER, None, "no_reply")),
            Likely(REFUSED, LATER, "no_reply"),
        ),
        (TAKEN._replace(push=LastPush("refused", NOW - 4 * HOUR, None, "busy")), Likely(CHANGED_THERE, LATER)),
        (TAKEN._replace(changed_at=NOW - 20 * MINUTE), Likely(CHANGED_THERE, NOW - 20 * MINUTE)),
        (TAKEN._replace(read_at=LATER + FRESH_MS - 1), None),
        (TAKEN._replace(read_at=LATER + SETTLING_MS - 1), Likely(ON_ITS_WAY, LATER)),
        (TAKEN._replace(read_at=LATER + SETTLING_MS), Likely(CHANGED_THERE, LATER)),
        (FIGURE._replace(pushed="81", changed_at=NOW - HOUR), Likely(CHANGED_THERE, NOW - HOUR)),
    ],
)  # fmt: skip
def test_a_figure_has_its_likely_cause(figure: Beside, expected: Likely | None) -> None:
    assert likely(figure, NOW) == expected


@pytest.mark.parametrize(
    ("field", "ours", "theirs", "equal"),
    [
        ("price", "6400000", "6400099", True),
        ("price", "6400000", "6400100", False),
        ("price", "", "6400000", False),
        ("contract_price", "7999960", "8000000", True),
        ("title", "Alva  jacket ", "Alva jacket", True),
        ("title", "Alva", "alva", False),
        ("stock", "8", "08", False),
        ("listed", "1", "0", False),
    ],
)
def test_what_says_the_same_to_a_buyer_is_no_difference(
    field: str, ours: str, theirs: str, equal: bool
) -> None:
    assert same(field, ours, theirs) is same(field, theirs, ours) is equal


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("-3", -3), ("", None), ("1.5", None), ("²", None), ("9" * 19, None)]
)
def test_only_whole_numbers_are_figures(text: str, number: int | None) -> None:
    assert whole(text) == number


TRADE = Trade(6_400_000, 2_000)
"""640,00 each, two a day."""


@pytest.mark.parametrize(
    ("field", "ours", "theirs", "trade", "cost"),
    [
        ("stock", "0", "3", TRADE, 3 * 6_400_000),
        ("stock", "2", "5", TRADE, 3 * 6_400_000 // 2),
        ("stock", "3", "0", TRADE, 2 * 6_400_000),
        ("stock", "9", "2", TRADE, 6_400_000),
        ("stock", "900", "0", Trade(6_400_000, 200_000, 100), 2 * 6_400_000),
        ("price", "6400000", "5900000", TRADE, 1_000_000),
        ("price", "5900000", "6400000", TRADE, 1_000_000),
        ("listed", "1", "0", TRADE, 12_800_000),
        ("title", "Alva", "Alba", TRADE, 0),
        ("promise", "2", "4", TRADE, 0),
        ("stock", "", "4", TRADE, 0),
    ],
)
def test_a_difference_has_its_price(field: str, ours: str, theirs: str, trade: Trade, cost: int) -> None:
    assert cost_of(field, ours, theirs, trade) == cost


def test_what_never_sold_is_taken_to_sell_a_little() -> None:
    assert per_day(0) == LEAST_PER_DAY
    assert per_day(56) == 2_000


figures = st.integers(0, 10_000)
trades = st.builds(Trade, st.integers(0, 10**9), st.integers(LEAST_PER_DAY, 10**6), st.sampled_from([1, 100]))


@given(figures, figures, trades)
def test_more_shown_too_many_never_costs_less(ours: int, extra: int, trade: Trade) -> None:
    costs = [cost_of("stock", str(ours), str(ours + more), trade) for more in (extra, extra + 1)]
    assert 0 <= costs[0] <= costs[1]


@given(figures, st.integers(1, 100), trades)
def test_the_more_is_there_the_less_too_many_costs(ours: int, extra: int, trade: Trade) -> None:
    costs = [cost_of("stock", str(real), str(real + extra), trade) for real in (ours, ours + 1)]
    assert costs[1] <= costs[0]


times = st.integers(NOW - 3 * DAY, NOW)
pushes = st.builds(
    LastPush,
    st.sampled_from(["waiting", "sending", "unknown", "done", "refused", "parked", "dropped"]),
    times,
    st.none() | times,
    st.sampled_from(["", "stale"]),
)
besides = st.builds(
    Beside,
    st.sampled_from(FIELDS),
    st.sampled_from(["0", "1", "3"]),
    st.sampled_from(["0", "1", "3"]),
    st.none() | times,
    times,
    times,
    st.none() | st.sampled_from(["0", "1", "3"]),
    st.none() | times,
    st.none() | pushes,
    st.booleans(),
)


@given(besides)
def test_a_difference_is_never_found_where_both_sides_agree_and_always_has_a_known_cause(
    beside: Beside,
) -> None:
    found = likely(beside, NOW)
    if same(beside.field, beside.ours, beside.theirs):
        assert found is None
    elif found is not None:
        assert found.cause in CAUSES
        assert found.since <= NOW


@given(besides)
def test_whatever_differs_now_is_told_within_a_day(beside: Beside) -> None:
    later = NOW + DAY
    if not same(beside.field, beside.ours, beside.theirs):
        assert likely(beside._replace(read_at=later), later) is not None
