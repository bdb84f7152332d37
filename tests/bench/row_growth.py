"""Row 15: what a catalogue a hundred times as large costs a desk, and more orders a poll of the hub."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from storedesk.desk.look_up import DeskLookUp
from storedesk.desk.scan_resolver import resolve
from storedesk.storage.desk_reads import place_by_id
from storedesk.storage.desk_search import variants_by_code, variants_matching
from storedesk.storage.engine import connect_sqlite, open_sqlite
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.pull_page import pull_page
from tests.bench.desk_profiles import SNAPSHOT_KEY, make_profile, scopes
from tests.bench.figures import Figure, Measured, median, now_measured
from tests.bench.generated_shop import KEY, VARIANTS_OF_PRODUCT, generated_shop
from tests.bench.large_hub import KEY as HUB_KEY
from tests.bench.large_hub import SampleHub, sample_hub
from tests.bench.many_barcodes import many_barcodes, sampled_codes
from tests.bench.row_saved import saved
from tests.bench.row_search import queries
from tests.bench.row_start import first_paints

FEW, MANY = 10_000, 1_000_000
MOST, STEADY = 2.0, 1.5
ROUNDS, SCANS, PICKUPS, STARTS, POLLS, TURNS = 5, 400, 8, 2, 300, 3


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    few, many = _times(hub, FEW), _times(hub, MANY)
    for what in few:
        yield _figure(what, few[what], many[what], f"median of {ROUNDS} rounds")
    small = sample_hub("small")
    for what, at, about in (
        ("scan", _scans, f"{SCANS} scans, {TURNS} times in turn"),
        ("perform", _performs, f"every action of {PICKUPS} pickups through a worker, {TURNS} times in turn"),
        ("first paint", _paints, f"median of {STARTS} starts, {TURNS} times in turn"),
    ):
        pairs = [
            (at(small, FEW, folder / f"{turn}"), at(small, MANY, folder / f"{turn}")) for turn in range(TURNS)
        ]
        yield _figure(what, median(few for few, _ in pairs), median(many for _, many in pairs), about)
    few_orders, many_orders = _poll(small), _poll(hub)
    yield now_measured(
        Figure(15, f"an empty poll at the hub with {hub.size} orders stored", few_orders, "the same with few",
               many_orders, "ms", f"< {STEADY:g} times", many_orders < STEADY * few_orders, f"median of {POLLS}")
    )  # fmt: skip


def _figure(what: str, few: float, many: float, about: str) -> Measured:
    return now_measured(
        Figure(15, f"{what} at {MANY // 1_000_000}M SKUs, median", few, f"the same at {FEW // 1000}k SKUs",
               many, "ms", f"< {MOST:g} times", many < MOST * few, about)
    )  # fmt: skip


def _scans(hub: SampleHub, skus: int, folder: Path) -> float:
    driver = connect_sqlite(many_barcodes(hub, skus), SNAPSHOT_KEY, readonly=True)
    place = place_by_id(driver, hub.place_id)
    if place is None:
        raise RuntimeError("The demo's store is not in this database")
    look_up = DeskLookUp(driver)
    found = _median_of(
        lambda code: resolve(code, look_up, place, hub.now, True), sampled_codes(driver, SCANS)
    )
    driver.close()
    return found


def _performs(hub: SampleHub, skus: int, folder: Path) -> float:
    took = saved(hub, folder / f"perform-{skus}", PICKUPS, {}, many_barcodes(hub, skus))
    return median(ms for kind in took.values() for ms in kind)


def _paints(hub: SampleHub, skus: int, folder: Path) -> float:
    profile = folder / f"paint-{skus}"
    make_profile(profile, hub, database=many_barcodes(hub, skus)).store.close()
    return median(first_paints(profile, hub, STARTS + 1)[1:])


def _poll(hub: SampleHub) -> float:
    """Milliseconds of what the hub reads for a desk that has everything."""
    engine = open_sqlite(hub.database, HUB_KEY)
    took = []
    with engine.connect() as connection:
        desk = scopes(hub)
        head = FeedWriter.head(connection)
        for _ in range(POLLS):
            begun = time.perf_counter()
            page = pull_page(connection, head, desk)
            took.append((time.perf_counter() - begun) * 1000)
            if page is None or page.tables:
                raise RuntimeError("The poll was not empty")
    engine.dispose()
    return median(took)


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
