"""Reads about places and the hub itself."""

import sqlalchemy as sa

from storedesk.domain.place_of_work import place_kind
from storedesk.domain.records import Place
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED, hub_state

_place = SYNCED["place"]
_PUT_BACK = "put_back_at"


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


def followed_places(connection: sa.Connection, place_id: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The places whose stock a desk here follows, and those whose customers it serves (customer service)."""
    if not place_kind(place(connection, place_id).kind).follows_all_places:
        return stock_places_of_region(connection, place_id), ()
    rows = connection.execute(sa.select(_place.c.id, _place.c.kind).order_by(_place.c.id)).all()
    with_stock = tuple(row.id for row in rows if place_kind(row.kind).has_stock)
    return with_stock, tuple(row.id for row in rows)


def instance(connection: sa.Connection) -> str:
    """The random name this hub was given when it was made."""
    return str(
        connection.execute(sa.select(hub_state.c.value).where(hub_state.c.name == "instance")).scalar_one()
    )


def put_back_at(connection: sa.Connection) -> int:
    """When a desk's cursor last showed that this hub had been put back to an earlier state (UTC ms); 0 for never."""
    found = connection.execute(sa.select(hub_state.c.value).where(hub_state.c.name == _PUT_BACK)).scalar()
    return int(found or 0)


def note_put_back(connection: sa.Connection, now: int) -> None:
    connection.execute(sa.delete(hub_state).where(hub_state.c.name == _PUT_BACK))
    connection.execute(hub_state.insert().values(name=_PUT_BACK, value=str(now)))
