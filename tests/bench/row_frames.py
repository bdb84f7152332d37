"""Row 3: the frames of a window while another process applies many rows, and what staff wait for meanwhile."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.desk_profiles import make_profile
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.large_hub import ROOT, SampleHub

ROWS = {"large": 300_000, "small": 20_000}
MORE_MS, LATE_MS, RATE, SAVED_MS = 4.0, 32.0, 250_000, 10.0
IDLE_FRAMES, RUNS = 190, 3


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    idle: list[list[float]] = []
    busy: list[list[float]] = []
    rates: list[float] = []
    saved: list[float] = []
    with _running("tests.bench.frames_probe") as frames:
        for number in range(RUNS):
            desk = folder / f"desk-{number}"
            make_profile(desk, hub).store.close()
            probe = ("tests.bench.apply_probe", str(desk), str(min(hub.pins)), str(ROWS[hub.size]))
            with _running(*probe) as applying:
                _line(applying)
                _ask(frames)
                idle.append(_ask(frames, IDLE_FRAMES))
                told = _ask(applying)
                busy.append(_ask(frames))
            rates.append(told["rows"] / told["seconds"])
            saved += told["saved_ms"]
            shutil.rmtree(desk)
    yield from _figures(hub, idle, busy, rates, saved)


def _figures(
    hub: SampleHub, idle: list[list[float]], busy: list[list[float]], rates: list[float], saved: list[float]
) -> Iterator[Measured]:
    floor, ours, rate = median(map(p99, idle)), median(map(p99, busy)), median(rates)
    late, late_idle = (sum(1 for run in runs for ms in run if ms > LATE_MS) for runs in (busy, idle))
    frames = sum(map(len, busy))
    what = f"{ROWS[hub.size]:,} rows applied"
    floor_is = f"p99 of a 16 ms timer with a painted table, idle for {IDLE_FRAMES} frames before each run"
    fine = ours <= floor + MORE_MS and late <= late_idle + 1
    yield now_measured(
        Figure(3, f"frames while {what}, p99", floor, floor_is, ours, "ms", f"<= idle + {MORE_MS:g} ms", fine,
               f"{frames} frames of {RUNS} runs, {late} over {LATE_MS:g} ms, idle {late_idle}")
    )  # fmt: skip
    yield now_measured(
        Figure(3, what, 0.0, "none", rate, "rows/s", f">= {RATE:,}", rate >= RATE,
               f"median of {RUNS} runs, staging and decoding included, staff at work")
    )  # fmt: skip
    yield now_measured(
        Figure(14, f"saved while {what}, p99", 0.0, "none", p99(saved), "ms", f"<= {SAVED_MS:g} ms",
               p99(saved) <= SAVED_MS, f"{len(saved)} claims, median {median(saved):.1f} ms, on the database's thread")
    )  # fmt: skip


@contextmanager
def _running(*module: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", *module], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        if process.stdin is not None:
            process.stdin.close()
        process.wait(60)


def _ask(process: "subprocess.Popen[str]", frames: int = 0) -> Any:
    """Says "go" or "how was it", after so many more frames, and waits for the answer."""
    if process.stdin is None:
        raise RuntimeError("The process has no input")
    process.stdin.write(f"{frames}\n")
    process.stdin.flush()
    return json.loads(_line(process))


def _line(process: "subprocess.Popen[str]") -> str:
    if process.stdout is None or not (line := process.stdout.readline()):
        raise RuntimeError("The process ended before it told")
    return line
