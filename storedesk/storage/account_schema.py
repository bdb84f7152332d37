"""The hub's own tables about who is who across channels, and what buyers looked at."""

import sqlalchemy as sa

from storedesk.storage.schema import only, text, whole

customer_mark = only(
    "hub",
    "customer_mark",
    text("mark", primary_key=True),
    text("customer_id"),
    whole("seen_at"),
    sa.Index("ix_customer_mark_customer", "customer_id"),
    sa.Index("ix_customer_mark_seen", "seen_at"),
)
"""By which keyed marks of ``domain.customer_marks`` a customer is known again; nobody is named."""

activity_key = only(
    "hub",
    "activity_key",
    whole("channel_id", primary_key=True),
    text("key_hash", unique=True),
    whole("made_at"),
)
"""The key with which a channel may send buyer activity, as its SHA-256 only."""

activity_mark = only(
    "hub",
    "activity_mark",
    text("mark", primary_key=True),
    whole("contact_id"),
    whole("at"),
    sa.Index("ix_activity_mark_at", "at"),
    sa.Index("ix_activity_mark_contact", "contact_id"),
)
"""Views that were counted already, so that a repetition counts once."""

activity_day = only(
    "hub",
    "activity_day",
    whole("channel_id", primary_key=True),
    text("day", primary_key=True),
    text("outcome", primary_key=True),
    whole("views"),
)
"""How many views a channel sent on a UTC date and what became of them."""
