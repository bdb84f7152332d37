"""Quantities as staff type them and as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.quantity import (
    LARGEST_QUANTITY,
    UNITS,
    NotAQuantity,
    QuantityTooLarge,
    QuantityTooPrecise,
    Unit,
    format_bare_quantity,
    format_quantity,
    parse_quantity,
)

ALL_UNITS = st.sampled_from(sorted(UNITS.values()))


@pytest.mark.parametrize(
    ("text", "unit", "quantity"),
    [
        ("3", "piece", 3),
        ("2,5", "m", 250),
        ("2.50", "m", 250),
        (" 1 200 ", "piece", 1200),
        ("-1", "piece", -1),
        (",75", "kg", 750),
        ("3,000", "piece", 3),
        ("\u22122", "pack", -2),
    ],
)
def test_quantities_are_read_in_steps_of_their_unit(text: str, unit: str, quantity: int) -> None:
    assert parse_quantity(text, UNITS[unit]) == quantity


@pytest.mark.parametrize("text", ["", ",", "-", "1,2,3", "x", "1e3", "٣", "²", "1" * 61, "½", "=2"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(NotAQuantity, match="is not a quantity"):
        parse_quantity(text, UNITS["piece"])


def test_half_a_piece_is_refused() -> None:
    with pytest.raises(QuantityTooPrecise, match="piece takes 0"):
        parse_quantity("1,5", UNITS["piece"])


def test_a_scanned_barcode_is_no_quantity() -> None:
    with pytest.raises(QuantityTooLarge):
        parse_quantity("7350053850019", UNITS["piece"])


@given(st.integers(-LARGEST_QUANTITY, LARGEST_QUANTITY), ALL_UNITS, st.booleans())
def test_a_written_quantity_is_read_back(quantity: int, unit: Unit, paper: bool) -> None:
    assert parse_quantity(format_bare_quantity(quantity, unit, paper), unit) == quantity


@pytest.mark.parametrize(
    ("quantity", "unit", "language", "text"),
    [
        (250, "m", "sv", "2,5 m"),
        (3, "piece", "sv", "3 st"),
        (3, "piece", "nb-NO", "3 stk."),
        (1500, "kg", "de", "1,5 kg"),
        (200, "m2", "fi", "2 m²"),
        (2, "pack", "pl", "2 pack"),
    ],
)
def test_quantities_carry_their_unit(quantity: int, unit: str, language: str, text: str) -> None:
    assert format_quantity(quantity, UNITS[unit], language).replace("\u00a0", " ") == text


@given(ALL_UNITS)
def test_one_unit_is_its_step(unit: Unit) -> None:
    assert parse_quantity("1", unit) == unit.step
