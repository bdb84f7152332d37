"""Opening minutes, last days and closings, and the texts hours are kept in."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.opening_hours import BadOpeningHours, NeverOpen, OpeningHours, UnknownZone, add_days
from storedesk.domain.opening_hours_text import Day, Weekly
from storedesk.domain.wall_clock import MINUTE_MS, NotALocalDay, TimeOutOfRange

TEN_TO_SEVEN: Day = ((600, 1140),)
SHUT: Weekly = ((), (), (), (), (), (), ())
SHOP = OpeningHours(
    "Europe/Stockholm",
    (TEN_TO_SEVEN, TEN_TO_SEVEN, TEN_TO_SEVEN, TEN_TO_SEVEN, TEN_TO_SEVEN, ((600, 960),), ()),
    {"2026-12-24": ((600, 780),), "2026-12-25": (), "2026-12-26": ()},
)
START_2026 = 1_767_225_600_000
MOMENTS = st.integers(START_2026, START_2026 + 3 * 365 * 86_400_000)


def at(local: str, zone: str = "Europe/Stockholm", fold: int = 0) -> int:
    wall = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return round(wall.astimezone(UTC).timestamp()) * 1000


@st.composite
def days(draw: st.DrawFn) -> Day:
    bounds = sorted(draw(st.sets(st.integers(0, 1440), max_size=6)))
    return tuple(zip(bounds[::2], bounds[1::2], strict=False))


@st.composite
def hours(draw: st.DrawFn) -> OpeningHours:
    mon, tue, wed, thu, fri, sat, sun = (draw(days()) for _ in range(7))
    dates = st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(date.isoformat)
    exceptions = draw(st.dictionaries(dates, days(), max_size=5))
    zone = draw(st.sampled_from(["Europe/Stockholm", "Europe/London", "Europe/Helsinki", "UTC"]))
    return OpeningHours(zone, (mon, tue, wed, thu, fri, sat, sun), exceptions)


def test_the_doors_are_open_from_opening_until_just_before_closing() -> None:
    assert not SHOP.is_open(at("2026-11-23T10:00") - 1)
    assert SHOP.is_open(at("2026-11-23T10:00"))
    assert SHOP.is_open(at("2026-11-23T19:00") - 1)
    assert not SHOP.is_open(at("2026-11-23T19:00"))


def test_an_exception_replaces_the_weekly_hours() -> None:
    assert SHOP.closing_of("2026-12-24") == at("2026-12-24T13:00")
    assert SHOP.closing_of("2026-12-25") is None
    assert SHOP.closing_of("2026-11-29") is None


def test_minutes_while_closed_do_not_count() -> None:
    friday, monday = at("2026-11-27T18:30"), at("2026-11-30T10:15")
    assert SHOP.opening_minutes_between(friday, monday) == 30 + 6 * 60 + 15
    assert SHOP.opening_minutes_between(monday, friday) == -(30 + 6 * 60 + 15)
    assert SHOP.add_opening_minutes(friday, 30 + 6 * 60 + 15) == monday


def test_a_promise_that_just_fits_ends_at_closing_and_not_at_the_next_opening() -> None:
    assert SHOP.add_opening_minutes(at("2026-11-23T18:00"), 60) == at("2026-11-23T19:00")
    assert SHOP.add_opening_minutes(at("2026-11-23T18:00"), 61) == at("2026-11-24T10:01")


def test_no_minutes_added_change_nothing_also_while_closed() -> None:
    assert SHOP.add_opening_minutes(at("2026-11-29T03:00"), 0) == at("2026-11-29T03:00")


def test_opening_minutes_are_never_taken_away() -> None:
    with pytest.raises(ValueError, match="added, not taken away"):
        SHOP.add_opening_minutes(at("2026-11-23T18:00"), -1)


def test_the_next_opening_skips_closed_days() -> None:
    assert SHOP.next_opening(at("2026-12-24T13:00")) == at("2026-12-28T10:00")
    assert SHOP.next_opening(at("2026-11-23T10:00")) == at("2026-11-24T10:00")
    assert SHOP.next_opening(at("2026-11-23T09:59")) == at("2026-11-23T10:00")


def test_a_last_day_ends_at_closing_or_on_the_next_opening_day() -> None:
    assert SHOP.end_of_last_day("2026-12-24") == at("2026-12-24T13:00")
    assert SHOP.end_of_last_day("2026-12-25") == at("2026-12-28T19:00")


def test_a_place_that_never_opens_is_said_to_and_never_searched_for_ever() -> None:
    shut = OpeningHours("Europe/Oslo", SHUT)
    assert shut.next_opening(START_2026) is None
    assert shut.opening_minutes_between(START_2026, START_2026 + 10**10) == 0
    with pytest.raises(NeverOpen, match="400 days"):
        shut.end_of_last_day("2026-12-24")
    with pytest.raises(NeverOpen):
        shut.add_opening_minutes(START_2026, 1)


def test_the_local_day_and_clock_are_those_of_the_place() -> None:
    moment = at("2026-11-23T23:30")
    helsinki = OpeningHours("Europe/Helsinki", SHUT)
    assert (SHOP.local_day(moment), SHOP.local_clock(moment)) == ("2026-11-23", "23:30")
    assert (helsinki.local_day(moment), helsinki.local_clock(moment)) == ("2026-11-24", "00:30")


@given(st.dates(date(1971, 1, 1), date(2190, 1, 1)), st.integers(-300, 300))
def test_days_are_added_on_the_calendar(day: date, count: int) -> None:
    assert add_days(day.isoformat(), count) == (day + timedelta(days=count)).isoformat()
    assert OpeningHours.add_days(day.isoformat(), count) == add_days(day.isoformat(), count)


@pytest.mark.parametrize(
    "text", ["", "2026-02-29", "20261130", "2026-W48-1", "30/11/2026", "1066-10-14", "x" * 999]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(NotALocalDay, match="is not a date"):
        add_days(text, 1)


@given(hours(), MOMENTS, st.integers(0, 3000))
def test_added_opening_minutes_are_the_ones_that_pass(place: OpeningHours, start: int, minutes: int) -> None:
    try:
        end = place.add_opening_minutes(start, minutes)
    except NeverOpen:
        assert place.opening_minutes_between(start, start + 399 * 86_400_000) < minutes
    else:
        assert place.opening_minutes_between(start, end) == minutes
        assert minutes == 0 or place.is_open(end - 1)


@given(hours(), MOMENTS, st.integers(0, 20 * 1440), st.integers(0, 20 * 1440))
def test_opening_minutes_of_two_spans_add_up(
    place: OpeningHours, start: int, first: int, second: int
) -> None:
    start -= start % MINUTE_MS
    middle, end = start + first * MINUTE_MS, start + (first + second) * MINUTE_MS
    parts = place.opening_minutes_between(start, middle) + place.opening_minutes_between(middle, end)
    assert place.opening_minutes_between(start, end) == parts
    assert place.opening_minutes_between(end, start) == -parts


@given(hours(), MOMENTS)
def test_the_next_opening_is_the_next_one(place: OpeningHours, moment: int) -> None:
    opening = place.next_opening(moment)
    if opening is not None:
        assert opening > moment
        assert place.is_open(opening)
        assert place.is_open(moment) or place.opening_minutes_between(moment, opening) == 0


@given(hours())
def test_opening_hours_come_back_from_their_texts(place: OpeningHours) -> None:
    texts = place.to_text()
    assert OpeningHours.from_text(*texts) == place
    assert OpeningHours.from_text(*texts).to_text() == texts


WEEK = '[[["10:00","19:00"]],[],[],[],[],[],[]]'


@pytest.mark.parametrize(
    ("weekly", "exceptions", "sentence"),
    [
        ("", "{}", "not JSON"),
        ("[" * 5000, "{}", "not JSON"),
        ("1" * 5000, "{}", "not JSON"),
        ("[[],[],[],[],[],[]]", "{}", "seven lists"),
        ("{}", "{}", "seven lists"),
        ('[[["10:00"]],[],[],[],[],[],[]]', "{}", "opening and closing"),
        ('[[["10:00","9:00"]],[],[],[],[],[],[]]', "{}", "'9:00' is not a time"),
        ("[[[600,1140]],[],[],[],[],[],[]]", "{}", "is not a time"),
        ('[[["19:00","10:00"]],[],[],[],[],[],[]]', "{}", "closing must come after opening"),
        ('[[["24:00","24:00"]],[],[],[],[],[],[]]', "{}", "closing must come after opening"),
        ('[[["10:00","12:00"],["12:00","14:00"]],[],[],[],[],[],[]]', "{}", "with a gap"),
        ('[[["13:00","14:00"],["10:00","12:00"]],[],[],[],[],[],[]]', "{}", "with a gap"),
        ('["10:00",[],[],[],[],[],[]]', "{}", "a list of times"),
        (WEEK, "[]", "dates with lists"),
        (WEEK, '{"24/12":[]}', "is not a date"),
        (WEEK, '{"2026-12-24":"closed"}', "a list of times"),
        (WEEK, '{"2026-12-24":[],"2026-12-24":[["10:00","12:00"]]}', "named twice"),
        (WEEK + " " * 100_001, "{}", "longer than"),
    ],
)
def test_hours_that_make_no_sense_are_refused_with_the_reason(
    weekly: str, exceptions: str, sentence: str
) -> None:
    with pytest.raises(BadOpeningHours, match=sentence):
        OpeningHours.from_text("Europe/Stockholm", weekly, exceptions)


@pytest.mark.parametrize(
    "zone", ["", "Europe/Gothenburg", "../../etc/passwd", "/etc/localtime", "\0", "x" * 5000]
)
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    with pytest.raises(UnknownZone, match="use one like Europe/Stockholm"):
        OpeningHours.from_text(zone, WEEK, "{}")


@pytest.mark.parametrize("moment", [-1, 10**18, -(10**30)])
def test_a_time_outside_all_reason_is_refused(moment: int) -> None:
    with pytest.raises(TimeOutOfRange):
        SHOP.is_open(moment)
