"""Organisation and VAT numbers of SE, NO, DK, FI and DE: their form and check digits."""

import re
from typing import NamedTuple

_KEPT = re.compile(r"[\s.\-\u2010-\u2015\u2212/]+")
_LONGEST = 40
_WEIGHTS_NO = (3, 2, 7, 6, 5, 4, 3, 2)
_WEIGHTS_DK = (2, 7, 6, 5, 4, 3, 2, 1)
_WEIGHTS_FI = (7, 9, 10, 5, 8, 4, 2)
_GERMAN_REGISTER = re.compile(r"(HRA|HRB|GNR|PR|VR)([0-9]{1,6})([A-Z]{0,3})")
_EU_FORMS = {
    "AT": r"U[0-9]{8}", "BE": r"[01][0-9]{9}", "BG": r"[0-9]{9,10}", "CY": r"[0-9]{8}[A-Z]",
    "CZ": r"[0-9]{8,10}", "EE": r"[0-9]{9}", "ES": r"[0-9A-Z][0-9]{7}[0-9A-Z]", "FR": r"[0-9A-Z]{2}[0-9]{9}",
    "EL": r"[0-9]{9}", "HR": r"[0-9]{11}", "HU": r"[0-9]{8}", "IE": r"[0-9][0-9A-Z+*][0-9]{5}[A-Z]{1,2}",
    "IT": r"[0-9]{11}", "LT": r"[0-9]{9}|[0-9]{12}", "LU": r"[0-9]{8}", "LV": r"[0-9]{11}",
    "MT": r"[0-9]{8}", "NL": r"[0-9]{9}B[0-9]{2}", "PL": r"[0-9]{10}", "PT": r"[0-9]{9}",
    "RO": r"[0-9]{2,10}", "SI": r"[0-9]{8}", "SK": r"[0-9]{10}", "XI": r"[0-9]{9}|[0-9]{12}",
}  # fmt: skip


class BusinessNumber(NamedTuple):
    """A number in its usual spelling; ``personal`` where it is, or may be, a sole trader's own number,
    which is personal data. ``checked`` is False where only the form could be looked at."""

    country: str
    text: str
    personal: bool = False
    checked: bool = True


class NotABusinessNumber(ValueError):
    """The text is not such a number of that country."""


def organisation_number(country: str, text: str) -> BusinessNumber:
    """The register number of a business; raises NotABusinessNumber with one sentence, without the number."""
    plain = _plain(text)
    found = _READERS[country](plain) if country in _READERS else None
    if found is None:
        raise NotABusinessNumber(
            f"That is not an organisation number of {country[:2]}; check it digit by digit."
        )
    return found


def vat_number(text: str) -> BusinessNumber:
    """A VAT number with its country's letters; raises NotABusinessNumber with one sentence.

    Check digits are proved for SE, NO, DK, FI and DE; other countries of the EU by form only.
    """
    plain = _plain(text)
    country, rest = plain[:2], plain[2:]
    found: BusinessNumber | None = None
    if country in _VAT_READERS:
        found = _VAT_READERS[country](rest)
    elif re.fullmatch(_EU_FORMS.get(country, r"(?!)"), rest):
        found = BusinessNumber("GR" if country == "EL" else country, country + rest, checked=False)
    if found is None:
        raise NotABusinessNumber("That is not a VAT number; it begins with its country, like SE or DE.")
    return found


def _plain(text: str) -> str:
    return _KEPT.sub("", text).upper() if len(text) <= _LONGEST else ""


def _swedish(plain: str) -> BusinessNumber | None:
    digits = plain[2:] if len(plain) == 12 and plain[:2] in ("16", "19", "20") else plain
    if not _are_digits(digits, 10) or not _luhn(digits):
        return None
    personal = int(digits[2:4]) < 20
    if personal and not 1 <= int(digits[2:4]) <= 12:
        return None
    return BusinessNumber("SE", f"{digits[:6]}-{digits[6:]}", personal)


def _norwegian(plain: str) -> BusinessNumber | None:
    digits = plain.removeprefix("NO").removesuffix("MVA")
    if not _are_digits(digits, 9) or digits[0] not in "89":
        return None
    check = -_weighted(digits[:8], _WEIGHTS_NO) % 11
    return (
        BusinessNumber("NO", f"{digits[:3]} {digits[3:6]} {digits[6:]}") if check == int(digits[8]) else None
    )


def _danish(plain: str) -> BusinessNumber | None:
    if not _are_digits(plain, 8) or plain[0] == "0" or _weighted(plain, _WEIGHTS_DK) % 11:
        return None
    return BusinessNumber("DK", plain)


def _finnish(plain: str) -> BusinessNumber | None:
    if not _are_digits(plain, 8) or -_weighted(plain[:7], _WEIGHTS_FI) % 11 != int(plain[7]):
        return None
    return BusinessNumber("FI", f"{plain[:7]}-{plain[7]}")


def _german(plain: str) -> BusinessNumber | None:
    """Register A also holds sole traders; a tax identity is one of a person or a company."""
    found = _GERMAN_REGISTER.fullmatch(plain)
    if found is not None:
        kind = "GnR" if found[1] == "GNR" else found[1]
        return BusinessNumber("DE", f"{kind} {found[2]}{found[3]}", kind == "HRA", False)
    identity = plain.removeprefix("DE")
    if len(identity) == 14 and _are_digits(identity[9:], 5):
        identity = identity[:9]
    return _german_vat(identity)


def _swedish_vat(rest: str) -> BusinessNumber | None:
    found = _swedish(rest[:10]) if _are_digits(rest, 12) and rest[10:] != "00" else None
    return None if found is None else BusinessNumber("SE", f"SE{rest}", found.personal)


def _norwegian_vat(rest: str) -> BusinessNumber | None:
    found = _norwegian(rest) if rest.endswith("MVA") else None
    return None if found is None else BusinessNumber("NO", f"NO{rest[:9]}MVA")


def _danish_vat(rest: str) -> BusinessNumber | None:
    return None if _danish(rest) is None else BusinessNumber("DK", f"DK{rest}")


def _finnish_vat(rest: str) -> BusinessNumber | None:
    return None if _finnish(rest) is None else BusinessNumber("FI", f"FI{rest}")


def _german_vat(rest: str) -> BusinessNumber | None:
    """Check digit of ISO 7064, modulus 11,10."""
    if not _are_digits(rest, 9) or rest[0] == "0":
        return None
    product = 10
    for digit in rest[:8]:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return BusinessNumber("DE", f"DE{rest}") if (11 - product) % 10 == int(rest[8]) else None


_READERS = {"SE": _swedish, "NO": _norwegian, "DK": _danish, "FI": _finnish, "DE": _german}
_VAT_READERS = {
    "SE": _swedish_vat, "NO": _norwegian_vat, "DK": _danish_vat, "FI": _finnish_vat, "DE": _german_vat,
}  # fmt: skip


def _are_digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdigit()


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
