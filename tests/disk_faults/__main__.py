"""The whole sweep of disk faults: ``python -m tests.disk_faults [--faults all|KIND …] [--cuts N] [--damages N]``."""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path

from storedesk.actions.registry import KINDS
from tests.disk_faults.damaged_profiles import damage_many
from tests.disk_faults.each_kind import sweep_kind
from tests.disk_faults.faults import Faults
from tests.disk_faults.faulty_vfs import the_layer
from tests.disk_faults.working_day import cut_many
from tests.simulation.template import fast_folder


def main() -> int:
    """0 if all was clean; what was found is raised where it was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.disk_faults", description=__doc__)
    parser.add_argument("--faults", nargs="*", default=[], metavar="KIND", help="kinds of action, or all")
    parser.add_argument("--damages", type=int, default=0, help="damaged places in a profile")
    parser.add_argument("--cuts", type=int, default=0, help="power cuts in working days")
    chosen = parser.parse_args()
    kinds = sorted(KINDS) if chosen.faults == ["all"] else chosen.faults
    told: Counter[str] = Counter()
    for kind in kinds:
        told += sweep_kind(kind, Faults(the_layer()))
        _say(f"{kind}: {told.total()} faults so far")
    if kinds:
        _say(_summary(told))
    if chosen.cuts:
        with tempfile.TemporaryDirectory(prefix="storedesk-faults-", dir=fast_folder()) as name:
            found = cut_many(Path(name), the_layer(), chosen.cuts)
        _say("power cuts: " + _summary(found))
        if not all(what.endswith(": whole") for what in found):
            return 1
    if chosen.damages:
        with tempfile.TemporaryDirectory(prefix="storedesk-faults-", dir=fast_folder()) as name:
            _say("damages: " + _summary(asyncio.run(damage_many(Path(name), chosen.damages))))
    return 0


def _summary(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
