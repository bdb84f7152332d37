"""A place's part of an order: fulfilments, parcels and handovers."""

from typing import NamedTuple


class Fulfilment(NamedTuple):
    """One place's part of an order; ``code_hash`` is the keyed hash of the pickup code. ``expected_at`` is when
    goods on their way to the place should be there, where that is known, and ``source_id`` the place that brings
    them by transfers, 0 where none does."""

    id: str
    order_id: str
    order_number: str
    place_id: int
    kind: str
    state: str
    promised_at: int
    last_day: str
    claimed_by: int | None
    claimed_desk: str
    claimed_at: int | None
    ready_at: int | None
    ended_at: int | None
    code_hash: str
    wrong_codes: int
    note: str
    changed_at: int
    expected_at: int | None = None
    source_id: int = 0


class FulfilmentLine(NamedTuple):
    """Quantities in smallest steps; ``restocked`` of what was picked is back on its shelf, ``moved`` was given back
    and is no part of ``ordered`` any more: another place does it, or the customer decides."""

    fulfilment_id: str
    line: int
    variant_id: int
    ordered: int
    cancelled: int
    picked: int
    short: int
    short_reason: str
    staged: int
    collected: int
    refunded: int
    restocked: int = 0
    moved: int = 0


class Parcel(NamedTuple):
    id: str
    fulfilment_id: str
    number: int
    bin: str
    state: str


class ParcelLine(NamedTuple):
    parcel_id: str
    line: int
    quantity: int


class Handover(NamedTuple):
    """A fact: these parcels left the counter. ``parcels`` is a JSON array of ids; ``outcome`` is
    ``plain``, ``second`` (somebody else had handed the goods over), ``ended`` (the order was over
    before) or ``corrected``. ``second_check`` is empty, ``supervisor``, ``id_seen`` or ``word``."""

    id: str
    fulfilment_id: str
    order_id: str
    place_id: int
    at: int
    desk: str
    staff_id: int
    proof: str
    proof_note: str
    relation: str
    receipt: str
    of_age: str
    parcels: str
    outcome: str
    second_check: str = ""
    checked_by: int | None = None


class TillReceipt(NamedTuple):
    number: str
    order_id: str
    action_id: str


class WordKey(NamedTuple):
    """The key (hex) of a place's one-time words, for its own desks and for customer service."""

    place_id: int
    key: str
