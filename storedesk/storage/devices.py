"""The SQL of devices, their numbers and the keys of places, on the hub."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.storage.schema import SYNCED, device, hub_state
from storedesk.storage.short_sql import ShortSql

_KNOWN = (
    "SELECT d.id, d.place_id, p.code, d.number, d.code, d.public_key, d.revoked "
    f"FROM {device.name} d JOIN {SYNCED['place'].name} p ON p.id = d.place_id WHERE "
)
_BY_ID, _BY_KEY = _KNOWN + "d.id = ?", _KNOWN + "d.public_key = ?"


class KnownDevice(NamedTuple):
    """``public_key`` is a raw Ed25519 key in hex."""

    id: str
    place_id: int
    place_code: str
    number: int
    code: str
    public_key: str
    revoked: bool


def find_device(connection: sa.Connection, device_id: str) -> KnownDevice | None:
    return _known(ShortSql(connection).first(_BY_ID, device_id))


def find_device_by_key(connection: sa.Connection, public_key: str) -> KnownDevice | None:
    return _known(ShortSql(connection).first(_BY_KEY, public_key))


def _known(found: Any | None) -> KnownDevice | None:
    return None if found is None else KnownDevice(*found)._replace(revoked=bool(found[6]))


def add_device(
    connection: sa.Connection, device_id: str, place_id: int, name: str, key: str, now: int
) -> KnownDevice:
    """Enrols a device under the place's next number, which is never given again."""
    place_code = connection.execute(
        sa.select(SYNCED["place"].c.code).where(SYNCED["place"].c.id == place_id)
    ).scalar_one()
    number = _next_number(connection, place_id)
    code = f"{place_code}-{number}"
    values = {"id": device_id, "place_id": place_id, "number": number, "code": code}
    connection.execute(device.insert().values(**values, name=name, public_key=key, enrolled_at=now))
    return KnownDevice(device_id, place_id, place_code, number, code, key, revoked=False)


def revoke_device(connection: sa.Connection, code: str, now: int) -> bool:
    """Takes a desk's access away; False if there is no such desk with access."""
    active = sa.update(device).where(device.c.code == code, device.c.revoked == 0)
    done = connection.execute(active.values(revoked=1, revoked_at=now))
    return done.rowcount == 1


def _next_number(connection: sa.Connection, place_id: int) -> int:
    name = f"desk_number:{place_id}"
    last = _state(connection, name)
    number = int(last or 0) + 1
    _put_state(connection, name, str(number), there=last is not None)
    return number


def place_key(connection: sa.Connection, place_id: int, new_key: str) -> str:
    """The place's pickup-code key in hex; ``new_key`` becomes it if there is none yet."""
    name = f"place_key:{place_id}"
    key = _state(connection, name)
    if key is None:
        _put_state(connection, name, new_key, there=False)
    return key or new_key


def signing_key(connection: sa.Connection, new_key: str) -> str:
    """The hub's secret Ed25519 key in hex, by which it signs customers' codes; ``new_key`` if there is none yet."""
    key = _state(connection, "signing_key")
    if key is None:
        _put_state(connection, "signing_key", new_key, there=False)
    return key or new_key


def _state(connection: sa.Connection, name: str) -> str | None:
    query = sa.select(hub_state.c.value).where(hub_state.c.name == name).with_for_update()
    return connection.execute(query).scalar()


def _put_state(connection: sa.Connection, name: str, value: str, *, there: bool) -> None:
    if there:
        connection.execute(sa.update(hub_state).where(hub_state.c.name == name).values(value=value))
    else:
        connection.execute(hub_state.insert().values(name=name, value=value))


def place_id_of(connection: sa.Connection, code: str) -> int | None:
    query = sa.select(SYNCED["place"].c.id).where(SYNCED["place"].c.code == code)
    return connection.execute(query).scalar()
