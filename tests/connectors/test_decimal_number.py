"""Numbers as tills and ERP systems write them are read exactly, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.decimal_number import plain_decimal, scaled_number, written_decimal
from storedesk.connectors.values import Unreadable


@pytest.mark.parametrize(
    ("text", "mark", "places", "number"),
    [
        ("1.234,50", ",", 4, 12_345_000),
        ("1 234,5", ",", 2, 123_450),
        ("12,50-", ",", 2, -1_250),
        ("-0,375", ",", 3, -375),
        ("+7", ",", 0, 7),
        ("1.234", ",", 0, 1_234),
        ("1,234.5", ".", 1, 12_345),
        (",5", ",", 1, 5),
        ("3,000", ",", 0, 3),
    ],
)
def test_usual_ways_of_writing_are_read(text: str, mark: str, places: int, number: int) -> None:
    assert scaled_number(text, mark, places) == number


@pytest.mark.parametrize(
    "text",
    ["", "x", "1,2,3", "1.23,5", "12.34", "1,5 kg", "--1", "1e5", "\u0661", "9" * 41, "1,2345678", "=1+1"],
)
def test_what_is_no_such_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        scaled_number(text, ",", 6)


@given(st.integers(-(10**12), 10**12), st.integers(0, 6), st.sampled_from([",", "."]))
def test_what_is_written_is_read_again(number: int, places: int, mark: str) -> None:
    assert scaled_number(written_decimal(number, places, mark), mark, places) == number


@given(st.integers(0, 10**12), st.sampled_from([",", "."]))
def test_thousands_are_parted_by_the_other_mark(number: int, mark: str) -> None:
    other = "." if mark == "," else ","
    assert scaled_number(f"{number:,}".replace(",", other), mark, 0) == number


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = scaled_number(text, ",", 4)
    except Unreadable:
        return
    assert scaled_number(plain_decimal(number, 4).replace(".", ","), ",", 4) == number
