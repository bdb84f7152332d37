"""Whole-number ids for records from outside, which follow from where they come from."""

import hashlib

_BITS = 48
_ORDERED, _OWN_BITS, _SOURCE_BITS = 1 << 52, 46, 6


def number_from(*parts: str) -> int:
    """A positive number of 48 bits that follows from ``parts`` alone; a second run gives the same."""
    name = "".join(f"{len(part)}:{part}" for part in parts)
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[: _BITS // 8], "big") or 1


def ordered_number(source: str, external_id: str) -> int | None:
    """A number of 53 bits for a record of a platform that numbers its records, in the order of its own numbers,
    so that what is made together lies together; None for other ids. Of two sources one in 64 has the same
    numbers: who uses this looks whether a number is taken, and falls back on ``number_from``."""
    own = external_id.rpartition("/")[2]
    if not (own.isascii() and own.isdigit()) or own[0] == "0" or len(own) > 14:
        return None
    number = int(own)
    if number >> _OWN_BITS:
        return None
    return _ORDERED | number << _SOURCE_BITS | number_from(source) & ((1 << _SOURCE_BITS) - 1)
