"""Hashes a person's PIN for the staff table."""

from itertools import pairwise

import argon2

_hasher = argon2.PasswordHasher(time_cost=2, memory_cost=64 * 1024, parallelism=1)
SHORTEST, LONGEST = 4, 8


class PinRefused(Exception):
    """The PIN is not fit to be one."""


def pin_hash(pin: str) -> str:
    """Argon2id with 64 MiB, some 100 ms; raises ``PinRefused`` for what is no PIN or the first to be guessed."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise PinRefused(f"A PIN is {SHORTEST} to {LONGEST} digits.")
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        raise PinRefused("A PIN is not one digit repeated or a row of digits in order.")
    return _hasher.hash(pin)
