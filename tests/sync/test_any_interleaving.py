"""Whatever the line loses, repeats and delays, the hub ends as after one straight run."""

import random
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from storedesk.domain.tables import TABLES
from storedesk.storage.desk_store import DeskStore
from tests.small_shop import fulfilment_id
from tests.sync.twin_desks import Travelling
from tests.world import DeskInProcess, HubInProcess, content, make_world

PICKUPS = [fulfilment_id(number) for number in (48201, 48203, 48205)]
LINES = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
STEPS: list[tuple[str, dict[str, Any]]] = [
    ("ClaimPickup", {}),
    ("Pick", {"lines": LINES}),
    ("StageParcels", {"parcels": [{"bin": "H4", "lines": LINES}]}),
    ("MarkReady", {}),
    ("EnterWrongCode", {}),
]
acts = st.lists(st.tuples(st.sampled_from(PICKUPS), st.sampled_from(STEPS)), min_size=1, max_size=12)


class SmallPushes(DeskStore):
    """Two acts at a time, so that several pushes fly together."""

    def to_send(self, after_seq: int) -> list[Any]:
        return super().to_send(after_seq)[:2]


def world(folder: Path) -> tuple[HubInProcess, DeskInProcess]:
    folder.mkdir()
    hub, (desk,) = make_world(folder, desks=1)
    desk.store = SmallPushes(desk.engine, desk.sealed)
    return hub, desk


def central(hub: HubInProcess) -> dict[str, list[Any]]:
    """All rows and decisions; the bytes of actions are sealed with a key of their own each time."""
    with hub.engine.begin() as connection:
        found = content(connection, [table.name for table in TABLES if len(table.columns) > 2])
        decided = (
            "action_id, device_id, epoch, seq, kind, content_hash, outcome, position, task, reason, facts"
        )
        found["inbox"] = list(connection.exec_driver_sql(f"SELECT {decided} FROM inbox ORDER BY action_id"))
        return found


def perform(desk: DeskInProcess, made: list[Any]) -> None:
    for number, (fulfilment, (kind, args)) in enumerate(made):
        id_ = f"01a20882-8060-7000-8000-{number:012d}"
        desk.perform_record(desk.record(id_, kind, 1, {"fulfilment_id": fulfilment, **args}))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(made=acts, seed=st.integers(0, 1 << 30))
def test_the_hub_ends_as_after_one_straight_run(made: list[Any], seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        straight_hub, straight = world(Path(name) / "straight")
        perform(straight, made)
        assert straight.sync().kind == "done"
        hub, desk = world(Path(name) / "troubled")
        perform(desk, made)
        chance = random.Random(seed)
        line = Travelling(desk, chance, lossy=True)
        for _ in range(60):
            line.step()
        line.finish()
        for _ in range(2):
            assert desk.sync().kind == "done"
        assert central(hub) == central(straight_hub)
        assert [row.forks for row in hub.rows("device")] == [0]
        for own in (straight, desk):
            own.engine.dispose()
        for side in (straight_hub, hub):
            side.engine.dispose()
