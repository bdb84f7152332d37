"""What the hub's clock looks at by itself: pickups whose last day may be over, and those with a task about it."""

import sqlalchemy as sa

from storedesk.storage.schema import SYNCED

MOST_AT_ONCE = 500
_fulfilment, _orders, _task = SYNCED["fulfilment"], SYNCED["orders"], SYNCED["task"]


def perhaps_late(
    connection: sa.Connection, states: tuple[str, ...], kind: str, day: str, now: int
) -> tuple[str, ...]:
    """Ids of fulfilments in one of the states whose last day is ``day`` (ISO) or before, or whose card's hold
    ended before ``now`` (UTC ms), and that have no open task of this kind."""
    open_task = sa.exists().where(
        _task.c.fulfilment_id == _fulfilment.c.id, _task.c.kind == kind, _task.c.state != "answered"
    )
    ended = sa.or_(_fulfilment.c.last_day <= day, _orders.c.authorised_until <= now)
    found = (
        sa.select(_fulfilment.c.id)
        .join(_orders, _orders.c.id == _fulfilment.c.order_id)
        .where(_fulfilment.c.state.in_(states), ended, ~open_task)
        .order_by(_fulfilment.c.last_day.desc(), _fulfilment.c.id)
        .limit(MOST_AT_ONCE)
    )
    return tuple(connection.execute(found).scalars())


def with_open_task(connection: sa.Connection, kind: str) -> tuple[str, ...]:
    """Ids of fulfilments about which a task of this kind waits."""
    found = (
        sa.select(_task.c.fulfilment_id)
        .where(_task.c.kind == kind, _task.c.state != "answered")
        .distinct()
        .order_by(_task.c.fulfilment_id)
        .limit(MOST_AT_ONCE)
    )
    return tuple(connection.execute(found).scalars())
