"""The SQL of enrolment codes: kept by their hashes, taken once, few wrong tries."""

import hmac
from typing import NamedTuple

import sqlalchemy as sa

from storedesk.storage.devices import KnownDevice, add_device, find_device_by_key, place_key
from storedesk.storage.schema import enrol_code

WRONG_TRIES = 5
_KEPT_MS = 86_400_000


class Enrolled(NamedTuple):
    device: KnownDevice
    place_key: str


class NewDevice(NamedTuple):
    """What a device brings, and the values it gets if it is let in. Keys are in hex."""

    device_id: str
    name: str
    public_key: str
    place_key: str


def put_enrol_code(
    connection: sa.Connection, code_hash: str, place_id: int, made_by: str, expires_at: int
) -> None:
    """Stores a code by its hash; codes that ended a day before are forgotten."""
    connection.execute(sa.delete(enrol_code).where(enrol_code.c.expires_at < expires_at - _KEPT_MS))
    values = {"code_hash": code_hash, "place_id": place_id, "made_by": made_by, "expires_at": expires_at}
    connection.execute(enrol_code.insert().values(values))


def take_enrol_code(connection: sa.Connection, code_hash: str, new: NewDevice, now: int) -> Enrolled | None:
    """Lets a device in whose code hashes to ``name:hash``; None for a wrong, spent or expired code.

    A wrong code counts as a try against every open code of the same name. The device that has used a
    code gets the same answer again while the code lives.
    """
    found = _matching(connection, code_hash, now)
    if found is None:
        return None
    known = find_device_by_key(connection, new.public_key)
    if found.used_by != ("" if known is None else known.id):
        return None
    if known is None:
        known = add_device(connection, new.device_id, found.place_id, new.name, new.public_key, now)
        connection.execute(
            sa.update(enrol_code).where(enrol_code.c.code_hash == code_hash).values(used_by=known.id)
        )
    return Enrolled(known, place_key(connection, known.place_id, new.place_key))


class _Open(NamedTuple):
    place_id: int
    used_by: str


def _matching(connection: sa.Connection, code_hash: str, now: int) -> _Open | None:
    name = code_hash.partition(":")[0]
    query = (
        sa.select(enrol_code)
        .where(enrol_code.c.code_hash.startswith(f"{name}:"), enrol_code.c.expires_at > now)
        .with_for_update()
    )
    found = None
    for row in connection.execute(query).all():
        if row.wrong_tries >= WRONG_TRIES:
            continue
        if hmac.compare_digest(row.code_hash, code_hash):
            found = _Open(row.place_id, row.used_by)
        else:
            _count_wrong_try(connection, row.code_hash)
    return found


def _count_wrong_try(connection: sa.Connection, code_hash: str) -> None:
    tries = enrol_code.c.wrong_tries + 1
    connection.execute(
        sa.update(enrol_code).where(enrol_code.c.code_hash == code_hash).values(wrong_tries=tries)
    )
