"""Store days of several times the work, each with a seed of its own: ``python -m tests.day --days 3``."""

import argparse
import os
import subprocess
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.day", description=__doc__)
    parser.add_argument("--days", type=int, default=3)
    parser.add_argument("--times", type=int, default=3, help="how many times the work of a day each has")
    parser.add_argument("--first", type=int, default=2, metavar="SEED", help="the first day's seed")
    chosen = parser.parse_args(arguments)
    for seed in range(chosen.first, chosen.first + chosen.days):
        sys.stdout.write(f"store day, seed {seed}, {chosen.times} times the work\n")
        sys.stdout.flush()
        own = {"STOREDESK_DAY_SEED": str(seed), "STOREDESK_DAY_TIMES": str(chosen.times)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(Path(__file__).parent)]
        if code := subprocess.run(command, env={**os.environ, **own}, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
