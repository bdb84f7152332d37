"""Row 5: from a scanned barcode to its article among a million, on a desk's database."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storedesk.desk.look_up import DeskLookUp
from storedesk.desk.scan_resolver import ArticleFound, resolve
from storedesk.storage.desk_reads import place_by_id
from storedesk.storage.engine import connect_sqlite
from tests.bench.desk_profiles import SNAPSHOT_KEY
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.large_hub import SampleHub
from tests.bench.many_barcodes import many_barcodes, sampled_codes

BARCODES = 1_000_000
SCANS, ROUNDS = 1_000, 5
GOAL = 2.5
_ONE_ROW = "SELECT v.* FROM barcode b JOIN variant v ON v.id = b.variant_id WHERE b.code = ?"


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    path = many_barcodes(hub, BARCODES)
    driver = connect_sqlite(path, SNAPSHOT_KEY, readonly=True)
    codes = sampled_codes(driver, SCANS)
    place = place_by_id(driver, hub.place_id)
    if place is None:
        raise RuntimeError("The demo's store is not in this database")
    floors, ours = [], []
    for _ in range(ROUNDS):
        floors.append(_floor(driver, codes))
        look_up = DeskLookUp(driver)
        took = []
        for code in codes:
            begun = time.perf_counter()
            found = resolve(code, look_up, place, hub.now, True)
            took.append((time.perf_counter() - begun) * 1e6)
            if not isinstance(found, ArticleFound):
                raise RuntimeError(f"{code} is {found}")
        ours.append(took)
    driver.close()
    floor, own = median(map(median, floors)), median(map(median, ours))
    slow = median(map(p99, ours))
    yield now_measured(
        Figure(
            5, "scan to row at 1M barcodes, median", floor, "the driver: barcode and article in one statement", own, "us",
            f"<= {GOAL} of the floor", own <= GOAL * floor,
            f"median of {ROUNDS} rounds of {SCANS} scans in random order; ours p99 {slow:.0f} us",
        )
    )  # fmt: skip


def _floor(driver: Any, codes: list[str]) -> list[float]:
    took = []
    for code in codes:
        begun = time.perf_counter()
        driver.execute(_ONE_ROW, (code,)).fetchall()
        took.append((time.perf_counter() - begun) * 1e6)
    return took
