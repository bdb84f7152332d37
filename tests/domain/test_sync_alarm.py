"""Sync that stands still is told by what the hub answers, not by the clock on the wall."""

import json

from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.sync_alarm import (
    FEED,
    LONGEST_STEP_MS,
    QUEUE,
    STANDS_STILL_MS,
    Answered,
    DeskLine,
    Standing,
    after_answer,
    after_hello,
    after_silence,
    does_not_send,
    is_silent,
    stands_still,
)

MINUTE = 60_000
ALL_DAY = OpeningHours.from_text("UTC", json.dumps([[["09:00", "20:00"]]] * 7), "{}")
NINE = 1_795_424_400_000
"""Monday 23 November 2026, 09:00 UTC."""


def answers(standing: Standing, seen: Answered, start: int, minutes: int) -> Standing:
    """The same answer twice a minute."""
    for half in range(2 * minutes + 1):
        standing = after_answer(standing, seen, start + half * MINUTE // 2)
    return standing


def test_a_queue_that_does_not_move_for_fifteen_minutes_is_an_alarm() -> None:
    stuck = Answered(7, 100, 100)
    assert stands_still(answers(Standing(), stuck, 0, 14)) == ""
    assert stands_still(answers(Standing(), stuck, 0, 15)) == QUEUE


def test_a_queue_that_grows_but_gets_decided_is_none() -> None:
    standing = Standing()
    for minute in range(60):
        standing = after_answer(standing, Answered(minute, 100, 100), minute * MINUTE)
    assert stands_still(standing) == ""


def test_a_cursor_that_stays_while_the_feed_moves_is_an_alarm() -> None:
    standing = Standing()
    for minute in range(16):
        standing = after_answer(standing, Answered(None, 100, 200 + minute), minute * MINUTE)
    assert stands_still(standing) == FEED


def test_a_cursor_at_the_head_may_stay_there_all_night() -> None:
    assert stands_still(answers(Standing(), Answered(None, 100, 100), 0, 600)) == ""


def test_a_copy_that_is_being_fetched_is_progress() -> None:
    standing = Standing()
    for minute in range(60):
        standing = after_answer(standing, Answered(None, 100, 200, minute * 1000), minute * MINUTE)
    assert stands_still(standing) == ""


def test_time_without_an_answer_does_not_count() -> None:
    stuck = Answered(7, 100, 100)
    standing = answers(Standing(), stuck, 0, 10)
    for minute in range(11, 300):
        standing = after_silence(standing, minute * MINUTE)
    assert stands_still(after_answer(standing, stuck, 300 * MINUTE)) == ""


def test_a_line_that_flaps_hides_no_queue_that_stands_still() -> None:
    standing, stuck = Standing(), Answered(7, 100, 100)
    for second in range(0, 3600, 10):
        at = second * 1000
        standing = after_silence(standing, at) if second % 20 else after_answer(standing, stuck, at)
    assert stands_still(standing) == QUEUE


@given(st.lists(st.integers(0, 10 * MINUTE), max_size=60))
def test_no_pause_counts_for_more_than_a_minute(gaps: list[int]) -> None:
    standing, at = Standing(), 0
    for gap in gaps:
        at += gap
        standing = after_answer(standing, Answered(7, 100, 200), at)
    most = max(0, len(gaps) - 1) * LONGEST_STEP_MS
    assert standing.queue_ms == standing.feed_ms <= most


def test_a_desk_that_keeps_telling_of_the_same_unsent_action_does_not_send() -> None:
    line: DeskLine | None = None
    for minute in range(16):
        line = after_hello(line, NINE - 5, NINE + minute * MINUTE)
    assert line is not None
    assert does_not_send(line, NINE + 15 * MINUTE)
    assert not does_not_send(line, NINE + 14 * MINUTE)


def test_a_desk_that_comes_back_with_old_work_has_fifteen_minutes_to_send_it() -> None:
    line = after_hello(DeskLine(NINE, NINE, None, NINE), NINE + 1, NINE + 600 * MINUTE)
    assert not does_not_send(line, NINE + 600 * MINUTE)
    assert line.connected_since == NINE + 600 * MINUTE


def test_a_desk_that_sends_slowly_is_no_alarm() -> None:
    line: DeskLine | None = None
    for minute in range(60):
        line = after_hello(line, NINE - 3_600_000 + minute * 1000, NINE + minute * MINUTE)
    assert line is not None
    assert not does_not_send(line, NINE + 60 * MINUTE)


def test_a_desk_that_is_gone_is_silent_and_not_stuck() -> None:
    line = DeskLine(NINE, NINE, NINE - STANDS_STILL_MS, NINE)
    assert not does_not_send(line, NINE + 60 * MINUTE)
    assert is_silent(ALL_DAY, line.seen_at, NINE + 60 * MINUTE)


def test_only_opening_time_makes_a_desk_silent() -> None:
    evening = NINE + 11 * 60 * MINUTE
    assert not is_silent(ALL_DAY, evening, evening + 13 * 60 * MINUTE)
    assert is_silent(ALL_DAY, evening, evening + 13 * 60 * MINUTE + 30 * MINUTE)
    assert not is_silent(ALL_DAY, 0, evening)
