"""The hub's own tables about channels: accounts, links, cursors, outbox, inbox, what each channel shows."""

import sqlalchemy as sa

from storedesk.storage.schema import only, text, whole

channel_account = only(
    "hub",
    "channel_account",
    whole("channel_id", primary_key=True),
    text("platform"),
    text("settings", "{}"),
    text("shop", ""),
    text("state", "off"),
    text("why", ""),
    text("what", ""),
    whole("feed_position", "0"),
    whole("changed_at", "0"),
    text("capabilities", ""),
    whole("last_push", "0"),
    text("sweep", nullable=True),
    text("quiet", ""),
    whole("put_back_seen", "0"),
    text("levels", "available"),
    text("lease", ""),
    whole("lease_until", "0"),
)
"""A channel's line: settings as JSON without secrets, ``state`` as in ChannelState, and how far in the feed the
planner of pushes has come. ``capabilities`` are those last found, parted by spaces; ``levels`` which figure of stock
it shows (available or physical); ``last_push`` the number of the newest push; ``sweep`` the link after which a plan of
everything goes on, None where none is under way; ``quiet`` how silent the tills of each place were when its buffers
were last told; ``lease`` names the process that runs it."""

channel_link = only(
    "hub",
    "channel_link",
    whole("channel_id", primary_key=True),
    text("kind", primary_key=True),
    text("external_id", primary_key=True),
    text("local_id"),
    text("detail", ""),
    sa.Index("ix_channel_link_local", "channel_id", "kind", "local_id"),
    by_key=True,
)
"""Which record there is which record here. ``kind`` is place, product, variant, stock (a variant's stock id), company,
customer, order, line (``order/line``), part, list or quote; ``local_id`` the key here as text, or empty where
somebody chose to leave it out; ``detail`` a JSON object of what pushes need beside the id."""

channel_cursor = only(
    "hub",
    "channel_cursor",
    whole("channel_id", primary_key=True),
    text("kind", primary_key=True),
    text("cursor"),
    text("phase"),
    whole("done", "0"),
    whole("total", nullable=True),
    whole("read_at", "0"),
)
"""How far a kind has been read: ``phase`` is loading or following."""

channel_push = only(
    "hub",
    "channel_push",
    text("key", primary_key=True),
    whole("channel_id"),
    text("kind"),
    text("entity"),
    text("ask"),
    text("state"),
    whole("tries", "0"),
    whole("made_at"),
    whole("due_at"),
    whole("tried_at", nullable=True),
    whole("done_at", nullable=True),
    text("why", ""),
    text("detail", ""),
    whole("number", "0"),
    text("about", "{}"),
    sa.Index("ix_channel_push_due", "channel_id", "state", "due_at"),
    sa.Index("ix_channel_push_entity", "channel_id", "entity", "number"),
)
"""The outbox of each connector, in order of ``number`` per ``entity``. ``state`` is waiting, sending, unknown, done,
refused, parked or dropped (true no more); ``about`` a JSON object of the records here that it is about."""

channel_told = only(
    "hub",
    "channel_told",
    whole("channel_id", primary_key=True),
    whole("variant_id", primary_key=True),
    whole("place_id", primary_key=True),
    whole("available"),
    whole("own_reserved"),
    whole("at"),
)
"""The figures of stock that each channel was last told and took, so that what has not changed is not told again."""

channel_delivery = only(
    "hub",
    "channel_delivery",
    whole("channel_id", primary_key=True),
    text("delivery_id", primary_key=True),
    text("kind"),
    text("external_id"),
    whole("received_at"),
    text("state"),
    whole("tries", "0"),
    whole("due_at", "0"),
    text("why", ""),
    sa.Index("ix_channel_delivery_state", "channel_id", "state", "due_at"),
)
"""The inbox of each connector: what a delivery was about, never its payload. ``state`` is waiting, done or parked."""

channel_shown = only(
    "hub",
    "channel_shown",
    whole("channel_id", primary_key=True),
    whole("variant_id", primary_key=True),
    text("field", primary_key=True),
    text("about", primary_key=True),
    text("value"),
    whole("read_at"),
    whole("changed_at"),
    text("pushed", nullable=True),
    whole("pushed_at", nullable=True),
    by_key=True,
)
"""What a channel showed when it was last read, and what was last pushed to it and taken; fields as in Difference."""

refused_write = only(
    "hub",
    "refused_write",
    text("source", primary_key=True),
    text("field", primary_key=True),
    text("day", primary_key=True),
    whole("count", "0"),
    whole("last_at", "0"),
    text("example", ""),
)
"""What a source that is not master wrote, counted by day; ``example`` is the last record's id."""

channel_comparing = only(
    "hub",
    "channel_comparing",
    whole("channel_id", primary_key=True),
    whole("after_id"),
    whole("began_at"),
    text("counts", "{}"),
)
"""How far a comparison has come that is not at its end: variants up to ``after_id``, what was found by cause."""

channel_tell_anew = only(
    "hub",
    "channel_tell_anew",
    whole("channel_id", primary_key=True),
    text("kind", primary_key=True),
    text("local_id", primary_key=True),
)
"""Articles and places (``variant``, ``place``) whose figures are to be told again, whatever was told before: they were
linked, or the channel's own word about them has changed, which is no change of the feed."""
