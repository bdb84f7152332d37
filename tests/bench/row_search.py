"""Row 4: search as you type among generated names."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from storedesk.storage.desk_search import variants_matching
from storedesk.storage.engine import connect_sqlite
from storedesk.storage.search_words import words_of
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.generated_shop import KEY, VARIANTS_OF_PRODUCT, generated_shop, names
from tests.bench.large_hub import SampleHub

SIZES = {200_000: 8.0, 500_000: 8.0, 1_000_000: 16.0}
QUERIES = 60
RIGHT = 0.95
_FLOOR = "SELECT rowid FROM product_search WHERE product_search MATCH ? ORDER BY rowid LIMIT 50"


def _kinds(rng: random.Random) -> dict[str, Callable[[str], str]]:
    """A word as it is typed."""

    def at(word: str) -> int:
        return rng.randrange(1, len(word) - 1)

    def letter(word: str, keep: int) -> str:
        place = at(word)
        return word[:place] + rng.choice("abcdefghijklmnop") + word[place + keep :]

    def missing(word: str) -> str:
        place = at(word)
        return word[:place] + word[place + 1 :]

    def swapped(word: str) -> str:
        place = at(word)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return {
        "first two letters": lambda word: word[:2],
        "middle of a word": lambda word: word[1:-1],
        "one letter wrong": lambda word: letter(word, 1),
        "one letter missing": missing,
        "one letter added": lambda word: letter(word, 0),
        "two letters swapped": swapped,
    }


def queries(skus: int) -> list[tuple[int, str]]:
    """(product, text): its whole name with one word typed otherwise, or the words reversed."""
    rng = random.Random(5)
    known = names(skus // VARIANTS_OF_PRODUCT)
    found = []
    for typed in _kinds(rng).values():
        for product in rng.sample(range(len(known)), QUERIES):
            words = words_of(known[product])
            place = rng.choice([place for place, word in enumerate(words) if len(word) > 4])
            words[place] = typed(words[place])
            found.append((product + 1, " ".join(words)))
    for product in rng.sample(range(len(known)), QUERIES):
        found.append((product + 1, " ".join(reversed(known[product].split()))))
    rng.shuffle(found)
    return found


def alone(skus: int) -> list[str]:
    """Single beginnings and middles, which say too little to tell which product is meant: they are timed only."""
    rng = random.Random(6)
    known = names(skus // VARIANTS_OF_PRODUCT)
    words = [rng.choice(words_of(rng.choice(known))) for _ in range(2 * QUERIES)]
    return [word[:2] for word in words[:QUERIES]] + [word[1:5] for word in words[QUERIES:]]


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    for skus, limit in SIZES.items():
        driver = connect_sqlite(generated_shop(hub, skus), KEY, readonly=True)
        floor = timed_floor(driver, skus)
        took, right, asked = timed_search(driver, skus)
        driver.close()
        thousands = f"{skus // 1000:,}k SKUs"
        yield now_measured(
            Figure(4, f"search as you type, {thousands}, p99", floor, "FTS5 prefix in rowid order, median", p99(took), "ms",
                   f"<= {limit:g} ms", p99(took) <= limit, f"{len(took)} searches, median {median(took):.2f} ms")
        )  # fmt: skip
        share = 100 * right / asked
        yield now_measured(
            Figure(4, f"right product in the top 10, {thousands}", 0.0, "none, the goal is a share", share, "%",
                   f">= {100 * RIGHT:g} %", share >= 100 * RIGHT, f"{asked} names with one word typed otherwise")
        )  # fmt: skip


def timed_floor(driver: Any, skus: int) -> float:
    took = []
    for text in alone(skus):
        begun = time.perf_counter()
        driver.execute(_FLOOR, (f'"{text}" *',)).fetchall()
        took.append((time.perf_counter() - begun) * 1000)
    return median(took)


def timed_search(driver: Any, skus: int) -> tuple[list[float], int, int]:
    """Milliseconds of each search, and how many of the names found their product among the first ten hits."""
    took, right = [], 0
    named = queries(skus)
    for product, text in [*named, *((0, text) for text in alone(skus))]:
        begun = time.perf_counter()
        hits = variants_matching(driver, text)
        took.append((time.perf_counter() - begun) * 1000)
        right += any(hit.product.id == product for hit in hits[:10])
    return took, right, len(named)
