"""Article barcodes: check digits and the one form they are kept in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.codes import gtin_check_digit, is_gtin, normal_barcode

BODIES = st.sampled_from([7, 11, 12, 13]).flatmap(
    lambda size: st.text("0123456789", min_size=size, max_size=size)
)


@given(BODIES)
def test_exactly_one_check_digit_makes_a_gtin(body: str) -> None:
    right = [digit for digit in "0123456789" if is_gtin(body + digit)]
    assert right == [gtin_check_digit(body)]


@given(BODIES, st.data())
def test_one_wrong_digit_is_always_noticed(body: str, data: st.DataObject) -> None:
    code = body + gtin_check_digit(body)
    place = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != code[place]))
    assert not is_gtin(code[:place] + wrong + code[place + 1 :])


@pytest.mark.parametrize("code", ["4006381333931", "96385074", "036000291452", "10614141000415"])
def test_well_known_barcodes_are_right(code: str) -> None:
    assert is_gtin(code)


@pytest.mark.parametrize(
    "text", ["", "4006381333932", "400638133393", "٤٠٠٦٣٨١٣٣٣٩٣١", "4006381 333931", "0", "²" * 8]
)
def test_other_texts_are_no_gtin(text: str) -> None:
    assert not is_gtin(text)


def test_a_check_digit_is_made_for_digits_only() -> None:
    with pytest.raises(ValueError, match="digits only"):
        gtin_check_digit("12A")


@pytest.mark.parametrize(
    ("scanned", "kept"),
    [
        (" 4006381333931\r", "4006381333931"),
        ("036000291452", "0036000291452"),
        ("00036000291452", "0036000291452"),
        ("10614141000415", "10614141000415"),
        ("]E04006381333931", "4006381333931"),
        ("96385074", "96385074"),
        ("ab-12", "AB-12"),
        ("123456789013", "123456789013"),
    ],
)
def test_a_barcode_is_kept_in_one_form(scanned: str, kept: str) -> None:
    assert normal_barcode(scanned) == kept


@given(st.text("0123456789abcABC-] E", max_size=20))
def test_normal_barcodes_without_a_scanner_prefix_stay_as_they_are(text: str) -> None:
    once = normal_barcode(text)
    if not once.startswith("]"):
        assert normal_barcode(once) == once
