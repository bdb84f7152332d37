"""Protected stock: what is lent makes a hold certain, ends with a margin on both sides, and never promises twice."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.actions.effects import Effects
from storedesk.actions.stock_holds import lapse
from storedesk.actions.stock_lending import free_units, review
from storedesk.domain.records import ProtectedStock, Setting
from storedesk.domain.stock_claims import hold_counts
from tests.actions.stock_days import HOUR, StockShop
from tests.memory_state import MemoryState, carry_out_all
from tests.small_shop import ALVA, GBG, NOW

MINUTE = 60_000
DESK = (GBG, ALVA, "GBG-1")


@pytest.fixture
def shop() -> StockShop:
    made = StockShop()
    made.tables["setting"][GBG, "protected.units"] = Setting(GBG, "protected.units", "2")
    return made


def lent(shop: StockShop) -> Any:
    return shop.tables["protected_stock"].get(DESK)


def free(shop: StockShop) -> int:
    return free_units(MemoryState(shop.tables, None), GBG, ALVA, shop.now)


def review_all(shop: StockShop, heard_at: int) -> None:
    """What the hub's minute does with the lendings and the ended holds of the shop."""
    state = MemoryState(shop.tables, None)
    for hold in list(shop.tables["hold"].values()):
        if hold.state == "held" and hold.until <= shop.now:
            effects = Effects(state, shop.done[-1].act, shop.now)
            lapse(effects, hold)
            carry_out_all(shop.tables, effects.changes)
    for row in list(shop.tables["protected_stock"].values()):
        effects = Effects(state, shop.done[-1].act, shop.now)
        review(effects, row, heard_at, shop.now)
        carry_out_all(shop.tables, effects.changes)


def test_an_article_that_was_asked_for_is_lent_and_the_next_hold_of_it_is_certain(shop: StockShop) -> None:
    before = free(shop)
    first = shop.hold()
    assert (first.state, first.lent) == ("held", 0)
    assert (lent(shop).quantity, free(shop)) == (2, before - 3)
    second = shop.hold()
    assert (second.state, second.lent, lent(shop).used) == ("held", 1, 1)
    assert lent(shop).quantity == 3, "two are lent again, the third is held"


def test_without_the_setting_nothing_is_lent() -> None:
    shop = StockShop()
    shop.hold()
    assert lent(shop) is None


def test_what_is_sold_by_the_metre_is_lent_by_the_metre(shop: StockShop) -> None:
    shop.tables["variant"][ALVA,] = shop.tables["variant"][ALVA,]._replace(unit="m")
    level = shop.tables["stock_level"][GBG, ALVA, 0]
    shop.tables["stock_level"][GBG, ALVA, 0] = level._replace(quantity=5_000)
    shop.hold(100)
    assert lent(shop).quantity == 200


@pytest.mark.parametrize("text", ["", "many", "-3", "²"])
def test_a_setting_that_is_no_number_lends_nothing(shop: StockShop, text: str) -> None:
    shop.tables["setting"][GBG, "protected.units"] = Setting(GBG, "protected.units", text)
    shop.hold()
    assert lent(shop) is None


def test_a_lending_ends_at_closing_and_after_the_last_hour_at_the_next_one(shop: StockShop) -> None:
    shop.hold()
    closing = lent(shop).lent_until
    assert 0 < closing - NOW < 24 * HOUR
    shop.now = closing - 30 * MINUTE
    review_all(shop, shop.now)
    assert lent(shop).lent_until > closing + 20 * HOUR


def test_a_desk_that_is_silent_keeps_its_units_until_half_an_hour_after_the_end(shop: StockShop) -> None:
    shop.hold(until=NOW + MINUTE)
    end, before = lent(shop).lent_until, free(shop)
    shop.now = end + 29 * MINUTE
    review_all(shop, NOW)
    assert (lent(shop).quantity, free(shop)) == (2, before + 1)
    shop.now = end + 30 * MINUTE
    review_all(shop, NOW)
    assert (lent(shop).quantity, lent(shop).used, free(shop)) == (0, 0, before + 3)


def test_what_was_taken_back_is_lent_again_to_whoever_asks_and_not_twice(shop: StockShop) -> None:
    shop.hold(until=NOW + MINUTE)
    shop.now = lent(shop).lent_until + 3 * HOUR
    before = free(shop)
    shop.hold(until=shop.now + HOUR)
    assert (lent(shop).quantity, free(shop)) == (2, before - 3)


def test_what_nobody_has_asked_for_in_a_week_is_not_lent_on(shop: StockShop) -> None:
    shop.hold()
    row = lent(shop)
    shop.tables["protected_stock"][DESK] = row._replace(asked_at=NOW - 8 * 24 * HOUR)
    shop.now = row.lent_until - 10 * MINUTE
    review_all(shop, shop.now)
    assert lent(shop).lent_until == row.lent_until


def test_a_hold_that_arrives_after_its_end_has_lapsed_and_bothers_nobody(shop: StockShop) -> None:
    shop.now = NOW + 2 * HOUR
    done = shop.do("PlaceHold", NOW, location_id=GBG, variant_id=ALVA, quantity=10_000, until=NOW + HOUR)
    assert shop.tables["hold"][shop.made(done),].state == "lapsed"
    assert shop.tasks() == []


def test_a_lapsed_hold_gives_its_units_back_and_its_name_away(shop: StockShop) -> None:
    shop.hold(until=NOW + MINUTE)
    shop.hold(until=NOW + MINUTE, customer_name="Sara Holm", phone_tail="612")
    assert lent(shop).used == 1
    shop.now = NOW + MINUTE
    review_all(shop, shop.now)
    assert {hold.state for hold in shop.tables["hold"].values()} == {"lapsed"}
    assert lent(shop).used == 0
    [person] = shop.tables["person"].values() if len(shop.tables["person"]) == 1 else [
        one for one in shop.tables["person"].values() if one.role == "hold"
    ]  # fmt: skip
    assert (person.holder, person.phone_digits) == ("closed", "612")


def test_a_collection_before_the_end_that_arrives_after_it_still_counts(shop: StockShop) -> None:
    held = shop.hold(until=NOW + MINUTE)
    shop.now = NOW + HOUR
    review_all(shop, shop.now)
    shop.do("ReleaseHold", NOW, hold_id=held.id, outcome="collected")
    assert shop.tables["hold"][held.id,].state == "collected"


def test_what_has_lapsed_cannot_be_released_at_the_desk() -> None:
    shop = StockShop(central=False)
    held = shop.hold(until=NOW + MINUTE)
    shop.now = NOW + MINUTE
    assert shop.do("ReleaseHold", hold_id=held.id).gate is not None


def test_the_ended_hold_of_a_share_leaves_it_to_the_next_customer_offline() -> None:
    shop = StockShop(central=False)
    shop.tables["protected_stock"][DESK] = ProtectedStock(*DESK, 1, 0, NOW + 5 * HOUR)
    assert shop.hold(until=NOW + MINUTE).state == "held"
    assert shop.hold().state == "asked"
    shop.now = NOW + MINUTE
    assert shop.hold(until=NOW + HOUR).state == "held"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("hold", "release", "collect", "wait", "minute", "adjust")),
            st.integers(1, 4),
            st.integers(1, 240),
        ),
        max_size=25,
    )
)
def test_certain_holds_and_lendings_never_exceed_what_was_free(steps: list[tuple[str, int, int]]) -> None:
    """With no sales in between, the hub never promises a unit twice, whoever is silent and however long."""
    shop = StockShop()
    shop.tables["setting"][GBG, "protected.units"] = Setting(GBG, "protected.units", "3")
    level = shop.tables["stock_level"][GBG, ALVA, 0]
    shop.tables["stock_level"][GBG, ALVA, 0] = level._replace(quantity=8)
    heard = NOW
    for what, number, minutes in steps:
        if what == "hold":
            shop.hold(number, until=shop.now + minutes * MINUTE)
            heard = shop.now
        elif what in ("release", "collect") and shop.tables["hold"]:
            hold = list(shop.tables["hold"].values())[-1]
            if hold_counts(hold, shop.now):
                outcome = "released" if what == "release" else "collected"
                shop.do("ReleaseHold", hold_id=hold.id, outcome=outcome)
        elif what == "minute" and shop.done:
            review_all(shop, heard)
        else:
            shop.now += minutes * MINUTE
        assert free(shop) >= 0
        for row in shop.tables["protected_stock"].values():
            assert row.quantity >= 0 and row.used >= 0
