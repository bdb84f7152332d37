"""Row 6: the start of the window, and row 5's second half: from a scan to its painted article."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from storedesk.storage.engine import connect_sqlite
from tests.bench.desk_profiles import SNAPSHOT_KEY, desk_data, make_profile
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.large_hub import ROOT, SampleHub
from tests.bench.many_barcodes import many_barcodes, sampled_codes
from tests.bench.row_scan import BARCODES

RUNS = 5
SCANS = 100
FIRST_PAINT, LOCKED, SCAN_MS = 1.3, 5.0, 50.0


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    staff = min(hub.pins)
    make_profile(folder / "desk", hub).store.close()
    bare, desks = [], []
    for _ in range(RUNS + 1):
        bare.append(_milliseconds(_run("bare")))
        desks.append(_milliseconds(_run("desk", str(folder / "desk"), str(staff), hub.pins[staff])))
    bare, desks = bare[1:], desks[1:]
    floor = median(run["painted"] for run in bare)
    paint = median(run["painted"] for run in desks)
    locked = median(run["locked"] for run in desks)
    hashing = _hashing(hub, staff)
    inside = median(run["signed_in"] for run in desks) - hashing
    about = f"median of {RUNS} starts after one to warm the disk's cache"
    bare_is = "a process with a bare Qt window, to its first paint"
    yield now_measured(
        Figure(6, "start to first paint", floor, bare_is, paint, "ms", f"<= {FIRST_PAINT} of the floor",
               paint <= FIRST_PAINT * floor, about)
    )  # fmt: skip
    yield now_measured(
        Figure(6, "start to a PIN taken, PIN hashing excluded", floor, bare_is, inside, "ms", f"<= {LOCKED:g} of the floor",
               inside <= LOCKED * floor, f"{about}; lock screen painted {locked:.0f} ms, hashing {hashing:.0f} ms")
    )  # fmt: skip


def measure_painted(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    path = many_barcodes(hub, BARCODES)
    make_profile(folder / "desk", hub, database=path).store.close()
    driver = connect_sqlite(path, SNAPSHOT_KEY, readonly=True)
    codes = [code for code in sampled_codes(driver, SCANS * 2) if len(code) == 13][:SCANS]
    driver.close()
    staff = min(hub.pins)
    marks = _run("desk", str(folder / "desk"), str(staff), hub.pins[staff], *codes)
    took = [us / 1000 for us in marks["scans_us"]]
    yield now_measured(
        Figure(5, "scan to painted result at 1M barcodes, p99", 0.0, "none, the goal is a time", p99(took), "ms",
               f"<= {SCAN_MS:g} ms", p99(took) <= SCAN_MS, f"{len(took)} scans, median {median(took):.1f} ms")
    )  # fmt: skip


def first_paints(folder: Path, hub: SampleHub, runs: int) -> list[float]:
    """Milliseconds from the start of the process on this profile to the window's first paint."""
    staff = min(hub.pins)
    return [
        _milliseconds(_run("desk", str(folder), str(staff), hub.pins[staff]))["painted"] for _ in range(runs)
    ]


def _run(*arguments: str) -> dict[str, Any]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("start_probe.py")), *arguments],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"The start failed: {done.stderr[-2000:]}")
    marks: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return {**marks, "begun": begun}


def _milliseconds(marks: dict[str, Any]) -> dict[str, float]:
    begun = marks["begun"]
    return {name: (at - begun) / 1e6 for name, at in marks.items() if isinstance(at, int)}


def _hashing(hub: SampleHub, staff: int) -> float:
    """Milliseconds of checking this person's PIN, which is slow by intent."""
    driver = connect_sqlite(desk_data(hub).path, SNAPSHOT_KEY, readonly=True)
    sql = "SELECT pin_hash FROM staff WHERE place_id = ? AND staff_id = ?"
    (pin_hash,) = driver.execute(sql, (hub.place_id, staff)).fetchone()
    driver.close()
    took = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        PasswordHasher().verify(pin_hash, hub.pins[staff])
        took.append((time.perf_counter() - begun) * 1000)
    return median(took)
