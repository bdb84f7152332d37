"""Bars on a bad line, measured: ``python -m tests.chaos --actions N [--seed S] [--flap-seconds T]``."""

import argparse
import os
import sys
import tempfile
import threading
import time
from itertools import pairwise
from pathlib import Path

from tests.chaos.broken_line import LineDesk, work_through
from tests.chaos.chaos_proxy import ChaosProxy
from tests.processes.killing import shop_to_kill_in
from tests.processes.shop_floor import HubProcess

WAITING, DRAINED_SECONDS = 500, 30.0
FLAPPING_ACTIONS, MOST_CHANGES = 60, 6


def broken(folder: Path, actions: int, seed: int) -> bool:
    """Half of all connections break."""
    hub = HubProcess(folder / "hub", shop_to_kill_in(1)).start()
    try:
        with ChaosProxy(hub.port, seed, share=0) as proxy, LineDesk(folder / "desk", hub, proxy) as line:
            proxy.share, begun = 0.5, time.monotonic()
            done = work_through(line, actions, seed)
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(done.broken.items()))
        _say(
            f"seed {seed}: {actions} acts, {actions} effects, nothing twice; {done.rounds} rounds, "
            f"{done.broken.total()} of {done.connections} connections broken ({kinds}), "
            f"{time.monotonic() - begun:.0f} s"
        )
        return True
    finally:
        hub.stop()


def drained(folder: Path, seed: int) -> bool:
    """Nobody presses anything: from the moment the line is good until nothing waits."""
    hub = HubProcess(folder / "hub", shop_to_kill_in(1)).start()
    try:
        with ChaosProxy(hub.port, seed, share=0) as proxy, LineDesk(folder / "desk", hub, proxy) as line:
            proxy.down()
            line.pick(WAITING)
            for _ in range(9):
                line.round()
            begun = time.monotonic()
            proxy.up()
            line.desk.wait(lambda: line.states()[-1].waiting == 0)
            seconds = time.monotonic() - begun
            line.check()
        _say(f"{WAITING} acts that waited were decided {seconds:.1f} s after the line was good")
        return seconds <= DRAINED_SECONDS
    finally:
        hub.stop()


def flapping(folder: Path, seed: int, every: float) -> bool:
    """The line comes and goes every ``every`` seconds of real time while somebody acts every two seconds."""
    hub = HubProcess(folder / "hub", shop_to_kill_in(1)).start()
    over = threading.Event()
    try:
        with ChaosProxy(hub.port, seed, share=0) as proxy, LineDesk(folder / "desk", hub, proxy) as line:
            since = len(line.desk.messages)
            flaps = threading.Thread(target=_flap, args=(proxy, over, every))
            flaps.start()
            for _ in range(FLAPPING_ACTIONS):
                line.pick(1)
                over.wait(2.0)
            over.set()
            flaps.join()
            proxy.up()
            line.desk.wait(lambda: line.states()[-1].waiting == 0 and line.states()[-1].online, 120)
            line.check()
            changed = sum(one.online is not other.online for one, other in pairwise(line.states(since)))
        _say(
            f"{FLAPPING_ACTIONS} acts on a line that flaps every {every:.0f} s: {changed} changes of the banner"
        )
        return changed <= MOST_CHANGES
    finally:
        over.set()
        hub.stop()


def _flap(proxy: ChaosProxy, over: threading.Event, every: float) -> None:
    while not over.wait(every):
        proxy.down()
        if over.wait(every):
            return
        proxy.up()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """0 if every bar is met."""
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--flap-seconds", type=float, default=20.0, help="0 leaves the flapping line out")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    with tempfile.TemporaryDirectory(prefix="storedesk-chaos-") as folder:
        home = Path(folder)
        good = broken(home / "broken", chosen.actions, chosen.seed)
        good = drained(home / "drained", chosen.seed) and good
        if chosen.flap_seconds:
            good = flapping(home / "flapping", chosen.seed, chosen.flap_seconds) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
