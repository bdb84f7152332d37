"""What goes wrong around the desks and the hub: partitions, crashes, clocks, quiet spells, news from outside."""

import random
from collections import Counter
from collections.abc import Callable

from tests.simulation.central_events import CentralEvents
from tests.simulation.network import Network
from tests.simulation.sim_desk import CRASHES as DESK_CRASHES
from tests.simulation.sim_desk import SimDesk
from tests.simulation.sim_hub import CRASHES as HUB_CRASHES
from tests.simulation.sim_hub import SimHub
from tests.simulation.template import FIRST_ORDER, ORDERS

MINUTE, DAY = 60_000, 86_400_000
CLOCK_ERRORS = (0, 0, 5 * MINUTE, -5 * MINUTE, DAY, -DAY)


class Trouble:
    """Strikes by chance, once per step."""

    def __init__(
        self, rng: random.Random, hub: SimHub, desks: list[SimDesk], network: Network, faults: Counter[str],
        note: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._rng, self._hub, self._desks, self._network = rng, hub, desks, network
        self._faults, self._note = faults, note
        self._central = CentralEvents(rng, hub, FIRST_ORDER + ORDERS)
        self.now = 0

    def strike(self, now: int) -> None:
        """Some of it; ``self.now`` is the time afterwards."""
        self.now = now
        for chance, what in (
            (0.05, self._cut), (0.15, self._arm_a_desk), (0.04, self._arm_the_hub), (0.03, self._shift_a_clock),
            (0.02, self._let_time_pass), (0.3, self._bring_news),
        ):  # fmt: skip
            if self._rng.random() < chance:
                what()

    def _cut(self) -> None:
        for desk in self._rng.sample(self._desks, self._rng.randrange(1, 4)):
            self._network.cut[desk.index] = self.now + self._rng.randrange(10_000, 240_000)
            self._note(f"desk {desk.index} is cut off")
        self._faults["partition"] += 1

    def _arm_a_desk(self) -> None:
        self._rng.choice(self._desks).point.at = self._rng.choice(DESK_CRASHES)

    def _arm_the_hub(self) -> None:
        self._hub.crash_at = self._rng.choice(HUB_CRASHES)

    def _shift_a_clock(self) -> None:
        desk = self._rng.choice(self._desks)
        desk.clock_error = self._rng.choice(CLOCK_ERRORS) + self._rng.randrange(-2_000, 2_000)
        size = abs(desk.clock_error)
        self._faults[
            f"clock off by {'seconds' if size < MINUTE else '5 min' if size < DAY // 2 else '1 day'}"
        ] += 1
        self._note(f"the clock of desk {desk.index} jumps to {desk.clock_error} ms")

    def _let_time_pass(self) -> None:
        self.now += self._rng.randrange(5, 40) * MINUTE
        self._faults["quiet spell"] += 1

    def _bring_news(self) -> None:
        self._hub.now = self.now
        happened = self._central.happen()
        if happened:
            self._faults[happened] += 1
            self._note(happened)
