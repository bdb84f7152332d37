"""Row 16: a channel's first load into an empty hub, beside the driver's plain inserts of the same rows."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storedesk.storage.engine import connect_sqlite, open_sqlite
from storedesk.storage.hub_rows import prepare_hub
from tests.bench.figures import Figure, Measured, now_measured
from tests.bench.large_hub import KEY, ROOT, SampleHub
from tests.bench.load_probe import PLACES

SKUS = {"large": 100_000, "small": 1_000}
LEAST_PER_SECOND, MOST_MEGABYTES = 20_000, 300
TABLES = (
    "product",
    "variant",
    "barcode",
    "price",
    "stock_level",
    "movement",
    "channel_link",
    "channel_shown",
)
AT_ONCE = 20_000


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    skus = SKUS[hub.size]
    records, seconds, megabytes = _loaded(folder / "load.db", skus)
    floor = records / _inserted(folder / "load.db", folder / "floor.db")
    rate = records / seconds
    about = f"{skus:,} SKUs at {PLACES} places, {records:,} records of the channel"
    yield now_measured(
        Figure(16, "records of a first load into the hub", floor,
               "plain inserts of the same rows in key order in one transaction", rate, "rec/s",
               f">= {LEAST_PER_SECOND:,}", rate >= LEAST_PER_SECOND, about)
    )  # fmt: skip
    yield now_measured(
        Figure(16, "memory of the loading hub, at its peak", 0, "-", megabytes, "MB", f"< {MOST_MEGABYTES}",
               megabytes < MOST_MEGABYTES, about)
    )  # fmt: skip


def _loaded(path: Path, skus: int) -> tuple[int, float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load_probe", str(path), str(skus)],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    records, seconds, megabytes = json.loads(done.stdout)
    return records, seconds, megabytes


def _inserted(source: Path, target: Path) -> float:
    """Seconds of the inserts alone; reading the rows is not counted."""
    engine = open_sqlite(target, KEY)
    with engine.begin() as connection:
        prepare_hub(connection, "floor", lambda: 1)
    engine.dispose()
    reader, writer = connect_sqlite(source, KEY, readonly=True), connect_sqlite(target, KEY)
    took = _timed(lambda: writer.execute("BEGIN IMMEDIATE"))
    for table in TABLES:
        found = reader.execute(f"SELECT * FROM {table}")
        marks = ", ".join("?" * len(found.description))
        while rows := found.fetchmany(AT_ONCE):
            text = f"INSERT INTO {table} VALUES ({marks})"
            took += _timed(lambda text=text, rows=rows: writer.executemany(text, rows))
    took += _timed(lambda: writer.execute("COMMIT"))
    reader.close()
    writer.close()
    return took


def _timed(work: Any) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
