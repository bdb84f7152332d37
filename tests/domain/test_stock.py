"""What can be promised, and the steps that explain it."""

from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain import tables
from storedesk.domain.stock import (
    BUCKETS,
    Availability,
    Step,
    available_at_counter,
    available_for_channel,
    network_available,
)

ON_HAND = st.integers(-100, 1_000)
TAKEN = st.integers(0, 600)


def keys(availability: Availability) -> list[str]:
    return [step.label_key for step in availability.steps]


def test_the_waterfall_of_the_pictures_adds_up() -> None:
    shown = available_for_channel(6, reserved=2, holds=1, protected=1, safety=0, buffer=0, arrivals_due=0)
    assert shown.total == 2
    assert shown.steps == (
        Step("on_hand", 6, ""),
        Step("reserved", -2, ""),
        Step("holds", -1, ""),
        Step("protected", -1, ""),
    )


def test_the_counter_keeps_nothing_back_for_safety() -> None:
    counter = available_at_counter(4, reserved=1, holds=0, protected=0)
    online = available_for_channel(4, reserved=1, holds=0, protected=0, safety=1, buffer=1, arrivals_due=0)
    assert (counter.total, online.total) == (3, 1)


@given(ON_HAND, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, TAKEN)
def test_steps_always_sum_to_the_total_and_never_go_below_zero(
    on_hand: int, reserved: int, holds: int, protected: int, safety: int, buffer: int, due: int, mine: int
) -> None:
    for shown in (
        available_at_counter(on_hand, reserved, holds, protected, mine),
        available_for_channel(on_hand, reserved, holds, protected, safety, buffer, due, mine),
    ):
        assert sum(step.quantity for step in shown.steps) == shown.total
        assert shown.total >= max(0, min(mine, on_hand))
        assert all(step.quantity for step in shown.steps[1:])
        assert keys(shown)[0] == "on_hand"


def test_more_reserved_than_there_is_shows_zero_and_says_so() -> None:
    shown = available_at_counter(1, reserved=3, holds=0, protected=0)
    assert (shown.total, shown.steps[-1]) == (0, Step("never_below_zero", 2, ""))


def test_what_is_reserved_for_me_is_mine_before_all_others() -> None:
    shown = available_at_counter(3, reserved=5, holds=0, protected=0, reserved_for_me=2)
    assert (shown.total, keys(shown)[-1]) == (2, "mine_first")
    assert available_at_counter(1, reserved=5, holds=0, protected=0, reserved_for_me=2).total == 1


@given(ON_HAND, TAKEN, TAKEN)
def test_one_more_on_hand_never_makes_less_available(on_hand: int, reserved: int, mine: int) -> None:
    fewer = available_at_counter(on_hand, reserved, 0, 0, mine).total
    assert fewer <= available_at_counter(on_hand + 1, reserved, 0, 0, mine).total <= fewer + 1


@given(st.lists(st.tuples(st.sampled_from(["GBG", "STH"]), ON_HAND), max_size=5))
def test_the_network_has_what_its_places_have(levels: list[tuple[str, int]]) -> None:
    places = [(place, available_at_counter(on_hand, 0, 0, 0)) for place, on_hand in levels]
    network = network_available(places)
    assert network.total == sum(availability.total for _, availability in places)
    assert [step.note for step in network.steps] == [place for place, _ in levels]


def test_each_bucket_stands_at_the_number_it_is_stored_under() -> None:
    stored = (tables.SELLABLE, tables.DAMAGED, tables.DISPLAY, tables.RETURNS_UNCHECKED, tables.IN_TRANSIT)
    assert [BUCKETS[number] for number in stored] == list(BUCKETS)
    assert BUCKETS[tables.SELLABLE] == "sellable"
    assert BUCKETS[tables.IN_TRANSIT] == "in_transit"
