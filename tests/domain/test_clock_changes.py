"""Opening minutes over every change of the clocks, against a minute by minute count of the wall clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.opening_hours_text import Day, Weekly
from storedesk.domain.wall_clock import MINUTE_MS, moment_of

ZONES = (
    "Europe/Stockholm",
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Europe/Helsinki",
    "Europe/Berlin",
    "Europe/London",
)
YEARS = (2026, 2027, 2028)
SHOP: Day = ((600, 1140),)
NIGHT: Day = ((0, 1440),)
WITH_GAP: Day = ((0, 30), (45, 55), (300, 720))


def weekly(day: Day) -> Weekly:
    return (day, day, day, day, day, day, day)


def ms(moment: datetime) -> int:
    return int(moment.timestamp()) * 1000


def changes(zone: str, year: int) -> list[datetime]:
    """The hours (UTC) at which the zone's offset changes in a year."""
    clock = ZoneInfo(zone)
    first = datetime(year, 1, 1, tzinfo=UTC)
    hours = [first + timedelta(hours=number) for number in range(366 * 24)]
    offsets = [hour.astimezone(clock).utcoffset() for hour in hours]
    return [hour for hour, before, now in zip(hours[1:], offsets, offsets[1:], strict=False) if before != now]


def counted_minutes(hours: OpeningHours, day: Day, start: datetime, minutes: int) -> int:
    clock = ZoneInfo(hours.zone)
    walls = ((start + timedelta(minutes=number)).astimezone(clock) for number in range(minutes))
    return sum(any(opens <= wall.hour * 60 + wall.minute < closes for opens, closes in day) for wall in walls)


CASES = [(zone, year, number) for zone in ZONES for year in YEARS for number in (0, 1)]


def test_every_zone_changes_its_clocks_twice_in_each_year() -> None:
    assert [len(changes(zone, year)) for zone in ZONES for year in YEARS] == [2] * 18


@pytest.mark.parametrize(("zone", "year", "number"), CASES)
def test_opening_minutes_over_a_change_are_those_that_really_pass(zone: str, year: int, number: int) -> None:
    start = changes(zone, year)[number] - timedelta(hours=26)
    for day in (SHOP, NIGHT, WITH_GAP):
        hours = OpeningHours(zone, weekly(day))
        for minutes in (25 * 60 + 59, 26 * 60, 27 * 60 + 1, 52 * 60):
            end = start + timedelta(minutes=minutes)
            expected = counted_minutes(hours, day, start, minutes)
            assert hours.opening_minutes_between(ms(start), ms(end)) == expected
            if expected:
                reached = hours.add_opening_minutes(ms(start), expected)
                assert hours.opening_minutes_between(ms(start), reached) == expected
                assert reached <= ms(end)


@pytest.mark.parametrize(("zone", "year", "number"), CASES)
def test_the_day_of_a_change_lasts_23_or_25_hours(zone: str, year: int, number: int) -> None:
    hours = OpeningHours(zone, weekly(NIGHT))
    today = changes(zone, year)[number].astimezone(ZoneInfo(zone)).date()
    begins = moment_of(today, 0, ZoneInfo(zone))
    ends = hours.closing_of(today.isoformat())
    assert ends == moment_of(today + timedelta(days=1), 0, ZoneInfo(zone))
    assert hours.opening_minutes_between(begins, ends) == (23 if number == 0 else 25) * 60


@pytest.mark.parametrize(("zone", "year", "number"), CASES)
def test_last_days_and_days_added_are_not_moved_by_a_change(zone: str, year: int, number: int) -> None:
    hours = OpeningHours(zone, weekly(SHOP))
    change = changes(zone, year)[number].astimezone(ZoneInfo(zone)).date().isoformat()
    before = hours.add_days(change, -7)
    assert hours.add_days(before, 7) == change
    closing = hours.end_of_last_day(change)
    assert (hours.local_day(closing), hours.local_clock(closing)) == (change, "19:00")
    assert hours.add_opening_minutes(hours.end_of_last_day(hours.add_days(change, -1)), 540) == closing


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", YEARS)
def test_an_opening_inside_the_skipped_hour_is_the_change_itself(zone: str, year: int) -> None:
    change = changes(zone, year)[0]
    wall = change.astimezone(ZoneInfo(zone))
    after = wall.hour * 60
    hours = OpeningHours(zone, weekly(((after - 30, after + 60),)))
    assert not hours.is_open(ms(change) - 1)
    assert hours.is_open(ms(change))
    today = wall.date()
    assert hours.opening_minutes_between(ms(change) - 600_000, ms(change) + 6 * 3_600_000) == 60
    assert hours.closing_of(today.isoformat()) == ms(change) + 60 * MINUTE_MS


@pytest.mark.parametrize("zone", ZONES)
def test_hours_wholly_inside_the_skipped_hour_do_not_exist_that_day(zone: str) -> None:
    change = changes(zone, 2027)[0]
    after = change.astimezone(ZoneInfo(zone)).hour * 60
    hours = OpeningHours(zone, weekly(((after - 50, after - 10),)))
    today = change.astimezone(ZoneInfo(zone)).date()
    assert hours.closing_of(today.isoformat()) is None
    assert hours.end_of_last_day(today.isoformat()) == hours.closing_of(hours.add_days(today.isoformat(), 1))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", YEARS)
def test_a_time_that_comes_twice_means_its_first_coming(zone: str, year: int) -> None:
    change = changes(zone, year)[1]
    again = change.astimezone(ZoneInfo(zone)).hour * 60
    early = OpeningHours(zone, weekly(((0, again + 30),)))
    late = OpeningHours(zone, weekly(((again + 30, 720),)))
    first = ms(change) - 30 * MINUTE_MS
    assert not early.is_open(first)
    assert late.is_open(first)
    assert late.opening_minutes_between(first, first + 90 * MINUTE_MS) == 90


@pytest.mark.parametrize("zone", ZONES)
def test_the_wall_clock_never_runs_backwards_through_the_minutes_of_a_day(zone: str) -> None:
    clock = ZoneInfo(zone)
    for year in YEARS:
        for change in changes(zone, year):
            today: date = change.astimezone(clock).date()
            moments = [moment_of(today, minute, clock) for minute in range(1441)]
            assert moments == sorted(moments)
