"""Organisation and VAT numbers: check digits, spellings, and whose are personal."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.business_number import (
    BusinessNumber,
    NotABusinessNumber,
    organisation_number,
    vat_number,
)


@pytest.mark.parametrize(
    ("country", "text", "spelled", "personal"),
    [
        ("SE", "5566778899", "556677-8899", False),
        ("SE", "16556677-8899", "556677-8899", False),
        ("SE", "811218-9876", "811218-9876", True),
        ("NO", "923609016", "923 609 016", False),
        ("NO", "NO 923 609 016 MVA", "923 609 016", False),
        ("DK", "13585628", "13585628", False),
        ("FI", "0112038-9", "0112038-9", False),
        ("DE", "HRB 1234 B", "HRB 1234B", False),
        ("DE", "HRA 99", "HRA 99", True),
        ("DE", "DE136695976", "DE136695976", False),
        ("DE", "DE136695976-00001", "DE136695976", False),
    ],
)
def test_numbers_are_read_in_their_usual_spellings(
    country: str, text: str, spelled: str, personal: bool
) -> None:
    found = organisation_number(country, text)
    assert (found.country, found.text, found.personal) == (country, spelled, personal)


@pytest.mark.parametrize(
    "text",
    [
        "SE556677889901", "se 556677-8899 01", "NO923609016MVA", "DK13585628", "FI01120389", "DE136695976",
        "FR40303265045", "EL094259216", "XI123456789",
    ],
)  # fmt: skip
def test_vat_numbers_are_read_with_their_country(text: str) -> None:
    found = vat_number(text)
    assert found.checked == (found.country in ("SE", "NO", "DK", "FI", "DE"))
    assert vat_number(found.text) == found


def test_a_sole_trader_s_vat_number_is_personal() -> None:
    assert vat_number("SE811218987601").personal


@pytest.mark.parametrize(
    "text",
    ["", "SE", "SE556677889801", "SE556677889900", "NO923609016", "NO923609017MVA", "DK13585629", "FI01120388",
     "DE136695975", "DE036695976", "US123456789", "SE" + "5" * 60, "SE55667788९901"],
)  # fmt: skip
def test_what_is_no_vat_number_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(NotABusinessNumber) as refused:
        vat_number(text)
    assert not text[2:] or text[2:] not in str(refused.value)


def test_a_country_that_is_not_known_has_no_numbers() -> None:
    with pytest.raises(NotABusinessNumber):
        organisation_number("US", "123456789")


@given(
    st.sampled_from(
        [("SE", "556677889901", 10), ("DK", "13585628", 8), ("FI", "01120389", 8), ("DE", "136695976", 9)]
    ),
    st.integers(0, 11),
    st.integers(1, 9),
)
def test_one_wrong_digit_is_always_seen(known: tuple[str, str, int], place: int, by: int) -> None:
    country, digits, checked = known
    place %= checked
    wrong = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    with pytest.raises(NotABusinessNumber):
        vat_number(country + wrong)


@given(st.text(max_size=50))
def test_any_text_is_read_or_refused(text: str) -> None:
    for country in ("SE", "NO", "DK", "FI", "DE", ""):
        with contextlib.suppress(NotABusinessNumber):
            assert isinstance(organisation_number(country, text), BusinessNumber)
