"""Quantities as whole numbers of a unit's smallest step."""

import re
from typing import NamedTuple

from storedesk.domain.money_text import MINUS, format_number

LARGEST_QUANTITY = 10**12
_SPACES = dict.fromkeys(map(ord, " \t\u00a0\u2009\u202f"), None)
_NUMBER = re.compile(r"([-+]?)([0-9]{0,15})(?:[.,]([0-9]{0,15}))?")


class Unit(NamedTuple):
    """A unit of sale; a quantity counts steps of 10^-decimals of it."""

    code: str
    decimals: int

    @property
    def step(self) -> int:
        """How many smallest steps make one unit."""
        return int(10**self.decimals)


PIECE = Unit("piece", 0)
_ALL = (
    PIECE, Unit("pair", 0), Unit("pack", 0), Unit("box", 0), Unit("set", 0), Unit("roll", 0),
    Unit("m", 2), Unit("m2", 2), Unit("m3", 3), Unit("kg", 3), Unit("g", 0), Unit("l", 3), Unit("h", 2),
)  # fmt: skip
UNITS = {unit.code: unit for unit in _ALL}

_SYMBOLS = {"m2": "m²", "m3": "m³"}
_SHORT_NAMES = {
    "sv": {"piece": "st", "pair": "par", "pack": "förp.", "box": "kart.", "set": "sats", "roll": "rulle"},
    "nb": {"piece": "stk.", "pair": "par", "pack": "pk.", "box": "eske", "set": "sett", "roll": "rull"},
    "da": {"piece": "stk.", "pair": "par", "pack": "pk.", "box": "æske", "set": "sæt", "roll": "rulle"},
    "fi": {"piece": "kpl", "pair": "pari", "pack": "pkt", "box": "ltk", "set": "sarja", "roll": "rulla"},
    "de": {"piece": "Stk.", "pair": "Paar", "pack": "Pkg.", "box": "Kart.", "set": "Satz", "roll": "Rolle"},
    "en": {"piece": "pcs", "pair": "pair", "pack": "pack", "box": "box", "set": "set", "roll": "roll"},
}


class NotAQuantity(ValueError):
    """The text is not one plain number."""


class QuantityTooPrecise(ValueError):
    """The number has more decimals than its unit can be sold in."""


class QuantityTooLarge(ValueError):
    """The number is larger than any quantity StoreDesk keeps."""


def parse_quantity(text: str, unit: Unit) -> int:
    """A typed quantity in the unit's smallest step; raises a ValueError with one sentence otherwise."""
    shown = text.strip()[:40]
    plain = text[:60].translate(_SPACES).replace(MINUS, "-")
    found = _NUMBER.fullmatch(plain)
    if found is None or len(text) > 60 or not (found[2] or found[3]):
        raise NotAQuantity(f"{shown!r} is not a quantity; write a number like 3.")
    decimals = (found[3] or "").rstrip("0")
    if len(decimals) > unit.decimals:
        raise QuantityTooPrecise(f"{shown!r} has too many decimals: {unit.code} takes {unit.decimals}.")
    quantity = int((found[2] or "0") + decimals.ljust(unit.decimals, "0"))
    if quantity > LARGEST_QUANTITY:
        raise QuantityTooLarge(f"{shown!r} is larger than any quantity kept here.")
    return -quantity if found[1] == "-" else quantity


def format_quantity(quantity: int, unit: Unit, language: str, paper: bool = False) -> str:
    """A quantity (smallest steps) with its unit, like "2,5 m" or "3 st"."""
    return f"{format_bare_quantity(quantity, unit, paper)}\u00a0{unit_name(unit, language)}"


def format_bare_quantity(quantity: int, unit: Unit, paper: bool = False) -> str:
    """A quantity (smallest steps) as a number alone, for columns that name the unit once."""
    return format_number(quantity, unit.decimals, 0, paper)


def unit_name(unit: Unit, language: str) -> str:
    """The unit's short name in a language; English where the language is not known."""
    spoken = language.replace("_", "-").split("-")[0].lower()
    names = _SHORT_NAMES.get(spoken, _SHORT_NAMES["en"])
    return names.get(unit.code, _SYMBOLS.get(unit.code, unit.code))
