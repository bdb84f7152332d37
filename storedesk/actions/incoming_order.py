"""An order as it came from a channel, in words of this program: places, articles and lines named by our own keys."""

from collections.abc import Mapping
from typing import NamedTuple


class IncomingLine(NamedTuple):
    """``line`` is our number for it; quantities in smallest steps. ``gone`` is what has been sent or collected
    as the channel knows it, whoever did it."""

    line: int
    kind: str
    variant_id: int | None
    sku: str
    name: str
    unit: str
    ordered: int
    cancelled: int
    returned: int
    gone: int
    price: int
    amount: int
    tax_rate: int


class IncomingPerson(NamedTuple):
    """``role`` is buyer or recipient."""

    role: str
    name: str
    phone: str
    email: str
    language: str


class IncomingAddress(NamedTuple):
    """``role`` is shipping or billing."""

    role: str
    name: str
    street: str
    postcode: str
    city: str
    country: str


class IncomingPayment(NamedTuple):
    external_id: str
    kind: str
    method: str
    state: str
    amount: int
    at: int


class Wish(NamedTuple):
    """How the buyer wants an order: ``delivery`` is sent or collected, ``place_id`` where it is collected, ``gone``
    what others have sent of each line."""

    channel: str
    group: str
    delivery: str
    place_id: int | None
    gone: Mapping[int, int]


class IncomingOrder(NamedTuple):
    """``order_id`` is the order here, known or to be made. ``made_here`` says that this program made it, and
    ``quote_id`` which quote it came from. ``may_order`` and ``may_pay`` say whether the channel's word about the
    order and its payment counts; ``newer`` that nothing newer has been taken before."""

    order_id: str
    channel_id: int
    channel: str
    external_id: str
    number: str
    placed_at: int
    country: str
    currency: str
    total: int
    state: str
    payment_state: str
    authorised_until: int | None
    due: int
    customer_id: str
    company_id: int | None
    people: tuple[IncomingPerson, ...]
    addresses: tuple[IncomingAddress, ...]
    lines: tuple[IncomingLine, ...]
    payments: tuple[IncomingPayment, ...]
    wish: Wish
    made_here: bool
    quote_id: str
    may_order: bool
    may_pay: bool
    newer: bool
