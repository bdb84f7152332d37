"""The hub's own tables of what its channels bring: records that were set aside, codes that could mean an article."""

import sqlalchemy as sa

from storedesk.storage.schema import only, text, whole

channel_problem = only(
    "hub",
    "channel_problem",
    whole("channel_id", primary_key=True),
    text("kind", primary_key=True),
    text("external_id", primary_key=True),
    text("within"),
    text("problem"),
    whole("first_at"),
    whole("last_at"),
    sa.Index("ix_channel_problem_last", "channel_id", "kind", "last_at"),
)
"""``within`` is the record that is read again to try once more: a variant's product, else the record itself."""

channel_code = only(
    "hub",
    "channel_code",
    whole("channel_id", primary_key=True),
    text("code", primary_key=True),
    text("kind", primary_key=True),
    text("external_id", primary_key=True),
    whole("used", "0"),
    sa.Index("ix_channel_code_external", "channel_id", "external_id"),
    by_key=True,
)
"""``used`` is 1 where the article there was linked by this code alone."""
