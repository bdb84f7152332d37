"""Runs many seeds: ``python -m tests.simulation --seeds N --steps M --desks D --jobs J [--replay SEED] [--bugs]``."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.simulation import ledger
from tests.simulation.many_seeds import JOBS, SeedsRun, find_bugs, run_listed, run_seeds
from tests.simulation.seeds_in_test import large_seeds_that_failed_once
from tests.simulation.simulation import Report
from tests.simulation.what_to_see import missing

SEEDS = "tests/seeds/simulation.txt or large.txt"
MOST_FOR_A_BUG = 50


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0 only if every promise was kept, everything occurred, and every planted bug was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=200, help="how many seeds to run")
    parser.add_argument("--first", type=int, default=1_000, help="the first seed")
    parser.add_argument("--steps", type=int, default=100, help="steps of work per seed before the healing")
    parser.add_argument("--desks", type=int, default=4, help="desks of each chain")
    parser.add_argument("--jobs", type=int, default=JOBS, help="processes")
    parser.add_argument(
        "--replay", type=int, metavar="SEED", help="run just this seed, and say why it failed"
    )
    parser.add_argument("--failed-once", action="store_true", help="only the large seeds that failed once")
    parser.add_argument("--bugs", action="store_true", help="only look for the planted bugs")
    parser.add_argument("--with-bugs", action="store_true", help="look for the planted bugs as well")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="add this run to the sums in a file")
    chosen = parser.parse_args(arguments)
    if chosen.bugs:
        return _bugs(chosen)
    if chosen.failed_once:
        return _failed_once(chosen.jobs)
    code = _seeds(chosen)
    if chosen.with_bugs and chosen.replay is None:
        code = _bugs(chosen) or code
    return code


def _seeds(chosen: argparse.Namespace) -> int:
    begun, sums = time.monotonic(), SeedsRun()
    alone = chosen.replay is not None
    seeds = [chosen.replay] if alone else range(chosen.first, chosen.first + chosen.seeds)
    for number, ran in enumerate(run_seeds(seeds, chosen.steps, chosen.desks, chosen.jobs), 1):
        sums.add(ran)
        if ran.problem:
            say(f"\nSeed {ran.seed} failed:\n{ran.problem}")
        if number % 10 == 0:
            say(f"{number} seeds, {len(sums.failed)} failed, {time.monotonic() - begun:.0f} s")
    _tell(sums.total)
    shape = f"{len(seeds)} seeds of {chosen.steps} steps and {chosen.desks} desks"
    say(f"\n{shape} in {time.monotonic() - begun:.1f} s, failed: {sums.failed or 'none'}")
    if sums.failed:
        say(f"Add them to {SEEDS} once they are understood.")
    if chosen.ledger:
        _add(chosen, sums)
    never = [] if alone else list(missing(sums.total))
    if never:
        say("Never occurred, so this run proves too little:\n  " + "\n  ".join(never))
    return 1 if sums.failed or never else 0


def _failed_once(jobs: int) -> int:
    failed = 0
    for ran in run_listed(large_seeds_that_failed_once(), jobs):
        failed += bool(ran.problem)
        say(f"Seed {ran.seed} of {ran.report.steps} steps: {ran.problem or 'kept every promise'}")
    return 1 if failed else 0


def _tell(total: Report) -> None:
    for name, counts in (
        ("Happened", total.faults), ("Desks waited for x what came", total.pairs), ("Decided", total.decisions),
        ("Not begun", total.reasons),
    ):  # fmt: skip
        _tell_counts(name, counts)


def _tell_counts(name: str, counts: Counter[str]) -> None:
    say(f"\n{name}:")
    for what, times in sorted(counts.items()):
        say(f"  {times:7} {what}")


def _add(chosen: argparse.Namespace, sums: SeedsRun) -> None:
    words = [f"{seed} ({chosen.desks} desks x {chosen.steps} steps)" for seed in sums.failed]
    done = ledger.add(chosen.ledger, chosen.desks, chosen.steps, sums.kept, sums.total, words)
    say(f"Over this content of {', '.join(ledger.PROVEN)}: {done.steps} steps in {done.seeds} seeds.")


def _bugs(chosen: argparse.Namespace) -> int:
    say("\nPlanted bugs:")
    begun, all_found = time.monotonic(), True
    for found in find_bugs(chosen.first, MOST_FOR_A_BUG, chosen.jobs):
        all_found = all_found and found.seeds > 0
        seeds = f"seed {found.seeds}" if found.seeds else f"NOT FOUND in {MOST_FOR_A_BUG}"
        others = Counter(broken for broken in found.broken if broken != found.promise)
        say(f"  {found.bug:32} {seeds:10} by: {found.promise}{f'; before: {dict(others)}' if others else ''}")
    say(f"in {time.monotonic() - begun:.1f} s")
    return 0 if all_found else 1


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
