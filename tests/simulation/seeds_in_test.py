"""The seeds that every test run simulates, in two halves for two lanes, and what must hold for a half together."""

from functools import cache
from pathlib import Path

from tests.simulation.simulate import simulate
from tests.simulation.simulation import Report
from tests.simulation.what_to_see import missing

SEEDS = range(200)
STEPS, DESKS = 100, 4
_FAILED_ONCE = Path(__file__).parent.parent / "seeds" / "simulation.txt"


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
    lines = [line.partition("#")[0].split() for line in _FAILED_ONCE.read_text(encoding="utf-8").splitlines()]
    return [(int(line[0]), int(line[1])) for line in lines if line]
