"""Distances between places, as the crow flies."""

from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.sample_shop.places import GOTEBORG, MALMO, STOCKHOLM, places
from storedesk.domain.distance import kilometres
from storedesk.domain.records import Place

SITES = {place.id: place for place in places()}
NORTH, EAST = st.integers(-90_000_000, 90_000_000), st.integers(-180_000_000, 180_000_000)


def at(north: int | None, east: int | None) -> Place:
    return SITES[GOTEBORG]._replace(latitude=north, longitude=east)


def test_known_cities_are_as_far_apart_as_on_the_map() -> None:
    assert 390 <= (kilometres(SITES[GOTEBORG], SITES[STOCKHOLM]) or 0) <= 405
    assert 235 <= (kilometres(SITES[GOTEBORG], SITES[MALMO]) or 0) <= 250


def test_a_place_without_a_position_is_at_no_distance() -> None:
    assert kilometres(at(None, None), SITES[MALMO]) is None
    assert kilometres(SITES[MALMO], at(57_700_000, None)) is None


@given(NORTH, EAST, NORTH, EAST)
def test_the_way_there_is_as_long_as_the_way_back_and_no_longer_than_half_round_the_earth(
    north: int, east: int, other_north: int, other_east: int
) -> None:
    there = kilometres(at(north, east), at(other_north, other_east))
    assert there == kilometres(at(other_north, other_east), at(north, east))
    assert there is not None and 0 <= there <= 20_016
    assert kilometres(at(north, east), at(north, east)) == 0
