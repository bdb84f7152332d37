"""The test suite in its groups, each timed, with one closing line."""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from dev_environment import environment_program
from dev_terminal import ROOT, heading, run, run_lines, say

CHECKS: dict[str, list[str]] = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "contracts": ["lint-imports"],
    "dead code": ["vulture"],
    "dependencies": ["deptry", "."],
}

# group -> its directories, and the seconds it may take on two cores (said, never enforced)
GROUPS: dict[str, tuple[list[str], int]] = {
    "units and properties": (
        [
            "tests/architecture", "tests/domain", "tests/actions", "tests/protocol", "tests/documents",
            "tests/devices", "tests/connectors", "tests/desk", "tests/hub",
        ],
        120,
    ),
    "storage": (["tests/storage"], 90),
    "simulation": (["tests/simulation"], 120),
    "sync and store day": (["tests/sync", "tests/day", "tests/channel_day"], 120),
    "processes": (["tests/processes", "tests/chaos", "tests/disk_faults"], 120),
    "qt": (["tests/ui"], 180),
}  # fmt: skip

# files go to whichever lane is free; those that take longest go first, so that none is left over at the end
LANES = ["--dist", "loadfile", "--no-loadscope-reorder", "-n"]
LANES_OF = {"processes": "3"}  # which wait for each other for a good part of their time
LONGEST = (
    "tests/ui/test_cut_texts.py",
    "tests/day/test_store_day.py",
    "tests/processes/test_kills.py",
    "tests/processes/test_tour.py",
    "tests/chaos/test_hub_put_back.py",
    "tests/processes/test_killed_with_a_channel.py",
)

# a folder in memory, which a flush to disk does not hold up; only where both are free beside the tests
IN_MEMORY = Path("/dev/shm")
BYTES_IN_MEMORY, BYTES_BESIDE = 3 << 30, 4 << 30

COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed|deselected)")


@dataclass
class Tally:
    """What has been counted so far."""

    counts: dict[str, int] = field(default_factory=dict)
    seconds: list[tuple[str, float, int, bool]] = field(default_factory=list)

    def add(self, outcome: str, number: int) -> None:
        self.counts[outcome] = self.counts.get(outcome, 0) + number

    @property
    def good(self) -> bool:
        return not self.counts.get("failed") and not self.counts.get("errors")


def run_checks(fix: bool) -> bool:
    """Format, lint, types, contracts, dead code, dependencies; returns whether all are clean."""
    if fix:
        run([str(environment_program("ruff")), "check", "--fix", "-q", "."])
        run([str(environment_program("ruff")), "format", "-q", "."])
    bad = []
    for name, (program, *arguments) in CHECKS.items():
        begun = time.monotonic()
        lines: list[str] = []
        code = run_lines([str(environment_program(program)), *arguments], lines.append)
        say(f"   {name:<14}{'clean' if code == 0 else 'NOT CLEAN':<12}{time.monotonic() - begun:6.1f} s")
        if code != 0:
            bad.append(name)
            say("\n".join(lines))
    return not bad


def run_tests(arguments: Sequence[str]) -> int:
    """Run everything, or with arguments just what pytest is told; returns the exit code."""
    if arguments:
        return run([*_pytest(), *arguments])
    begun = time.monotonic()
    tally = Tally()
    _run_group("checks", 90, tally, _checks)
    for name, (folders, limit) in GROUPS.items():
        there = [folder for folder in folders if any((ROOT / folder).rglob("test_*.py"))]
        if there:
            first = [file for file in LONGEST if file.startswith(tuple(there)) and (ROOT / file).exists()]
            _run_group(
                name, limit, tally, partial(_pytest_run, [*LANES, LANES_OF.get(name, "2"), *first, *there])
            )
    forgotten = _forgotten()
    if forgotten:
        say(f"\nThese tests belong to no group of packaging/dev_tests.py: {', '.join(forgotten)}")
        tally.add("failed", len(forgotten))
    return _close(tally, time.monotonic() - begun)


def _pytest() -> list[str]:
    return [str(environment_program("python")), "-m", "pytest"]


def _run_group(name: str, limit: int, tally: Tally, work: Callable[[Tally], bool]) -> None:
    heading(name)
    begun = time.monotonic()
    good = work(tally)
    tally.seconds.append((name, time.monotonic() - begun, limit, good))


def _checks(tally: Tally) -> bool:
    good = run_checks(fix=False)
    if not good:
        tally.add("failed", 1)
    return good


def _pytest_run(arguments: list[str], tally: Tally) -> bool:
    """One pytest run; its closing line is read for the counts."""
    last = ""

    def each(line: str) -> None:
        nonlocal last
        say(line)
        if COUNT.search(line) and " in " in line:
            last = line

    with tempfile.TemporaryDirectory(prefix="storedesk-test-", dir=_scratch()) as home:
        surroundings = {"STOREDESK_TEST_HOME": home, "TMPDIR": home}
        code = run_lines([*_pytest(), "-q", *arguments], each, surroundings)
    counted = [
        ("errors" if outcome.startswith("error") else outcome, int(number))
        for number, outcome in COUNT.findall(last)
    ]
    if code != 0 and not {"failed", "errors"} & {outcome for outcome, _ in counted}:
        counted.append(("failed", 1))  # pytest found nothing, or it died before it could count
    for outcome, number in counted:
        tally.add(outcome, number)
    return code == 0


def _scratch() -> Path | None:
    """Where the tests' own files go; None for the system's usual place."""
    if not IN_MEMORY.is_dir() or not os.access(IN_MEMORY, os.W_OK):
        return None
    found = re.search(r"MemAvailable:\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="ascii"))
    free = int(found[1]) << 10 if found else 0
    room = shutil.disk_usage(IN_MEMORY).free
    return IN_MEMORY if room >= BYTES_IN_MEMORY and free >= BYTES_IN_MEMORY + BYTES_BESIDE else None


def _forgotten() -> list[str]:
    known = [ROOT / folder for folders, _ in GROUPS.values() for folder in folders]
    tests = sorted((ROOT / "tests").rglob("test_*.py"))
    return [
        str(path.relative_to(ROOT))
        for path in tests
        if not any(path.is_relative_to(folder) for folder in known)
    ]


def _close(tally: Tally, seconds: float) -> int:
    heading("seconds")
    for name, took, limit, good in tally.seconds:
        say(f"   {name:<24}{took:7.1f} of {limit:<5}{'' if good else 'failed'}")
    order = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "errors")
    counts = (
        ", ".join(f"{tally.counts[name]} {name}" for name in order if tally.counts.get(name))
        or "no tests ran"
    )
    minutes, rest = divmod(round(seconds), 60)
    say(f"\n{f' {counts} in {seconds:.2f}s ({minutes // 60}:{minutes % 60:02}:{rest:02}) ':=^100}")
    return 0 if tally.good and tally.counts.get("passed") else 1
