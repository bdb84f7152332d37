"""Runs many seeds: ``python -m tests.simulation --seeds N --steps M [--first F] [--replay SEED]``."""

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.simulation.simulate import simulate
from tests.simulation.simulation import Report

SEEDS = Path(__file__).parent.parent / "seeds" / "simulation.txt"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation")
    parser.add_argument("--seeds", type=int, default=200, help="how many seeds to run")
    parser.add_argument("--first", type=int, default=1_000, help="the first seed")
    parser.add_argument("--steps", type=int, default=100, help="steps of work per seed before the healing")
    parser.add_argument("--replay", type=int, help="run just this seed")
    chosen = parser.parse_args()
    seeds = [chosen.replay] if chosen.replay is not None else range(chosen.first, chosen.first + chosen.seeds)
    begun, failed, total = time.monotonic(), [], Report(0, Counter(), Counter(), Counter())
    for number, seed in enumerate(seeds, 1):
        try:
            total = added(total, simulate(seed, chosen.steps))
        except Exception:  # noqa: BLE001 - whatever a seed meets is a finding
            failed.append(seed)
            say(f"\nSeed {seed} failed:\n{traceback.format_exc()}")
        if number % 10 == 0:
            say(f"{number} seeds, {len(failed)} failed, {time.monotonic() - begun:.0f} s")
    for name, counts in (
        ("Happened", total.faults),
        ("Decided", total.decisions),
        ("Not begun", total.reasons),
    ):
        say(f"\n{name}:")
        for what, times in sorted(counts.items()):
            say(f"  {times:7} {what}")
    say(f"\n{len(seeds)} seeds in {time.monotonic() - begun:.1f} s, failed: {failed or 'none'}")
    if failed:
        say(f"Add them to {SEEDS.relative_to(SEEDS.parent.parent.parent)} once they are understood.")
    return 1 if failed else 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def added(one: Report, other: Report) -> Report:
    return Report(0, one.faults + other.faults, one.decisions + other.decisions, one.reasons + other.reasons)


if __name__ == "__main__":
    sys.exit(main())
