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


def _only(side: str, name: str, *columns: sa.Column[typing.Any] | sa.Index) -> sa.Table:
    return sa.Table(name, metadata, *columns, info={"side": side})


def _text(name: str, default: str | None = None, **options: typing.Any) -> sa.Column[typing.Any]:
    return sa.Column(
        name, sa.Text, nullable=options.pop("nullable", False), server_default=default, **options
    )


def _whole(name: str, default: str | None = None, **options: typing.Any) -> sa.Column[typing.Any]:
    return sa.Column(
        name,
        Whole,
        nullable=options.pop("nullable", False),
        server_default=default,
        autoincrement=False,
        **options,
    )


hub_state = _only("hub", "hub_state", _text("name", primary_key=True), _text("value"))
device = _only(
    "hub",
    "device",
    _text("id", primary_key=True),
    _whole("place_id"),
    _whole("number"),
    _text("code", unique=True),
    _text("name"),
    _text("public_key"),
    _whole("epoch", "1"),
    _whole("last_seq", "0"),
    _whole("last_at", "0"),
    _text("chain", ""),
    _whole("enrolled_at"),
    _whole("last_seen_at", "0"),
    _whole("revoked", "0"),
    _whole("revoked_at", "0"),
    _whole("forks", "0"),
    _whole("lost_epoch", "0"),
    _whole("heard_until", "0"),
)
desk_line = _only(
    "hub",
    "desk_line",
    _text("device_id", primary_key=True),
    _whole("connected_since"),
    _whole("seen_at"),
    _whole("unsent_at", nullable=True),
    _whole("unsent_since"),
)
enrol_code = _only(
    "hub",
    "enrol_code",
    _text("code_hash", primary_key=True),
    _whole("place_id"),
    _text("made_by"),
    _whole("expires_at"),
    _whole("wrong_tries", "0"),
    _text("used_by", ""),
)
inbox = _only(
    "hub",
    "inbox",
    _text("action_id", primary_key=True),
    _text("device_id"),
    _whole("epoch"),
    _whole("seq"),
    _text("kind"),
    _whole("version"),
    _text("content_hash"),
    _text("record"),
    _whole("received_at"),
    _text("outcome"),
    _whole("position"),
    _text("task", nullable=True),
    _text("reason", nullable=True),
    _text("facts", "{}"),
    _whole("rescued", "0"),
    sa.Index("ix_inbox_device_id_epoch_seq", "device_id", "epoch", "seq"),
    sa.Index(
        "ix_inbox_parked",
        "reason",
        sqlite_where=sa.text("outcome = 'parked'"),
        postgresql_where=sa.text("outcome = 'parked'"),
    ),
)
action_key = _only(
    "hub",
    "action_key",
    _text("action_id", primary_key=True),
    _text("secret"),
    _whole("until", nullable=True),
    sa.Index("ix_action_key_until", "until"),
)
feed = _only(
    "hub",
    "feed",
    _whole("position", primary_key=True),
    _text("tbl"),
    _text("row_key"),
    _text("scope"),
    _whole("gone"),
    sa.Index("ux_feed_row", "tbl", "row_key", "scope", unique=True),
    sa.Index(
        "ix_feed_gone", "position", sqlite_where=sa.text("gone = 1"), postgresql_where=sa.text("gone = 1")
    ),
)
commit_tag = _only(
    "hub", "commit_tag", _whole("position", primary_key=True), _whole("tag"), _whole("at", "0")
)
feed_head = _only(
    "hub", "feed_head", _whole("id", primary_key=True), _whole("position"), _whole("horizon", "0")
)
scope_sum = _only("hub", "scope_sum", _text("scope", primary_key=True), _whole("total"), _whole("older", "0"))
"""``older`` is by how much the sum differs in the wire version before."""
audit = _only(
    "hub",
    "audit",
    _whole("number", primary_key=True),
    _whole("at"),
    _text("device_id"),
    _whole("staff_id"),
    _text("kind"),
    _text("action_id"),
    _text("outcome"),
    _text("chain"),
)
import_run = _only(
    "hub",
    "import_run",
    _text("input_hash", primary_key=True),
    _text("mapping"),
    _whole("next_row"),
    _whole("finished"),
    _text("report"),
    _whole("changed_at"),
)

outbox = _only(
    "desk",
    "outbox",
    _whole("number", primary_key=True),
    _text("action_id", unique=True),
    _whole("epoch"),
    _whole("seq"),
    _text("kind"),
    _whole("version"),
    _whole("at"),
    _whole("at_error"),
    _text("boot"),
    _whole("staff_id"),
    _whole("place_id"),
    _text("args"),
    _text("state"),
    _whole("doubtful", "0"),
    _whole("tries", "0"),
    _whole("last_try_at", nullable=True),
    _text("outcome", nullable=True),
    _whole("position", nullable=True),
    _text("task", nullable=True),
    _text("reason", nullable=True),
    _text("facts", "{}"),
    _whole("decided_at", nullable=True),
    _whole("sealed", "0"),
    _text("chain", ""),
    _text("earlier_outcome", nullable=True),
    _whole("beneath", "0"),
    sa.Index("ix_outbox_state", "state", "number"),
    sa.Index("ix_outbox_beneath", "number", sqlite_where=sa.text("beneath = 1")),
    sa.Index("ix_outbox_unsealed", "number", sqlite_where=sa.text("sealed = 0")),
    sa.Index("ix_outbox_seq", "seq"),
)
base_row = _only(
    "desk",
    "base_row",
    _text("tbl", primary_key=True),
    _text("row_key", primary_key=True),
    _text("content", nullable=True),
    _whole("hash"),
)
journal = _only(
    "desk",
    "journal",
    _whole("number", primary_key=True),
    _whole("at"),
    _text("action_id", unique=True),
    _text("kind"),
    _text("chain"),
)
scope_state = _only(
    "desk", "scope_state", _text("scope", primary_key=True), _whole("total"), _whole("refetching", "0")
)
incoming = _only(
    "desk",
    "incoming",
    _whole("number", primary_key=True),
    _text("head"),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
desk_state = _only("desk", "desk_state", _text("name", primary_key=True), _text("value"))
document_counter = _only("desk", "document_counter", _text("kind", primary_key=True), _whole("number"))
pin_try = _only(
    "desk",
    "pin_try",
    _whole("staff_id", primary_key=True),
    _whole("wrong"),
    _whole("blocked_until", "0"),
    _whole("steady_until", "0"),
)
draft = _only("desk", "draft", _text("name", primary_key=True), _text("content"), _whole("changed_at"))
print_job = _only(
    "desk",
    "print_job",
    _text("id", primary_key=True),
    _text("role"),
    _text("title"),
    sa.Column("document", sa.LargeBinary, nullable=False),
    _text("state"),
    _whole("tries", "0"),
    _whole("made_at"),
    _whole("next_try_at", "0"),
    _whole("printed_at", nullable=True),
    _text("printer", ""),
    _text("problem", ""),
    sa.Index("ix_print_job_state", "state", "made_at"),
)


def tables_of(side: str) -> list[sa.Table]:
    """The tables of ``desk`` or ``hub``, the synced ones included."""
    return [table for table in metadata.sorted_tables if table.info["side"] in ("both", side)]
