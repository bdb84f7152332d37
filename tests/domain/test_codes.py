"""Our own QR texts: what is printed comes back, everything else is refused."""

import hashlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.codes import (
    BadgeCode,
    BinCode,
    DocumentCode,
    NotForQr,
    OwnCode,
    ParcelCode,
    PickListCode,
    PickupCode,
    parse_qr,
    qr_text,
)

UPPER, DIGITS = string.ascii_uppercase, string.digits
PLACES = st.text(UPPER, min_size=2, max_size=4)
IDS = st.uuids().map(str)
NAMES = st.from_regex(r"[A-Z0-9ÅÄÖÆØ](?:[A-Z0-9ÅÄÖÆØ./_ -]{0,30}[A-Z0-9ÅÄÖÆØ])?", fullmatch=True)
VALUES: st.SearchStrategy[OwnCode] = st.one_of(
    st.builds(PickupCode, PLACES, IDS, st.text(UPPER + DIGITS, min_size=6, max_size=6)),
    st.builds(ParcelCode, PLACES, IDS),
    st.builds(BinCode, PLACES, NAMES),
    st.builds(PickListCode, IDS),
    st.builds(BadgeCode, st.text(UPPER + DIGITS, min_size=4, max_size=64)),
    st.builds(DocumentCode, NAMES),
)
BASE_36 = DIGITS + UPPER


def with_check_characters(body: str) -> str:
    check = int(hashlib.sha256(body.encode()).hexdigest()[:8], 16) % 36**2
    return body + BASE_36[check // 36] + BASE_36[check % 36]


def test_the_check_characters_follow_from_the_rest() -> None:
    assert with_check_characters(qr_text(BadgeCode("AAAA"))[:-2]) == qr_text(BadgeCode("AAAA"))


@given(VALUES)
def test_every_value_comes_back_from_its_qr_text(value: OwnCode) -> None:
    text = qr_text(value)
    assert parse_qr(text) == value
    assert parse_qr(text.lower()) == value
    assert parse_qr(f" {text.swapcase()}\r\n") == value


@given(VALUES)
def test_qr_texts_survive_every_keyboard_layout(value: OwnCode) -> None:
    text = qr_text(value)
    assert set(text) <= set(UPPER + DIGITS)
    assert text.startswith("SD")
    assert len(text) <= 84


@given(VALUES)
def test_a_cut_scan_is_refused(value: OwnCode) -> None:
    text = qr_text(value)
    assert [text[:end] for end in range(len(text)) if parse_qr(text[:end]) is not None] == []


@given(VALUES, st.data())
def test_two_swapped_or_one_wrong_character_give_no_other_value(value: OwnCode, data: st.DataObject) -> None:
    text = qr_text(value)
    place = data.draw(st.integers(0, len(text) - 1))
    wrong = text[:place] + data.draw(st.sampled_from(UPPER + DIGITS)) + text[place + 1 :]
    read = parse_qr(wrong)
    assert read is None or qr_text(read) == wrong


@given(st.text(max_size=250) | st.from_regex(r"SD[PCBLUDX][A-Z0-9]{0,60}", fullmatch=True))
def test_no_scanned_text_breaks_the_reader(text: str) -> None:
    read = parse_qr(text)
    assert read is None or qr_text(read) == text.strip().upper()


@given(st.sampled_from("PCBLUDX"), st.text(UPPER + DIGITS, max_size=60))
def test_no_content_breaks_the_reader_even_with_right_check_characters(letter: str, content: str) -> None:
    text = with_check_characters(f"SD{letter}{BASE_36[len(content) % 36]}{content}")
    read = parse_qr(text)
    assert read is None or qr_text(read) == text


@given(VALUES, st.sampled_from(BASE_36))
def test_a_content_of_another_length_is_refused_even_with_right_check_characters(
    value: OwnCode, length: str
) -> None:
    text = qr_text(value)
    other = with_check_characters(text[:3] + length + text[4:-2])
    assert parse_qr(other) == (value if other == text else None)


def test_a_number_too_large_for_a_record_id_is_refused() -> None:
    assert parse_qr(with_check_characters("SDLP" + "Z" * 25)) is None


@pytest.mark.parametrize("name", ["H4", "A3-02", "C1-11", "Z-Z", "ZZ", "Z1", "HYLLA 3", "KYL.2", "Ö-1"])
def test_bins_keep_their_names(name: str) -> None:
    assert parse_qr(qr_text(BinCode("GBG", name))) == BinCode("GBG", name)


@pytest.mark.parametrize(
    "value",
    [
        BinCode("GBG", ""),
        BinCode("GBG", "h4"),
        BinCode("GBG", "-4"),
        BinCode("GBG", "4-"),
        BinCode("GBG", "A" * 33),
        BinCode("GBG", "A\n4"),
        BinCode("G", "H4"),
        BinCode("GBGXX", "H4"),
        BinCode("gbg", "H4"),
        PickListCode("48207"),
        PickListCode("018BCFE5-6800-7C92-B472-18C6CD97432D"),
        PickupCode("GBG", "018bcfe5-6800-7c92-b472-18c6cd97432d", "K7P42"),
        BadgeCode("A-1"),
    ],
)
def test_what_could_not_be_read_back_is_not_printed(value: OwnCode) -> None:
    with pytest.raises(NotForQr):
        qr_text(value)


@pytest.mark.parametrize(
    "text", ["7350053850019", "SD", "SDB", "SDBA3GBGA3Z102SN", "48207", "", "SDÅ4GBGXX00"]
)
def test_other_texts_are_left_to_others(text: str) -> None:
    assert parse_qr(text) is None


def test_the_printed_form_stays_as_it_was_first_printed() -> None:
    fulfilment = "018bcfe5-6800-7c92-b472-18c6cd97432d"
    assert qr_text(PickupCode("GBG", fulfilment, "K7P429")) == "SDPZ3GBG03AMO4VRPSOQG2W7SRIFALR8TK7P429O0"
    assert qr_text(BinCode("GBG", "A3-02")) == "SDBA3GBGA3Z102SM"
    assert qr_text(DocumentCode("GBG-07-00041-K7")) == "SDDIGBGZ107Z100041Z1K74G"
