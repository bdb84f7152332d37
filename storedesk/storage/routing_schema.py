"""The hub's own table of how the buyer of an order wants it, for routing it again."""

from storedesk.storage.schema import only, text, whole

order_wish = only(
    "hub",
    "order_wish",
    text("order_id", primary_key=True),
    text("channel"),
    text("external_id"),
    text("delivery"),
    whole("place_id", nullable=True),
    text("customer_group", ""),
    text("gone", "{}"),
    whole("news_at", "0"),
)
"""``delivery`` is sent or collected, ``place_id`` where the buyer collects; ``gone`` a JSON object of what others have
sent, smallest steps by line; ``news_at`` the age of the last news taken (the platform's clock)."""
