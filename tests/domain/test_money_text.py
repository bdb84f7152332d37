"""Amounts as staff type them and as screens and papers show them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.money import (
    MINOR_DIGITS,
    AmountTooLarge,
    AmountTooPrecise,
    NotAnAmount,
    UnknownCurrency,
    format_amount,
    parse_amount,
)

NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("48 447,75", 484_477_500),
        ("48447.75", 484_477_500),
        (f"48{NARROW}447,75", 484_477_500),
        (f"48{NO_BREAK}447,75", 484_477_500),
        ("48'447.75", 484_477_500),
        ("1.234,56", 12_345_600),
        ("1,234.56", 12_345_600),
        ("1,234,567.5", 12_345_675_000),
        ("1,234", 12_340),
        ("1.5000000", 15_000),
        (" 12 ", 120_000),
        ("12,", 120_000),
        (",5", 5_000),
        ("-,5", -5_000),
        ("\u2212 3,10", -31_000),
        ("+7", 70_000),
        ("0,0001", 1),
    ],
)
def test_amounts_are_read_as_they_are_typed(text: str, amount: int) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        ",",
        ".",
        "12 kr",
        "1 2",
        "1 23,5",
        "12 3456",
        "1,2,3",
        "1.234.567",
        "1,23.4",
        "--1",
        "1-",
        "1e5",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "٣",
        "１２",
        "²",
        "1,2 3",
        "=1+1",
        "1,٣",
    ],
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount, match="is not an amount"):
        parse_amount(text)


def test_five_decimals_are_refused_not_rounded() -> None:
    with pytest.raises(AmountTooPrecise, match="more than four decimals"):
        parse_amount("1,00001")


@pytest.mark.parametrize("text", ["9" * 13, "1" * 10_000, "100 000 000 001"])
def test_amounts_beyond_all_reason_are_refused(text: str) -> None:
    with pytest.raises(AmountTooLarge):
        parse_amount(text)


@given(st.text(max_size=50) | st.text("0123456789 .,-+'\u202f\u2212", max_size=20))
def test_no_text_breaks_the_reader_of_amounts(text: str) -> None:
    try:
        amount = parse_amount(text)
    except (NotAnAmount, AmountTooPrecise, AmountTooLarge):
        return
    assert abs(amount) <= 10**15


@given(
    st.integers(-(10**15), 10**15),
    st.sampled_from(sorted(MINOR_DIGITS)),
    st.sampled_from(["sv", "nb", "da", "fi", "de", "en"]),
    st.booleans(),
)
def test_a_written_amount_is_read_back_exactly(
    amount: int, currency: str, language: str, paper: bool
) -> None:
    number, _, word = format_amount(amount, currency, language, paper).rpartition(NO_BREAK)
    assert parse_amount(number) == amount
    assert word
    assert (NARROW in number) == (abs(amount) >= 10_000_000 and not paper)


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        (484_477_500, "SEK", "sv", f"48{NARROW}447,75{NO_BREAK}kr"),
        (6_150_000, "SEK", "en", f"615,00{NO_BREAK}kr"),
        (-31_000, "NOK", "nb", f"\u22123,10{NO_BREAK}kr"),
        (31_000, "DKK", "da-DK", f"3,10{NO_BREAK}kr."),
        (31_000, "SEK", "da", f"3,10{NO_BREAK}SEK"),
        (31_000, "EUR", "fi_FI", f"3,10{NO_BREAK}€"),
        (31_050, "EUR", "de", f"3,105{NO_BREAK}€"),
        (12_340_000, "ISK", "en", f"1{NARROW}234{NO_BREAK}ISK"),
        (0, "GBP", "en", f"0,00{NO_BREAK}£"),
    ],
)
def test_amounts_look_as_agreed(amount: int, currency: str, language: str, text: str) -> None:
    assert format_amount(amount, currency, language) == text


def test_paper_takes_the_space_that_every_font_has() -> None:
    text = format_amount(484_477_500, "SEK", "sv", paper=True)
    assert text == f"48{NO_BREAK}447,75{NO_BREAK}kr"
    assert unicodedata.is_normalized("NFC", text)


def test_an_amount_in_an_unknown_currency_is_not_shown() -> None:
    with pytest.raises(UnknownCurrency):
        format_amount(1, "XXX", "sv")
