"""Once a minute on the hub: the keys of actions whose time is over are destroyed, and old decisions forgotten."""

from storedesk.storage import action_keys, hub_parked
from storedesk.storage.database_work import Connection

_MINUTE_MS, _MINUTES = 60_000, 60
_HOURLY_AT = 30
"""In this minute of the hour, away from what else happens hourly."""


def forget(connection: Connection, now: int) -> None:
    """A thousand keys at a time; what was decided for devices that are long gone, once an hour."""
    action_keys.destroy(connection, now)
    if now // _MINUTE_MS % _MINUTES == _HOURLY_AT:
        hub_parked.forget_long_revoked(connection, now)
