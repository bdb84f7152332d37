"""What the parts of one simulated run share: its clock, its hub and desks, and the counts of what happened."""

import random
from collections import Counter, deque
from pathlib import Path

from tests.simulation.desk_promises import DeskPromises
from tests.simulation.hub_promises import HubPromises
from tests.simulation.network import Network
from tests.simulation.planted_bugs import SOUND, Bug
from tests.simulation.shape import Shape
from tests.simulation.sim_desk import SimDesk
from tests.simulation.sim_hub import SimHub
from tests.simulation.stored_rows import load
from tests.simulation.template import fresh_copy
from tests.small_shop import NOW

LAST_NOTES = 60


class Scene:
    """``now`` is the true time in UTC milliseconds; clocks of desks may be off it."""

    def __init__(self, folder: Path, seed: int, desks: int = 4, bug: Bug = SOUND) -> None:
        devices = fresh_copy(folder, desks)
        self.folder, self.bug, self.shape = folder, bug, Shape(desks)
        self.rng = random.Random(seed)
        self.faults: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.log: deque[str] = deque(maxlen=LAST_NOTES)
        self.now = NOW
        self.hub = SimHub(folder, self.stream(), self.faults, bug.hub)
        self.network = Network(self.stream(), self.faults)
        self.desks = [
            SimDesk(
                folder / f"desk-{one.place_id}-{one.number}",
                self.hub,
                one,
                self.stream(),
                self.faults,
                bug.make_store,
            )
            for one in devices
        ]
        opening, _ = load(self.hub.query)
        self.hub_promises = HubPromises(
            self.hub, opening, {one.device_id: (one.place_id, one.code) for one in devices}
        )
        self.promises = [DeskPromises(self.hub, desk) for desk in self.desks]

    def stream(self) -> random.Random:
        """Streams of their own, so that one more draw here does not change everything there."""
        return random.Random(self.rng.getrandbits(64))

    def note(self, what: str) -> None:
        self.log.append(f"{(self.now - NOW) / 1000:9.1f} s  {what}")

    def came(self, desk: SimDesk, what: str) -> None:
        """Counts what came to a desk together with what its sync was waiting for."""
        self.pairs[f"{desk.waits_for} x {what}"] += 1

    def close(self) -> None:
        self.hub.engine.dispose()
        for desk in self.desks:
            desk.engine.dispose()
