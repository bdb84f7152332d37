"""Reads about places and the hub itself."""

import sqlalchemy as sa

from storedesk.domain.records import Place
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED, hub_state

_place = SYNCED["place"]


def place(connection: sa.Connection, place_id: int) -> Place:
    """Raises if there is no such place: a device is always bound to one."""
    stored = Rows(connection).get("place", (place_id,))
    if stored is None:
        raise LookupError(f"There is no place {place_id}")
    found: Place = stored.row
    return found


def stock_places_of_region(connection: sa.Connection, place_id: int) -> tuple[int, ...]:
    """Stores and warehouses of the place's region, by number."""
    region = sa.select(_place.c.region).where(_place.c.id == place_id).scalar_subquery()
    found = sa.select(_place.c.id).where(_place.c.region == region, _place.c.kind.in_(("store", "warehouse")))
    return tuple(connection.execute(found.order_by(_place.c.id)).scalars())


def instance(connection: sa.Connection) -> str:
    """The random name this hub was given when it was made."""
    return str(
        connection.execute(sa.select(hub_state.c.value).where(hub_state.c.name == "instance")).scalar_one()
    )
