"""Whole-number ids for records from outside, which follow from where they come from."""

import hashlib

_BITS = 48


def number_from(*parts: str) -> int:
    """A positive number of 48 bits that follows from ``parts`` alone; a second run gives the same."""
    name = "".join(f"{len(part)}:{part}" for part in parts)
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[: _BITS // 8], "big") or 1
