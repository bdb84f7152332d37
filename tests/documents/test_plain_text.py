"""Text from outside is made safe and short, and stays readable."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents.paper_fonts import Face, lettered
from storedesk.documents.plain_text import plain, plain_name


def test_controls_and_direction_marks_are_gone() -> None:
    assert plain("a\x00b\u202ec\u2066d\ufeff\r\ne") == "a bcd e"


def test_markup_is_only_text() -> None:
    assert plain("Tom & <b>") == "Tom & <b>"


def test_long_text_is_cut_with_a_sign_that_it_was() -> None:
    cut = plain("x" * 10_000)
    assert len(cut) == 200
    assert cut.endswith("…")


def test_id_and_phone_numbers_in_a_name_are_struck_out() -> None:
    for number in ("19850709-9805", "850709+9805", "070-174 06 05", "311280-888Y"):
        assert not any(part in plain_name(f"Eva {number}") for part in ("850709", "9805", "174", "311280"))


def test_a_short_number_in_a_name_stays() -> None:
    assert plain_name("Desk 12, Elin L.") == "Desk 12, Elin L."


def test_letters_the_fonts_lack_become_their_nearest() -> None:
    assert lettered("Šimůnek Łukasz Đặng Kárášjohka", Face.REGULAR) == "Simunek Lukasz Dang Kárásjohka"


def test_letters_without_a_near_one_become_visible_question_marks() -> None:
    assert lettered("李小龍 🎁", Face.BOLD) == "??? ?"


def test_every_letter_of_our_languages_is_in_the_fonts() -> None:
    letters = "ÅÄÖÆØÉåäöæøéßüÜàáíóúñç ·×–…€§°½'\"()&%+-−/#@!?"
    for face in Face:
        assert lettered(letters, face) == letters


@given(st.text(alphabet=st.characters(), max_size=300))
def test_plain_text_is_one_visible_line_in_normal_form(text: str) -> None:
    shown = plain(text)
    assert len(shown) <= 200
    assert shown == unicodedata.normalize("NFC", shown)
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in shown)


@given(st.text(alphabet=st.characters(), max_size=100))
def test_lettered_text_has_only_letters_of_its_face(text: str) -> None:
    once = lettered(text, Face.CODE)
    assert lettered(once, Face.CODE) == once
