"""The hub's own tables about tills and ERP files: lines taken, names given to articles, keys, exports."""

import sqlalchemy as sa

from storedesk.storage.schema import only, text, whole

_OPEN = "state IN ('aside', 'held')"

till_line = only(
    "hub",
    "till_line",
    text("id", primary_key=True),
    text("target"),
    text("own", ""),
    whole("place_id"),
    text("till"),
    text("receipt"),
    text("line"),
    text("kind"),
    text("article"),
    text("quantity"),
    whole("at"),
    text("condition"),
    text("of_receipt"),
    text("of_line"),
    whole("variant_id", nullable=True),
    whole("steps", nullable=True),
    text("state"),
    text("why", ""),
    whole("booked", "0"),
    whole("received_at"),
    sa.Index("ix_till_line_target", "target"),
    sa.Index(
        "ix_till_line_own", "own", sqlite_where=sa.text("own <> ''"), postgresql_where=sa.text("own <> ''")
    ),
    sa.Index(
        "ix_till_line_open", "state", "place_id", sqlite_where=sa.text(_OPEN), postgresql_where=sa.text(_OPEN)
    ),
)
"""Every line that a till has ever sent, by its id; states as in ``domain.till_line``. ``target`` names the line of
goods it is about, ``own`` the void itself where another void might name it."""

till_article = only(
    "hub",
    "till_article",
    whole("place_id", primary_key=True),
    text("code", primary_key=True),
    whole("variant_id"),
    whole("named_at"),
)
"""What a till's number stands for, as somebody named it; place 0 for all tills."""

till_key = only(
    "hub",
    "till_key",
    text("id", primary_key=True),
    whole("place_id"),
    text("name"),
    text("secret_hash"),
    whole("made_at"),
    whole("revoked_at", nullable=True),
    whole("used_at", nullable=True),
)
"""What lets a place's tills post; the secret itself is shown once and kept nowhere."""

erp_export = only(
    "hub",
    "erp_export",
    text("kind", primary_key=True),
    whole("number", primary_key=True),
    whole("after_position"),
    whole("to_position"),
    whole("rows"),
    whole("made_at"),
    whole("written_at", nullable=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
"""Each file that went to the ERP, packed, so that it can be sent again byte for byte."""
