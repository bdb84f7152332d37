"""Quotes, their versions and lines."""

from typing import NamedTuple


class Quote(NamedTuple):
    """A priced offer to a company; ``version`` is the one that counts. ``state`` is draft, issued, withdrawn,
    declined, lapsed, order_asked or ordered; ``approval`` is not_needed, needed, asked, given or declined.
    ``delivery`` is collected or sent, to a company's site where ``site_id`` is given; ``content_hash`` is that of
    the version as it stands, ``tax_day`` the local date whose rates hold; money in 1/10,000 of ``currency``;
    ``revised_for`` is why this version was made, empty for the first."""

    id: str
    number: str
    version: int
    company_id: int
    contact_id: int | None
    place_id: int
    state: str
    currency: str
    country: str
    delivery: str
    deliver_country: str
    treatment: str
    treatment_reason: str
    po_number: str
    valid_until: str
    note: str
    net: int
    tax: int
    total: int
    approval: str
    approved_by: int | None
    approved_hash: str
    price_as_of: int
    made_at: int
    made_by: int
    desk: str
    issued_at: int | None
    order_id: str
    changed_at: int
    site_id: int | None = None
    terms_days: int = 0
    content_hash: str = ""
    tax_day: str = ""
    approved_at: int | None = None
    asked_at: int | None = None
    revised_for: str = ""


class QuoteLine(NamedTuple):
    """A line of one version; ``variant_id`` None is an own line. ``quantity`` in the unit's smallest step,
    ``unit_price`` before and ``net`` after ``discount``, both each and without tax; ``kind`` is goods, own or
    delivery, ``amount`` the line's sum; ``steps`` is the JSON of why this price."""

    quote_id: str
    version: int
    line: int
    variant_id: int | None
    sku: str
    name: str
    detail: str
    unit: str
    quantity: int
    list_code: str
    unit_price: int
    discount: int
    net: int
    tax_category: str
    tax_rate: int
    steps: str
    kind: str = "goods"
    list_price: int = 0
    amount: int = 0
    treatment: str = "standard"


class QuoteRevision(NamedTuple):
    """What was frozen when a version was issued; ``content_hash`` is that of its net prices, lines and terms;
    ``reason`` says why the version was made: empty for the first, else edited, tax_changed or renewed."""

    quote_id: str
    version: int
    content_hash: str
    net: int
    tax: int
    total: int
    valid_until: str
    tax_until: str
    issued_at: int
    issued_by: int
    approved_by: int | None
    reason: str = ""


class QuoteYes(NamedTuple):
    """One yes of the seller's approval chain, for exactly this content; ``role`` is the one it was given as."""

    quote_id: str
    content_hash: str
    staff_id: int
    role: str
    at: int
