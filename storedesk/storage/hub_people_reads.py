"""What the hub's hour looks for: orders whose people a store or customer service may not know any longer."""

from typing import Any

import sqlalchemy as sa

from storedesk.domain.pickup_state import COLLECTED, FINAL
from storedesk.domain.tables import CLOSED, RECENT
from storedesk.storage.schema import SYNCED

_person, _orders, _part = SYNCED["person"], SYNCED["orders"], SYNCED["fulfilment"]


def perhaps_over(
    connection: sa.Connection, left_store: int, left_handover: int, left_service: int, most: int
) -> tuple[str, ...]:
    """Ids of orders; the three moments (UTC ms) are the latest ends after which a store, a store that handed the
    goods over, and customer service let go."""
    open_part = _has(~_part.c.state.in_(sorted(FINAL)))
    own = ~_person.c.holder.in_((RECENT, CLOSED))
    handed_over = _has(sa.and_(_part.c.state == COLLECTED, _part.c.ended_at > left_handover))
    conditions = (
        sa.and_(own, ~open_part, ~_since(left_store), ~handed_over, _orders.c.placed_at <= left_store),
        sa.and_(_person.c.holder == RECENT, ~_since(left_service), _orders.c.placed_at <= left_service),
        sa.and_(_person.c.holder == RECENT, open_part),
    )
    found: dict[str, None] = {}
    for condition in conditions:
        wanted = (
            sa.select(_person.c.order_id)
            .join(_orders, _orders.c.id == _person.c.order_id)
            .where(condition)
            .distinct()
            .order_by(_person.c.order_id)
            .limit(most)
        )
        found |= dict.fromkeys(connection.execute(wanted).scalars())
    return tuple(found)


def _has(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[Any]:
    return sa.exists().where(_part.c.order_id == _person.c.order_id, condition)


def _since(moment: int) -> sa.ColumnElement[Any]:
    """A part of the order ended later than that."""
    return _has(_part.c.ended_at > moment)
