"""Comparing the scanned pickup shelf with what should stand there; differences become tasks."""

from collections.abc import Collection, Iterator
from typing import Any

from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.pickup_state import ON_SHELF
from storedesk.domain.records import Fulfilment, Parcel, Task

NOT_SEEN, UNEXPECTED = "parcel_not_seen", "parcel_unexpected"


def compare_shelf(effects: Effects, seen: Collection[str]) -> dict[str, int]:
    """Opens a task per pickup that differs, none where one waits already; counts parcels. What changed
    after the time of the act is not compared."""
    scanned = sorted(set(seen))
    standing: set[str] = set()
    not_seen = 0
    for row in _pickups_on_shelf(effects):
        parcels = [one for one in effects.state.among(Parcel, fulfilment_id=row.id) if one.state == "staged"]
        standing.update(parcel.id for parcel in parcels)
        missing = [parcel for parcel in parcels if parcel.id not in scanned]
        if missing and row.changed_at <= effects.at:
            not_seen += len(missing)
            _task(effects, NOT_SEEN, row, missing)
    counts = _unexpected(effects, [parcel for parcel in scanned if parcel not in standing])
    return {"seen": len(scanned), "not_seen": not_seen, **counts}


def _pickups_on_shelf(effects: Effects) -> Iterator[Fulfilment]:
    for name in sorted(ON_SHELF):
        yield from effects.state.among(Fulfilment, place_id=effects.act.place_id, state=name)


def _unexpected(effects: Effects, scanned: list[str]) -> dict[str, int]:
    """Parcels that stand here though their pickup has ended, left, or is another place's."""
    found: dict[str, list[Parcel]] = {}
    unknown = 0
    for parcel_id in scanned:
        parcel = row_or_none(effects.state, Parcel, parcel_id)
        if parcel is None:
            unknown += 1
        else:
            found.setdefault(parcel.fulfilment_id, []).append(parcel)
    unexpected = 0
    for fulfilment_id, parcels in sorted(found.items()):
        row = row_or_none(effects.state, Fulfilment, fulfilment_id)
        if row is None:
            unknown += len(parcels)
        elif row.changed_at <= effects.at:
            unexpected += len(parcels)
            _task(effects, UNEXPECTED, row, parcels)
    return {"unexpected": unexpected, "unknown": unknown}


def _task(effects: Effects, kind: str, row: Fulfilment, parcels: list[Parcel]) -> None:
    waiting = effects.state.among(Task, fulfilment_id=row.id)
    place_id = effects.act.place_id
    if any(task.kind == kind and task.place_id == place_id and task.state != "answered" for task in waiting):
        return
    facts: dict[str, Any] = {
        "order": row.order_number,
        "state": row.state,
        "quantity": len(parcels),
        "bin": parcels[0].bin,
        "parcels": sorted(parcel.id for parcel in parcels),
    }
    effects.task(kind, place_id, facts, row.order_id, row.id)
    effects.note(row.order_id, kind, {"parcels": len(parcels)})
