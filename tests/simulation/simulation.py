"""One simulated run: a chain at work under faults, then healed; every promise watched."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from storedesk.sync import pace
from tests.simulation.failure import DRAINED, Broken
from tests.simulation.planted_bugs import SOUND, Bug
from tests.simulation.scene import Scene
from tests.simulation.staff import Staff
from tests.simulation.traffic import Traffic
from tests.simulation.trouble import Trouble

SETTLE_STEPS = 60
EVERY_GOODS, EVERY_WHOLE = 10, 50
"""So many steps lie between two looks at goods and orders of devices, and at the whole state."""


class Report(NamedTuple):
    """How often each thing occurred: faults, what came to a desk that waited for what, decisions as ``kind
    outcome``, refusals at the desk."""

    seed: int
    steps: int = 0
    faults: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    decisions: Counter[str] = Counter()
    reasons: Counter[str] = Counter()

    def plus(self, other: "Report") -> "Report":
        return Report(
            0, self.steps + other.steps, self.faults + other.faults, self.pairs + other.pairs,
            self.decisions + other.decisions, self.reasons + other.reasons,
        )  # fmt: skip


class Simulation:
    """``bug`` plants one mistake; see ``planted_bugs``."""

    def __init__(self, folder: Path, seed: int, desks: int = 4, bug: Bug = SOUND) -> None:
        self.scene = scene = Scene(folder, seed, desks, bug)
        self._traffic = Traffic(scene)
        self._staff = Staff(scene, self._traffic)
        self._trouble = Trouble(scene)
        for desk in scene.desks:
            desk.pace = pace.Pace(next_at=scene.now + scene.rng.randrange(5_000))

    def run(self, steps: int) -> Report:
        """Raises ``Broken`` with the name of the promise."""
        scene = self.scene
        for step in range(steps):
            self._trouble.strike()
            self._staff.work()
            self._traffic.pass_time(scene.rng.randrange(500, 9_000))
            self._check(step)
        self._heal()
        self._check_end()
        return Report(0, steps, scene.faults, scene.pairs, self._decisions(), scene.reasons)

    def _check(self, step: int) -> None:
        for promises in self.scene.promises:
            promises.check_cheap()
        if step % 2:
            self.scene.promises[step // 2 % len(self.scene.promises)].check_visible()
        if step % EVERY_GOODS == EVERY_GOODS - 1:
            self.scene.hub_promises.check_goods()
            self.scene.hub_promises.check_order_of_devices(self._made())
        if step % EVERY_WHOLE == EVERY_WHOLE - 1:
            self.scene.hub_promises.check_sums()
            for promises in self.scene.promises:
                promises.check_visible()
                promises.check_whole()

    def _check_end(self) -> None:
        for promises in self.scene.promises:
            promises.check_end()
        self.scene.hub_promises.check_everything(self._made())

    def _made(self) -> list[list[str]]:
        return [line for desk in self.scene.desks for line in desk.lines]

    def _decisions(self) -> Counter[str]:
        found = self.scene.hub.query("SELECT kind, outcome, count(*) FROM inbox GROUP BY kind, outcome")
        return Counter({f"{kind} {outcome}": number for kind, outcome, number in found})

    def _heal(self) -> None:
        scene = self.scene
        scene.note("healed")
        scene.network.heal()
        scene.hub.crash_at = ""
        for desk in scene.desks:
            desk.point.at = ""
            if desk.exchange is None:  # the hub's first hint says that the line is back
                desk.pace = pace.hurried(desk.pace, scene.now)
        for _ in range(SETTLE_STEPS):
            self._traffic.pass_time(10_000)
            if self._is_quiet():
                return
        waiting = {
            desk.index: desk.query("SELECT count(*) FROM outbox WHERE state = 'waiting'")
            for desk in scene.desks
        }
        raise Broken(DRAINED, f"after {SETTLE_STEPS} healed steps wait {waiting}")

    def _is_quiet(self) -> bool:
        hub = self.scene.hub
        head = hub.query("SELECT max(position) FROM commit_tag")[0][0]
        parked = {row[0] for row in hub.query("SELECT action_id FROM inbox WHERE outcome = 'parked'")}
        return all(
            not desk.query("SELECT 1 FROM outbox WHERE state IN ('waiting', 'decided') LIMIT 1")
            and desk.cursor() == head
            and parked.issuperset(
                row[0] for row in desk.query("SELECT action_id FROM outbox WHERE state = 'parked'")
            )
            for desk in self.scene.desks
        )
