"""Orders out of ``/V1/orders`` with their shipments."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from storedesk.connectors import neutral
from storedesk.connectors.magento.mapping_accounts import person_name
from storedesk.connectors.magento.mapping_lines import lines_of
from storedesk.connectors.magento.markers import is_collected, quote_marked
from storedesk.connectors.magento.scalars import amount, exact, identity, moment, pieces, record, rows, text
from storedesk.domain import payment

HELD_FOR_MS = 30 * 86_400_000
"""So long a pickup order that Magento calls complete still waits for its customer, unless a comment says more."""

_STATES = {"canceled": neutral.CANCELLED, "complete": neutral.COMPLETED, "closed": neutral.RETURNED}
_ON_HOLD = ("holded", "payment_review")


class OrderRules(NamedTuple):
    """Which shipping methods mean that the buyer collects, where the place's code stands in
    ``extension_attributes``, codes of customer groups by id, and the time of now (UTC ms)."""

    pickup_methods: frozenset[str] = frozenset({"instore_pickup"})
    pickup_field: str = "pickup_location_code"
    account_methods: frozenset[str] = frozenset({"companycredit", "purchaseorder"})
    groups: Mapping[str, str] = {}
    now: int = 0


def order_of(
    order: Mapping[str, Any], shipments: Sequence[Mapping[str, Any]], rules: OrderRules
) -> neutral.RemoteOrder:
    """``shipments`` are the order's own. Raises Odd."""
    more = record(order.get("extension_attributes"))
    shipping = _shipping(more)
    pickup_place = exact(more.get(rules.pickup_field))
    pickup = is_pickup(order, rules.pickup_methods, rules.pickup_field)
    address, billing = record(shipping.get("address")), record(order.get("billing_address"))
    company = text(record(more.get("company_order_attributes")).get("company_id"))
    group = text(order.get("customer_group_id"))
    return neutral.RemoteOrder(
        external_id=identity(order.get("entity_id"), "entity_id"),
        number=text(order.get("increment_id"), 40),
        placed_at=moment(order.get("created_at")),
        country=text((address or billing).get("country_id"), 2),
        currency=text(order.get("order_currency_code"), 3),
        total=amount(order.get("grand_total"), "grand_total"),
        state=_state(order, pickup, rules),
        payment_state=payment_state(order, rules),
        authorised_until=None,
        due=amount(order.get("total_due"), "total_due"),
        customer_id=text(order.get("customer_id")),
        company_id="" if company == "0" else company,
        group=rules.groups.get(group, group),
        buyer=_buyer(order, billing),
        recipient=_person(address) if address and not pickup else None,
        shipping=_address(address) if address and not pickup else None,
        billing=_address(billing) if billing else None,
        delivery=neutral.COLLECTED if pickup else neutral.SENT,
        pickup_place=pickup_place,
        po_number=text(record(order.get("payment")).get("po_number"), 60),
        desk_id=quote_marked(order),
        lines=lines_of(order),
        payments=_payments(order, rules),
        parts=tuple(part_of(one, pickup_place, pickup, is_collected(order)) for one in shipments),
        changed_at=moment(order.get("updated_at")),
    )


def is_pickup(order: Mapping[str, Any], methods: frozenset[str], field: str) -> bool:
    """Whether the buyer comes for it: it names a place, or its way of shipping says so."""
    more = record(order.get("extension_attributes"))
    return bool(exact(more.get(field))) or text(_shipping(more).get("method")) in methods


def part_of(
    shipment: Mapping[str, Any], pickup_place: str, pickup: bool, collected: bool
) -> neutral.RemotePart:
    """A shipment; that of a pickup order is made when its goods are ready. Some lack their source. Raises Odd."""
    source = exact(record(shipment.get("extension_attributes")).get("source_code")) or pickup_place
    lines = [
        (identity(row.get("order_item_id"), "order_item_id"), pieces(row.get("qty"), "qty"))
        for row in rows(shipment.get("items"))
    ]
    return neutral.RemotePart(
        external_id=identity(shipment.get("entity_id"), "entity_id"),
        place_id=source,
        delivery=neutral.COLLECTED if pickup else neutral.SENT,
        state=neutral.READY if pickup and not collected else neutral.GONE,
        lines=tuple(lines),
        changed_at=moment(shipment.get("updated_at")) or moment(shipment.get("created_at")),
    )


def payment_state(order: Mapping[str, Any], rules: OrderRules) -> str:
    """Out of the totals: Magento has no payment state of its own. Raises Odd."""
    paid = amount(order.get("total_paid"), "total_paid")
    back = amount(order.get("total_refunded"), "total_refunded")
    due = amount(order.get("total_due"), "total_due")
    paying = record(order.get("payment"))
    if paid and back >= paid:
        return payment.REFUNDED
    if order.get("state") in _ON_HOLD:
        return payment.ON_HOLD
    if paid and due <= 0:
        return payment.CAPTURED
    if paid:
        return payment.PART_PAID
    if text(paying.get("method")) in rules.account_methods:
        return payment.ON_ACCOUNT
    if amount(paying.get("amount_authorized"), "amount_authorized"):
        return payment.AUTHORISED
    return payment.CAPTURED if not amount(order.get("grand_total"), "grand_total") else payment.UNPAID


def _state(order: Mapping[str, Any], pickup: bool, rules: OrderRules) -> str:
    """A pickup order is complete there as soon as it is ready and paid; here it is open until it was collected."""
    found = _STATES.get(text(order.get("state")), neutral.OPEN)
    waits = rules.now - moment(order.get("updated_at")) < HELD_FOR_MS
    if found == neutral.COMPLETED and pickup and waits and not is_collected(order):
        return neutral.OPEN
    return found


def _shipping(more: Mapping[str, Any]) -> Mapping[str, Any]:
    assigned = rows(more.get("shipping_assignments"))
    return record(assigned[0].get("shipping")) if assigned else {}


def _buyer(order: Mapping[str, Any], billing: Mapping[str, Any]) -> neutral.RemotePerson:
    name = person_name(order.get("customer_firstname"), order.get("customer_lastname"))
    name = name or person_name(billing.get("firstname"), billing.get("lastname"))
    return neutral.RemotePerson(
        name, text(billing.get("telephone"), 40), text(order.get("customer_email")), ""
    )


def _person(address: Mapping[str, Any]) -> neutral.RemotePerson:
    name = person_name(address.get("firstname"), address.get("lastname"))
    return neutral.RemotePerson(name, text(address.get("telephone"), 40), text(address.get("email")), "")


def _address(address: Mapping[str, Any]) -> neutral.RemoteAddress:
    street = address.get("street")
    lines = [text(line) for line in street] if isinstance(street, list) else [text(street)]
    name = text(address.get("company")) or person_name(address.get("firstname"), address.get("lastname"))
    return neutral.RemoteAddress(
        name,
        text(", ".join(line for line in lines if line)),
        text(address.get("postcode"), 20),
        text(address.get("city")),
        text(address.get("country_id"), 2),
    )


def _payments(order: Mapping[str, Any], rules: OrderRules) -> tuple[neutral.RemotePayment, ...]:
    """One payment as the totals have it, and what was given back."""
    paying = record(order.get("payment"))
    own, method = text(paying.get("entity_id")), text(paying.get("method"), 60)
    at, found = moment(order.get("created_at")), []
    state = payment_state(order, rules)
    paid = amount(order.get("total_paid"), "total_paid")
    asked = paid or amount(paying.get("amount_authorized"), "amount_authorized")
    if own and asked:
        paid_state = payment.CAPTURED if paid else state
        found.append(neutral.RemotePayment(own, "payment", method, paid_state, asked, at))
    back = amount(order.get("total_refunded"), "total_refunded")
    if own and back:
        when = moment(order.get("updated_at"))
        found.append(neutral.RemotePayment(f"{own}-back", "refund", method, payment.REFUNDED, back, when))
    return tuple(found)
