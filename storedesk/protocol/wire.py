"""The messages between desk and hub; decoded strictly, sizes capped where they are read."""

from typing import Annotated, Any

import msgspec

WIRE_VERSION = 1
PUSH_ACTIONS = 50
PUSH_BYTES = 256 * 1024
ACTION_BYTES = 64 * 1024
PARKED_ASKED = 50

Whole = Annotated[int, msgspec.Meta(ge=-(1 << 63), le=(1 << 63) - 1)]
"""What fits a column of the database."""
Word = Annotated[str, msgspec.Meta(max_length=200, pattern=r"^[^\x00]*$")]
"""Text that no person typed."""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """Anything on the wire; unknown fields are ignored."""


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """How far a desk has followed the feed; the random tag tells a restored hub from the one it knew."""

    position: Whole
    tag: Whole


class ActionRecord(Message, frozen=True, kw_only=True):
    """One action as it travels. ``seq`` counts the actions of a device from 1 within an epoch, ``at`` is
    hub-corrected desk time with its possible error in milliseconds, ``boot`` names the desk's start."""

    id: Word
    seq: Whole
    kind: Word
    version: Whole
    at: Whole
    at_error: Whole
    boot: Word
    staff_id: Whole
    place_id: Whole
    args: msgspec.Raw


class Decision(Message, frozen=True, kw_only=True):
    """``outcome``: accepted, accepted_with_conflict, refused, parked. ``position``: the feed after its effects."""

    action_id: str
    seq: int
    outcome: str
    position: int
    task: str | None = None
    reason: str | None = None
    facts: dict[str, int | str] = {}


class HelloRequest(Message, frozen=True, kw_only=True, tag="hello"):
    """``oldest_seq`` is the lowest sequence the desk still holds in this epoch, 0 for none. ``heard`` is the hub's
    time in the last reply that this desk had when nothing it made before waits any more, 0 if something does.
    ``parked`` are own parked actions whose fate is asked; ``boot`` names the desk's start. ``seen`` is the feed
    behind the newest decisions the desk was given in this epoch: a hub that does not know it has been put back.
    ``epoch`` 0 is a desk that has not numbered anything yet; ``cursor`` None one whose rows are not this hub's."""

    app: Word
    wire: Whole
    epoch: Whole
    cursor: Cursor | None
    last_seq: Whole
    oldest_seq: Whole = 0
    oldest_unsent_at: Whole | None = None
    heard: Whole = 0
    parked: Annotated[list[Word], msgspec.Meta(max_length=PARKED_ASKED)] = []
    boot: Word = ""
    seen: Cursor | None = None


class HelloReply(Message, frozen=True, kw_only=True, tag="hello_reply"):
    """``last_seq`` is the hub's last sequence for this device in ``epoch``; ``now`` the hub's time. A cursor that
    is not known was given by a hub that has been put back since, or is too old. ``decisions`` are those of parked
    actions decided since, ``decided_head`` the feed behind them; ``forks`` counts how often this device's data was
    found in use twice. ``put_back``: since the epoch the desk speaks of this hub has been found put back, so that
    everything kept is to be offered again.
    ``rescue_key`` is told to a revoked device: the hub's raw X25519 key in hex, for which it seals what it could not
    send."""

    instance: str
    now: int
    epoch: int
    last_seq: int
    revoked: bool
    place_id: int
    place_code: str
    desk: str
    scopes: list[str]
    head: int
    cursor_known: bool = True
    decisions: list[Decision] = []
    forks: int = 0
    rescue_key: str = ""
    put_back: bool = False
    decided_head: Cursor | None = None


class PushRequest(Message, frozen=True, kw_only=True, tag="push"):
    """``chain`` is the device's chain of this epoch before ``first_seq``; see ``action_hash``."""

    epoch: Whole
    first_seq: Whole
    actions: Annotated[list[ActionRecord], msgspec.Meta(max_length=PUSH_ACTIONS)]
    chain: Word


class PushReply(Message, frozen=True, kw_only=True, tag="push_reply"):
    """Decisions in the order of the actions; ``gap`` is set when ``expected`` is the number wanted instead.
    ``head`` is the feed behind them."""

    decisions: list[Decision]
    expected: int
    gap: bool = False
    epoch: int = 0
    head: Cursor | None = None


class PullRequest(Message, frozen=True, kw_only=True, tag="pull"):
    """``wire`` is the version in which the desk reads rows."""

    cursor: Cursor
    scopes: Annotated[list[Word], msgspec.Meta(max_length=10_000)]
    limit: Whole = 5000
    wire: Whole = WIRE_VERSION


class TableRows(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one table: column names once, arrays of values, and the 8-byte hash of each row."""

    table: str
    columns: list[str]
    rows: list[list[Any]]
    hashes: list[int]


class Gone(msgspec.Struct, frozen=True, array_like=True):
    """A row that has left a scope."""

    table: str
    scope: str
    key: list[Any]


class PullReply(Message, frozen=True, kw_only=True, tag="pull_reply"):
    """A page. Pages of one pull belong together: nothing is shown before the one with ``complete``,
    which carries the sum of each scope's row hashes at its position."""

    start: Cursor
    end: Cursor
    complete: bool
    tables: list[TableRows]
    gone: list[Gone]
    sums: dict[str, int]


class SnapshotRequest(Message, frozen=True, kw_only=True, tag="snapshot"):
    scopes: Annotated[list[Word], msgspec.Meta(max_length=10_000)]
    wire: Whole = WIRE_VERSION


class SnapshotReply(Message, frozen=True, kw_only=True, tag="snapshot_reply"):
    """An encrypted database file to be fetched by range under ``file``; ``key`` is its raw key in hex."""

    file: str
    key: str
    size: int
    sha256: str
    cursor: Cursor
    rows: dict[str, int]
    sums: dict[str, int]


class FoundPart(msgspec.Struct, frozen=True, kw_only=True):
    """What one place does of a found order."""

    place_id: int
    state: str
    promised_at: int
    last_day: str


class FoundOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order as the hub tells of it: the name to tell orders apart, of the phone only the last digits."""

    order_id: str
    number: str
    channel_id: int
    state: str
    payment_state: str
    placed_at: int
    total: int
    currency: str
    name: str
    phone_tail: str
    parts: list[FoundPart]


class FoundOrders(Message, frozen=True, kw_only=True, tag="found_orders"):
    """Orders found beyond a desk's scopes; ``more`` if there were more than are told."""

    now: int
    orders: list[FoundOrder]
    more: bool


class WhyArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article of an order and how much of it is wanted, smallest steps; ``waits`` is what no place has now."""

    variant_id: int
    name: str
    wanted: int
    waits: int = 0
    unit: str = "piece"


class WhyPlace(msgspec.Struct, frozen=True, kw_only=True):
    """What routing makes of a place: ``outcome`` is chosen, next or no, ``why`` the word of the reason, ``figure``
    what failed or decided, ``against`` what stood against it, ``article`` the one there was too little of.
    ``stock`` is what it could promise of each article, ``parcels`` of ``most_parcels`` (None: no limit) today."""

    place_id: int
    name: str
    km: int | None
    stock: list[int]
    parcels: int
    most_parcels: int | None
    as_of: int
    outcome: str
    why: str
    figure: int
    against: int
    article: int
    has_it: bool


class OrderWhy(Message, frozen=True, kw_only=True, tag="order_why"):
    """Why this store, as of ``now``: ``rule`` and its number are empty and 0 where no rule finds a place.
    ``brought_to`` is the place to which the chosen one brings the goods of a pickup, or empty."""

    now: int
    order_id: str
    number: str
    delivery: str
    rule: str
    rule_number: int
    articles: list[WhyArticle]
    places: list[WhyPlace]
    brought_to: str = ""


class WireError(Message, frozen=True, kw_only=True, tag="error"):
    """A numbered refusal of a whole request; see ``wire_errors``. ``now`` lets a desk correct its clock."""

    number: int
    detail: str = ""
    now: int = 0
    expected: int = 0


Request = HelloRequest | PushRequest | PullRequest | SnapshotRequest
Reply = HelloReply | PushReply | PullReply | SnapshotReply | WireError

encode = msgspec.json.encode
request_decoder = msgspec.json.Decoder(Request)
reply_decoder = msgspec.json.Decoder(Reply)
