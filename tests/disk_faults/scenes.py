"""One scene for every kind of action: a hub and a desk at which it is about to be done, closed, on files."""

import atexit
import random
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from storedesk.actions.action import Accepted
from storedesk.actions.registry import KINDS
from storedesk.hub.handle import Hub, desk_scopes
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.engine import open_sqlite
from storedesk.storage.sealed_copy import SealedCopy
from tests.actions.account_days import account_days
from tests.actions.channel_days import channel_days
from tests.actions.day_days import day_days
from tests.actions.handover_days import handover_days
from tests.actions.pickup_days import pickup_days
from tests.actions.quote_days import quote_days
from tests.actions.routing_days import routing_days
from tests.actions.service_days import service_days
from tests.actions.stock_days import stock_days
from tests.actions.work_day import Done, work_day
from tests.disk_faults.faults import Faults
from tests.simulation.template import fast_folder
from tests.small_shop import places
from tests.world import KEY, DeskInProcess, HubInProcess

SCRIPTED = (
    account_days,
    channel_days,
    day_days,
    handover_days,
    pickup_days,
    quote_days,
    routing_days,
    service_days,
    stock_days,
)
DESK, HUB = "desk", "hub"


class Scene(NamedTuple):
    """``folder`` holds the hub's and the desk's files; ``done`` is what is about to be done there."""

    folder: Path
    done: Done
    device_id: str

    @property
    def args(self) -> bytes:
        return msgspec.json.encode(self.done.act.args)


@cache
def done_once() -> dict[str, Done]:
    """Of every kind one act that a desk begins and that is accepted."""
    found: dict[str, Done] = {}
    days = [done for day in SCRIPTED for done in day()]
    for seed in range(60):
        if len(found) == len(KINDS):
            break
        days += work_day(seed)
        for done in days:
            if done.gate is None and isinstance(done.result, Accepted):
                found.setdefault(done.act.kind, done)
        days = []
    assert set(found) == set(KINDS)
    return found


@cache
def _empty(place_id: int) -> tuple[Path, str]:
    """A hub with places alone and a desk of the place, for copying."""
    folder = Path(tempfile.mkdtemp(prefix="storedesk-scenes-", dir=fast_folder()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    hub = HubInProcess(folder, random.Random(1), rows=places())
    desk = DeskInProcess(folder, hub, 1, place_id=place_id)
    desk.engine.dispose()
    hub.engine.dispose()
    (folder / HUB).mkdir()
    (folder / "hub.db").rename(folder / HUB / "hub.db")
    desk.folder.rename(folder / DESK)
    return folder, desk.device_id


def make_scene(folder: Path, kind: str) -> Scene:
    done = done_once()[kind]
    empty, device_id = _empty(done.act.place_id)
    shutil.copytree(empty, folder)
    scene = Scene(folder, done, device_id)
    hub = SceneHub(folder / HUB, done.at)
    known = set(places())
    hub.write([row for table in done.before.values() for row in table.values() if row not in known])
    desk = SceneDesk(scene, folder / DESK, None, hub)
    with hub.engine.begin() as connection:
        scopes = desk_scopes(connection, done.act.place_id)
    desk.store.follow(scopes)
    outcome = desk.sync()
    assert outcome.kind == "done", outcome
    desk.engine.dispose()
    hub.engine.dispose()
    return scene


class SceneHub(HubInProcess):
    """The hub of a copied scene."""

    def __init__(self, folder: Path, now: int) -> None:
        self.rng, self.now = random.Random(2), now
        self.engine = open_sqlite(folder / "hub.db", KEY)
        self.hub = Hub(self.tag)


class SceneDesk(DeskInProcess):
    """The desk of a copied scene, on a disk that may fail."""

    def __init__(
        self, scene: Scene, folder: Path, faults: Faults | None, hub: SceneHub | None = None
    ) -> None:
        self.folder, self.faults, self.clock = folder, faults, scene.done.at
        self.device_id, self.number, self.place_id = scene.device_id, 1, scene.done.act.place_id
        self.heard = 0
        if hub is not None:
            self.hub = hub
        self.open()

    def open(self) -> None:
        random_bytes = random.Random(3).randbytes
        path, sealed = self.folder / "desk.db", self.folder / "outbox.sealed"
        if self.faults is None:
            self.engine = open_sqlite(path, KEY)
            self.sealed = SealedCopy(sealed, KEY, random_bytes)
        else:
            self.engine = open_sqlite(path, KEY, vfs=self.faults.vfs)
            self.sealed = SealedCopy(sealed, KEY, random_bytes, self.faults)
        self.store = DeskStore(self.engine, self.sealed)


def killed(folder: Path, place: Path) -> Path:
    """The files as they lie there when the process dies now."""
    place.mkdir()
    for path in folder.iterdir():
        if not path.name.endswith("-shm"):
            shutil.copyfile(path, place / path.name)
    return place
