"""What time does on the hub, held against what the desks of a store have done and not told yet."""

from collections.abc import Iterator
from typing import Any

import msgspec

from storedesk.actions.late_pickups import TASK
from storedesk.actions.not_collected import is_late
from storedesk.domain.records import Fulfilment, Hold, Order, Place, Task
from tests.simulation.failure import SILENT, hold
from tests.simulation.scene import Scene
from tests.simulation.sim_hub import Wrote

ENDING = ("HandOver", "ReleaseNotCollected", "ExtendPickup")
"""What a store may have done with a pickup before its last day was over."""


def check_timers(scene: Scene, wrote: Wrote) -> None:
    """Nothing that staff had ended in time is ended by time."""
    tables = scene.hub.mirror.tables()
    for row in wrote.rows:
        if isinstance(row, Hold) and row.state == "lapsed":
            scene.faults["timer: hold lapsed"] += 1
            for made_at, kind, _ in _untold(scene, row.location_id, "hold_id", row.id):
                hold(SILENT, made_at > row.until, f"{row} lapsed, and {kind} was made at {made_at}")
        if isinstance(row, Task) and row.kind == TASK and row.state == "open":
            scene.faults["timer: pickup is late"] += 1
            part: Fulfilment = tables["fulfilment"][row.fulfilment_id,]
            order: Order = tables["orders"][part.order_id,]
            place: Place = tables["place"][part.place_id,]
            for made_at, kind, _ in _untold(scene, part.place_id, "fulfilment_id", part.id):
                in_time = kind in ENDING and not is_late(part, order, place, made_at)
                hold(SILENT, not in_time, f"{part} is late, and {kind} was made at {made_at}")


def _untold(scene: Scene, place_id: int, name: str, wanted: str) -> Iterator[tuple[int, str, Any]]:
    """What desks of a place did about something and the hub has not heard of: when, which kind, which arguments."""
    for desk in scene.desks:
        if desk.place_id != place_id or desk.has_twin:
            continue
        for record in reversed(desk.saved):
            if scene.hub.query("SELECT 1 FROM inbox WHERE action_id = ?", (record.id,)):
                break
            args = msgspec.json.decode(record.args)
            if args.get(name) == wanted:
                yield desk.made_at[record.id], record.kind, args
