"""Files that come back from earlier: a desk's disk from an image, a copy of a desk that runs beside it, a hub's backup."""

from pathlib import Path

from storedesk.sync import pace
from tests.simulation.desk_promises import DeskPromises
from tests.simulation.scene import Scene
from tests.simulation.sim_desk import SimDesk


class PutBack:
    """Keeps one image of each desk and one backup of the hub."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._rng = scene, scene.stream()
        self._images = scene.folder / "images"
        self._imaged: set[int] = set()
        self._copied: set[int] = set()

    def take_image(self) -> None:
        """Of one desk, between two of its steps."""
        desk = self._rng.choice(self._scene.desks)
        desk.take_image(self._image(desk))
        self._imaged.add(desk.index)

    def put_back_desk(self) -> None:
        scene = self._scene
        desk = self._one_imaged()
        if desk is None:
            return
        forgotten = desk.put_back(self._image(desk))
        desk.is_back = desk.is_back and not scene.hub.times_put_back  # the image may be of the lost history
        desk.pace = pace.Pace(next_at=scene.now + self._rng.randrange(1_000, 60_000))
        scene.promises[desk.index].begin_again()
        scene.faults["desk put back from an image"] += 1
        scene.faults["action forgotten with a disk"] += forgotten
        scene.note(f"desk {desk.index} is put back and knows {forgotten} actions no more")

    def copy_desk(self) -> None:
        """One copy in a run: its files are those of now, and it is used as if it were a desk of its own."""
        scene, desk = self._scene, self._rng.choice(self._scene.desks)
        if self._copied:
            return
        index = len(scene.desks)
        self._copied |= {desk.index, index}
        twin = desk.copied(scene.folder / f"twin-{index}", index, scene.stream())
        twin.pace = pace.Pace(next_at=scene.now + self._rng.randrange(1_000, 60_000))
        scene.desks.append(twin)
        scene.promises.append(DeskPromises(scene.hub, twin))
        scene.faults["desk copied"] += 1
        scene.note(f"desk {index} is a copy of desk {desk.index}")

    def back_up_hub(self) -> None:
        self._scene.hub.back_up()

    def put_back_hub(self) -> None:
        scene = self._scene
        if not scene.hub.put_back():
            return
        for desk, promises in zip(scene.desks, scene.promises, strict=True):
            desk.is_back = False
            promises.begin_again()
        scene.hub_promises.begin_again()
        scene.faults["hub put back from a backup"] += 1
        scene.note("the hub is put back")

    def _one_imaged(self) -> SimDesk | None:
        return self._scene.desks[self._rng.choice(sorted(self._imaged))] if self._imaged else None

    def _image(self, desk: SimDesk) -> Path:
        return self._images / str(desk.index)
