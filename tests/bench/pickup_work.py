"""What staff do with one open pickup, as a window asks for it: claim, pick, stage, mark ready, hand over."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from storedesk.protocol.desk_link import Perform
from storedesk.storage.engine import connect_sqlite


class Press(NamedTuple):
    kind: str
    args: dict[str, Any]


def open_pickups(path: Path, key: str, place_id: int, most: int) -> list[str]:
    """The paid fulfilments of a place that nobody has begun."""
    driver = connect_sqlite(path, key, readonly=True)
    sql = (
        "SELECT f.id FROM fulfilment f JOIN orders o ON o.id = f.order_id "
        "WHERE f.place_id = ? AND f.state = 'new' AND o.payment_state = 'captured' ORDER BY f.id LIMIT ?"
    )
    found = [row[0] for row in driver.execute(sql, (place_id, most))]
    driver.close()
    return found


def presses_of(fulfilment_id: str, path: Path, key: str) -> Iterator[Press]:
    """Every press of one pickup; what was picked and staged is read from the desk's database, as a screen would."""
    yield Press("ClaimPickup", {"fulfilment_id": fulfilment_id})
    driver = connect_sqlite(path, key, readonly=True)
    sql = "SELECT line, ordered FROM fulfilment_line WHERE fulfilment_id = ? ORDER BY line"
    lines = [{"line": line, "quantity": ordered} for line, ordered in driver.execute(sql, (fulfilment_id,))]
    yield Press("Pick", {"fulfilment_id": fulfilment_id, "lines": lines})
    parcels = [{"bin": "H1", "lines": lines}]
    yield Press("StageParcels", {"fulfilment_id": fulfilment_id, "parcels": parcels})
    yield Press("MarkReady", {"fulfilment_id": fulfilment_id})
    sql = "SELECT id FROM parcel WHERE fulfilment_id = ?"
    staged = [row[0] for row in driver.execute(sql, (fulfilment_id,))]
    driver.close()
    yield Press(
        "HandOver", {"fulfilment_id": fulfilment_id, "parcels": staged, "proof": "code", "of_age": "yes"}
    )


def message_of(press: Press, request: int, action_id: str, staff_id: int) -> Perform:
    args = msgspec.Raw(msgspec.json.encode(press.args))
    return Perform(request=request, action_id=action_id, kind=press.kind, args=args, staff_id=staff_id)
