"""``dev.py soak``: new simulated seeds, kills of real processes, long days of stores and shops, failing disks."""

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
    parser.add_argument("--kills", type=int, default=1000, help="SIGKILLs of real workers, windows and hubs")
    parser.add_argument("--chaos", type=int, default=1000, help="actions through a line that breaks")
    parser.add_argument("--days", type=int, default=3, help="long store days, each with a seed of its own")
    parser.add_argument("--channel-days", type=int, default=1, help="days of two shops, tills and an ERP")
    parser.add_argument("--buyers", type=int, default=1000, help="rounds of fifty buyers for ten units")
    parser.add_argument(
        "--faults", default="", metavar="KIND", help="a failing disk under this kind of action, or all"
    )
    parser.add_argument("--cuts", type=int, default=1000, help="power cuts in a desk's working days")
    parser.add_argument("--damages", type=int, default=200, help="damaged places in a desk's files")
    parser.add_argument(
        "--mutations", action="store_true", help="change sync line by line; takes a quarter of an hour"
    )
    parser.add_argument("--replay", type=int, metavar="SEED", help="one simulated seed again, nothing else")
    chosen = parser.parse_args(arguments)
    # what runs here has no display and no key store of the system's
    os.environ.update(QT_QPA_PLATFORM="offscreen", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    code = _simulation(chosen)
    if chosen.replay is None and chosen.kills:
        code = code or _run("tests.processes.kill_soak", "--kills", str(chosen.kills))
    if chosen.replay is None and chosen.chaos:
        code = code or _run("tests.chaos", "--actions", str(chosen.chaos))
    if chosen.replay is None and chosen.days:
        code = code or _run("tests.day", "--days", str(chosen.days))
    if chosen.replay is None and chosen.channel_days:
        code = code or _run("tests.channel_day", "--days", str(chosen.channel_days))
    if chosen.replay is None and chosen.buyers:
        code = code or _run("tests.soak.buyers", "--rounds", str(chosen.buyers))
    if chosen.replay is None:
        faults = ("--faults", chosen.faults) if chosen.faults else ()
        code = code or _run(
            "tests.disk_faults", "--cuts", str(chosen.cuts), "--damages", str(chosen.damages), *faults
        )
    if chosen.replay is None and chosen.mutations:
        code = code or _run("tests.soak.mutations")
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
