"""Kills workers, windows and hubs for long: ``python -m tests.processes.kill_soak --kills N [--seed S]``."""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.processes.killing import Round, kill_around

FULL = Round(offline=20, online=48, of_window=4, of_hub=10, of_copy=6)


def soak(kills: int, seed: int) -> int:
    """Rounds of about 150 kills, each on a new hub and new desks; 0 if nothing was lost or doubled."""
    hit, begun = Counter[str](), time.monotonic()
    while hit.total() < kills:
        with tempfile.TemporaryDirectory(prefix="storedesk-kills-") as folder:
            try:
                hit += kill_around(Path(folder), FULL, seed)
            except AssertionError as lost:
                again = f"python -m tests.processes.kill_soak --kills 1 --seed {seed}"
                sys.stdout.write(f"seed {seed}: {lost}\nagain: {again}\n")
                return 1
        seed += 1
        where = ", ".join(f"{word} {count}" for word, count in sorted(hit.items()))
        seconds = time.monotonic() - begun
        sys.stdout.write(f"{hit.total()} kills in {seconds:.0f} s: nothing lost, nothing twice ({where})\n")
        sys.stdout.flush()
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="kill_soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1, help="of the first round")
    chosen = parser.parse_args(arguments)
    # what runs here has no display and no key store of the system's
    os.environ.update(QT_QPA_PLATFORM="offscreen", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    return soak(chosen.kills, chosen.seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
