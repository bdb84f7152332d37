"""Silence of tills counts opening minutes, and the web keeps more back in steps."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.till_silence import (
    SilenceRule,
    hours_of_place,
    rule_from,
    silent_buffer,
    silent_minutes,
    silent_since,
)
from tests.small_shop import NOW, WEEK, places

MINUTE, HOUR = 60_000, 3_600_000
HOURS = OpeningHours.from_text("Europe/Stockholm", WEEK, "{}")
TEN = (NOW // (24 * HOUR)) * 24 * HOUR + 9 * HOUR
"""10:00 in Stockholm in winter, when the store opens."""


def test_only_opening_minutes_count() -> None:
    evening = TEN - 24 * HOUR + 8 * HOUR + 30 * MINUTE  # 18:30 the day before, half an hour before closing
    assert silent_minutes(evening, HOURS, TEN) == 30
    assert silent_since(evening, HOURS, TEN) is None
    assert silent_since(evening, HOURS, TEN + 30 * MINUTE) == evening


def test_a_closed_day_is_no_silence() -> None:
    closed = OpeningHours.from_text("Europe/Stockholm", WEEK, json.dumps({HOURS.local_day(TEN): []}))
    assert silent_minutes(TEN - HOUR, closed, TEN + 12 * HOUR) == 0


def test_tills_that_never_spoke_are_not_called_silent() -> None:
    assert silent_since(None, HOURS, TEN + 5 * HOUR) is None
    assert silent_minutes(TEN + HOUR, HOURS, TEN) == 0


@pytest.mark.parametrize(
    ("minutes", "kept"), [(0, 2), (59, 2), (60, 3), (89, 3), (90, 4), (150, 6), (180, 7), (10_000, 7)]
)
def test_the_buffer_grows_in_steps_up_to_its_most(minutes: int, kept: int) -> None:
    assert silent_buffer(2, minutes) == kept


def test_a_rule_that_never_grows_keeps_the_buffer() -> None:
    assert silent_buffer(2, 500, SilenceRule(add=0)) == 2
    assert silent_buffer(2, 500, SilenceRule(every=0)) == 3


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{", '{"after": "x"}', '{"after": -1}', '{"after": true}', "9" * 5000]
)
def test_a_setting_that_makes_no_sense_means_the_usual_rule(text: str) -> None:
    assert rule_from(text) == SilenceRule()


def test_a_setting_says_its_own_rule() -> None:
    assert rule_from('{"after": 20, "most": 9}') == SilenceRule(after=20, most=9)


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.integers(0, 50))
def test_more_silence_never_shows_more(first: int, more: int, base: int) -> None:
    assert base <= silent_buffer(base, first) <= silent_buffer(base, first + more)


def test_hours_that_cannot_be_read_are_none() -> None:
    place = places()[0]
    assert hours_of_place(place) is not None  # type: ignore[arg-type]
    assert hours_of_place(place._replace(weekly="x")) is None  # type: ignore[attr-defined]
