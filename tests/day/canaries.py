"""Invented people whose every trace can be recognised in any file."""

from typing import NamedTuple

MARK = "qvizz"
"""A part of every invented name, e-mail and street, whatever is folded or cut."""
PHONE_MARKS = ("35840917", "40-917", "40 917")
PERSONAL_NUMBERS = ("811218-9876", "17058410047", "131052-308T", "070761-4285")
"""One each of Sweden, Norway, Finland and Denmark, as somebody might type them."""

_FORENAMES = (
    "Åsa", "Örjan", "Märta", "Zoë", "José", "Bjørn", "Ægir", "Linnea", "Håkan", "Ulla", "Renée", "Søren", "Tuuli",
    "Göran", "Pia",
)  # fmt: skip
_ENDINGS = ("berg", "lund", "gren", "ström", "dal", "kvist", "rud", "by", "vik", "näs", "holm")


class Canary(NamedTuple):
    name: str
    phone: str
    phone_digits: str
    email: str
    street: str


def canary(number: int) -> Canary:
    """Person ``number``; no two have the same name."""
    forename, ending = _FORENAMES[number % len(_FORENAMES)], _ENDINGS[number % len(_ENDINGS)]
    round_ = number // (len(_FORENAMES) * len(_ENDINGS))
    middle = f" {chr(ord('A') + round_)}." if round_ else ""
    tail = f"{number:04d}"
    return Canary(
        f"{forename}{middle} Qvizz{ending}",
        f"+358 40 917 {tail}",
        f"35840917{tail}",
        f"person{number}@{MARK}.example",
        f"Qvizzgatan {number}",
    )
