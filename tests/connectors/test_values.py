"""Texts of tables become exact values or a reason."""

from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.values import Unreadable, amount_of, moment_reader, quantity_of

AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False, allow_infinity=False)


@given(AMOUNTS)
def test_amounts_keep_every_digit(amount: Decimal) -> None:
    assert Decimal(amount_of(str(amount))) == amount * 10_000


@given(AMOUNTS, st.integers(-100_000, 100_000))
def test_price_times_quantity_is_exact(price: Decimal, quantity: int) -> None:
    assert Decimal(amount_of(str(price)) * quantity_of(str(quantity))) == price * quantity * 10_000


@given(st.integers(-(10**9), 10**9), st.sampled_from(["", ".0", ".000"]))
def test_whole_quantities_are_exact_with_or_without_decimals(quantity: int, decimals: str) -> None:
    assert quantity_of(f"{quantity}{decimals}") == quantity


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_a_reason(text: str) -> None:
    read_moment = moment_reader("Europe/London", ("iso", "%d/%m/%Y %H:%M"))
    for read in (amount_of, quantity_of, read_moment):
        value: int | None = None
        with suppress(Unreadable):
            value = read(text)
        assert value is None or isinstance(value, int)


def test_a_moment_without_a_zone_is_the_mapping_s() -> None:
    read = moment_reader("Europe/Stockholm", ("iso", "%d/%m/%Y %H:%M"))
    expected = int(datetime(2026, 11, 23, 13, 5, tzinfo=UTC).timestamp()) * 1000
    assert (
        read("2026-11-23 14:05:00")
        == read("23/11/2026 14:05")
        == read("2026-11-23T13:05:00+00:00")
        == expected
    )


@pytest.mark.parametrize("text", ["1e3", "NaN", "1.2.3", "٣ kr", "--1"])
def test_what_only_looks_like_an_amount_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        amount_of(text)
