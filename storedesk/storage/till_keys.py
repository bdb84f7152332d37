"""The SQL of the keys that let a place's tills post."""

from typing import NamedTuple

from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, insert_into, select_from
from storedesk.storage.till_schema import till_key

_COLUMNS = ("id", "place_id", "name", "secret_hash", "made_at", "revoked_at", "used_at")
_BY_ID = select_from(till_key, _COLUMNS, "id = ?")
_ALL = select_from(till_key, _COLUMNS) + " ORDER BY place_id, made_at, id"
_ADD = insert_into(till_key, _COLUMNS)
_REVOKE = 'UPDATE "till_key" SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL'
_USED = 'UPDATE "till_key" SET used_at = ? WHERE id = ?'


class TillKey(NamedTuple):
    """``secret_hash`` is the SHA-256 of a random secret of 256 bits, in hex; times in UTC ms."""

    id: str
    place_id: int
    name: str
    secret_hash: str
    made_at: int
    revoked_at: int | None
    used_at: int | None


def find_key(connection: Connection, key_id: str) -> TillKey | None:
    found = ShortSql(connection).first(_BY_ID, key_id)
    return None if found is None else TillKey(*found)


def all_keys(connection: Connection) -> list[TillKey]:
    """By place and age, revoked ones too."""
    return [TillKey(*row) for row in ShortSql(connection).all(_ALL)]


def add_key(connection: Connection, key: TillKey) -> None:
    ShortSql(connection).change(_ADD, *key)


def revoke_key(connection: Connection, key_id: str, now: int) -> bool:
    """False if there is no such key in use."""
    return ShortSql(connection).change(_REVOKE, now, key_id) == 1


def note_used(connection: Connection, key_id: str, now: int) -> None:
    ShortSql(connection).change(_USED, now, key_id)
