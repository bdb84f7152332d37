"""Makes a new hub's database, or brings an older one up to this program's schema."""

from collections.abc import Callable

from storedesk.storage.database_work import Connection
from storedesk.storage.engine import schema_version
from storedesk.storage.hub_rows import prepare_hub


def set_up_hub(connection: Connection, instance: str, random_tag: Callable[[], int]) -> None:
    """Does nothing on a hub that is up to date; raises ``DatabaseTooNew`` for one of a newer program."""
    if connection.dialect.name == "sqlite":
        schema_version(connection)
    prepare_hub(connection, instance, random_tag)
