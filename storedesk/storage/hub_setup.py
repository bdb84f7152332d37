"""Makes a new hub's database, or brings an older one up to this program's schema."""

from collections.abc import Callable

import msgspec

from storedesk.protocol.wire_versions import SPOKEN, Spoken
from storedesk.storage.database_work import Connection
from storedesk.storage.engine import schema_version
from storedesk.storage.hub_rows import prepare_hub
from storedesk.storage.older_wire import count_older_sums
from storedesk.storage.schema import hub_state
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

_NOTED = select_from(hub_state, ("value",), "name = 'older_wire'")
_NOTE = upsert_into(hub_state, ("name",))


def set_up_hub(connection: Connection, instance: str, random_tag: Callable[[], int]) -> None:
    """Does nothing on a hub that is up to date; raises ``DatabaseTooNew`` for one of a newer program."""
    if connection.dialect.name == "sqlite":
        schema_version(connection)
    prepare_hub(connection, instance, random_tag)
    spoken_before(connection, SPOKEN)


def spoken_before(connection: Connection, spoken: Spoken) -> None:
    """Counts the sums of the wire version before where an update has changed which that is."""
    sql = ShortSql(connection)
    before = msgspec.json.encode(spoken.older_differences()).decode()
    found = sql.first(_NOTED)
    if (found[0] if found is not None else "{}") != before:
        count_older_sums(connection, spoken)
        sql.change(_NOTE, "older_wire", before)
