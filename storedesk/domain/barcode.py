"""Article barcodes: GTIN check digits and one form for the same number."""

import re

_GTIN_LENGTHS = (8, 12, 13, 14)
_AIM_PREFIX = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_LONGEST = 80


def gtin_check_digit(digits: str) -> str:
    """The check digit that follows `digits` (0-9 only, without a check digit)."""
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("A GTIN is made of digits only.")
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def is_gtin(text: str) -> bool:
    """True for 8, 12, 13 or 14 digits with the right check digit."""
    return (
        text.isascii()
        and text.isdigit()
        and len(text) in _GTIN_LENGTHS
        and gtin_check_digit(text[:-1]) == text[-1]
    )


def normal_barcode(text: str) -> str:
    """The form under which a barcode is kept and found: no spaces, capitals, a UPC-A as its EAN-13.

    A scanner's symbology prefix (like "]E0") is dropped; a GTIN-14 with leading 0 is its GTIN-13.
    """
    if len(text) == 13 and text.isascii() and text.isdigit():
        return text  # what scanners send nearly always
    code = "".join(_AIM_PREFIX.sub("", text.strip()[:_LONGEST]).split())
    if is_gtin(code):
        if len(code) == 12:
            return "0" + code
        if len(code) == 14 and code.startswith("0"):
            return code[1:]
    return code.upper()
