"""Until when each desk's work is known: a timer waits for those who may have acted."""

from typing import NamedTuple

import sqlalchemy as sa

from storedesk.storage.schema import device


class Heard(NamedTuple):
    """Until when all that a desk made is known (the hub's time, UTC ms), 0 for never; not for revoked desks."""

    desk: str
    place_id: int
    at: int


def heard(connection: sa.Connection) -> list[Heard]:
    columns = (device.c.code, device.c.place_id, device.c.heard_until)
    rows = connection.execute(sa.select(*columns).where(device.c.revoked == 0)).all()
    return [Heard(code, place_id, until) for code, place_id, until in rows]


def heard_by_place(connection: sa.Connection) -> dict[int, int]:
    """The earliest of each place's desks; a place without desks is not among them: nobody there can have acted."""
    earliest: dict[int, int] = {}
    for one in heard(connection):
        earliest[one.place_id] = min(one.at, earliest.get(one.place_id, one.at))
    return earliest
