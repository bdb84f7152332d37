"""Choices that follow from a seed and a name, the same on every Python version."""

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A stream of choices of its own for each name, so that one part's changes move no other part."""

    def __init__(self, seed: int, *names: str | int) -> None:
        self.name = ":".join(str(part) for part in (seed, *names))
        self._random = random.Random(hashlib.sha256(self.name.encode()).digest())

    def below(self, end: int) -> int:
        """A whole number from 0 to ``end`` - 1."""
        return int(self._random.random() * end)

    def between(self, first: int, last: int) -> int:
        return first + self.below(last - first + 1)

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def octets(self, count: int) -> bytes:
        return bytes(self.below(256) for _ in range(count))
