"""The seeds that every test run simulates, in two halves for two lanes, and what must hold for a half together."""

from functools import cache
from pathlib import Path

from tests.simulation.simulate import simulate
from tests.simulation.simulation import Report
from tests.simulation.what_to_see import missing

SEEDS = range(200)
STEPS, DESKS = 100, 4
_LISTS = Path(__file__).parent.parent / "seeds"


@cache
def report_of(seed: int) -> Report:
    return simulate(seed, STEPS, DESKS)


def never_met(seeds: range) -> list[str]:
    """What none of these seeds met."""
    total = Report(0)
    for seed in seeds:
        total = total.plus(report_of(seed))
    return list(missing(total))


def seeds_that_failed_once() -> list[tuple[int, int]]:
    """Seed and steps; each runs with every test."""
    return [(seed, steps) for seed, steps in _listed("simulation.txt")]


def large_seeds_that_failed_once() -> list[tuple[int, int, int]]:
    """Seed, steps and desks; minutes each."""
    return [(seed, steps, desks) for seed, steps, desks in _listed("large.txt")]


def _listed(name: str) -> list[list[int]]:
    lines = (_LISTS / name).read_text(encoding="utf-8").splitlines()
    entries = [line.partition("#")[0].split() for line in lines]
    return [[int(word) for word in entry] for entry in entries if entry]
