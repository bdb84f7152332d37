"""Phone numbers have one form however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.plain_text import phone_digits


@pytest.mark.parametrize(
    ("text", "country", "digits"),
    [
        ("070-174 06 12", "SE", "46701740612"),
        ("0701740612", "SE", "46701740612"),
        ("+46 70 174 06 12", "SE", "46701740612"),
        ("+46 (0)70-174 06 12", "SE", "46701740612"),
        ("+46070 1740612", "SE", "46701740612"),
        ("0046 70 174 06 12", "SE", "46701740612"),
        ("46701740612", "SE", "46701740612"),
        ("08-12 34 56 7", "SE", "4681234567"),
        ("4681234567", "SE", "4681234567"),
        ("46 12 34", "SE", "46461234"),
        ("031/390 06 00", "SE", "46313900600"),
        ("+46 70 174 06 12", "NO", "46701740612"),
        ("91 23 45 67", "NO", "4791234567"),
        ("47 12 34 56", "NO", "4747123456"),
        ("4791234567", "NO", "4791234567"),
        ("0047 912 34 567", "NO", "4791234567"),
        ("20 12 34 56", "DK", "4520123456"),
        ("45 12 34 56", "DK", "4545123456"),
        ("+4520123456", "DK", "4520123456"),
        ("040 123 4567", "FI", "358401234567"),
        ("+358 (0)40 123 4567", "FI", "358401234567"),
        ("358401234567", "FI", "358401234567"),
        ("0151 23456789", "DE", "4915123456789"),
        ("+49 (0) 151 23456789", "DE", "4915123456789"),
        ("020 7946 0018", "GB", "442079460018"),
        ("(+44) 20 7946 0018", "GB", "442079460018"),
        ("", "SE", ""),
        ("ring", "SE", ""),
        ("+", "SE", ""),
        ("12 34", "XX", "1234"),
    ],
)
def test_a_number_has_one_form_however_it_is_written(text: str, country: str, digits: str) -> None:
    assert phone_digits(text, country) == digits


@given(st.sampled_from(["70", "72", "73", "76", "79"]), st.integers(0, 9_999_999))
def test_swedish_mobile_numbers_meet_in_every_spelling(prefix: str, number: int) -> None:
    national = f"{prefix}{number:07d}"
    spellings = (f"0{national}", f"+46{national}", f"0046 {national}", f"46{national}", f"+46(0){national}")
    assert {phone_digits(spelling, "SE") for spelling in spellings} == {f"46{national}"}


@given(st.sampled_from(["NO", "DK"]), st.integers(20_000_000, 99_999_999))
def test_eight_digits_are_a_whole_number_in_norway_and_denmark(country: str, number: int) -> None:
    code = {"NO": "47", "DK": "45"}[country]
    spellings = (f"{number}", f"+{code} {number}", f"00{code}{number}", f"{code}{number}")
    assert {phone_digits(spelling, country) for spelling in spellings} == {f"{code}{number}"}


@given(st.sampled_from(["SE", "FI", "DE", "GB"]), st.integers(100_000_000, 999_999_999))
def test_a_number_already_in_its_one_form_stays_in_it(country: str, number: int) -> None:
    once = phone_digits(f"0{number}", country)
    assert phone_digits(once, country) == once


@given(st.text(max_size=100), st.sampled_from(["SE", "NO", "DK", "FI", "DE", "GB", "US", ""]))
def test_no_text_breaks_the_reader_of_phone_numbers(text: str, country: str) -> None:
    digits = phone_digits(text, country)
    assert digits == "" or (digits.isascii() and digits.isdigit())
