"""The timer is armed after every outcome; online and offline do not flicker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.sync.pace import LONGEST_WAIT_MS, Pace, after_failure, after_good, at_once, work_offline

outcomes = st.lists(st.tuples(st.booleans(), st.integers(0, 90_000), st.floats(0, 0.999)), max_size=30)


@given(outcomes)
def test_the_timer_is_always_armed_and_never_for_long(steps: list[tuple[bool, int, float]]) -> None:
    pace, now = Pace(next_at=0), 0
    for good, span, jitter in steps:
        now += span
        pace = after_good(pace, now) if good else after_failure(pace, now, jitter)
        assert now < pace.next_at <= now + LONGEST_WAIT_MS
        assert not (pace.online and pace.offline_since is not None)


@pytest.mark.parametrize(("misses", "online"), [(1, True), (2, False), (3, False)])
def test_one_missed_hello_is_not_offline(misses: int, online: bool) -> None:
    pace = after_good(Pace(next_at=0), 0)
    for miss in range(misses):
        pace = after_failure(pace, 1_000 * miss, 0.5)
    assert pace.online is online


@pytest.mark.parametrize(("apart", "online"), [(2_000, True), (10_000, True), (10_001, False)])
def test_two_good_hellos_within_ten_seconds_are_online_again(apart: int, online: bool) -> None:
    pace = after_good(Pace(next_at=0), 0)
    for _ in range(2):
        pace = after_failure(pace, 1_000, 0.5)
    pace = after_good(pace, 20_000)
    assert not pace.online
    assert after_good(pace, 20_000 + apart).online is online


def test_a_failure_waits_longer_each_time_up_to_a_minute() -> None:
    pace, waits = Pace(next_at=0), []
    for _ in range(12):
        pace = after_failure(pace, 0, 0.999)
        waits.append(pace.next_at)
    assert waits == sorted(waits)
    assert waits[-1] <= LONGEST_WAIT_MS


def test_work_offline_holds_until_it_is_released() -> None:
    pace = work_offline(after_good(Pace(next_at=0), 0), True, 5)
    assert not after_good(after_good(pace, 10), 20).online
    assert at_once(pace, 30) == pace
    assert work_offline(pace, False, 40).next_at == 40
