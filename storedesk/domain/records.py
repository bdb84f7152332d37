"""The synced rows, one named tuple per table; the order of the fields is the order on the wire.

Figures are integers: money in 1/10,000 of the major unit, quantities in the unit's smallest step,
times in UTC milliseconds, rates in 1/10,000 %. Numbers given by the central system (places, articles,
channels, staff, companies) are integers; whatever a desk can create has a UUID as text.
"""

from typing import NamedTuple


class Place(NamedTuple):
    id: int
    code: str
    name: str
    kind: str
    region: str
    country: str
    currency: str
    zone: str
    weekly: str
    exceptions: str
    address: str
    phone: str


class Channel(NamedTuple):
    id: int
    code: str
    name: str
    kind: str
    buffer: int


class StagingBin(NamedTuple):
    place_id: int
    code: str
    capacity: int


class TaxRateRow(NamedTuple):
    country: str
    category: str
    valid_from: str
    rate: int


class Staff(NamedTuple):
    """A person's rights at one place; ``pin_hash`` is argon2id, ``badge_hash`` a keyed hash or empty."""

    place_id: int
    staff_id: int
    name: str
    initials: str
    role: str
    pin_hash: str
    badge_hash: str
    active_from: int
    active_until: int | None
    position: int


class Product(NamedTuple):
    id: int
    style: str
    name: str
    brand: str
    category: str
    tax_category: str
    age_limit: int


class Variant(NamedTuple):
    id: int
    product_id: int
    sku: str
    name: str
    colour: str
    size: str
    unit: str
    weight_grams: int


class Barcode(NamedTuple):
    code: str
    variant_id: int
    pack_quantity: int


class Price(NamedTuple):
    list_code: str
    variant_id: int
    currency: str
    from_quantity: int
    valid_from: str
    amount: int
    gross: int


class StockLevel(NamedTuple):
    """``quantity`` is the sum of the movements of this bucket; ``reserved`` counts only for sellable."""

    location_id: int
    variant_id: int
    bucket: int
    quantity: int
    reserved: int
    safety: int
    incoming: int
    incoming_at: int | None
    shelf: str
    changed_at: int


class Movement(NamedTuple):
    id: str
    location_id: int
    variant_id: int
    bucket: int
    quantity: int
    reason: str
    action_id: str
    staff_id: int
    at: int


class Company(NamedTuple):
    id: int
    number: str
    name: str
    folded: str
    country: str
    organisation_number: str
    parent_id: int | None
    currency: str
    credit_limit: int
    terms_days: int


class Order(NamedTuple):
    """``customer_id`` groups the orders of one person or company without naming anybody."""

    id: str
    number: str
    channel_id: int
    external_id: str
    placed_at: int
    country: str
    currency: str
    total: int
    state: str
    payment_state: str
    authorised_until: int | None
    due: int
    gift: int
    customer_id: str
    company_id: int | None
    changed_at: int


class OrderLine(NamedTuple):
    order_id: str
    line: int
    kind: str
    variant_id: int | None
    sku: str
    name: str
    detail: str
    unit: str
    ordered: int
    cancelled: int
    returned: int
    price: int
    amount: int
    tax_rate: int


class Fulfilment(NamedTuple):
    """One place's part of an order; ``code_hash`` is the keyed hash of the pickup code."""

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


class FulfilmentLine(NamedTuple):
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
    before) or ``corrected``."""

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


class TillReceipt(NamedTuple):
    number: str
    order_id: str
    action_id: str


class Person(NamedTuple):
    """A name beside an order, in a row of its own. ``holder`` is the place whose desks may hold it
    (its number as text) or ``closed``; ``role`` is buyer, recipient or collector."""

    id: str
    holder: str
    order_id: str
    role: str
    customer_id: str
    name: str
    folded: str
    phone: str
    phone_digits: str
    email: str
    language: str


class Task(NamedTuple):
    """Something for people to decide or do; ``facts`` is a JSON object without personal data."""

    id: str
    place_id: int
    kind: str
    order_id: str
    fulfilment_id: str
    action_id: str
    opened_at: int
    state: str
    facts: str
    answer: str
    answered_by: int | None
    answered_at: int | None


Row = (
    Place
    | Channel
    | StagingBin
    | TaxRateRow
    | Staff
    | Product
    | Variant
    | Barcode
    | Price
    | StockLevel
    | Movement
    | Company
    | Order
    | OrderLine
    | Fulfilment
    | FulfilmentLine
    | Parcel
    | ParcelLine
    | Handover
    | TillReceipt
    | Person
    | Task
)
