"""Which messages to customers are due, which were under way when the hub stopped, and who gets them."""

import sqlalchemy as sa

from storedesk.domain.customer_message import SENDING, WAITING
from storedesk.storage.schema import SYNCED

_message, _fulfilment, _person = SYNCED["message"], SYNCED["fulfilment"], SYNCED["person"]


def due(connection: sa.Connection, now: int, most: int) -> tuple[tuple[str, int, int], ...]:
    """Id, place and due time (UTC ms) of what waits no longer, the oldest first."""
    found = sa.select(_message.c.id, _message.c.place_id, _message.c.due_at)
    found = found.where(_message.c.state == WAITING, _message.c.due_at <= now)
    rows = connection.execute(found.order_by(_message.c.due_at, _message.c.id).limit(most))
    return tuple((row.id, row.place_id, row.due_at) for row in rows)


def under_way(connection: sa.Connection, since_before: int) -> tuple[str, ...]:
    """Ids of what was taken up before a moment (UTC ms) and never settled."""
    found = sa.select(_message.c.id).where(_message.c.state == SENDING, _message.c.tried_at <= since_before)
    return tuple(connection.execute(found.order_by(_message.c.id)).scalars())


def perhaps_reminded(
    connection: sa.Connection, state: str, first_day: str, last_day: str, most: int
) -> tuple[tuple[str, int], ...]:
    """Id and place of pickups in the state whose last day lies within, without a message about that day."""
    told = sa.exists().where(
        _message.c.fulfilment_id == _fulfilment.c.id, _message.c.about == _fulfilment.c.last_day
    )
    found = sa.select(_fulfilment.c.id, _fulfilment.c.place_id).where(
        _fulfilment.c.state == state, _fulfilment.c.last_day.between(first_day, last_day), ~told
    )
    rows = connection.execute(found.order_by(_fulfilment.c.last_day, _fulfilment.c.id).limit(most))
    return tuple((row.id, row.place_id) for row in rows)


def recipient(connection: sa.Connection, order_id: str) -> tuple[str, str, str]:
    """Name, address and language of whom the order's mails go to: the buyer, else whoever is there; or empty."""
    found = sa.select(_person.c.name, _person.c.email, _person.c.language, _person.c.role)
    rows = connection.execute(found.where(_person.c.order_id == order_id).order_by(_person.c.id)).all()
    for row in sorted(rows, key=lambda one: one.role != "buyer"):
        if row.email:
            return row.name, row.email, row.language
    return "", "", ""
