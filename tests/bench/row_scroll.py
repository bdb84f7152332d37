"""Row 7: scrolling a table of a million rows beside the toolkit's own model."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.large_hub import ROOT, SampleHub

RUNS = 5
P99_MS = 8.0


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    floors, ours = [], []
    for _ in range(RUNS):
        floors.append(_run("floor")["ms"])
        ours.append(_run("ours")["ms"])
    floor, own = median(map(median, floors)), median(map(median, ours))
    floor_is = "QStandardItemModel in a QTableView, scrolled to the same rows"
    about = f"median of {RUNS} runs of {len(ours[0])} jumps, each painted"
    yield now_measured(
        Figure(7, "scrolling a table of 1M rows, median", floor, floor_is, own, "ms", "<= 1.0 of the floor", own <= floor,
               about)
    )  # fmt: skip
    slow, slow_floor = median(map(p99, ours)), median(map(p99, floors))
    yield now_measured(
        Figure(7, "scrolling a table of 1M rows, p99", slow_floor, floor_is, slow, "ms", f"<= {P99_MS:g} ms",
               slow <= P99_MS, about)
    )  # fmt: skip


def _run(kind: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.scroll_probe", kind], cwd=ROOT, capture_output=True, text=True, timeout=120
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"The scrolling failed: {done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told
