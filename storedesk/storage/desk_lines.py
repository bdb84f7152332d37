"""The SQL of how the hub hears each desk: since when, when last, and what it still has to send."""

from typing import NamedTuple

import sqlalchemy as sa

from storedesk.domain.sync_alarm import DeskLine, after_hello
from storedesk.storage.schema import SYNCED, desk_line, device, inbox
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

_LINE = (desk_line.c.connected_since, desk_line.c.seen_at, desk_line.c.unsent_at, desk_line.c.unsent_since)
_OF_DEVICE = select_from(desk_line, DeskLine._fields, "device_id = ?")
_PUT_LINE = upsert_into(desk_line, ("device_id",), ("device_id", *DeskLine._fields))
_task = SYNCED["task"]


class HeardDesk(NamedTuple):
    """A desk that has not been revoked; ``line`` is None where it never said hello, ``forks`` counts how often its
    data was found in use twice."""

    code: str
    place_id: int
    line: DeskLine | None
    forks: int = 0


def note_hello(connection: sa.Connection, device_id: str, unsent_at: int | None, now: int) -> None:
    """In the transaction that holds the device's row, so that nobody else writes its line."""
    sql = ShortSql(connection)
    found = sql.first(_OF_DEVICE, device_id)
    line = after_hello(None if found is None else DeskLine(*found), unsent_at, now)
    sql.change(_PUT_LINE, device_id, *line)


def heard_desks(connection: sa.Connection) -> list[HeardDesk]:
    """Every desk in use, by place and number."""
    found = (
        sa.select(device.c.code, device.c.place_id, device.c.forks, *_LINE)
        .outerjoin(desk_line, desk_line.c.device_id == device.c.id)
        .where(device.c.revoked == 0)
        .order_by(device.c.place_id, device.c.number)
    )
    return [
        HeardDesk(code, place_id, None if line[1] is None else DeskLine(*line), forks)
        for code, place_id, forks, *line in connection.execute(found)
    ]


def parked_by_desk(connection: sa.Connection) -> dict[str, int]:
    """How many actions of each desk, by its code, wait for somebody who can read them."""
    found = (
        sa.select(device.c.code, sa.func.count())
        .join(inbox, inbox.c.device_id == device.c.id)
        .where(inbox.c.outcome == "parked")
        .group_by(device.c.code)
    )
    return {str(code): int(count) for code, count in connection.execute(found)}


def open_tasks_about_desks(connection: sa.Connection, kind: str) -> list[str]:
    """Ids of the tasks of a kind that nobody has answered yet."""
    found = (
        sa.select(_task.c.id).where(_task.c.kind == kind, _task.c.state != "answered").order_by(_task.c.id)
    )
    return list(connection.execute(found).scalars())
