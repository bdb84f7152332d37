"""Nordic personal numbers are recognised; orders, phones and barcodes are not."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storedesk.domain.plain_text import looks_like_personal_number

BIRTHS = st.dates(date(1920, 1, 1), date(2026, 1, 1))
SEPARATORS = st.sampled_from(["", "-", " ", " - ", "\u2013", "\u00a0"])
AROUND = st.sampled_from(["{}", "ID {} seen", "({})", "pnr:{}.", "Anna\n{}\nKarin"])


def luhn_digit(digits: str) -> str:
    doubled = "".join(str(int(digit) * (2 - place % 2)) for place, digit in enumerate(digits))
    return str(-sum(map(int, doubled)) % 10)


def weighted(digits: str, *weights: int) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


@given(BIRTHS, st.integers(0, 999), SEPARATORS, st.booleans(), st.booleans(), AROUND)
def test_swedish_numbers_are_recognised(
    born: date, serial: int, separator: str, century: bool, coordination: bool, around: str
) -> None:
    day = born.day + 60 if coordination else born.day
    assume(not (coordination and f"{born:%y}" == "07" and not century and not separator))
    digits = f"{born:%y%m}{day:02d}{serial:03d}"
    digits += luhn_digit(digits)
    head = f"{born:%Y}"[:2] if century else ""
    assert looks_like_personal_number(around.format(f"{head}{digits[:6]}{separator}{digits[6:]}"))


@given(BIRTHS, st.integers(0, 999), SEPARATORS, st.sampled_from([0, 40]), AROUND)
def test_norwegian_numbers_are_recognised(
    born: date, serial: int, separator: str, d_number: int, around: str
) -> None:
    digits = f"{born.day + d_number:02d}{born:%m%y}{serial:03d}"
    first = -weighted(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11
    second = -weighted(f"{digits}{first % 10}", 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11
    assume(first < 10 and second < 10 and len(separator) < 2)
    assert looks_like_personal_number(around.format(f"{digits[:6]}{separator}{digits[6:]}{first}{second}"))


@given(BIRTHS, st.integers(0, 999), SEPARATORS, AROUND)
def test_danish_numbers_are_recognised(born: date, serial: int, separator: str, around: str) -> None:
    digits = f"{born:%d%m%y}{serial:03d}"
    check = -weighted(digits, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11
    assume(check < 10)
    assert looks_like_personal_number(around.format(f"{digits[:6]}{separator}{digits[6:]}{check}"))


@given(BIRTHS, st.integers(2, 899), st.sampled_from("-+AYX"), st.booleans(), AROUND)
def test_finnish_numbers_are_recognised(born: date, serial: int, sign: str, lower: bool, around: str) -> None:
    digits = f"{born:%d%m%y}{serial:03d}"
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(digits) % 31]
    code = f"{digits[:6]}{sign}{digits[6:]}{check}"
    assert looks_like_personal_number(around.format(code.lower() if lower else code))


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874",
        "19811228 9874",
        "19 81 12 28 - 9874",
        "1981-12-28-9874",
        "8112\u200b289874",
        "\uff18\uff11\uff11\uff12\uff12\uff18-9874",
        "701063-2391",
        "131052-308T",
        "010160-1234",
    ],
)
def test_well_known_examples_are_recognised(text: str) -> None:
    assert looks_like_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "48207",
        "order 48196, bin H4",
        "070-174 06 12",
        "0701740605",
        "0701740612",
        "+46701740612",
        "0046701740612",
        "08-123 456 78",
        "+47 91 23 45 67",
        "+4520123456",
        "556036-0793",
        "212000-1355",
        "7350053850019",
        "2026-11-30",
        "2026-11-30 14:02",
        "20261130",
        "GBG-07-00041-K7",
        "811228-9875",
        "811328-9874",
        "131052-308U",
        "150785-1235",
        "018bcfe5-6800-7c92-b472-18c6cd97432d",
        "till 3 receipt 811228987412",
        "1 234 567,50 kr",
    ],
)
def test_orders_phones_dates_and_barcodes_are_let_through(text: str) -> None:
    assert not looks_like_personal_number(text)


@given(st.sampled_from(["70", "72", "73", "76", "79"]), st.integers(0, 9_999_999))
def test_phone_numbers_in_their_usual_spelling_are_let_through(prefix: str, number: int) -> None:
    rest = f"{number:07d}"
    assert not looks_like_personal_number(f"0{prefix}-{rest[:3]} {rest[3:5]} {rest[5:]}")
    assert not looks_like_personal_number(f"+46 {prefix} {rest[:3]} {rest[3:5]} {rest[5:]}")
    assert not looks_like_personal_number(f"+46{prefix}{rest}")


@given(st.text(max_size=200) | st.text("0123456789-+ A\u200b", max_size=60))
def test_no_text_breaks_the_search_for_personal_numbers(text: str) -> None:
    assert looks_like_personal_number(text) in (True, False)


def test_a_long_text_of_digits_is_searched_in_one_go() -> None:
    assert not looks_like_personal_number("8 " * 5_000)
