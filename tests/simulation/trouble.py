"""What goes wrong around the desks and the hub: partitions, crashes, clocks, quiet spells, news from outside."""

from tests.simulation.central_events import CentralEvents
from tests.simulation.put_back import PutBack
from tests.simulation.scene import Scene
from tests.simulation.sim_desk import CRASHES as DESK_CRASHES
from tests.simulation.sim_hub import CRASHES as HUB_CRASHES
from tests.simulation.template import FIRST_ORDER, orders_of

MINUTE, DAY = 60_000, 86_400_000
CLOCK_ERRORS = (0, 0, 5 * MINUTE, -5 * MINUTE, DAY, -DAY)


class Trouble:
    """Strikes by chance, once per step."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._rng = scene, scene.stream()
        self._put_back = PutBack(scene)
        self._cut_in_turn: list[int] = []
        first_order = FIRST_ORDER + orders_of(scene.shape)
        self._central = CentralEvents(self._rng, scene.hub, scene.shape.stores, first_order)

    def strike(self) -> None:
        for chance, what in (
            (0.05, self._cut), (0.15, self._arm_a_desk), (0.04, self._arm_the_hub), (0.03, self._shift_a_clock),
            (0.02, self._let_time_pass), (0.3, self._bring_news), (0.05, self._put_back.take_image),
            (0.01, self._put_back.put_back_desk), (0.005, self._put_back.copy_desk), (0.05, self._swizzle),
            (0.05, self._put_back.back_up_hub), (0.01, self._put_back.put_back_hub),
        ):  # fmt: skip
            if self._rng.random() < chance:
                what()

    def _cut(self) -> None:
        scene = self._scene
        for desk in self._rng.sample(scene.desks, self._rng.randrange(1, len(scene.desks))):
            scene.network.cut[desk.index] = scene.now + self._rng.randrange(10_000, 240_000)
            scene.note(f"desk {desk.index} is cut off")
        scene.faults["partition"] += 1

    def _swizzle(self) -> None:
        """Desks are cut off one by one; when several are, they come back in another order."""
        scene, rng, gone = self._scene, self._rng, self._cut_in_turn
        if len(gone) >= min(2 + len(scene.desks) // 8, len(scene.desks) - 1):
            rng.shuffle(gone)
            for number, index in enumerate(gone):
                scene.network.cut[index] = scene.now + (number + 1) * rng.randrange(1_000, 20_000)
            gone.clear()
            scene.faults["desks come back in another order"] += 1
            return
        one = rng.choice([desk.index for desk in scene.desks if desk.index not in gone])
        gone.append(one)
        scene.network.cut[one] = scene.now + DAY
        scene.faults["desk cut off in turn"] += 1
        scene.note(f"desk {one} is cut off in turn")

    def _arm_a_desk(self) -> None:
        self._rng.choice(self._scene.desks).point.at = self._rng.choice(DESK_CRASHES)

    def _arm_the_hub(self) -> None:
        self._scene.hub.crash_at = self._rng.choice(HUB_CRASHES)

    def _shift_a_clock(self) -> None:
        scene, desk = self._scene, self._rng.choice(self._scene.desks)
        before = desk.clock_error
        desk.clock_error = self._rng.choice(CLOCK_ERRORS) + self._rng.randrange(-2_000, 2_000)
        size = abs(desk.clock_error)
        scene.faults[
            f"clock off by {'seconds' if size < MINUTE else '5 min' if size < DAY // 2 else '1 day'}"
        ] += 1
        scene.faults["clock jumps back"] += desk.clock_error < before - MINUTE
        scene.note(f"the clock of desk {desk.index} jumps to {desk.clock_error} ms")

    def _let_time_pass(self) -> None:
        self._scene.now += self._rng.randrange(5, 40) * MINUTE
        self._scene.faults["quiet spell"] += 1

    def _bring_news(self) -> None:
        self._scene.hub.now = self._scene.now
        happened = self._central.happen()
        if happened:
            self._scene.faults[happened] += 1
            self._scene.note(happened)
