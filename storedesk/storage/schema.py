"""The SQL tables: synced ones derived from the domain's rows, and those of desk and hub alone."""

import typing
from types import UnionType

import sqlalchemy as sa

from storedesk.domain.tables import TABLES, Table

metadata = sa.MetaData()
Whole = sa.BigInteger().with_variant(sa.Integer, "sqlite")
HASH = "row_hash"


def _column(table: Table, name: str, hint: typing.Any) -> sa.Column[typing.Any]:
    options = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kind: typing.Any = Whole if int in options else sa.Text()
    return sa.Column(
        name, kind, primary_key=name in table.key, nullable=type(None) in options, autoincrement=False
    )


def _synced(table: Table) -> sa.Table:
    hints = typing.get_type_hints(table.row)
    columns = [_column(table, name, hints[name]) for name in table.columns]
    indexes = [sa.Index(f"ix_{table.name}_{'_'.join(index)}", *index) for index in table.indexes]
    own_key = len(table.key) == 1 and hints[table.key[0]] is int
    return sa.Table(
        table.name,
        metadata,
        *columns,
        sa.Column(HASH, Whole, nullable=False),
        *indexes,
        sa.PrimaryKeyConstraint(*table.key),
        sqlite_with_rowid=own_key,
        info={"side": "both"},
    )


SYNCED: dict[str, sa.Table] = {table.name: _synced(table) for table in TABLES}


def only(side: str, name: str, *columns: sa.Column[typing.Any] | sa.Index, by_key: bool = False) -> sa.Table:
    """``by_key`` keeps the rows in the key's own tree, for large tables whose rows are short (SQLite)."""
    return sa.Table(name, metadata, *columns, info={"side": side}, sqlite_with_rowid=not by_key)


def text(name: str, default: str | None = None, **options: typing.Any) -> sa.Column[typing.Any]:
    return sa.Column(
        name, sa.Text, nullable=options.pop("nullable", False), server_default=default, **options
    )


def whole(name: str, default: str | None = None, **options: typing.Any) -> sa.Column[typing.Any]:
    return sa.Column(
        name,
        Whole,
        nullable=options.pop("nullable", False),
        server_default=default,
        autoincrement=False,
        **options,
    )


hub_state = only("hub", "hub_state", text("name", primary_key=True), text("value"))
device = only(
    "hub",
    "device",
    text("id", primary_key=True),
    whole("place_id"),
    whole("number"),
    text("code", unique=True),
    text("name"),
    text("public_key"),
    whole("epoch", "1"),
    whole("last_seq", "0"),
    whole("last_at", "0"),
    text("chain", ""),
    whole("enrolled_at"),
    whole("last_seen_at", "0"),
    whole("revoked", "0"),
    whole("revoked_at", "0"),
    whole("forks", "0"),
    whole("lost_epoch", "0"),
    whole("heard_until", "0"),
)
desk_line = only(
    "hub",
    "desk_line",
    text("device_id", primary_key=True),
    whole("connected_since"),
    whole("seen_at"),
    whole("unsent_at", nullable=True),
    whole("unsent_since"),
)
enrol_code = only(
    "hub",
    "enrol_code",
    text("code_hash", primary_key=True),
    whole("place_id"),
    text("made_by"),
    whole("expires_at"),
    whole("wrong_tries", "0"),
    text("used_by", ""),
)
inbox = only(
    "hub",
    "inbox",
    text("action_id", primary_key=True),
    text("device_id"),
    whole("epoch"),
    whole("seq"),
    text("kind"),
    whole("version"),
    text("content_hash"),
    text("record"),
    whole("received_at"),
    text("outcome"),
    whole("position"),
    text("task", nullable=True),
    text("reason", nullable=True),
    text("facts", "{}"),
    whole("rescued", "0"),
    sa.Index("ix_inbox_device_id_epoch_seq", "device_id", "epoch", "seq"),
    sa.Index(
        "ix_inbox_parked",
        "reason",
        sqlite_where=sa.text("outcome = 'parked'"),
        postgresql_where=sa.text("outcome = 'parked'"),
    ),
)
action_key = only(
    "hub",
    "action_key",
    text("action_id", primary_key=True),
    text("secret"),
    whole("until", nullable=True),
    sa.Index("ix_action_key_until", "until"),
)
feed = only(
    "hub",
    "feed",
    whole("position", primary_key=True),
    text("tbl"),
    text("row_key"),
    text("scope"),
    whole("gone"),
    sa.Index("ux_feed_row", "tbl", "row_key", "scope", unique=True),
    sa.Index(
        "ix_feed_gone", "position", sqlite_where=sa.text("gone = 1"), postgresql_where=sa.text("gone = 1")
    ),
)
commit_tag = only("hub", "commit_tag", whole("position", primary_key=True), whole("tag"), whole("at", "0"))
feed_head = only("hub", "feed_head", whole("id", primary_key=True), whole("position"), whole("horizon", "0"))
scope_sum = only("hub", "scope_sum", text("scope", primary_key=True), whole("total"), whole("older", "0"))
"""``older`` is by how much the sum differs in the wire version before."""
audit = only(
    "hub",
    "audit",
    whole("number", primary_key=True),
    whole("at"),
    text("device_id"),
    whole("staff_id"),
    text("kind"),
    text("action_id"),
    text("outcome"),
    text("chain"),
)
import_run = only(
    "hub",
    "import_run",
    text("input_hash", primary_key=True),
    text("mapping"),
    whole("next_row"),
    whole("finished"),
    text("report"),
    whole("changed_at"),
)

outbox = only(
    "desk",
    "outbox",
    whole("number", primary_key=True),
    text("action_id", unique=True),
    whole("epoch"),
    whole("seq"),
    text("kind"),
    whole("version"),
    whole("at"),
    whole("at_error"),
    text("boot"),
    whole("staff_id"),
    whole("place_id"),
    text("args"),
    text("state"),
    whole("doubtful", "0"),
    whole("tries", "0"),
    whole("last_try_at", nullable=True),
    text("outcome", nullable=True),
    whole("position", nullable=True),
    text("task", nullable=True),
    text("reason", nullable=True),
    text("facts", "{}"),
    whole("decided_at", nullable=True),
    whole("sealed", "0"),
    text("chain", ""),
    text("earlier_outcome", nullable=True),
    whole("beneath", "0"),
    sa.Index("ix_outbox_state", "state", "number"),
    sa.Index("ix_outbox_beneath", "number", sqlite_where=sa.text("beneath = 1")),
    sa.Index("ix_outbox_unsealed", "number", sqlite_where=sa.text("sealed = 0")),
    sa.Index("ix_outbox_seq", "seq"),
)
base_row = only(
    "desk",
    "base_row",
    text("tbl", primary_key=True),
    text("row_key", primary_key=True),
    text("content", nullable=True),
    whole("hash"),
)
journal = only(
    "desk",
    "journal",
    whole("number", primary_key=True),
    whole("at"),
    text("action_id", unique=True),
    text("kind"),
    text("chain"),
)
scope_state = only(
    "desk", "scope_state", text("scope", primary_key=True), whole("total"), whole("refetching", "0")
)
incoming = only(
    "desk",
    "incoming",
    whole("number", primary_key=True),
    text("head"),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
desk_state = only("desk", "desk_state", text("name", primary_key=True), text("value"))
document_counter = only("desk", "document_counter", text("kind", primary_key=True), whole("number"))
pin_try = only(
    "desk",
    "pin_try",
    whole("staff_id", primary_key=True),
    whole("wrong"),
    whole("blocked_until", "0"),
    whole("steady_until", "0"),
)
draft = only("desk", "draft", text("name", primary_key=True), text("content"), whole("changed_at"))
print_job = only(
    "desk",
    "print_job",
    text("id", primary_key=True),
    text("role"),
    text("title"),
    sa.Column("document", sa.LargeBinary, nullable=False),
    text("state"),
    whole("tries", "0"),
    whole("made_at"),
    whole("next_try_at", "0"),
    whole("printed_at", nullable=True),
    text("printer", ""),
    text("problem", ""),
    sa.Index("ix_print_job_state", "state", "made_at"),
)
