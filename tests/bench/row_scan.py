"""Row 5: from a scanned barcode to its article among a million, on a desk's database."""

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storedesk.desk.look_up import DeskLookUp
from storedesk.desk.scan_resolver import ArticleFound, resolve
from storedesk.domain.barcode import normal_barcode
from storedesk.domain.records import Barcode, Product, Variant
from storedesk.protocol.canonical import row_hash
from storedesk.storage.desk_reads import place_by_id
from storedesk.storage.engine import connect_sqlite
from tests.bench.desk_profiles import SNAPSHOT_KEY, desk_data
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.large_hub import SampleHub

BARCODES = 1_000_000
SCANS, ROUNDS = 1_000, 5
GOAL = 2.5
_FIRST = 50_000_000
_ONE_ROW = "SELECT v.* FROM barcode b JOIN variant v ON v.id = b.variant_id WHERE b.code = ?"


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    path = million_barcodes(hub)
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


def sampled_codes(driver: Any, count: int) -> list[str]:
    """Barcodes from all over the table, the same ones each time."""
    every = [code for (code,) in driver.execute("SELECT code FROM barcode ORDER BY code")]
    return random.Random(7).sample(every, count)


def million_barcodes(hub: SampleHub) -> Path:
    """The desk's database of the sample hub with articles added until it has a million barcodes; cached."""
    path = hub.folder / "desk-million.db"
    if path.exists():
        return path
    fresh = path.with_suffix(".new")
    shutil.copyfile(desk_data(hub).path, fresh)
    driver = connect_sqlite(fresh, SNAPSHOT_KEY)
    missing = BARCODES - driver.execute("SELECT count(*) FROM barcode").fetchone()[0]
    driver.execute("BEGIN")
    product = Product(_FIRST, "X", "More articles", "", "", "standard", 0)
    _insert(driver, "product", [product])
    for start in range(0, missing, 50_000):
        numbers = range(start, min(start + 50_000, missing))
        _insert(driver, "variant", [
            Variant(_FIRST + n, _FIRST, f"MORE-{n:07d}", f"Article {n}", "", "", "piece", 200) for n in numbers
        ])  # fmt: skip
        _insert(driver, "barcode", [Barcode(_gtin(n), _FIRST + n, 1) for n in numbers])
    driver.execute("COMMIT")
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()
    fresh.rename(path)
    return path


def _gtin(number: int) -> str:
    """A code as the table keeps them, from a range that no shop of ours uses."""
    digits = f"0737{number * 9_973 % 1_000_000_000:09d}"
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(digits))
    return normal_barcode(digits + str(-total % 10))


def _insert(driver: Any, table: str, rows: list[Any]) -> None:
    marks = ", ".join("?" * (len(rows[0]) + 1))
    driver.executemany(
        f"INSERT INTO {table} VALUES ({marks})", [(*row, row_hash(table, row)) for row in rows]
    )
