"""Row 2: changed rows applied to the large database, beside the driver's sorted upserts of the same rows."""

import asyncio
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from pathlib import Path

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.engine import connect_sqlite
from tests.bench.applying import apply_changes, database_thread
from tests.bench.desk_profiles import SNAPSHOT_KEY, desk_data, make_profile
from tests.bench.figures import Figure, Measured, median, now_measured
from tests.bench.large_hub import SampleHub
from tests.bench.many_changes import Changes, spread_changes

ROWS = {"large": 100_000, "small": 1_500}
RUNS = 3
GOAL = 0.8


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    source = connect_sqlite(desk_data(hub).path, SNAPSHOT_KEY, readonly=True)
    changes = spread_changes(source, ROWS[hub.size])
    source.close()
    floors, ours = [], []
    for number in range(RUNS):
        floors.append(changes.count / upserted(hub, folder / "floor.db", changes))
        ours.append(changes.count / applied(hub, folder / f"desk-{number}", changes))
    floor, rate = median(floors), median(ours)
    yield now_measured(
        Figure(
            2, f"{changes.count:,} changed rows applied", floor,
            "the driver's upserts sorted by key in one transaction, hashes summed", rate, "rows/s",
            f">= {GOAL} of the floor", rate >= GOAL * floor,
            f"median of {RUNS}: from the pages in memory to the cursor set; rows of {len(changes.rows)} tables, "
            f"{len(changes.rows.get('variant', []))} articles with their search index",
        )
    )  # fmt: skip


def upserted(hub: SampleHub, path: Path, changes: Changes) -> float:
    """Seconds of the plain statements, flushed once at the end."""
    shutil.copyfile(desk_data(hub).path, path)
    driver = connect_sqlite(path, SNAPSHOT_KEY)
    begun = time.perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    total = 0
    for table, rows in changes.rows.items():
        spec = TABLE_BY_NAME[table]
        names = (*spec.columns, "row_hash")
        rest = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in spec.key)
        columns, key = (", ".join(f'"{name}"' for name in part) for part in (names, spec.key))
        text = (
            f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))}) "
            f"ON CONFLICT ({key}) DO UPDATE SET {rest}"
        )
        by_key = itemgetter(*(spec.columns.index(name) for name in spec.key))
        driver.executemany(text, sorted(rows, key=by_key))
        total += sum(row[-1] for row in rows)
    driver.execute("COMMIT")
    took = time.perf_counter() - begun
    driver.close()
    for part in ("", "-wal", "-shm"):
        Path(f"{path}{part}").unlink(missing_ok=True)
    return took


def applied(hub: SampleHub, folder: Path, changes: Changes) -> float:
    """Seconds of the product's way, staging and decoding included."""
    desk = make_profile(folder, hub)
    with ThreadPoolExecutor(1, "database") as executor:
        begun = time.perf_counter()
        asyncio.run(apply_changes(desk, folder, changes.pages, database_thread(executor)))
        took = time.perf_counter() - begun
        executor.submit(desk.store.close).result()
    shutil.rmtree(folder)
    return took
