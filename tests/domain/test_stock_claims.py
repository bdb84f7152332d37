"""Until when a hold counts, what a desk has left of its share, and when lent units are free again."""

import pytest

from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Hold, ProtectedStock
from storedesk.domain.stock_claims import hold_counts, hold_state, is_lent_out, lending_end, share_left, taken

MINUTE, HOUR = 60_000, 3_600_000
NOW = 1_795_439_100_000
HOLD = Hold("h", 1, 101, 2, "held", NOW + HOUR, NOW, 1, "GBG-1", "", NOW)
SHARE = ProtectedStock(1, 101, "GBG-1", 3, 0, NOW + 2 * HOUR)
DAY = ((10 * 60, 19 * 60),)


def test_a_hold_counts_until_its_end_and_not_at_it() -> None:
    assert hold_counts(HOLD, HOLD.until - 1)
    assert not hold_counts(HOLD, HOLD.until)
    assert (hold_state(HOLD, HOLD.until - 1), hold_state(HOLD, HOLD.until)) == ("held", "lapsed")


@pytest.mark.parametrize("state", ["released", "collected", "refused", "lapsed"])
def test_an_ended_hold_stays_as_it_ended_and_counts_nothing(state: str) -> None:
    ended = HOLD._replace(state=state)
    assert not hold_counts(ended, NOW)
    assert hold_state(ended, NOW + 9 * HOUR) == state


def test_a_share_counts_what_its_own_desk_holds_of_it_as_long_as_that_counts() -> None:
    mine = HOLD._replace(lent=1)
    others = (HOLD, mine._replace(desk="GBG-2"), mine._replace(variant_id=7), mine._replace(state="asked"))
    assert share_left(SHARE, (mine, *others), NOW) == 1
    assert share_left(SHARE, (mine, *others), mine.until) == 3


def test_a_share_gives_nothing_in_the_last_five_minutes_and_is_free_half_an_hour_after_its_end() -> None:
    end = SHARE.lent_until
    assert share_left(SHARE, (), end - 5 * MINUTE - 1) == 3
    assert share_left(SHARE, (), end - 5 * MINUTE) == 0
    assert is_lent_out(SHARE, end + 30 * MINUTE - 1)
    assert not is_lent_out(SHARE, end + 30 * MINUTE)


def test_what_is_lent_and_held_is_taken_once() -> None:
    mine = HOLD._replace(lent=1)
    assert taken((HOLD, mine), (SHARE,), NOW) == (4, 1)
    assert taken((HOLD, mine), (SHARE,), NOW, "GBG-1") == (4, 0)
    assert taken((HOLD, mine), (SHARE,), SHARE.lent_until + HOUR) == (0, 0)


def test_units_are_lent_until_closing_and_late_in_the_day_until_the_next_one() -> None:
    hours = OpeningHours("Europe/Stockholm", (DAY,) * 5 + ((), ()))
    friday_noon = 1_795_777_200_000
    closing = hours.closing_of(hours.local_day(friday_noon))
    assert closing is not None
    assert lending_end(hours, friday_noon) == closing
    monday = hours.closing_of(hours.add_days(hours.local_day(friday_noon), 3))
    assert lending_end(hours, closing - 10 * MINUTE) == monday
    assert lending_end(hours, closing + HOUR) == monday


def test_a_place_that_never_opens_lends_nothing() -> None:
    assert lending_end(OpeningHours("Europe/Stockholm", ((),) * 7), NOW) is None
