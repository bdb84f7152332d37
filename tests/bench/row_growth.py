"""Row 15: what a catalogue a hundred times as large costs a search and a look-up by SKU."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from storedesk.storage.desk_search import variants_by_code, variants_matching
from storedesk.storage.engine import connect_sqlite
from tests.bench.figures import Figure, Measured, median, now_measured
from tests.bench.generated_shop import KEY, VARIANTS_OF_PRODUCT, generated_shop
from tests.bench.large_hub import SampleHub
from tests.bench.row_search import queries

FEW, MANY = 10_000, 1_000_000
MOST = 2.0
ROUNDS = 5


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    few, many = _times(hub, FEW), _times(hub, MANY)
    for what in few:
        yield now_measured(
            Figure(15, f"{what} at {MANY // 1_000_000}M SKUs, median", few[what], f"the same at {FEW // 1000}k SKUs",
                   many[what], "ms", f"< {MOST:g} times", many[what] < MOST * few[what], f"median of {ROUNDS} rounds")
        )  # fmt: skip


def _times(hub: SampleHub, skus: int) -> dict[str, float]:
    driver = connect_sqlite(generated_shop(hub, skus), KEY, readonly=True)
    rng = random.Random(3)
    texts = [text for _, text in queries(skus)]
    codes = [
        f"G{rng.randrange(1, skus // VARIANTS_OF_PRODUCT):06d}-{rng.choice(('RÖ', 'BL', 'GR', 'SV'))}" for _ in range(400)
    ]  # fmt: skip
    found = {
        "search": _median_of(lambda text: variants_matching(driver, text), texts),
        "look-up by SKU": _median_of(lambda code: variants_by_code(driver, code), codes),
    }
    driver.close()
    return found


def _median_of(ask: Callable[[str], Any], texts: list[str]) -> float:
    rounds = []
    for _ in range(ROUNDS):
        took = []
        for text in texts:
            begun = time.perf_counter()
            ask(text)
            took.append((time.perf_counter() - begun) * 1000)
        rounds.append(median(took))
    return median(rounds)
