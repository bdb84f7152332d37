"""What every platform's data looks like to the hub: neutral records, made by the pure mappings.

Money is in 1/10,000 of the major unit, a rate in 1/10,000 of a per cent, a quantity in whole pieces (the hub
turns it into the unit's smallest steps), a time in UTC milliseconds, text is NFC and cleaned. ``external_id`` is
the platform's own id as text and the only thing that names a record there: neither SKU nor barcode is unique.
"""

from typing import NamedTuple

OPEN, CANCELLED, COMPLETED, RETURNED = "open", "cancelled", "completed", "returned"
"""States of a remote order; a payment has those of ``domain.payment``."""

COLLECTED, SENT = "collected", "sent"
"""How goods leave: picked up in a store, or sent."""

WAITING, READY, GONE = "waiting", "ready", "gone"
"""States of a part of an order: nothing reported yet, ready for its customer, sent or collected."""


class RemotePlace(NamedTuple):
    """A location, source or warehouse. ``problem`` is what keeps pickups from working there, or empty."""

    external_id: str
    name: str
    address: str
    postcode: str
    city: str
    country: str
    pickup: bool
    active: bool
    problem: str = ""


class RemoteProduct(NamedTuple):
    """``listed`` says whether buyers can see it."""

    external_id: str
    style: str
    title: str
    brand: str
    category: str
    listed: bool
    changed_at: int


class RemoteVariant(NamedTuple):
    """What is sold and stocked. ``stock_id`` names it in levels where that is another id; ``link`` names an only
    product that has no parent. ``tracked`` is False where the platform sells without counting."""

    external_id: str
    product_id: str
    stock_id: str
    sku: str
    name: str
    colour: str
    size: str
    barcodes: tuple[str, ...]
    listed: bool
    tracked: bool
    weight_grams: int
    changed_at: int


class RemotePrice(NamedTuple):
    """``list_code`` is empty for what everybody pays, else the platform's price list, catalogue or customer group.

    Dates are local dates or empty.
    """

    variant_id: str
    list_code: str
    currency: str
    from_quantity: int
    amount: int
    gross: bool
    valid_from: str = ""
    valid_until: str = ""


class RemoteLevel(NamedTuple):
    """``on_hand`` is what lies there, ``available`` what the platform would sell of it; None where it says nothing.

    ``variant_id`` is a variant's ``stock_id``.
    """

    variant_id: str
    place_id: str
    on_hand: int | None
    available: int | None
    changed_at: int


class RemotePerson(NamedTuple):
    name: str
    phone: str
    email: str
    language: str


class RemoteAddress(NamedTuple):
    name: str
    street: str
    postcode: str
    city: str
    country: str


class RemoteCustomer(NamedTuple):
    external_id: str
    person: RemotePerson
    company_id: str
    role: str
    group: str
    changed_at: int


class RemoteCompany(NamedTuple):
    """``state`` is open, blocked or waiting; ``price_list`` the ``list_code`` of its contract prices."""

    external_id: str
    number: str
    name: str
    country: str
    organisation_number: str
    vat_number: str
    parent_id: str
    kind: str
    price_list: str
    currency: str
    credit_limit: int | None
    terms_days: int | None
    state: str
    changed_at: int


class RemoteLine(NamedTuple):
    """``kind`` is goods or charge; ``price`` is for one piece as charged, ``amount`` for all after discounts."""

    external_id: str
    kind: str
    variant_id: str
    sku: str
    name: str
    ordered: int
    cancelled: int
    returned: int
    price: int
    amount: int
    tax_rate: int


class RemotePayment(NamedTuple):
    """``kind`` is payment or refund, ``state`` one of ``domain.payment``."""

    external_id: str
    kind: str
    method: str
    state: str
    amount: int
    at: int


class RemotePart(NamedTuple):
    """What one place does of an order: a fulfilment order or a shipment. ``lines`` are (line id, quantity)."""

    external_id: str
    place_id: str
    delivery: str
    state: str
    lines: tuple[tuple[str, int], ...]
    changed_at: int


class RemoteOrder(NamedTuple):
    """``pickup_place`` is the place the buyer chose, or empty; ``desk_id`` our own order's or quote's id where this
    order was made by us. ``due`` is what is still to be paid."""

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
    company_id: str
    group: str
    buyer: RemotePerson
    recipient: RemotePerson | None
    shipping: RemoteAddress | None
    billing: RemoteAddress | None
    delivery: str
    pickup_place: str
    po_number: str
    desk_id: str
    lines: tuple[RemoteLine, ...]
    payments: tuple[RemotePayment, ...]
    parts: tuple[RemotePart, ...]
    changed_at: int


class RemoteQuote(NamedTuple):
    """A draft order or negotiable quote; ``state`` is asked, offered, ordered, declined or expired."""

    external_id: str
    number: str
    company_id: str
    customer_id: str
    state: str
    currency: str
    total: int
    valid_until: str
    desk_id: str
    lines: tuple[RemoteLine, ...]
    changed_at: int


Remote = (
    RemotePlace
    | RemoteProduct
    | RemoteVariant
    | RemotePrice
    | RemoteLevel
    | RemoteCustomer
    | RemoteCompany
    | RemoteOrder
    | RemoteQuote
)
