"""The accounts of the channels on the hub: what they are opened with, how they are, and which process runs them."""

from typing import Any, NamedTuple

from storedesk.storage.channel_schema import (
    channel_account,
    channel_cursor,
    channel_delivery,
    channel_push,
    channel_told,
)
from storedesk.storage.database_work import Connection
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, insert_into

_COLUMNS = (
    "channel_id", "platform", "settings", "shop", "state", "why", "what", "feed_position", "changed_at",
    "capabilities", "last_push", "sweep", "quiet", "put_back_seen", "levels",
)  # fmt: skip
_OWN = ", ".join(f"a.{column}" for column in _COLUMNS)
_ALL = f"SELECT c.code, c.name, {_OWN} FROM channel_account a JOIN {SYNCED['channel'].name} c ON c.id = a.channel_id"
_BY_ID, _BY_CODE = f"{_ALL} WHERE a.channel_id = ?", f"{_ALL} WHERE c.code = ?"
_ADD = insert_into(channel_account, ("channel_id", "platform", "settings", "changed_at"))
_LEASE = (
    "UPDATE channel_account SET lease = ?, lease_until = ? "
    "WHERE channel_id = ? AND (lease = ? OR lease_until < ?)"
)
_HELD = "SELECT lease FROM channel_account WHERE channel_id = ?"
_RELEASE = "UPDATE channel_account SET lease = '', lease_until = 0 WHERE channel_id = ? AND lease = ?"
_FORGET = (channel_cursor, channel_push, channel_delivery, channel_told, channel_account)

OFF, READING, LOADING, ON, WAITING, STOPPED = "off", "reading", "loading", "on", "waiting", "stopped"
RUNNING = (LOADING, ON, WAITING, STOPPED)
"""States of a channel that is switched on."""
WORKED_ON = (READING, *RUNNING)
"""States in which a channel's line is read; READING is before it is switched on: nothing is told, no order taken."""


class Account(NamedTuple):
    """A channel's line as it is stored, without secrets; ``code`` and ``name`` are the channel's."""

    code: str
    name: str
    channel_id: int
    platform: str
    settings: str
    shop: str
    state: str
    why: str
    what: str
    feed_position: int
    changed_at: int
    capabilities: str
    last_push: int
    sweep: str | None
    quiet: str
    put_back_seen: int
    levels: str = "available"


def accounts(connection: Connection) -> list[Account]:
    """By channel number."""
    return sorted((Account(*row) for row in ShortSql(connection).all(_ALL)), key=lambda one: one.channel_id)


def account_of(connection: Connection, channel_id: int) -> Account | None:
    found = ShortSql(connection).first(_BY_ID, channel_id)
    return None if found is None else Account(*found)


def account_named(connection: Connection, code: str) -> Account | None:
    found = ShortSql(connection).first(_BY_CODE, code)
    return None if found is None else Account(*found)


def add_account(connection: Connection, channel_id: int, platform: str, settings: str, now: int) -> None:
    """A line that is off; the channel must have none."""
    ShortSql(connection).change(_ADD, channel_id, platform, settings, now)


def change_account(connection: Connection, channel_id: int, **values: Any) -> None:
    """Sets columns by name."""
    names = ", ".join(f'"{channel_account.c[name].name}" = ?' for name in values)
    text = f"UPDATE channel_account SET {names} WHERE channel_id = ?"
    ShortSql(connection).change(text, *values.values(), channel_id)


def forget_account(connection: Connection, channel_id: int) -> None:
    """The line and what was on its way; links stay, so that a new line to the same shop finds its records."""
    for table in _FORGET:
        ShortSql(connection).change(f'DELETE FROM "{table.name}" WHERE channel_id = ?', channel_id)


def take_lease(connection: Connection, channel_id: int, owner: str, now: int, until: int) -> bool:
    """Whether ``owner`` (a process's random name) alone may run the channel until then; also to go on with it."""
    return ShortSql(connection).change(_LEASE, owner, until, channel_id, owner, now) == 1


def holds_lease(connection: Connection, channel_id: int, owner: str) -> bool:
    """Within the transaction that relies on it: nobody else takes it before this one ends."""
    sql = ShortSql(connection)
    found = sql.first(_HELD + sql.for_update, channel_id)
    return found is not None and found[0] == owner


def release_lease(connection: Connection, channel_id: int, owner: str) -> None:
    ShortSql(connection).change(_RELEASE, channel_id, owner)
