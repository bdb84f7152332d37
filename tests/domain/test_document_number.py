"""Numbers of printed documents and their check characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.document_number import DocumentNumber, document_number, parse_document_number

RECORD = "018bcfe5-6800-7c92-b472-18c6cd97432d"
SITES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=4)


def test_a_number_names_site_desk_and_counter() -> None:
    assert document_number("GBG", 7, 41, RECORD) == "GBG-07-00041-NM"
    assert parse_document_number(" gbg-07-00041-nm ") == DocumentNumber("GBG", 7, 41, "NM")


@given(SITES, st.integers(1, 999), st.integers(1, 999_999_999), st.uuids().map(str))
def test_every_number_comes_back_in_its_parts(site: str, desk: int, counter: int, record: str) -> None:
    text = document_number(site, desk, counter, record)
    number = parse_document_number(text)
    assert number is not None
    assert (number.site, number.desk, number.counter, str(number)) == (site, desk, counter, text)
    assert number.belongs_to(record)


def test_the_check_characters_are_those_of_one_record() -> None:
    number = parse_document_number("GBG-07-00041-NM")
    assert number is not None
    assert number.belongs_to(RECORD)
    assert not number.belongs_to("018bcfe5-6800-7c92-b472-18c6cd97432e")


@pytest.mark.parametrize(
    ("site", "desk", "counter"),
    [("G", 7, 41), ("gbg", 7, 41), ("GBG", 0, 41), ("GBG", 1000, 41), ("GBG", 7, 0)],
)
def test_what_would_not_fit_on_paper_is_refused(site: str, desk: int, counter: int) -> None:
    with pytest.raises(ValueError, match="No document number"):
        document_number(site, desk, counter, RECORD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "48207",
        "GBG-7-00041-NM",
        "GBG-007-00041-NM",
        "GBG-07-41-NM",
        "GBG-07-00041-N0",
        "GBG-00-00041-NM",
        "GBG-07-000041-NM",
        "GBG-07-00000-NM",
        "GBG-٠٧-00041-NM",
        "GBG-07-00041-NM" + "x" * 99,
    ],
)
def test_other_texts_are_no_document_numbers(text: str) -> None:
    assert parse_document_number(text) is None
