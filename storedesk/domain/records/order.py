"""Orders, their lines and the people beside them."""

from typing import NamedTuple


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


class Person(NamedTuple):
    """A name beside an order, a hold or a quote (``order_id``), in a row of its own. ``holder`` is the place
    whose desks may hold it (its number as text), ``recent`` where only customer service may, or ``closed``;
    ``role`` is buyer, recipient, collector or hold."""

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


class Address(NamedTuple):
    """Where something goes; ``holder`` as for a Person, ``role`` is shipping, billing or asked."""

    id: str
    holder: str
    order_id: str
    role: str
    name: str
    street: str
    postcode: str
    city: str
    country: str


class Payment(NamedTuple):
    """Money that came or goes back; ``kind`` is payment or refund, ``state`` one of the payment states."""

    id: str
    order_id: str
    kind: str
    method: str
    state: str
    amount: int
    at: int
    external_id: str


class TimelineEntry(NamedTuple):
    """Something that happened to an order; ``source`` is a channel's or a desk's code, ``facts`` a JSON object
    without personal data."""

    id: str
    order_id: str
    at: int
    kind: str
    source: str
    staff_id: int
    facts: str


class OrderRequest(NamedTuple):
    """A change asked for: ``kind`` is address, cancel, cancel_line, note, collector, move or decision;
    ``state`` is asked, accepted or refused. ``seen`` is the mark of the field as the desk saw it, ``wanted`` a
    JSON object without personal data, ``found`` the mark that stood against it."""

    id: str
    order_id: str
    place_id: int
    kind: str
    seen: str
    wanted: str
    state: str
    reason: str
    asked_at: int
    asked_by: int
    desk: str
    decided_at: int | None
    found: str = ""


class StoreQuestion(NamedTuple):
    """What a desk asked the store that holds a part of an order; ``state`` is asked or answered, ``place_id``
    the store, ``from_id`` the place that wants to know."""

    id: str
    order_id: str
    fulfilment_id: str
    place_id: int
    from_id: int
    question: str
    note: str
    state: str
    asked_at: int
    asked_by: int
    desk: str
    answer: str
    answered_at: int | None
    answered_by: int | None
    answer_note: str = ""


class GoodsReturn(NamedTuple):
    """Goods of an order that came back over the counter; ``state`` is taken_back, refund_asked, refunded or
    blocked, ``checked_by`` the supervisor who allowed it after the last return day."""

    id: str
    number: str
    order_id: str
    place_id: int
    state: str
    at: int
    desk: str
    staff_id: int
    checked_by: int | None = None


class GoodsReturnLine(NamedTuple):
    """``condition`` (as_new, opened or damaged) decides the bucket; the check of what was opened moves it on."""

    return_id: str
    line: int
    variant_id: int
    quantity: int
    reason: str
    condition: str
    bucket: int


class Contact(NamedTuple):
    """A customer asked something: ``reason`` is where_is_my_order, stock, price, return, complaint or other;
    ``day`` is the local date on which it is counted."""

    id: str
    place_id: int
    order_id: str
    reason: str
    outcome: str
    note: str
    day: str
    at: int
    desk: str
    staff_id: int
