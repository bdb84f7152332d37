"""The timer is armed after every outcome; online and offline do not flicker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.sync.pace import (
    FIRST_WAIT_MS,
    LONGEST_WAIT_MS,
    Pace,
    after_failure,
    after_good,
    after_own_trouble,
    after_trouble,
    at_once,
    hurried,
    too_slow,
    work_offline,
)

MOST_CHANGES = 6
ROUNDS = ("good", "trouble", "miss", "own_trouble")
events = st.lists(
    st.tuples(
        st.sampled_from((*ROUNDS, "slow", "offline", "release", "save", "try_now")),
        st.integers(0, 90_000),
        st.floats(0, 0.999),
    ),
    max_size=40,
)


def after(event: str, pace: Pace, now: int, jitter: float) -> Pace:
    match event:
        case "good":
            return after_good(pace, now)
        case "trouble":
            return after_trouble(pace, now, jitter)
        case "miss":
            return after_failure(pace, now, jitter)
        case "own_trouble":
            return after_own_trouble(pace, now, jitter)
        case "slow":
            return too_slow(pace, now)
        case "offline" | "release":
            return work_offline(pace, event == "offline", now)
        case "save":
            return at_once(pace, now)
    return hurried(pace, now)


@given(events)
def test_the_timer_is_armed_after_every_event_and_never_for_long(steps: list[tuple[str, int, float]]) -> None:
    pace, now = Pace(next_at=0), 0
    for event, span, jitter in steps:
        now += span
        pace = after(event, pace, now, jitter)
        assert pace.next_at <= now + LONGEST_WAIT_MS
        if event in ROUNDS:
            assert pace.next_at >= now + FIRST_WAIT_MS
        if event == "good":
            assert pace.failures == 0
        assert pace.offline_since is None or not pace.online


@given(events)
def test_the_screen_changes_only_for_a_reason(steps: list[tuple[str, int, float]]) -> None:
    """Against the words of the rule, kept beside it as plain lists."""
    pace, now = Pace(next_at=0), 0
    heard: list[tuple[str, int]] = []
    on_purpose = False
    for event, span, jitter in steps:
        now += span
        before, pace = pace, after(event, pace, now, jitter)
        on_purpose = event == "offline" or (on_purpose and event != "release")
        if event in ("good", "trouble", "miss", "slow", "offline", "release"):
            heard.append(("good" if event == "trouble" else event, now))
        if before.online and not pace.online:
            assert event in ("slow", "offline") or [kind for kind, _ in heard[-2:]] == ["miss", "miss"]
        elif pace.online and not before.online:
            assert not on_purpose
            assert heard[-1][0] == "good"
            if before.ever_online:
                assert heard[-2][0] == "good" and heard[-1][1] - heard[-2][1] <= now - before.first_good_at
        if on_purpose or event == "slow":
            assert not pace.online


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


def test_a_request_without_an_answer_for_eight_seconds_is_offline_at_once() -> None:
    pace = too_slow(after_good(Pace(next_at=0), 0), 8_000)
    assert (pace.online, pace.offline_since) == (False, 8_000)
    pace = after_good(pace, 9_000)
    assert not pace.online
    assert after_good(pace, 11_000).online


def test_a_hello_that_was_answered_keeps_the_screen_online_whatever_else_fails() -> None:
    pace = after_good(Pace(next_at=0), 0)
    for number in range(1, 6):
        pace = after_trouble(pace, number * 1_000, 0.999)
    assert pace.online and pace.failures == 5
    assert pace.next_at > 5_000 + 10_000, "what fails again and again is not hurried"


def test_trouble_of_its_own_says_nothing_about_the_line() -> None:
    online = after_good(Pace(next_at=0), 0)
    assert after_own_trouble(after_own_trouble(online, 1_000, 0.5), 2_000, 0.5).online


def test_a_failure_waits_longer_each_time_up_to_a_minute() -> None:
    pace, waits = Pace(next_at=0), []
    for _ in range(12):
        pace = after_failure(pace, 0, 0.999)
        waits.append(pace.next_at)
    assert waits == sorted(waits)
    assert 59_000 < waits[-1] <= LONGEST_WAIT_MS


def test_a_good_hello_resets_the_wait() -> None:
    pace = Pace(next_at=0)
    for _ in range(12):
        pace = after_failure(pace, 0, 0.999)
    assert after_failure(after_good(pace, 0), 0, 0.999).next_at < 1_000


def test_who_presses_try_now_does_not_wait_out_a_minute() -> None:
    pace = Pace(next_at=0)
    for _ in range(12):
        pace = after_failure(pace, 0, 0.999)
    assert at_once(pace, 10) == pace
    assert hurried(pace, 10).next_at == 10


def test_work_offline_holds_until_it_is_released() -> None:
    pace = work_offline(after_good(Pace(next_at=0), 0), True, 5)
    assert not after_good(after_good(pace, 10), 20).online
    assert at_once(pace, 30) == hurried(pace, 30) == pace
    assert work_offline(pace, False, 40).next_at == 40


@given(st.integers(500, 29_000), st.integers(5_000, 60_000), st.integers(0, 5_000), st.floats(0, 0.999))
def test_a_line_that_flaps_for_half_an_hour_does_not_make_the_screen_flap(
    up_ms: int, down_ms: int, begin: int, jitter: float
) -> None:
    pace, now, changes = after_good(Pace(next_at=0), begin), begin, 0
    while now < 1_800_000:
        now = pace.next_at
        before = pace.online
        is_up = now % (up_ms + down_ms) < up_ms
        pace = after_good(pace, now) if is_up else after_failure(pace, now, jitter)
        changes += pace.online is not before
        assert pace.next_at > now, "the timer goes on"
    assert changes < MOST_CHANGES


def test_a_line_that_has_flapped_is_believed_after_half_a_minute_and_forgiven_after_two() -> None:
    pace, now = after_good(Pace(next_at=0), 0), 0
    for _ in range(2):
        for _ in range(2):
            now += 1_000
            pace = after_failure(pace, now, 0.5)
        for _ in range(2):
            now += 2_000
            pace = after_good(pace, now)
    assert not pace.online
    while not pace.online and now < 200_000:
        now = pace.next_at
        pace = after_good(pace, now)
        assert pace.next_at > now
    assert now == 10_000 + 30_000
    while pace.drops and now < 200_000:
        now = pace.next_at
        pace = after_good(pace, now)
        assert pace.next_at > now
    assert now <= 10_000 + 120_000 + 5_000


DAY: tuple[tuple[str, int, dict[str, object]], ...] = (
    ("good", 100, {"next_at": 5_100, "online": True, "ever_online": True, "good": 1, "first_good_at": 100,
                   "good_since": 100}),
    ("good", 5_100, {"next_at": 10_100, "good": 2}),
    ("good", 10_100, {"next_at": 15_100, "good": 3}),
    ("good", 15_100, {"next_at": 20_100, "good": 1, "first_good_at": 15_100}),
    ("trouble", 20_100, {"next_at": 20_850, "good": 2, "failures": 1}),
    ("trouble", 20_850, {"next_at": 22_350, "good": 3, "failures": 2}),
    ("miss", 22_350, {"next_at": 25_350, "failures": 3, "misses": 1, "good": 0, "first_good_at": 0,
                      "good_since": None}),
    ("miss", 25_350, {"next_at": 31_350, "failures": 4, "misses": 2, "online": False, "offline_since": 25_350,
                      "drops": 1}),
    ("miss", 31_350, {"next_at": 43_350, "failures": 5, "misses": 3}),
    ("own_trouble", 43_350, {"next_at": 67_350, "failures": 6}),
    ("save", 44_000, {}),
    ("good", 67_350, {"next_at": 69_350, "failures": 0, "misses": 0, "good": 1, "first_good_at": 67_350,
                      "good_since": 67_350}),
    ("good", 69_350, {"next_at": 74_350, "good": 2, "online": True, "offline_since": None}),
    ("slow", 70_000, {"online": False, "offline_since": 70_000, "drops": 2, "good": 0, "first_good_at": 0,
                      "good_since": None}),
    ("slow", 71_000, {}),
    ("save", 71_500, {"next_at": 71_500}),
    ("try_now", 71_600, {}),
    ("good", 72_000, {"next_at": 74_000, "good": 1, "first_good_at": 72_000, "good_since": 72_000}),
    ("try_now", 73_000, {"next_at": 73_000}),
    ("good", 74_000, {"next_at": 76_000, "good": 2}),
    ("good", 101_999, {"next_at": 103_999, "good": 1, "first_good_at": 101_999}),
    ("good", 102_000, {"next_at": 107_000, "good": 2, "online": True, "offline_since": None}),
    ("good", 191_999, {"next_at": 196_999, "good": 1, "first_good_at": 191_999}),
    ("good", 192_000, {"next_at": 197_000, "good": 2, "drops": 0}),
    ("offline", 193_000, {"on_purpose": True, "online": False, "offline_since": 193_000}),
    ("good", 194_000, {"next_at": 196_000, "good": 3}),
    ("offline", 195_000, {}),
    ("miss", 195_500, {"next_at": 196_250, "failures": 1, "misses": 1, "good": 0, "first_good_at": 0,
                       "good_since": None}),
    ("release", 196_000, {"next_at": 196_000, "on_purpose": False, "failures": 0, "misses": 0}),
    ("good", 196_100, {"next_at": 198_100, "good": 1, "first_good_at": 196_100, "good_since": 196_100}),
    ("release", 196_200, {"next_at": 196_200, "good": 0, "first_good_at": 0, "good_since": None}),
)  # fmt: skip
"""What happens, when, and all that it changes; every wait is three quarters of the longest at that moment."""


def test_a_day_changes_at_each_step_just_what_the_rule_says() -> None:
    pace = Pace(next_at=0)
    for number, (event, now, changes) in enumerate(DAY):
        expected = pace._replace(**changes)
        pace = after(event, pace, now, 0.75)
        assert pace == expected, (number, event, now)


@pytest.mark.parametrize(
    ("failures", "wait"),
    [(0, 1_000), (1, 2_000), (2, 4_000), (3, 8_000), (4, 16_000), (5, 32_000), (6, 60_000), (400, 60_000)],
)
def test_the_longest_wait_doubles_from_a_second_up_to_a_minute(failures: int, wait: int) -> None:
    pace = Pace(next_at=0, failures=failures)
    assert after_own_trouble(pace, 7, 0.5) == pace._replace(next_at=7 + wait // 2, failures=failures + 1)
    assert after_own_trouble(pace, 7, 0.0).next_at == 7 + FIRST_WAIT_MS


def test_a_start_without_a_line_is_offline_from_the_first_miss_and_no_drop() -> None:
    pace = after_failure(Pace(next_at=0), 300, 0.0)
    assert pace == Pace(next_at=800, failures=1, misses=1, offline_since=300)


def test_a_line_that_dropped_once_is_believed_by_two_good_hellos_and_one_that_dropped_twice_is_not() -> None:
    for drops, online in ((0, True), (1, True), (2, False), (3, False)):
        pace = Pace(next_at=0, ever_online=True, drops=drops, offline_since=5, good=1, good_since=0)
        assert after_good(pace, 9_000).online is online
        assert after_good(pace._replace(good=0), 9_000).online is False


def test_the_good_hello_at_the_start_of_time_counts() -> None:
    """A clock may begin at 0: that is a time, not the lack of one."""
    pace = after_good(Pace(next_at=0, ever_online=True, drops=2, offline_since=0), 0)
    assert (pace.good_since, pace.offline_since) == (0, 0)
    assert after_good(pace, 30_000).online
    assert too_slow(pace, 40).offline_since == 0
    assert work_offline(pace, True, 40).offline_since == 0
