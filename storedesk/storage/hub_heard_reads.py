"""Until when each desk's work is known: a timer waits for those who may have acted."""

from typing import NamedTuple

import sqlalchemy as sa

from storedesk.storage.schema import device


class Heard(NamedTuple):
    """Until when a desk that has not been revoked was heard of (UTC ms), 0 for never."""

    desk: str
    place_id: int
    at: int


def heard(connection: sa.Connection) -> list[Heard]:
    columns = (device.c.code, device.c.place_id, device.c.last_seen_at)
    rows = connection.execute(sa.select(*columns).where(device.c.revoked == 0)).all()
    return [Heard(code, place_id, seen or 0) for code, place_id, seen in rows]


def heard_by_place(connection: sa.Connection) -> dict[int, int]:
    """The earliest of each place's desks; a place without desks is not among them: nobody there can have acted."""
    earliest: dict[int, int] = {}
    for one in heard(connection):
        earliest[one.place_id] = min(one.at, earliest.get(one.place_id, one.at))
    return earliest
