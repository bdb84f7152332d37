"""Phone numbers of the Nordic countries, Germany and Great Britain as one digit string."""

import re
from typing import NamedTuple


class _Plan(NamedTuple):
    """A country's calling code, its trunk prefix and how many digits its national numbers have."""

    code: str
    trunk: str
    shortest: int
    longest: int


_PLANS = {
    "SE": _Plan("46", "0", 7, 9),
    "NO": _Plan("47", "", 8, 8),
    "DK": _Plan("45", "", 8, 8),
    "FI": _Plan("358", "0", 6, 11),
    "DE": _Plan("49", "0", 7, 11),
    "GB": _Plan("44", "0", 9, 10),
}
_OPTIONAL_TRUNK = re.compile(r"\(\s*0\s*\)")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_LONGEST_TEXT = 60


def phone_digits(text: str, country: str) -> str:
    """The number with its calling code and nothing else: "070-174 06 12" in SE gives "46701740612".

    `country` (ISO 3166) says how a number without calling code is meant; a text without digits gives "".
    """
    shown = text[:_LONGEST_TEXT].strip()
    international = shown.lstrip("( ").startswith("+")
    bare = _OPTIONAL_TRUNK.sub("", shown) if international or shown.startswith("00") else shown
    digits = _NOT_DIGITS.sub("", bare)
    if not international and digits.startswith("00"):
        international, digits = True, digits[2:]
    if not digits:
        return ""
    return _without_trunk(digits) if international else _national(digits, _PLANS.get(country))


def _without_trunk(digits: str) -> str:
    """+46 070… is written by many; the 0 after the calling code is not dialled."""
    for plan in _PLANS.values():
        if plan.trunk and digits.startswith(plan.code + plan.trunk):
            return plan.code + digits[len(plan.code) :].lstrip("0")
    return digits


def _national(digits: str, plan: _Plan | None) -> str:
    if plan is None:
        return digits
    if plan.trunk and digits.startswith(plan.trunk):
        return plan.code + digits.lstrip("0")
    enough = len(digits) - len(plan.code) >= plan.shortest
    if digits.startswith(plan.code) and enough and (plan.trunk or len(digits) > plan.longest):
        return _without_trunk(digits)  # the calling code without its plus
    return plan.code + digits
