"""Kills workers and windows for long: ``python -m tests.processes.kill_soak --kills N [--seed S]``."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.processes.killing import kill_around

ROUND = 50


def soak(kills: int, seed: int) -> int:
    """Rounds of about fifty kills, each on a new hub and new desks; 0 if nothing was lost or doubled."""
    done, begun = 0, time.monotonic()
    while done < kills:
        with tempfile.TemporaryDirectory(prefix="storedesk-kills-") as folder:
            try:
                done += kill_around(Path(folder), 11, 11, 6, seed)
            except AssertionError as lost:
                again = f"python -m tests.processes.kill_soak --kills {ROUND} --seed {seed}"
                sys.stdout.write(f"seed {seed}: {lost}\nagain: {again}\n")
                return 1
        seed += 1
        seconds = time.monotonic() - begun
        sys.stdout.write(f"{done} kills in {seconds:.0f} s: nothing lost, nothing twice\n")
        sys.stdout.flush()
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="kill_soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1, help="of the first round of fifty")
    chosen = parser.parse_args(arguments)
    return soak(chosen.kills, chosen.seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
