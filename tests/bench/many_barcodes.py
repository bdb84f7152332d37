"""A desk's database of the sample shop with articles added until it has so many barcodes."""

import random
import shutil
from pathlib import Path
from typing import Any

from storedesk.domain.barcode import normal_barcode
from storedesk.domain.records import Barcode, Product, Variant
from storedesk.protocol.canonical import row_hash
from storedesk.storage.engine import connect_sqlite
from tests.bench.desk_profiles import SNAPSHOT_KEY, desk_data
from tests.bench.large_hub import SampleHub

_FIRST = 50_000_000


def sampled_codes(driver: Any, count: int) -> list[str]:
    """Barcodes from all over the table, the same ones each time."""
    every = [code for (code,) in driver.execute("SELECT code FROM barcode ORDER BY code")]
    return random.Random(7).sample(every, count)


def many_barcodes(hub: SampleHub, count: int) -> Path:
    """The database; made once."""
    path = hub.folder / f"desk-{count}.db"
    if path.exists():
        return path
    fresh = path.with_suffix(".new")
    shutil.copyfile(desk_data(hub).path, fresh)
    driver = connect_sqlite(fresh, SNAPSHOT_KEY)
    missing = count - driver.execute("SELECT count(*) FROM barcode").fetchone()[0]
    driver.execute("BEGIN")
    for start in range(0, missing, 50_000):
        numbers = range(start, min(start + 50_000, missing))
        products = [
            Product(_FIRST + n, f"MORE-{n}", f"Article {n}", "", "", "standard", 0) for n in numbers[::10]
        ]
        variants = [
            Variant(_FIRST + n, _FIRST + n - n % 10, f"MORE-{n:07d}", f"Article {n}", "", str(n % 10), "piece", 200)
            for n in numbers
        ]  # fmt: skip
        _insert(driver, "product", products)
        _insert(driver, "variant", variants)
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
