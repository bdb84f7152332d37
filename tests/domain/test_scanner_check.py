"""The scanner's test says what to do about what came in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.scanner_check import TEST_CODE, Came, compared


@pytest.mark.parametrize(
    ("text", "came", "works"),
    [
        (TEST_CODE, Came.SAME, True),
        (TEST_CODE.lower(), Came.CAPITALS, True),
        ("]C1" + TEST_CODE, Came.AROUND, True),
        ("STORE-DESK/09:ZY+", Came.NORDIC, True),
        ("STORE-DESK/09:ZY+['\"", Came.NORDIC, True),
        ("STORE+DESK-09ÖZY?Å\"'", Came.KEYBOARD, False),
        ("STORE-DESK/09:YZ+ÅÄÖ", Came.KEYBOARD, False),
        ("STORE-DESK", Came.PART, False),
        ("7310500088976", Came.OTHER, False),
        ("", Came.OTHER, False),
    ],
)
def test_a_scan_is_judged_by_its_letters(text: str, came: Came, works: bool) -> None:
    result = compared(text)
    assert (result.came, result.works) == (came, works)


def test_swapped_signs_are_named_once_each() -> None:
    assert compared("STORE+DESK-09:YZ?ÅÄÖ").swapped == (("-", "+"), ("/", "-"), ("Z", "Y"), ("Y", "Z"))


def test_what_stands_around_the_code_is_told() -> None:
    assert compared(f"]Q1{TEST_CODE}x").added == "]Q1x"


@given(st.text(max_size=60))
def test_no_text_breaks_the_judgement_and_only_the_code_is_the_same(text: str) -> None:
    assert (compared(text).came is Came.SAME) == (text == TEST_CODE)
