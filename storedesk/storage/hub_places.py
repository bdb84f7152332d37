"""Reads about places and the hub itself."""

import sqlalchemy as sa

from storedesk.domain.place_of_work import place_kind
from storedesk.domain.records import Place
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED, hub_state
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

_place = SYNCED["place"]
_REGION = select_from(_place, ("region",), "id = ?")
_STOCK_PLACES = (
    select_from(_place, ("id",), f"region = ({_REGION}) AND kind IN ('store', 'warehouse')") + " ORDER BY id"
)
_KINDS = select_from(_place, ("id", "kind")) + " ORDER BY id"
_BY_CODE = select_from(_place, ("id",), "code = ? AND kind IN ('store', 'warehouse')")
_WITH_STOCK = select_from(_place, ("id", "code"), "kind IN ('store', 'warehouse')") + " ORDER BY id"
_INSTANCE = select_from(hub_state, ("value",), "name = 'instance'")
_PUT_BACK_AT = select_from(hub_state, ("value",), "name = 'put_back_at'")
_NOTE_PUT_BACK = upsert_into(hub_state, ("name",))


def place(connection: sa.Connection, place_id: int) -> Place:
    """Raises if there is no such place: a device is always bound to one."""
    stored = Rows(connection).get("place", (place_id,))
    if stored is None:
        raise LookupError(f"There is no place {place_id}")
    found: Place = stored.row
    return found


def stock_places_of_region(connection: sa.Connection, place_id: int) -> tuple[int, ...]:
    """Stores and warehouses of the place's region, by number."""
    return tuple(found for (found,) in ShortSql(connection).all(_STOCK_PLACES, place_id))


def followed_places(connection: sa.Connection, place_id: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The places whose stock a desk here follows, and those whose customers it serves (customer service)."""
    if not place_kind(place(connection, place_id).kind).follows_all_places:
        return stock_places_of_region(connection, place_id), ()
    rows = ShortSql(connection).all(_KINDS)
    with_stock = tuple(id_ for id_, kind in rows if place_kind(kind).has_stock)
    return with_stock, tuple(id_ for id_, _ in rows)


def instance(connection: sa.Connection) -> str:
    """The random name this hub was given when it was made."""
    found = ShortSql(connection).first(_INSTANCE)
    if found is None:
        raise LookupError("This hub has not been prepared")
    return str(found[0])


def put_back_at(connection: sa.Connection) -> int:
    """When a desk's cursor last showed that this hub had been put back to an earlier state (UTC ms); 0 for never."""
    found = ShortSql(connection).first(_PUT_BACK_AT)
    return int(found[0]) if found is not None else 0


def note_put_back(connection: sa.Connection, now: int) -> None:
    ShortSql(connection).change(_NOTE_PUT_BACK, "put_back_at", str(now))


def number_of(connection: sa.Connection, code: str) -> int | None:
    """The number of the store or warehouse with this code."""
    found = ShortSql(connection).first(_BY_CODE, code)
    return None if found is None else int(found[0])


def stock_places(connection: sa.Connection) -> list[tuple[int, str]]:
    """Number and code of every store and warehouse."""
    return [(int(id_), str(code)) for id_, code in ShortSql(connection).all(_WITH_STOCK)]
