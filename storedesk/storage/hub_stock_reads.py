"""What the hub's minute looks for in stock: ended holds, lendings, goods that arrived and were never sent."""

from typing import Any

import sqlalchemy as sa

from storedesk.domain.records import Hold, ProtectedStock, Transfer
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED

_hold, _lent, _transfer = SYNCED["hold"], SYNCED["protected_stock"], SYNCED["transfer"]


def ended_holds(connection: sa.Connection, now: int, most: int) -> list[Hold]:
    """Open holds whose end has passed, the oldest first."""
    found = sa.select(_hold.c.id).where(_hold.c.state.in_(("asked", "held")), _hold.c.until <= now)
    return _rows(connection, "hold", found.order_by(_hold.c.until, _hold.c.id).limit(most))


def lendings(connection: sa.Connection) -> list[ProtectedStock]:
    """All that is lent to desks, also past its end, until it has been taken back."""
    key = (_lent.c.location_id, _lent.c.variant_id, _lent.c.desk)
    return _rows(connection, "protected_stock", sa.select(*key).where(_lent.c.quantity > 0).order_by(*key))


def unsent_arrivals(connection: sa.Connection, received_before: int, most: int) -> list[Transfer]:
    """Transfers that arrived before a moment and whose sending nobody has heard of."""
    found = sa.select(_transfer.c.id).where(
        _transfer.c.received_at.is_not(None),
        _transfer.c.received_at <= received_before,
        _transfer.c.sent_at.is_(None),
    )
    return _rows(connection, "transfer", found.order_by(_transfer.c.received_at.desc()).limit(most))


def _rows(connection: sa.Connection, table: str, keys: sa.Select[Any]) -> list[Any]:
    found = [tuple(key) for key in connection.execute(keys).all()]
    rows = Rows(connection).get_many(table, found)
    return [rows[key].row for key in found if key in rows]
