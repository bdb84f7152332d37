"""Row 8: what window and worker hold with the large database and a table of a million rows (Linux)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.bench.desk_profiles import make_profile
from tests.bench.figures import Figure, Measured, now_measured
from tests.bench.large_hub import ROOT, SampleHub

MOST = 2.0


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    if sys.platform != "linux":
        return
    staff = min(hub.pins)
    make_profile(folder / "desk", hub).store.close()
    with ExitStack() as held:
        floors = [pid for kind in ("window", "worker") for pid in held.enter_context(_running(kind))]
        floor = [megabytes(pid) for pid in floors]
    with _running("desk", str(folder / "desk"), str(staff), hub.pins[staff]) as ours:
        own = [megabytes(pid) for pid in ours]
    yield now_measured(
        Figure(8, "memory of window and worker (PSS)", sum(floor), "an empty window and a worker with its imports",
               sum(own), "MB", f"<= {MOST:g} of the floor", sum(own) <= MOST * sum(floor),
               f"window {own[0]:.0f} of {floor[0]:.0f} MB, worker {own[1]:.0f} of {floor[1]:.0f} MB")
    )  # fmt: skip


def megabytes(pid: int) -> float:
    """What a process holds, shared pages by their share."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024


@contextmanager
def _running(*arguments: str) -> Iterator[list[int]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("memory_probe.py")), *arguments],
        env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        told = next((line for line in process.stdout if line.startswith("[")), "")
        if not told:
            raise RuntimeError("The process to measure did not start")
        yield json.loads(told)
