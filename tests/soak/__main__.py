"""``dev.py soak``: the simulation on new seeds, kills of real processes, then store days of three times the work."""

import argparse
import importlib.util
import os
import subprocess
import sys


def main(arguments: list[str]) -> int:
    """Runs all parts and returns 0 only if all were clean."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    parser.add_argument("--seeds", type=int, default=200, help="simulated shops")
    parser.add_argument("--steps", type=int, default=400, help="steps of each")
    parser.add_argument("--desks", type=int, default=4, help="desks of each")
    parser.add_argument("--first", type=int, default=1_000, help="the first seed")
    parser.add_argument("--ledger", metavar="FILE", help="add the simulation to the sums in a file")
    parser.add_argument("--kills", type=int, default=200, help="SIGKILLs of real workers and windows")
    parser.add_argument("--days", type=int, default=3, help="long store days, each with a seed of its own")
    parser.add_argument("--replay", type=int, metavar="SEED", help="one simulated seed again, nothing else")
    chosen = parser.parse_args(arguments)
    # what runs here has no display and no key store of the system's
    os.environ.update(QT_QPA_PLATFORM="offscreen", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    code = _simulation(chosen)
    if chosen.replay is None and chosen.kills:
        code = code or _run("tests.processes.kill_soak", "--kills", str(chosen.kills))
    if chosen.replay is None and chosen.days:
        code = code or _run("tests.day", "--days", str(chosen.days))
    return code


def _simulation(chosen: argparse.Namespace) -> int:
    if importlib.util.find_spec("tests.simulation.__main__") is None:
        sys.stdout.write("There is no simulation in this checkout.\n")
        return 1 if chosen.replay is not None else 0
    arguments = ["--steps", str(chosen.steps), "--desks", str(chosen.desks)]
    if chosen.replay is not None:
        return _run("tests.simulation", "--replay", str(chosen.replay), *arguments)
    if chosen.ledger:
        arguments += ["--ledger", chosen.ledger]
    many = ["--seeds", str(chosen.seeds), "--first", str(chosen.first), "--with-bugs"]
    return _run("tests.simulation", *many, *arguments)


def _run(module: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
