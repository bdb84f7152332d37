"""A platform's order in words of this program: its articles, places, company and lines by our own keys."""

from collections.abc import Mapping
from typing import NamedTuple

from storedesk.actions.incoming_order import (
    IncomingAddress,
    IncomingLine,
    IncomingOrder,
    IncomingPayment,
    IncomingPerson,
    Wish,
)
from storedesk.connectors import neutral
from storedesk.domain.plain_text import clean_text
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Channel

_LONGEST_NAME, _LONGEST_NUMBER = 200, 40


class Known(NamedTuple):
    """What is linked of an order: local numbers by external ids. ``units`` are codes by article, ``lines`` our
    line numbers by the order's own line ids; ``customer_id`` is whose order it is."""

    order_id: str
    made_here: bool
    quote_id: str
    places: Mapping[str, int]
    variants: Mapping[str, int]
    units: Mapping[int, str]
    lines: Mapping[str, int]
    company_id: int | None
    customer_id: str = ""


class Allowed(NamedTuple):
    """What of the channel's word counts."""

    order: bool
    payment: bool
    newer: bool


def news_of(remote: neutral.RemoteOrder, channel: Channel, known: Known, allowed: Allowed) -> IncomingOrder:
    place_id = known.places.get(remote.pickup_place)
    collected = remote.delivery == neutral.COLLECTED
    lines = tuple(_line(line, known, remote.parts) for line in remote.lines)
    gone = {line.line: line.gone for line in lines if line.gone}
    wish = Wish(channel.code, remote.group, remote.delivery, place_id if collected else None, gone)
    return IncomingOrder(
        known.order_id, channel.id, channel.code, remote.external_id,
        clean_text(remote.number, _LONGEST_NUMBER) or clean_text(remote.external_id, _LONGEST_NUMBER),
        remote.placed_at, remote.country, remote.currency, remote.total, remote.state, remote.payment_state,
        remote.authorised_until, remote.due, known.customer_id, known.company_id,
        _people(remote), _addresses(remote), lines, _payments(remote), wish, known.made_here, known.quote_id,
        allowed.order, allowed.payment, allowed.newer,
    )  # fmt: skip


def _line(line: neutral.RemoteLine, known: Known, parts: tuple[neutral.RemotePart, ...]) -> IncomingLine:
    variant = known.variants.get(line.variant_id) if line.kind == "goods" else None
    unit = known.units.get(variant, PIECE.code) if variant is not None else PIECE.code
    step = UNITS.get(unit, PIECE).step
    gone = sum(
        quantity
        for part in parts
        if part.state == neutral.GONE
        for line_id, quantity in part.lines
        if line_id == line.external_id
    )
    return IncomingLine(
        known.lines[line.external_id], line.kind, variant, clean_text(line.sku, 80),
        clean_text(line.name, _LONGEST_NAME), unit, line.ordered * step, line.cancelled * step,
        line.returned * step, gone * step, line.price, line.amount, line.tax_rate,
    )  # fmt: skip


def _people(remote: neutral.RemoteOrder) -> tuple[IncomingPerson, ...]:
    found = [("buyer", remote.buyer), ("recipient", remote.recipient)]
    return tuple(
        IncomingPerson(
            role, clean_text(one.name, _LONGEST_NAME), clean_text(one.phone, 40), clean_text(one.email, 200),
            clean_text(one.language, 10),
        )
        for role, one in found
        if one is not None
    )  # fmt: skip


def _addresses(remote: neutral.RemoteOrder) -> tuple[IncomingAddress, ...]:
    found = [("shipping", remote.shipping), ("billing", remote.billing)]
    return tuple(
        IncomingAddress(role, *(clean_text(part, _LONGEST_NAME) for part in one))
        for role, one in found
        if one is not None
    )


def _payments(remote: neutral.RemoteOrder) -> tuple[IncomingPayment, ...]:
    return tuple(
        IncomingPayment(one.external_id, one.kind, clean_text(one.method, 80), one.state, one.amount, one.at)
        for one in remote.payments
    )
