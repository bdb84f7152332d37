"""Every table of a desk or a hub, for whoever makes a database."""

import sqlalchemy as sa

from storedesk.storage import account_schema, channel_schema, intake_schema, routing_schema, till_schema
from storedesk.storage.schema import metadata

MODULES = (account_schema, channel_schema, intake_schema, routing_schema, till_schema)
"""Where tables are declared beside ``schema``."""


def tables_of(side: str) -> list[sa.Table]:
    """The tables of ``desk`` or ``hub``, the synced ones included."""
    return [table for table in metadata.sorted_tables if table.info["side"] in ("both", side)]
