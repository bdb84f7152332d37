"""One-time words: the same on both ends of the phone, of use for one order on one day."""

from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.one_time_word import COUNT, WORDS, one_time_words, word_key, words_match

KEY = word_key(b"place")
numbers = st.text("0123456789", min_size=4, max_size=8)


def test_the_words_are_short_plain_and_unlike_each_other() -> None:
    assert len(WORDS) == 64
    assert len({word[:4] for word in WORDS}) == 64
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 8 for word in WORDS)


@given(numbers)
def test_what_one_end_reads_out_the_other_end_takes_in_any_writing(number: str) -> None:
    spoken = one_time_words(KEY, number, "2026-11-23")
    assert len(spoken.split()) == COUNT
    for typed in (spoken, spoken.upper(), spoken.replace(" ", ""), f"  {spoken.replace(' ', ' - ')} "):
        assert words_match(KEY, number, "2026-11-23", typed)


@given(numbers, numbers)
def test_words_of_another_order_day_or_place_are_refused(number: str, other: str) -> None:
    spoken = one_time_words(KEY, number, "2026-11-23")
    for key, order, day in (
        (KEY, other, "2026-11-23"), (KEY, number, "2026-11-24"), (word_key(b"elsewhere"), number, "2026-11-23"),
    ):  # fmt: skip
        same = one_time_words(key, order, day) == spoken
        assert words_match(key, order, day, spoken) is same


@given(st.text(max_size=100))
def test_any_text_can_be_typed(typed: str) -> None:
    assert words_match(KEY, "48207", "2026-11-23", typed) in (False, True)
