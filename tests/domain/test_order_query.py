"""What a typed fragment may mean when somebody looks for an order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.order_query import LONGEST_QUERY, read_query
from storedesk.domain.phone import phone_digits


@pytest.mark.parametrize(
    "typed",
    ["070-174 06 12", "0701740612", "+46 70 174 06 12", "+46 (0)70-174 06 12", "0046701740612", "1740612"],
)
def test_a_phone_in_any_format_is_a_part_of_the_stored_number(typed: str) -> None:
    part = read_query(typed).phone_part
    assert part
    assert part in phone_digits("070-174 06 12", "SE")


def test_four_or_five_digits_are_the_end_of_a_number_and_no_phone() -> None:
    query = read_query("8207")
    assert (query.tail, query.phone_part, query.number_part) == ("8207", "", "8207")
    assert read_query("207") == read_query("207")._replace(tail="", phone_part="", number_part="")


def test_words_of_a_name_are_folded_and_an_e_mail_or_sku_stays_in_one_piece() -> None:
    assert read_query("Öberg  ÅSA").words == ("oberg", "asa")
    assert read_query("Maria@Example.se").email_part == "maria@example.se"
    assert read_query("Maria@Example.se").words == ()
    assert read_query("alv-2201").sku_start == "ALV-2201"
    assert read_query("maria nilsson").sku_start == ""


@given(st.text(max_size=300))
def test_any_text_is_read_without_harm_and_within_bounds(text: str) -> None:
    query = read_query(text)
    assert all(len(part) <= 4 * LONGEST_QUERY for part in (*query.numbers, *query.words, query.email_part))
    assert not query.phone_part or query.phone_part.isdigit()
