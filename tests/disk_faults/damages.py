"""Damages a killed desk's files in one place, or in both of an action's places, by chance."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PAGE = 4096
SECOND_COPY = "outbox.sealed"

Change = Callable[[bytearray, random.Random], bytes | bytearray]


class Damage(NamedTuple):
    """``where`` are the files that were changed, ``what`` says how."""

    where: tuple[str, ...]
    what: str


def one_bit(data: bytearray, rng: random.Random) -> bytearray:
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def some_bytes(data: bytearray, rng: random.Random) -> bytearray:
    at = rng.randrange(len(data))
    data[at : at + 16] = rng.randbytes(len(data[at : at + 16]))
    return data


def zero_page(data: bytearray, rng: random.Random) -> bytearray:
    at = rng.randrange(0, len(data), PAGE)
    data[at : at + PAGE] = bytes(len(data[at : at + PAGE]))
    return data


def cut_short(data: bytearray, rng: random.Random) -> bytearray:
    return data[: rng.randrange(len(data))]


def swap_pages(data: bytearray, rng: random.Random) -> bytearray:
    pages = range(0, max(len(data) - PAGE + 1, 1), PAGE)
    one, other = rng.choice(pages), rng.choice(pages)
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]
    return data


def something_else(data: bytearray, rng: random.Random) -> bytes:
    return rng.randbytes(len(data))


def nothing(data: bytearray, rng: random.Random) -> bytes:
    return b""


CHANGES: dict[str, Change] = {
    "one bit": one_bit, "some bytes": some_bytes, "zero page": zero_page, "cut short": cut_short,
    "swapped pages": swap_pages, "something else": something_else, "nothing": nothing,
}  # fmt: skip
COMMON = ("one bit", "some bytes", "zero page", "cut short", "swapped pages")
GONE = "gone"


def damage(profile: Path, database: str, seed: int) -> Damage:
    """Every tenth damage meets both places of an action; the rest are spread over the three files."""
    rng = random.Random(seed)
    names = (database, f"{database}-wal", SECOND_COPY)
    where = (rng.choice(names[:2]), SECOND_COPY) if seed % 10 == 9 else (names[seed % 3],)
    said = []
    for name in where:
        what = rng.choice((*COMMON, *CHANGES, GONE))
        said.append(what)
        path = profile / name
        if what == GONE:
            path.unlink()
        else:
            path.write_bytes(CHANGES[what](bytearray(path.read_bytes()), rng))
    return Damage(where, ", ".join(said))
