"""Text from outside made safe to show and fit to search."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.plain_text import clean_text, digits_of, fold

NASTY = st.text(st.characters() | st.sampled_from("\u202e\u200b\u0000\ufeff\u0301\n\t a"), max_size=80)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Tom & <b>", "Tom & <b>"),
        ("  Anna\t\r\n Karin  ", "Anna Karin"),
        ("A\u202egnp.exe", "Agnp.exe"),
        ("\u2067abc\u2069", "abc"),
        ("zero\u200bwidth\u00ad\ufeff", "zerowidth"),
        ("bell\x07esc\x1b[31m", "bellesc[31m"),
        ("O\u0308berg", "Öberg"),
        ("O\u200b\u0308berg", "Öberg"),
        ("a\u2028b\u00a0c\u3000d", "a b c d"),
        ("\u3164\u2800", ""),
        ("tag\U000e0041\ud800", "tag"),
    ],
)
def test_text_from_outside_becomes_one_plain_line(raw: str, clean: str) -> None:
    assert clean_text(raw, 40) == clean


@given(NASTY, st.integers(0, 50))
def test_clean_text_is_short_composed_and_visible(raw: str, limit: int) -> None:
    clean = clean_text(raw, limit)
    assert len(clean) <= limit
    assert unicodedata.is_normalized("NFC", clean)
    assert not {unicodedata.category(char) for char in clean} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert clean == clean.strip()
    assert "  " not in clean
    clean.encode("utf-8")


@given(NASTY, st.integers(0, 50))
def test_cleaning_clean_text_changes_nothing(raw: str, limit: int) -> None:
    clean = clean_text(raw, limit)
    assert clean_text(clean, limit) == clean


@pytest.mark.parametrize("raw", ["Bo Ek", "Bo Åk"])
def test_a_cut_between_two_words_leaves_no_space(raw: str) -> None:
    assert clean_text(raw, 3) == "Bo"


def test_ten_thousand_characters_are_cut_to_the_limit() -> None:
    assert clean_text("Å" * 10_000, 200) == "Å" * 200


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("oberg", "Öberg"),
        ("SORENSEN", "Sørensen"),
        ("ase", "Åse"),
        ("arosund", "Ærøsund"),
        ("strasse", "Straße"),
        ("jose", "José"),
        ("lodz", "Łódź"),
        ("malmo", "MALMO\u0308"),
        ("thor", "Þór"),
        ("anna karin", " Anna  Karin"),
    ],
)
def test_names_are_found_without_accents(typed: str, name: str) -> None:
    assert fold(typed) == fold(name)


@given(NASTY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_digits_are_picked_out_of_a_text() -> None:
    assert digits_of("order 48-207 b") == "48207"
    assert digits_of("\uff14\uff12") == "42"
    assert digits_of("no number") == ""
