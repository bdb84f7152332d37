"""Prices from lists, contracts, breaks and promotions: always explained, never guessed."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.currency import UNIT
from storedesk.domain.price_list import PriceList, PriceRow, Promotion, listed_price, part_off
from storedesk.domain.pricing import (
    NoPrice,
    PriceQuestion,
    UnitPrice,
    both_sides,
    discounted,
    price_of,
    with_discount,
)

LISTS = {
    found.code: found
    for found in (
        PriceList("base", "Shop", "base", "", "2026-01-01", "", 0),
        PriceList("business", "Business", "channel", "SEK", "2026-01-01", "", 10, "base"),
        PriceList("campaign", "Autumn", "campaign", "SEK", "2026-10-01", "2026-11-30", 20),
        PriceList("contract", "B-17", "contract", "SEK", "2026-01-01", "2026-12-31", 0, "business", 120_000),
    )
}
AMOUNTS = st.integers(0, 10**10)
ROWS = st.lists(
    st.builds(
        PriceRow, st.sampled_from(sorted(LISTS)), st.sampled_from(["SEK", "NOK"]), st.integers(1, 60),
        st.sampled_from(["2025-06-01", "2026-01-01", "2026-11-01", "2027-01-01"]), AMOUNTS, st.booleans(),
    ),
    max_size=12,
)  # fmt: skip
PROMOTIONS = st.lists(
    st.builds(
        Promotion, st.sampled_from("abc"), st.just("Week"), st.just("2026-11-20"), st.just("2026-11-30"),
        st.integers(0, 10**6), st.integers(0, 50), st.just(0), st.booleans(),
    ),
    max_size=3,
)  # fmt: skip
QUESTIONS = st.builds(
    PriceQuestion, st.just("SEK"), st.integers(1, 100), st.sampled_from(["2026-11-23", "2026-12-31"]),
    st.sampled_from([0, 60_000, 250_000, 255_000]), st.booleans(), st.booleans(),
)  # fmt: skip


@given(QUESTIONS, ROWS, PROMOTIONS)
def test_the_steps_add_up_to_the_price_which_is_never_negative(
    question: PriceQuestion, rows: list[PriceRow], promotions: list[Promotion]
) -> None:
    found = price_of(question, LISTS, rows, promotions)
    if isinstance(found, UnitPrice):
        assert sum(step.amount for step in found.steps) == found.price >= 0
        assert found.price == (found.gross if question.gross else found.net)


@given(QUESTIONS, ROWS, PROMOTIONS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(
    question: PriceQuestion, rows: list[PriceRow], promotions: list[Promotion], mixer: Random
) -> None:
    own = {(row.list_code, row.currency, row.from_quantity, row.valid_from): row for row in rows}
    rows = list(own.values())
    mixed = list(rows)
    mixer.shuffle(mixed)
    assert price_of(question, LISTS, rows, promotions) == price_of(question, LISTS, mixed, promotions)


@given(QUESTIONS, ROWS, PROMOTIONS)
def test_best_price_is_never_dearer(
    question: PriceQuestion, rows: list[PriceRow], promotions: list[Promotion]
) -> None:
    usual = price_of(question._replace(best_price=False), LISTS, rows, promotions)
    best = price_of(question._replace(best_price=True), LISTS, rows, promotions)
    if isinstance(usual, UnitPrice):
        assert isinstance(best, UnitPrice) and best.price <= usual.price


def test_no_price_is_a_value_of_its_own() -> None:
    question = PriceQuestion("SEK", 1, "2026-11-23", 250_000)
    assert price_of(question, LISTS, []) == NoPrice("SEK", "2026-11-23")
    other = PriceRow("base", "NOK", 1, "2026-01-01", UNIT, True)
    assert price_of(question, LISTS, [other]) == NoPrice("SEK", "2026-11-23")


def test_a_price_begins_on_its_day_and_ends_with_its_list() -> None:
    rows = [
        PriceRow("campaign", "SEK", 1, "2026-10-01", 5 * UNIT, False),
        PriceRow("base", "SEK", 1, "2026-01-01", 10 * UNIT, False),
        PriceRow("base", "SEK", 1, "2026-12-01", 11 * UNIT, False),
    ]
    days = ["2026-09-30", "2026-10-01", "2026-11-30", "2026-12-01"]
    prices = []
    for day in days:
        found = price_of(
            PriceQuestion("SEK", 1, day, 0), {"base": LISTS["base"], "campaign": LISTS["campaign"]}, rows
        )
        assert isinstance(found, UnitPrice)
        prices.append(found.price // UNIT)
    assert prices == [10, 5, 5, 11]


def test_below_the_lowest_break_the_parent_is_asked() -> None:
    rows = [
        PriceRow("contract", "SEK", 10, "2026-01-01", 5 * UNIT, False),
        PriceRow("base", "SEK", 1, "2026-01-01", 10 * UNIT, False),
    ]
    low = listed_price(LISTS, rows, "contract", "SEK", 9, "2026-11-23")
    high = listed_price(LISTS, rows, "contract", "SEK", 10, "2026-11-23")
    assert low is not None and high is not None
    assert (low.amount, high.amount) == (88_000, 50_000)


def test_parents_in_a_circle_end() -> None:
    circle = {
        "a": PriceList("a", "", "base", "", "", "", 0, "b"),
        "b": PriceList("b", "", "base", "", "", "", 0, "a"),
    }
    assert listed_price(circle, [], "a", "SEK", 1, "2026-11-23") is None


@given(AMOUNTS, st.integers(0, 10**6))
def test_a_part_off_stays_between_nothing_and_all(amount: int, rate: int) -> None:
    assert 0 <= part_off(amount, rate, "SEK") <= amount
    assert 0 <= discounted(amount, rate) <= amount


@given(st.integers(0, 10**8), st.sampled_from([0, 60_000, 135_000, 190_000, 250_000, 255_000]))
def test_a_shelf_price_survives_the_way_to_net_and_back(oere: int, rate: int) -> None:
    gross = oere * 100
    net, same = both_sides(gross, True, rate, "SEK")
    assert same == gross
    assert both_sides(net, False, rate, "SEK")[1] == gross


def test_a_discount_is_a_step_of_the_price() -> None:
    rows = [PriceRow("base", "SEK", 1, "2026-01-01", 615 * UNIT, False)]
    found = price_of(PriceQuestion("SEK", 20, "2026-11-23", 250_000), {"base": LISTS["base"]}, rows)
    assert isinstance(found, UnitPrice)
    less = with_discount(found, 140_000, 250_000)
    assert (less.price, less.gross, less.steps[-1].amount) == (5_289_000, 6_611_300, -861_000)
    assert with_discount(found, 0, 250_000) is found
